import Foundation
import GRDB
import Training

/// What a ``TrainingStore`` is asked, each in a transaction of its own; and the little that desks keep beside their records.
extension SilatStore {
    public func years() async throws -> [Int] { try await recall(.years) { try Figures(db: $0).years() } }

    public func newestTargetYear() async throws -> Int? { try await read { try Figures(db: $0).newestTargetYear() } }

    public func achievement(of year: Int) async throws -> Achievement {
        try await recall(.achievement(year: year)) { try Figures(db: $0).achievement(of: year) }
    }

    public func totals(by dimension: Training.Dimension, of year: Int) async throws -> [Total] {
        try await recall(.totals(dimension, year: year)) { try Figures(db: $0).totals(by: dimension, of: year) }
    }

    public func cross(
        _ rows: Training.Dimension, _ columns: Training.Dimension, of year: Int
    ) async throws -> CrossTable {
        // One may have a hundred thousand cells: only that beside plain totals, which each return asks for, is kept.
        guard columns == .track else { return try await read { try Figures(db: $0).cross(rows, columns, of: year) } }
        return try await recall(.byTrack(rows, year: year)) { try Figures(db: $0).cross(rows, columns, of: year) }
    }

    public func targetHistory(of year: Int) async throws -> [TargetVersion] {
        try await read { try YearProgress(db: $0).targetHistory(of: year) }
    }

    public func pace(of year: Int, today: CalendarDate) async throws -> Pace {
        try await recall(.pace(year: year, today: today)) { try YearProgress(db: $0).pace(of: year, today: today) }
    }

    public func entries(of year: Int, since: Date) async throws -> [EntryCount] {
        try await recall(.entries(year: year, since: since)) {
            try YearProgress(db: $0).entries(of: year, since: since)
        }
    }

    public func explanation(of year: Int, asOf: Date?) async throws -> Explanation {
        if let asOf { return try await read { try Explaining(db: $0).past(year, before: asOf) } }
        let now = now()
        var explanation = try await recall(.explanation(year: year)) { try Explaining(db: $0).now(year, at: now) }
        explanation.cutOff = now
        return explanation
    }

    public func contributions(of year: Int) async throws -> [Contribution] {
        try await recall(.contributions(year: year)) { try Contributions(db: $0).all(of: year) }
    }

    public func residents() async throws -> [Residents] { try await read { try YearProgress(db: $0).residents() } }

    public func targets() async throws -> [Stored<Target>] { try await read { try Figures(db: $0).targets() } }

    public func participant(_ id: ID<Participant>) async throws -> Stored<Participant>? {
        try await read { try Queries(db: $0).participant(id) }
    }

    public func participant(nik: NIK) async throws -> Stored<Participant>? {
        try await read { try Queries(db: $0).participant(nik: nik) }
    }

    public func row(of id: ID<Participant>) async throws -> ParticipantRow? {
        try await read { try Queries(db: $0).row(of: id) }
    }

    public func page(
        of query: ParticipantQuery, _ start: PageStart, count: Int
    ) async throws -> ParticipantPage {
        try await read { try Pages(db: $0).page(of: query, start, count: count) }
    }

    public func count(of query: ParticipantQuery) async throws -> Int {
        if let entries = try await entries(behind: query) { return entries }
        // In whichever order it stands, a list is as long.
        var question = query
        question.order = .name
        return try await read { [knownCounts, question] db in
            try knownCounts.answer(to: question, asOf: try StepLog(db: db).newest()) {
                try Pages(db: db).count(of: query)
            }
        }
    }

    /// How many entries a list has that is nothing but the entries since a moment: known from the screen that it is opened from.
    private func entries(behind query: ParticipantQuery) async throws -> Int? {
        guard let figure = query.figure, let entered = figure.entered, let year = figure.year else { return nil }
        let entries = Figure(year: year, unit: .enrollments, entered: entered)
        guard query == ParticipantQuery(figure: entries, order: query.order) else { return nil }
        return try await self.entries(of: year, since: entered.since)
            .filter { entered.by == nil || $0.name == entered.by }.map(\.enrollments).reduce(0, +)
    }

    public func count(of query: ParticipantQuery, upTo limit: Int) async throws -> RowCount {
        try await read { RowCount(try Pages(db: $0).count(of: query, upTo: limit), upTo: limit) }
    }

    public func enrollments(of id: ID<Participant>) async throws -> [EnrollmentLine] {
        try await read { try Queries(db: $0).enrollments(of: id) }
    }

    public func openDoubts(of id: ID<Participant>) async throws -> [Doubt] {
        try await read { try Queries(db: $0).openDoubts(of: id) }
    }

    public func senders() async throws -> [String] { try await read { try Senders(db: $0).names() } }

    public func columns(of sender: String) async throws -> [String: RosterColumn?] {
        try await read { try Senders(db: $0).columns(of: sender) }
    }

    public func keepColumns(_ columns: [String: RosterColumn?], of sender: String) async throws {
        try await write { try Senders(db: $0).keep(columns, of: sender) }
    }

