import Foundation
import GRDB
import Synchronization
import Testing
import Training

@testable import Store

/// The counting rules against a recount that knows nothing of tallies, after random histories.
@Suite struct RecountTests {
    @Test(arguments: 1...12) func talliesEqualARecount(seed: UInt64) async throws {
        let store = try SilatStore.inMemory(now: Office.noon)
        var history = try await History(store, seed: seed)
        for step in 1...60 {
            let what = try await history.doSomething()
            if step % 6 == 0 { try await expectRecount(store, "seed \(seed), step \(step): \(what)") }
        }
        try await expectRecount(store, "seed \(seed)")
        for finding in try await store.check() {
            #expect(finding.problem == nil, "seed \(seed): \(finding.check)")
        }
    }

    /// Every figure lists as many names as it says, each in the order and once, and every crossing adds up.
    @Test(arguments: 1...6) func figuresAndCrossingsEqualTheirNames(seed: UInt64) async throws {
        let store = try SilatStore.inMemory(now: Office.noon)
        var history = try await History(store, seed: seed &+ 100)
        for _ in 1...80 { _ = try await history.doSomething() }
        for year in [2025, 2026] {
            let facts = try await Facts(store, year: year)
            try await expectNames(store, facts, year, "seed \(seed)")
            for rows in Training.Dimension.allCases {
                for columns in Training.Dimension.allCases where columns != rows {
                    try await expectCrossing(store, facts, rows, columns, year)
                }
            }
            try await expectExplanation(store, year)
        }
    }

