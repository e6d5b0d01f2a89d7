import Foundation
import Sheets
import Training
import Words

/// Takes a roster in, in one pass, in memory that does not grow with it.
public final class RosterImport {
    private let file: RosterFile
    private let plan: ImportPlan
    private let trainingClass: Stored<TrainingClass>?
    private let words: Phrasebook
    private let today: CalendarDate
    private let gazetteer: Gazetteer
    private let places: PlaceIndex
    private var rows: RosterRowReader
    private var outcome = ImportOutcome()
    private var placeDoubts: [WrittenPlace: PlaceDoubt] = [:]

    /// - Parameter trainingClass: the class that everybody in the file joins, if any.
    public init(
        _ file: RosterFile, _ plan: ImportPlan, into trainingClass: Stored<TrainingClass>?,
        places: PlaceIndex = PlaceIndex(), words: Phrasebook, today: CalendarDate
    ) {
        self.file = file
        self.plan = plan
        self.trainingClass = trainingClass
        self.words = words
        self.today = today
        self.places = places
        gazetteer = places.gazetteer
        rows = RosterRowReader(
            header: file.header, isText: file.isText, places: places, words: words, today: today,
            settled: plan.places)
        outcome.controlTotal = plan.expected ?? file.controlTotal
    }

    /// Reads all rows. Good ones are kept, the others handed to `refuse` with the cells as they came in.
    ///
    /// - Parameter progress: is told how far it has come, every few hundred rows.
    /// - Throws: ``RosterFlaw`` where the file is no table after all or has another number of names than the sender says, and
    ///   whatever `intake`, `refuse` and `progress` throw: then nothing may be kept.
    public func run(
        _ intake: any Intake, refuse: (Rejection, SheetRecord) throws -> Void,
        progress: (ImportProgress) throws -> Void = { _ in }
    ) throws -> ImportOutcome {
        let began = ContinuousClock.now
        let stage = RosterStage(file, rows)
        defer { stage.stop() }
        while let batch = try stage.next() {
            for line in batch.lines {
                switch line.content {
                case .note: if outcome.notes.count < ImportOutcome.limit { outcome.notes.append(line.record.row) }
                case .controlTotal(let total): if plan.expected == nil { outcome.controlTotal = total }
                case .name(let reading):
                    outcome.counts.read += 1
                    try take(reading, line.record, intake, refuse)
                    // A batch ends with each report, so that it says how much was read then.
                    if outcome.counts.read % RosterBatch.names == 0 {
                        try progress(
                            ImportProgress(
                                rows: outcome.counts.read, fraction: batch.fraction, elapsed: .now - began))
                    }
                }
            }
            stage.giveBack(batch)
        }
        outcome.placeDoubts = placeDoubts.values.sorted { $0.firstRow < $1.firstRow }
        if outcome.missesTotal, !plan.takesAnyTotal, !plan.isRehearsal {
            throw RosterFlaw.wrongTotal(read: outcome.counts.read, said: outcome.controlTotal ?? 0)
        }
        return outcome
    }

    /// Does the whole: reads all rows, and writes those that are refused into a file before the rest may be kept.
    ///
    /// - Returns: what came of it, and the file, to be put in its place when the rest is kept.
    /// - Throws: as ``run(_:refuse:progress:)``, and ``OutputFailure`` where the refused rows can't be written.
    func run(
        _ intake: any Intake, rejectsTo path: String?, progress: (ImportProgress) -> Void
    ) throws -> (outcome: ImportOutcome, rejects: RejectsFile?) {
        var rejects: RejectsFile?
        var outcome = try run(
            intake,
            refuse: { rejection, record in
                guard let path else { return }
                let open = if let rejects { rejects } else { try RejectsFile(path, of: file) }
                rejects = open
                try open.add(record, rejection)
            }, progress: progress)
        try file.checkUnchanged()
        try rejects?.secure()
        if rejects != nil { outcome.rejectsPath = path }
        return (outcome, rejects)
    }

    /// The first rows as they would be read.
    func firstRows(_ count: Int) throws -> [RosterPreview.Row] {
        var reader = try file.rows()
        var lines = RosterLines(header: file.header)
        var record = SheetRecord()
        var found: [RosterPreview.Row] = []
        while found.count < count, try reader.read(&record) {
            guard case .name = lines.kind(of: record) else { continue }
            do throws(RowFlaws) {
                let person = try rows.person(in: record).participant
                found.append(
                    RosterPreview.Row(row: record.row, cells: record.cells, participant: person, rejection: nil))
            } catch {
                found.append(refused(record, error.flaws))
            }
        }
        return found
    }