    public func imports(hash: String) async throws -> [Step] {
        try await read { try Senders(db: $0).imports(hash: hash) }
    }

    public func followUps(
        _ query: FollowUpQuery, today: CalendarDate, count: Int
    ) async throws -> [DueFollowUp] {
        try await read { try FollowUps(db: $0, today: today).list(query, count: count) }
    }

    public func followUpCount(_ query: FollowUpQuery, today: CalendarDate) async throws -> Int? {
        try await read { try FollowUps(db: $0, today: today).count(query) }
    }

    public func followUpCounts(in kecamatan: RegionCode?, today: CalendarDate) async throws -> [FollowUpCount] {
        try await recall(.followUpCounts(kecamatan: kecamatan, today: today)) {
            try FollowUpCounts(db: $0, today: today).counts(in: kecamatan)
        }
    }

    public func followUps(of enrollment: ID<Enrollment>) async throws -> [Stored<FollowUp>] {
        let today = CalendarDate.today(now())
        return try await read { try FollowUps(db: $0, today: today).done(for: enrollment) }
    }

    public func outcomes(of participant: ID<Participant>) async throws -> [Stored<Outcome>] {
        let today = CalendarDate.today(now())
        return try await read { try FollowUps(db: $0, today: today).outcomes(of: participant) }
    }

    public func path(of participant: ID<Participant>) async throws -> [PathStep] {
        let today = CalendarDate.today(now())
        return try await read { try FollowUps(db: $0, today: today).path(of: participant) }
    }

    public func ladder(
        by dimension: Training.Dimension?, of year: Int, today: CalendarDate
    ) async throws -> [OutcomeLadder] {
        try await recall(.ladder(dimension, year: year, today: today)) {
            try OutcomeLadders(db: $0, today: today).ladders(by: dimension, of: year)
        }
    }

    public func codes(of checks: [DueFollowUp]) async throws -> [LabelCode] {
        let checks = checks.map { (enrollment: $0.enrollment, mark: $0.mark) }
        let today = CalendarDate.today(now())
        return try await write { try FollowUps(db: $0, today: today).codes(of: checks) }
    }

    public func followUp(code: LabelCode, today: CalendarDate) async throws -> DueFollowUp {
        try await read { try FollowUps(db: $0, today: today).followUp(code: code) }
    }

    public func equipment(
        _ list: EquipmentList, in region: ParticipantQuery.RegionFilter?, today: CalendarDate
    ) async throws -> [EquipmentLine] {
        try await read { try EquipmentRegister(db: $0, today: today).list(list, in: region) }
    }

    public func equipmentHistory(_ id: ID<Equipment>, today: CalendarDate) async throws -> EquipmentHistory? {
        try await read { try EquipmentRegister(db: $0, today: today).history(of: id) }
    }

    public func equipment(code: LabelCode) async throws -> ID<Equipment> {
        let today = CalendarDate.today(now())
        return try await read { try EquipmentRegister(db: $0, today: today).equipment(code: code) }
    }

    public func alumni(_ query: AlumniQuery, today: CalendarDate) async throws -> [AlumniLine] {
        try await read { try Alumni(db: $0, today: today).find(query) }
    }

    public func alumniPeople(_ query: AlumniQuery, today: CalendarDate) async throws -> [ID<Participant>] {
        try await read { try Alumni(db: $0, today: today).people(query) }
    }

    public func alumni(
        _ query: AlumniQuery, among people: [ID<Participant>], today: CalendarDate
    ) async throws -> [AlumniLine] {
        try await read { try Alumni(db: $0, today: today).find(query, among: people) }
    }

    public func recalls() async throws -> [Stored<Recall>] {
        let today = CalendarDate.today(now())
        return try await read { try Alumni(db: $0, today: today).recalls() }
    }

    public func recall(_ id: ID<Recall>) async throws -> [AlumniLine] {
        let today = CalendarDate.today(now())
        return try await read { try Alumni(db: $0, today: today).lines(of: id) }
    }

    public func pokirTrails(of year: Int, today: CalendarDate) async throws -> [PokirTrail] {
        try await read { try Alumni(db: $0, today: today).pokirTrails(of: year) }
    }

    public func secondEntries(of trainingClass: ID<TrainingClass>) async throws -> [SecondEntryLine] {
        try await read { try SecondEntries(db: $0).lines(of: trainingClass) }
    }

    public func comparedEntries(_ scope: SecondEntryScope) async throws -> [ComparedEntry] {
        try await read { try SecondEntries(db: $0).entries(scope) }
    }

    public func organizers() async throws -> [Stored<Organizer>] {
        try await recall(.organizers) { try Queries(db: $0).organizers() }
    }

    public func programs(of year: Int) async throws -> [ProgramLine] {
        try await recall(.programs(year: year)) { try Queries(db: $0).programs(of: year) }
    }

    public func classes(of year: Int) async throws -> [ClassLine] {
        try await read { try ClassLists(db: $0).all(of: year) }
    }