    private func expectNames(_ store: SilatStore, _ facts: Facts, _ year: Int, _ comment: Comment) async throws {
        for dimension in Training.Dimension.allCases {
            let totals = try await store.totals(by: dimension, of: year)
            for total in totals {
                let figure = Figure(year: year).part(dimension, total.code)
                #expect(try await listed(store, figure) == total.people, "\(dimension) \(total.code) \(comment)")
                #expect(
                    try await listed(store, figure.counting(.enrollments)) == total.enrollments,
                    "\(dimension) \(total.code) \(comment)")
                #expect(
                    try await listed(store, figure.part(.sex, "P")) == total.women,
                    "\(dimension) \(total.code) \(comment)")
            }
            let people = try await store.achievement(of: year).people
            let repeats = Figure(year: year, unit: .repeats(across: [dimension]))
            #expect(
                try await listed(store, repeats) == totals.overlap(beyond: people), "\(dimension) \(comment)")
        }
    }

    /// How many lines a figure's list has: counted, and read page by page in each order.
    private func listed(_ store: SilatStore, _ figure: Figure) async throws -> Int {
        let count = try await store.count(of: ParticipantQuery(figure: figure))
        for order in ParticipantQuery.Order.allCases {
            let query = ParticipantQuery(figure: figure, order: order)
            var lines: [Int64] = []
            var start = PageStart.first
            while true {
                let page = try await store.page(of: query, start, count: 7)
                lines += page.rows.map(\.lineID)
                guard page.hasLater, let last = page.rows.last else { break }
                start = .after(last)
            }
            #expect(lines.count == count && Set(lines).count == count, "\(figure) by \(order)")
        }
        return count
    }

    private func expectCrossing(
        _ store: SilatStore, _ facts: Facts, _ rows: Training.Dimension, _ columns: Training.Dimension, _ year: Int
    ) async throws {
        let table = try await store.cross(rows, columns, of: year)
        let expected = facts.totals(by: rows, columns)
        var found: [String: [Int]] = [:]
        for row in table.rows {
            for column in table.columns {
                let count = table[row.code, column.code]
                if count.enrollments != 0 {
                    found["\(row.code)|\(column.code)"] = [count.people, count.enrollments]
                }
            }
        }
        #expect(found == expected, "\(rows) × \(columns)")
        let everyone = Set(facts.rows.map(\.person)).count
        #expect(table.whole == Count(people: everyone, enrollments: facts.rows.count))
        #expect(found.values.map { $0[1] }.reduce(0, +) == facts.rows.count)
        let repeats = Figure(year: year, unit: .repeats(across: [rows, columns]))
        #expect(try await store.count(of: ParticipantQuery(figure: repeats)) == table.overlap)
        for row in table.rows {
            let figure = Figure(year: year, unit: .repeats(across: [columns])).part(rows, row.code)
            #expect(
                try await store.count(of: ParticipantQuery(figure: figure)) == table.overlap(ofRow: row),
                "\(rows) \(row.code) across \(columns)")
        }
    }

    private func expectExplanation(_ store: SilatStore, _ year: Int) async throws {
        let explanation = try await store.explanation(of: year, asOf: nil)
        for step in Explanation.Step.allCases {
            let figure = Explanation.figure(step, of: year)
            #expect(try await store.count(of: ParticipantQuery(figure: figure)) == explanation[step], "\(step)")
        }
        for contribution in try await store.contributions(of: year) {
            #expect(
                try await store.count(of: ParticipantQuery(figure: contribution.figure))
                    == contribution.named.by(contribution.rule))
            for reason in Contribution.Reason.allCases {
                let count = try await store.count(of: ParticipantQuery(figure: contribution.figure(reason)))
                #expect(count == contribution.reasons[reason] ?? 0, "\(reason)")
            }
        }
    }

    /// The headline as it stood after each of many steps, read later from the log, is the one that was shown then.
    @Test(arguments: 1...6) func thePastEqualsAReplay(seed: UInt64) async throws {
        let clock = SteppingClock()
        let store = try SilatStore.inMemory(now: clock.now)
        var history = try await History(store, seed: seed &+ 200)
        var shown: [(moment: Date, explanations: [Explanation])] = []
        for step in 1...50 {
            _ = try await history.doSomething()
            if step % 5 == 0 {
                let count = Int.random(in: 1...9_000, using: &history.random)
                let target = Target(year: 2025 + step % 2, count: count, rule: .allCases[step / 5 % 2])
                try await history.office.perform(.setTarget(target))
            }
            let moment = clock.advance()
            shown.append(
                (
                    moment,
                    [
                        try await store.explanation(of: 2025, asOf: nil),
                        try await store.explanation(of: 2026, asOf: nil),
                    ]
                ))
        }
        for (moment, explanations) in shown {
            for then in explanations {
                let past = try await store.explanation(of: then.year, asOf: moment)
                #expect(past.counts.filter { $0.value != 0 } == then.counts.filter { $0.value != 0 }, "seed \(seed)")
                #expect(Set(past.targets) == Set(then.targets))
                #expect(past.achievement == then.achievement)
            }
        }
        let versions = try await store.targetHistory(of: 2025)
        #expect(versions.map(\.target.count).last == shown.last?.explanations[0].target?.count)
        // Between two of them there was none where one was taken back.
        for (earlier, later) in zip(versions, versions.dropFirst()) { #expect(earlier.until! <= later.from) }
    }

    private func expectRecount(_ store: SilatStore, _ comment: Comment) async throws {
        for year in [2025, 2026] {
            let facts = try await Facts(store, year: year)
            let now = try await store.achievement(of: year)
            #expect(now.people == Set(facts.rows.map(\.person)).count, comment)
            #expect(now.enrollments == facts.rows.count, comment)
            for dimension in Training.Dimension.allCases {
                let totals = try await store.totals(by: dimension, of: year)
                let found = totals.filter { $0.enrollments != 0 }
                    .reduce(into: [String: [Int]]()) { $0[$1.code] = [$1.people, $1.enrollments] }
                #expect(found == facts.totals(by: dimension), "\(dimension) \(comment)")
            }
        }
    }

    /// Every enrollment that counts, with all it can be counted by: read record by record through the protocol.
    private struct Facts {
        struct Row {
            var person: Int64
            var codes: [Training.Dimension: String]
        }

        var rows: [Row] = []

        init(_ store: SilatStore, year: Int) async throws {
            let collected = Gathered<Stored<Participant>>()
            try await store.eachParticipant(ParticipantQuery()) { collected.add($0) }
            let organizers = try await store.organizers()
            for person in collected.all {
                for line in try await store.enrollments(of: person.id)
                where line.program.year == year && line.enrollment.value.standing.status.counts {
                    rows.append(Row(person: person.id.rawValue, codes: codes(person.value, line, organizers)))
                }
            }
        }

        private func codes(
            _ person: Participant, _ line: EnrollmentLine, _ organizers: [Stored<Organizer>]
        ) -> [Training.Dimension: String] {
            let residence = person.residence
            let start = line.trainingClass.start
            return [
                .kecamatan: residence.kecamatan?.description ?? "00",
                .desa: (residence.desa ?? residence.kecamatan)?.description ?? "00",
                .track: line.program.track.rawValue, .program: line.program.code.text,
                .organizer: organizers.first { $0.id == line.program.organizer }?.value.code.text ?? "",
                .funding: line.program.funding?.rawValue ?? "", .sex: person.sex.rawValue,
                .month: String(start.description.prefix(7)),
                .age: AgeGroup(age: person.birthDate.wholeYears(to: start)).code,
            ]
        }

        func totals(by dimension: Training.Dimension) -> [String: [Int]] {
            Dictionary(grouping: rows) { $0.codes[dimension]! }
                .mapValues { [Set($0.map(\.person)).count, $0.count] }
        }

        func totals(by rows: Training.Dimension, _ columns: Training.Dimension) -> [String: [Int]] {
            Dictionary(grouping: self.rows) { "\($0.codes[rows]!)|\($0.codes[columns]!)" }
                .mapValues { [Set($0.map(\.person)).count, $0.count] }
        }
    }
}