    private func refused(_ record: SheetRecord, _ flaws: [CellFlaw]) -> RosterPreview.Row {
        RosterPreview.Row(
            row: record.row, cells: record.cells, participant: nil, rejection: rejection(of: record, flaws))
    }

    private func take(
        _ reading: Result<RosterPerson, RowFlaws>, _ record: SheetRecord, _ intake: any Intake,
        _ refuse: (Rejection, SheetRecord) throws -> Void
    ) throws {
        do {
            try settle(reading.get(), row: record.row, intake)
        } catch let error as RowFlaws {
            note(error.flaws, row: record.row)
            try reject(record, error.flaws, refuse)
        } catch let error as CellFlaw {
            try reject(record, [error], refuse)
        }
    }

    private func reject(
        _ record: SheetRecord, _ flaws: [CellFlaw], _ refuse: (Rejection, SheetRecord) throws -> Void
    ) throws {
        outcome.counts.rejected += 1
        let rejection = rejection(of: record, flaws)
        if outcome.rejections.count < ImportOutcome.limit { outcome.rejections.append(rejection) }
        try refuse(rejection, record)
    }

    /// Puts a place that names none on the list of those to settle, once for all rows that have it.
    private func note(_ flaws: [CellFlaw], row: Int) {
        guard let written = flaws.lazy.compactMap(\.place).first else { return }
        if flaws.count == 1 { outcome.counts.undecided += 1 }
        if placeDoubts[written] != nil {
            placeDoubts[written]?.rows += 1
        } else if placeDoubts.count < ImportOutcome.limit {
            placeDoubts[written] = PlaceDoubt(
                written: written, firstRow: row, rows: 1, nearest: places.nearest(to: written))
        }
    }

    // MARK: One person

    /// Finds or adds one person as the rules and the clerk say, and enrols them where a class was given.
    private func settle(_ read: RosterPerson, row: Int, _ intake: any Intake) throws {
        if let sighting = read.sighting { try intake.meet(read.participant, sighting) }
        let match = try RosterMatch(read.participant, intake)
        switch try decide(read, match, row: row) {
        case .matched(let person, let taking):
            try update(person, from: read.participant, taking: taking, intake)
            outcome.counts.matched += 1
            guard try enroll(person.id, intake), let trainingClass else { return }
            // Somebody on file may be too young for a class that was not asked about before.
            let doubts = ageDoubts(read.participant, on: trainingClass.value.start)
            for doubt in try intake.note(doubts, about: person.id) { outcome.counts.doubts[doubt, default: 0] += 1 }
        case .new(let doubts):
            let all = read.participant.doubts(firstDay: trainingClass?.value.start, gazetteer: gazetteer) + doubts
            let id = try add(read.participant, all, intake)
            outcome.counts.added += 1
            for doubt in all { outcome.counts.doubts[doubt, default: 0] += 1 }
            _ = try enroll(id, intake)
        case .refused(let flaw, let isUndecided):
            if isUndecided { outcome.counts.undecided += 1 }
            throw flaw
        }
    }

    private enum Verdict {
        case matched(RosterMatch.Person, taking: Set<ParticipantField>)
        case new([Doubt])
        case refused(CellFlaw, isUndecided: Bool)
    }

    private func decide(_ read: RosterPerson, _ match: RosterMatch, row: Int) throws -> Verdict {
        let doubt = match.doubt(of: read, row: row)
        if let doubt, outcome.doubts.count < ImportOutcome.limit { outcome.doubts.append(doubt) }
        guard let doubt else { return match.person.map { .matched($0, taking: []) } ?? .new([]) }
        switch plan.rows[row] {
        case .skip: return .refused(flaw(doubt, words.exchange.skipped), isUndecided: false)
        case .different where doubt.kind != .otherName:
            return doubt.kind == .otherValues
                ? match.person.map { .matched($0, taking: []) } ?? .new([]) : .new([])
        case .same(let taking, let onFile):
            // Somebody changed the record since the clerk looked: it must be looked at again.
            guard let person = match.person, onFile == doubt.onFile else {
                return .refused(unsettled(doubt), isUndecided: true)
            }
            return .matched(person, taking: taking)
        case .different, nil: return undecided(doubt, match)
        }
    }

