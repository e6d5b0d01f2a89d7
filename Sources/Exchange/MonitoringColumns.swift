import Training
import Words

extension Column where Row == DueFollowUp {
    /// Checks that the schedule asks for.
    ///
    /// - Parameter reveal: whether NIK and phone stand in full.
    public static func followUps(
        _ words: Phrasebook, _ gazetteer: Gazetteer, today: CalendarDate, reveal: Bool
    ) -> [Column] {
        let (terms, monitoring) = (words.terms, words.monitoring)
        return [
            Column("code", terms.code) { .text($0.code?.description) },
            Column("participant", terms.name) { .text($0.person.name.text) },
            Column("nik", terms.nik) { .nik($0.person.nik, reveal: reveal) },
            Column("class", terms.trainingClass) { .text($0.trainingClass.text) },
            Column("desa", terms.desa) { .text(gazetteer.desaName(of: $0.person.residence)) },
            Column("due_on", monitoring.dueOn) { .date($0.dueOn) },
            Column("days_late", monitoring.daysLate) { .number($0.state == .done ? 0 : $0.daysLate(today)) },
            Column("attempts", monitoring.attempts) { .number($0.attempts) },
            Column("visitor", monitoring.visitor) { .text($0.visitor) },
            Column("id", words.command.id, isShown: false) { .text($0.person.id.description) },
            Column("enrollment_id", words.command.id, isShown: false) { .text($0.enrollment.description) },
            Column("program", terms.program, isShown: false) { .text($0.program) },
            Column("mark", monitoring.markLabel, isShown: false) { .number($0.mark) },
            Column("state", terms.statusLabel, isShown: false) {
                .word($0.state.rawValue, shown: monitoring.state($0.state))
            },
            Column("next_try", monitoring.nextTry, isShown: false) { .date($0.nextTry) },
            Column("latest_outcome", monitoring.outcomeLabel, isShown: false) {
                .word($0.latest?.rawValue, shown: $0.latest.map(monitoring.outcome))
            },
            Column("phone", terms.phone, isShown: false) { .text($0.phone.map { reveal ? $0.digits : $0.masked }) },
            Column("kecamatan", terms.kecamatan, isShown: false) {
                .text(gazetteer.kecamatanName(of: $0.person.residence) ?? terms.outside)
            },
            Column("desa_code", terms.desa, isShown: false) { .text($0.person.residence.desa?.description) },
        ]
    }
}

/// A check with what was done last for it, and what was found then.
public struct FollowUpRecord: Sendable {
    public var check: DueFollowUp
    public var done: FollowUp?
    public var found: Outcome.Fact?

    /// Takes from all that was done and found what belongs to the check.
    public init(_ check: DueFollowUp, done: [FollowUp], found: [Outcome]) {
        let last = done.last { $0.mark == check.mark }
        self.check = check
        self.done = last
        self.found = last.flatMap { last in
            found.last { $0.enrollment == check.enrollment && $0.date == last.date }?.fact
        }
    }
}

extension Column where Row == FollowUpRecord {
    /// Everything on file about each check.
    public static func followUpRecords(
        _ words: Phrasebook, _ gazetteer: Gazetteer, today: CalendarDate, reveal: Bool
    ) -> [Column] {
        let monitoring = words.monitoring
        let checks = Column<DueFollowUp>.followUps(words, gazetteer, today: today, reveal: reveal).map { column in
            Column(column.key, column.heading, isShown: column.isShown) { column.value($0.check) }
        }
        let facts = Column<Outcome.Fact?>.facts(words).map { column in
            Column(column.key, column.heading) { column.value($0.found) }
        }
        return checks + [
            Column("visited_on", words.command.date) { .date($0.done?.date) },
            Column("visited_by", monitoring.visitor) { .text($0.done?.visitor) },
            Column("method", monitoring.methodLabel) {
                .word($0.done?.method.rawValue, shown: $0.done.map { monitoring.method($0.method) })
            },
            Column("reached", monitoring.reached) { .optionalFlag($0.done?.isReached) },
            Column("note", words.command.note) { .text($0.done?.note) },
            Column("outcome", monitoring.outcomeLabel) {
                .word($0.found?.kind.rawValue, shown: $0.found.map { monitoring.outcome($0.kind) })
            },
        ] + facts
    }
}