/// A clock that goes on a minute whenever it is told to.
private final class SteppingClock: Sendable {
    private let minutes = Mutex(0)

    var now: @Sendable () -> Date {
        { [self] in minutes.withLock { Office.noon().addingTimeInterval(Double($0) * 60) } }
    }

    /// Goes on, and gives the moment that lies after everything so far and before everything to come.
    func advance() -> Date {
        minutes.withLock { minutes in
            minutes += 1
            return Office.noon().addingTimeInterval(Double(minutes) * 60 - 30)
        }
    }
}

/// A random history of an office: everything that changes what is counted.
struct History {
    var office: Office
    var random: Seeded
    var serial = 1
    var people: [ID<Participant>] = []
    var classes: [ID<TrainingClass>] = []
    var programs: [ID<Program>] = []
    var organizers: [ID<Organizer>] = []

    static let places = ["63.09.06.2005", "63.09.01.2001", "63.09.01.2002", "63.09.04", nil]

    init(_ store: SilatStore, seed: UInt64) async throws {
        office = try await Office(store)
        random = Seeded(state: seed)
        for code in ["A", "B"] {
            let organizer = Organizer(code: Code(code)!, name: "LKP \(code)", kind: .lkp)
            organizers.append(ID(try await office.perform(.addOrganizer(organizer)).record!))
        }
        programs = [office.program]
        for (index, track) in Track.allCases.enumerated() {
            programs.append(try await office.addProgram("P-2\(index)", year: 2025 + index % 2, track: track))
        }
        classes = [office.trainingClass]
        for (index, program) in programs.enumerated() {
            let start = "202\(5 + index % 2)-0\(index + 1)-01"
            classes.append(try await office.addClass("K-1\(index)", program, start: start, seats: 500))
        }
    }

    /// Whether two people are made one now and then.
    var mergesPeople = true

    /// Which dice led to an error that is no refusal.
    private struct Stopped: Error {
        let dice: Int
        let error: any Error
    }

    /// Does one thing; what the store refuses is as good as done.
    ///
    /// - Parameter undoing: whether that may be to take back a step.
    mutating func doSomething(undoing: Bool = true) async throws -> String {
        let dice = Int.random(in: 0..<15, using: &random)
        if !undoing, dice == 10 { return "\(dice)" }
        do {
            switch dice {
            case 0...3: try await add()
            case 4: try await edit()
            case 5:
                if let id = people.randomElement(using: &random) { try await office.perform(.deleteParticipant(id)) }
            case 6: try await enroll()
            case 7: try await setStatus()
            case 8: try await moveClass()
            case 9: try await moveProgram()
            case 10: try await office.perform(.undo)
            case 11: if mergesPeople { try await merge() }
            case 12: try await keepApart()
            case 13: try await verify()
            default: try await takeIn()
            }
        } catch is Refusal {
        } catch { throw Stopped(dice: dice, error: error) }
        return "\(dice)"
    }

    mutating func person() -> Participant {
        serial += 1
        let place = Self.places.randomElement(using: &random)!
        return Office.person(
            "Orang \(serial)", nik: serial % 7 == 0 ? nil : Office.nik(serial), desa: place,
            sex: Bool.random(using: &random) ? .male : .female)
    }

    private mutating func add() async throws {
        let trainingClass = Bool.random(using: &random) ? classes.randomElement(using: &random) : nil
        let action = Action.addParticipant(person(), in: trainingClass, confirmed: Set(Doubt.allCases))
        people.append(ID(try await office.perform(action).record!))
    }

    private mutating func edit() async throws {
        guard let id = people.randomElement(using: &random), let basis = try await office.store.participant(id) else {
            return
        }
        var edited = basis
        let other = person()
        edited.value.residence = other.residence
        edited.value.sex = other.sex
        if Int.random(in: 0..<4, using: &random) == 0 { edited.value.identity = other.identity }
        try await office.perform(.editParticipant(edited, basedOn: basis, confirmed: Set(Doubt.allCases)))
    }