    /// What becomes of a row that nobody has settled.
    private func undecided(_ doubt: ImportDoubt, _ match: RosterMatch) -> Verdict {
        if doubt.kind == .otherValues, let person = match.person { return .matched(person, taking: []) }
        guard plan.unsettled == .kept, doubt.kind != .otherName else {
            return .refused(unsettled(doubt), isUndecided: true)
        }
        switch doubt.kind {
        case .samePerson:
            // Neither has a NIK: by name, birth date and residence that is one person.
            if doubt.read.nik == nil, doubt.onFile?.nik == nil, let person = match.person {
                return .matched(person, taking: [])
            }
            return .new([.samePerson])
        case .nearlySameNIK: return .new([.nearlySameNIK])
        case .roundedNIK: return .new([.roundedNIK])
        case .otherName, .otherValues: return .refused(unsettled(doubt), isUndecided: true)
        }
    }

    private func unsettled(_ doubt: ImportDoubt) -> CellFlaw {
        let holder = doubt.holder
        switch doubt.kind {
        case .otherName:
            guard let nik = doubt.read.nik, let holder else { break }
            let taken = words.sentence(for: .nikTaken(nik, holder: holder), gazetteer: gazetteer)
            return CellFlaw(column: .nik, value: nik.digits, reason: words.exchange.otherName(taken))
        case .nearlySameNIK: return flaw(doubt, words.exchange.settleFirst(words.terms.doubt(.nearlySameNIK)))
        case .roundedNIK: return flaw(doubt, words.exchange.settleFirst(words.terms.doubt(.roundedNIK)))
        case .samePerson, .otherValues: break
        }
        return flaw(doubt, words.exchange.settleFirst(words.terms.doubt(.samePerson)))
    }

    private func flaw(_ doubt: ImportDoubt, _ reason: String) -> CellFlaw {
        let isAboutNIK = doubt.kind == .nearlySameNIK || doubt.kind == .roundedNIK || doubt.kind == .otherName
        return CellFlaw(
            column: isAboutNIK ? .nik : .name,
            value: isAboutNIK ? doubt.read.nik?.digits ?? "" : doubt.read.name.text, reason: reason)
    }

    private func update(
        _ person: RosterMatch.Person, from read: Participant, taking: Set<ParticipantField>, _ intake: any Intake
    ) throws {
        guard !taking.isEmpty else { return }
        var merged = person.participant
        for field in ParticipantField.allCases where taking.contains(field) { field.copy(from: read, to: &merged) }
        do {
            try intake.update(person.id, to: merged)
            outcome.counts.updated += 1
        } catch let refusal as Refusal { throw flaw(refusal, of: read) }
    }

    /// - Returns: whether somebody joined a class by it.
    private func enroll(_ person: ID<Participant>, _ intake: any Intake) throws -> Bool {
        guard let trainingClass else { return false }
        let standing = EnrollmentStanding.new(in: trainingClass.value, today: today)
        guard try intake.enroll(person, in: trainingClass.id, standing: standing) != nil else {
            outcome.counts.alreadyEnrolled += 1
            return false
        }
        outcome.counts.enrolled += 1
        return true
    }

    private func ageDoubts(_ participant: Participant, on firstDay: CalendarDate) -> [Doubt] {
        participant.doubts(firstDay: firstDay, gazetteer: gazetteer).filter { $0 == .under15 || $0 == .over64 }
    }

    private func add(
        _ participant: Participant, _ doubts: [Doubt], _ intake: any Intake
    ) throws -> ID<Participant> {
        do { return try intake.add(participant, doubts: doubts) } catch let refusal as Refusal {
            throw flaw(refusal, of: participant)
        }
    }

    private func flaw(_ refusal: Refusal, of participant: Participant) -> CellFlaw {
        CellFlaw(
            column: .name, value: participant.name.text, reason: words.sentence(for: refusal, gazetteer: gazetteer))
    }

    // MARK: Refusals

    private func rejection(of record: SheetRecord, _ flaws: [CellFlaw]) -> Rejection {
        let reasons = flaws.dropFirst().map { words.exchange.also($0.column.rawValue, $0.reason) }.joined()
        let first = flaws.first
        return Rejection(
            row: record.row, column: first?.column ?? .name,
            value: first.map { shown($0.value, of: $0.column) } ?? "", reason: (first?.reason ?? "") + reasons)
    }

    /// A value as a message may show it: NIK and phone masked, whatever is wrong with them, and nothing endless.
    private func shown(_ value: String, of column: RosterColumn) -> String {
        let isPersonal = column == .nik || column == .phone
        guard isPersonal, value.count > 8 else { return String(value.prefix(80)) }
        return "\(value.prefix(4))\(String(repeating: "•", count: min(8, value.count - 8)))\(value.suffix(4))"
    }
}