extension Column where Row == Outcome.Fact? {
    /// The details of what was found, each in a column of its own; for programs.
    fileprivate static func facts(_ words: Phrasebook) -> [Column] {
        let monitoring = words.monitoring
        return [
            Column("employer", monitoring.employer, isShown: false) { .text($0?.work?.employer) },
            Column("sector", monitoring.sectorLabel, isShown: false) {
                .word($0?.sector?.rawValue, shown: ($0?.sector).map(monitoring.sector))
            },
            Column("formal", monitoring.formal, isShown: false) { .optionalFlag($0?.work?.isFormal) },
            Column("related", monitoring.related, isShown: false) { .optionalFlag($0?.work?.isRelated) },
            Column("wage", monitoring.wage, isShown: false) {
                .word($0?.work?.wage?.rawValue, shown: ($0?.work?.wage).map(monitoring.income))
            },
            Column("business", monitoring.business, isShown: false) { .text($0?.business?.name) },
            Column("nib", monitoring.nib, isShown: false) { .text($0?.business?.nib) },
            Column("turnover", monitoring.turnover, isShown: false) {
                .word($0?.business?.turnover?.rawValue, shown: ($0?.business?.turnover).map(monitoring.income))
            },
            Column("workers", monitoring.workers, isShown: false) { .number($0?.business?.workers) },
            Column("trained_workers", monitoring.trainedWorkers, isShown: false) {
                .number($0?.business?.trainedWorkers)
            },
            Column("reason", monitoring.reasonLabel, isShown: false) {
                .word($0?.reason?.rawValue, shown: ($0?.reason).map(monitoring.reason))
            },
        ]
    }
}

extension Outcome.Fact {
    fileprivate var work: Outcome.Work? { if case .working(let work) = self { work } else { nil } }
    fileprivate var business: Outcome.Business? { if case .selfEmployed(let business) = self { business } else { nil } }
    fileprivate var reason: Outcome.Reason? { if case .notUsing(let reason) = self { reason } else { nil } }
    fileprivate var sector: Outcome.Sector? { work?.sector ?? business?.sector }
}

extension Cell {
    /// What is known to be so or not, or not known.
    fileprivate static func optionalFlag(_ flag: Bool?) -> Cell { flag.map { .flag($0) } ?? .text(nil) }
}

/// One line of what became of somebody: a step of the path, or a check that was done.
public struct PathLine: Sendable {
    public var date: CalendarDate
    public var trainingClass: Code
    public var event: Event

    /// What happened.
    public enum Event: Sendable {
        case step(PathStep.Event)
        case check(FollowUp)
    }

    /// The path with the checks of each class between its steps, oldest first.
    public static func lines(path: [PathStep], checks: [(trainingClass: Code, done: FollowUp)]) -> [PathLine] {
        let visits = checks.map {
            PathLine(date: $0.done.date, trainingClass: $0.trainingClass, event: .check($0.done))
        }
        let steps = path.map { PathLine(date: $0.date, trainingClass: $0.trainingClass, event: .step($0.event)) }
        // Somebody goes first, and then something is found.
        let lines = (visits + steps).enumerated()
        return lines.sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }.map(\.element)
    }
}

extension Phrasebook {
    /// A path in a line for each class: `K-001: terdaftar → bersertifikat → wirausaha dengan 2 pekerja`.
    public func sentences(for path: [PathStep]) -> [String] {
        var classes: [Code] = []
        for step in path where !classes.contains(step.trainingClass) { classes.append(step.trainingClass) }
        return classes.map { code in
            let steps = path.filter { $0.trainingClass == code }.map { word(for: $0.event) }
            return "\(code.text): \(steps.joined(separator: " → "))"
        }
    }