    /// Keys somebody's form a second time, which moves them where the second entry is right.
    private mutating func verify() async throws {
        let lines = try await office.store.secondEntries(of: classes.randomElement(using: &random)!)
        guard let line = lines.randomElement(using: &random) else { return }
        let first = line.participant.value
        var corrected = first
        let other = person()
        corrected.residence = other.residence
        corrected.sex = other.sex
        let verdicts = VerifiedField.allCases.map { field -> (VerifiedField, SecondEntry.Verdict) in
            (field, field.agrees(first, corrected) ? .agreed : .secondRight)
        }
        try await office.perform(
            .verify(
                SecondEntry(enrollment: line.enrollment, verdicts: Dictionary(uniqueKeysWithValues: verdicts)),
                of: line.participant, corrected: corrected, confirmed: Set(Doubt.allCases)))
    }

    /// Makes one record of two, whoever they are; the one that stays may take the other's number.
    private mutating func merge() async throws {
        guard let one = people.randomElement(using: &random), let other = people.randomElement(using: &random),
            let stays = try await office.store.participant(one), let gone = try await office.store.participant(other)
        else { return }
        var merged = stays.value
        for field in ParticipantField.allCases where Bool.random(using: &random) {
            field.copy(from: gone.value, to: &merged)
        }
        let action = Action.mergeParticipants(
            Merge(stays, saying: merged, takesIn: gone), confirmed: Set(Doubt.allCases))
        try await office.perform(action)
    }

    private mutating func keepApart() async throws {
        guard let one = people.randomElement(using: &random), let other = people.randomElement(using: &random) else {
            return
        }
        try await office.perform(Bool.random(using: &random) ? .keepApart(one, other) : .forgetApart(one, other))
    }

    private mutating func enroll() async throws {
        guard let id = people.randomElement(using: &random) else { return }
        let trainingClass = classes.randomElement(using: &random)!
        try await office.perform(.enroll([id], in: trainingClass, standing: nil, confirmed: Set(Doubt.allCases)))
    }

    private mutating func setStatus() async throws {
        let roster = try await office.store.roster(of: classes.randomElement(using: &random)!)
        let status = EnrollmentStatus.allCases.randomElement(using: &random)!
        let standing = EnrollmentStanding(status, on: CalendarDate(iso: "2026-11-20")!, detail: "x")!
        let some = roster.filter { _ in Bool.random(using: &random) }.map(\.enrollment.id)
        if Int.random(in: 0..<5, using: &random) == 0 {
            try await office.perform(.removeEnrollments(some))
        } else {
            try await office.perform(.setStanding(some, standing))
        }
    }

    private mutating func moveClass() async throws {
        guard var line = try await office.store.trainingClass(classes.randomElement(using: &random)!)?.trainingClass
        else { return }
        line.value.program = programs.randomElement(using: &random)!
        line.value.start = line.value.start.adding(days: -31)
        try await office.perform(.editClass(line))
    }

    private mutating func moveProgram() async throws {
        let year = Bool.random(using: &random) ? 2025 : 2026
        guard var program = try await office.store.programs(of: year).randomElement(using: &random)?.program else {
            return
        }
        program.value.year = 4051 - year
        program.value.track = Track.allCases.randomElement(using: &random)!
        program.value.organizer = Bool.random(using: &random) ? organizers.randomElement(using: &random) : nil
        program.value.funding = Bool.random(using: &random) ? Funding.allCases.randomElement(using: &random) : nil
        try await office.perform(.editProgram(program))
    }

    private mutating func takeIn() async throws {
        let (newcomers, trainingClass) = ((1...3).map { _ in person() }, classes.randomElement(using: &random)!)
        let known = people.randomElement(using: &random)
        let day = CalendarDate(iso: "2026-05-05")!
        let added = try await office.store.takeIn(as: .importRoster, note: "x", by: office.author, keep: true) {
            intake in
            if let known, try intake.row(of: known) != nil {
                _ = try intake.enroll(known, in: trainingClass, standing: .attending(on: day))
            }
            return try newcomers.map { newcomer in
                let id = try intake.add(newcomer, doubts: [])
                _ = try intake.enroll(id, in: trainingClass, standing: .attending(on: day))
                return id
            }
        }
        people += added
    }
}

/// A generator whose numbers follow from its seed (SplitMix64).
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