    public func classes(
        of year: Int, fitting text: String, count: Int
    ) async throws -> (lines: [ClassLine], total: Int) {
        if text.isEmpty {
            return try await recall(.firstClasses(year: year, count: count)) {
                try ClassLists(db: $0).fitting(text, of: year, count: count)
            }
        }
        return try await read { try ClassLists(db: $0).fitting(text, of: year, count: count) }
    }

    public func lastClasses(of year: Int, count: Int) async throws -> (lines: [ClassLine], total: Int) {
        try await read { try ClassLists(db: $0).last(count, of: year) }
    }

    public func trainingClass(_ id: ID<TrainingClass>) async throws -> ClassLine? {
        try await read { try Queries(db: $0).trainingClass(id) }
    }

    public func trainingClass(code: String) async throws -> ClassLine {
        try await read { try Queries(db: $0).trainingClass(code: code) }
    }

    public func program(code: String) async throws -> ProgramLine {
        try await read { try Queries(db: $0).program(code: code) }
    }

    public func organizer(code: String) async throws -> Stored<Organizer> {
        try await read { try Queries(db: $0).organizer(code: code) }
    }

    public func roster(of id: ID<TrainingClass>) async throws -> [RosterLine] {
        try await read { try Queries(db: $0).roster(of: id) }
    }

    public func log(of participant: ID<Participant>?, count: Int) async throws -> [Step] {
        try await log(LogQuery(participant: participant), before: nil, count: count)
    }

    public func log(_ query: LogQuery, before: ID<Step>?, count: Int) async throws -> [Step] {
        try await read { try StepLog(db: $0).steps(query, before: before, count: count) }
    }

    public func step(_ id: ID<Step>) async throws -> Step? {
        try await read { try StepLog(db: $0).step(id.rawValue) }
    }

    public func changes(of step: ID<Step>, from place: Int, count: Int) async throws -> [ChangeEntry] {
        try await read { try ChangeLog(db: $0).changes(of: step.rawValue, from: place, count: count) }
    }

    public func undoable(by author: Author) async throws -> Step? {
        try await read { try StepChain.newest(standing: true, by: author, in: $0)?.root }
    }

    public func redoable(by author: Author) async throws -> Step? {
        try await read { try StepChain.newest(standing: false, by: author, in: $0)?.root }
    }

    public func keepDraft(_ draft: String?, form: String, by author: Author) async throws {
        try await write { try Drafts(db: $0, author: author).keep(draft, form: form) }
    }

    public func draft(form: String, by author: Author) async throws -> String? {
        try await write { try Drafts(db: $0, author: author).take(form: form) }
    }

    public func check() async throws -> [CheckFinding] {
        // The search index is checked by a write that writes nothing.
        try await write { [path] in try FileCheck(db: $0).findings(ofFileAt: path == Self.memory ? nil : path) }
    }

    public func eachParticipant(
        _ query: ParticipantQuery, _ body: @Sendable @escaping (Stored<Participant>) throws -> Void
    ) async throws {
        try await read { db in
            let condition = try Condition(query, in: db)
            guard !condition.isImpossible else { return }
            let statement = try db.makeStatement(
                sql: """
                    SELECT r.id, \(Participant.exportedColumns)
                    FROM participant r \(condition.whereClause) ORDER BY r.id
                    """)
            try statement.each(StatementArguments(condition.arguments)) { row in
                try body(Stored(id: ID(row.number(at: 0)), version: ID(0), value: Participant(row: row, from: 1)))
            }
        }
    }

    public func eachEnrollment(
        year: Int?, _ body: @Sendable @escaping (ParticipantRow, EnrollmentLine) throws -> Void
    ) async throws {
        try await read { db in
            let queries = Queries(db: db)
            var classes: [Int64: ClassLine] = [:]
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT e.*, r.nik, r.name, r.sex, r.birth_date, r.kecamatan, r.desa
                    FROM enrollment e JOIN participant r ON r.id = e.participant
                    JOIN training_class c ON c.id = e.class JOIN program p ON p.id = c.program
                    WHERE ?1 IS NULL OR p.year = ?1 ORDER BY e.id
                    """, arguments: [year])
            while let row = try rows.next() {
                let enrollment = try Enrollment(row: row)
                let id = enrollment.trainingClass
                if classes[id.rawValue] == nil { classes[id.rawValue] = try queries.trainingClass(id) }
                guard let line = classes[id.rawValue] else { continue }
                let stored = Stored(id: ID<Enrollment>(row["id"]), version: ID(0), value: enrollment)
                let person = ParticipantRow(
                    id: enrollment.participant, nik: try (row["nik"] as Int64?).map(NIK.init(stored:)),
                    name: try PersonName(stored: row["name"]), sex: try .stored(row["sex"]),
                    birthDate: try .stored(row["birth_date"]),
                    residence: Residence(kecamatan: row["kecamatan"], desa: row["desa"]))
                try body(
                    person,
                    EnrollmentLine(enrollment: stored, trainingClass: line.trainingClass.value, program: line.program))
            }
        }
    }
}