    /// A step in a few words.
    func word(for event: PathStep.Event) -> String {
        switch event {
        case .status(let status): terms.status(status)
        case .outcome(let fact): monitoring.fact(fact)
        case .received(let equipment): monitoring.received(equipment.item)
        }
    }
}

extension Column where Row == PathLine {
    /// What became of somebody, and what was done.
    public static func path(_ words: Phrasebook) -> [Column] {
        let monitoring = words.monitoring
        return [
            Column("date", words.command.date) { .date($0.date) },
            Column("class", words.terms.trainingClass) { .text($0.trainingClass.text) },
            Column("event", monitoring.event) { .word($0.kind, shown: $0.kindName(words)) },
            Column("value", monitoring.detail) { .word($0.value, shown: $0.text(words)) },
            Column("mark", monitoring.markLabel, isShown: false) { .number($0.check?.mark) },
            Column("visitor", monitoring.visitor) { .text($0.check?.visitor) },
            Column("method", monitoring.methodLabel) {
                .word($0.check?.method.rawValue, shown: $0.check.map { monitoring.method($0.method) })
            },
            Column("next_try", monitoring.nextTry) { .date($0.check?.nextTry) },
            Column("note", words.command.note) { .text($0.check?.note) },
        ]
            + Column<Outcome.Fact?>.facts(words).map { column in
                Column(column.key, column.heading, isShown: false) { column.value($0.found) }
            }
    }
}

extension PathLine {
    fileprivate var found: Outcome.Fact? { if case .step(.outcome(let fact)) = event { fact } else { nil } }

    fileprivate var check: FollowUp? { if case .check(let done) = event { done } else { nil } }

    fileprivate var kind: String {
        switch event {
        case .check: "check"
        case .step(.status): "status"
        case .step(.outcome): "outcome"
        case .step(.received): "equipment"
        }
    }

    fileprivate func kindName(_ words: Phrasebook) -> String {
        switch event {
        case .check: words.monitoring.checkLabel
        case .step(.status): words.terms.statusLabel
        case .step(.outcome): words.monitoring.outcomeLabel
        case .step(.received): words.monitoring.equipment
        }
    }

    fileprivate var value: String {
        switch event {
        case .check(let done): done.isReached ? "reached" : "unreached"
        case .step(.status(let status)): status.rawValue
        case .step(.outcome(let fact)): fact.kind.rawValue
        case .step(.received(let equipment)): equipment.item
        }
    }

    fileprivate func text(_ words: Phrasebook) -> String {
        switch event {
        case .check(let done):
            "\(words.monitoring.mark(done.mark)): \(done.isReached ? words.monitoring.met : words.monitoring.notMet)"
        case .step(let event): words.word(for: event)
        }
    }
}

extension Column where Row == OutcomeLadder {
    /// A year's outcomes by one dimension, or as a whole.
    ///
    /// - Parameter withBounds: whether the upper bound stands beside the lower, as people read it.
    public static func outcomes(
        _ words: Phrasebook, by dimension: Training.Dimension?, withBounds: Bool
    ) -> [Column] {
        let (terms, monitoring) = (words.terms, words.monitoring)
        let steps = OutcomeLadder.Step.allCases.filter { $0 != .standing }.map { step in
            Column(step.rawValue, monitoring.step(step)) { .number($0[step]) }
        }
        let bound = Column("using_at_most", monitoring.usingAtMost) { .percent($0.usingAtMost) }
        return [
            Column("code", terms.code) { .text($0.code) },
            Column("name", terms.name) { ladder in
                guard let dimension else { return .text(monitoring.whole) }
                return .text(ladder.name ?? words.name(ofTotal: ladder.code, by: dimension))
            },
        ] + steps + [
            Column("workers_absorbed", monitoring.workersAbsorbed) { .number($0.workersAbsorbed) },
            Column("using_of_reached", monitoring.usingOfReached) { .percent($0.usingOfReached) },
            Column("using_of_due", monitoring.usingOfDue) { .percent($0.usingOfDue) },
        ] + (withBounds ? [bound] : [])
    }
}

extension Column where Row == PokirTrail {
    /// What came of each council member's proposal.
    public static func pokir(_ words: Phrasebook) -> [Column] {
        let (terms, monitoring) = (words.terms, words.monitoring)
        let steps: [OutcomeLadder.Step] = [.tookPart, .completed, .certified, .reached, .using, .selfEmployed]
        return [
            Column("proposer", monitoring.proposer) { .text($0.proposer) },
            Column("reference", monitoring.reference) { .text($0.reference) },
            Column("program", terms.program) { .text($0.program.value.code.text) },
            Column("title", terms.title) { .text($0.program.value.title) },
            Column("classes", terms.trainingClass) { .number($0.classes) },
        ]
            + steps.map { step in
                Column(step.rawValue, monitoring.step(step)) { .number($0.ladder[step]) }
            } + [
                Column("workers_absorbed", monitoring.workersAbsorbed) { .number($0.ladder.workersAbsorbed) },
                Column("equipment", monitoring.equipment) { .number($0.equipment) },
            ]
    }
}

extension Column where Row == AlumniLine {
    /// Those who may fit, or who are on a list of recall.
    public static func alumni(_ words: Phrasebook, _ gazetteer: Gazetteer, isKept: Bool, reveal: Bool) -> [Column] {
        let (terms, monitoring) = (words.terms, words.monitoring)
        return [
            Column("id", words.command.id) { .text($0.person.id.description) },
            Column("name", terms.name) { .text($0.person.name.text) },
            Column("nik", terms.nik, isShown: reveal) { .nik($0.person.nik, reveal: reveal) },
            Column("kecamatan", terms.kecamatan) {
                .text(gazetteer.kecamatanName(of: $0.person.residence) ?? terms.outside)
            },
            Column("desa", terms.desa) { .text(gazetteer.desaName(of: $0.person.residence)) },
            Column("phone", terms.phone) { .text($0.phone.map { reveal ? $0.digits : $0.masked }) },
            Column("program", terms.program) { .text($0.program) },
            Column("certificate", terms.certificateNumber) { .text($0.certificate) },
            Column("outcome", monitoring.outcomeLabel) {
                .word($0.latest?.rawValue, shown: $0.latest.map(monitoring.outcome))
            },
            Column("state", terms.statusLabel, isShown: isKept) {
                .word($0.entry?.value.state.rawValue, shown: $0.entry.map { monitoring.recallState($0.value.state) })
            },
            Column("state_on", words.command.date, isShown: isKept) { .date($0.entry?.value.date) },
            Column("note", words.command.note, isShown: isKept) { .text($0.entry?.value.note) },
        ]
    }
}

/// A list of recall with how many are on it, and how many of them have come how far.
public struct RecallRow: Sendable {
    public var recall: Stored<Recall>
    public var counts: [RecallEntry.State: Int]

    public init(_ recall: Stored<Recall>, _ lines: [AlumniLine]) {
        self.recall = recall
        counts = Dictionary(lines.compactMap { $0.entry?.value.state }.map { ($0, 1) }, uniquingKeysWith: +)
    }
}

extension Column where Row == RecallRow {
    /// The lists of recall that were kept.
    public static func recalls(_ words: Phrasebook) -> [Column] {
        [
            Column("id", words.command.id) { .text($0.recall.id.description) },
            Column("title", words.terms.title) { .text($0.recall.value.title) },
            Column("date", words.command.date) { .date($0.recall.value.date) },
            Column("criteria", words.monitoring.criteria) { .text($0.recall.value.criteria) },
            Column("people", words.terms.people) { .number($0.counts.values.reduce(0, +)) },
        ]
            + RecallEntry.State.allCases.map { state in
                Column(state.rawValue, words.monitoring.recallState(state)) { .number($0.counts[state] ?? 0) }
            }
    }
}
