import Sheets
import Training
import Words

/// Takes a roster in, in one pass, in memory that does not grow with it.
public struct RosterImport: Sendable {
    private let file: RosterFile
    private let trainingClass: Stored<TrainingClass>?
    private let places: PlaceIndex
    private let words: Phrasebook
    private let today: CalendarDate

    /// - Parameter trainingClass: the class that everybody in the file joins, if any.
    public init(
        _ file: RosterFile, into trainingClass: Stored<TrainingClass>?, places: PlaceIndex, words: Phrasebook,
        today: CalendarDate
    ) {
        self.file = file
        self.trainingClass = trainingClass
        self.places = places
        self.words = words
        self.today = today
    }

    /// Reads all rows. Good ones are kept, the others handed to `refuse` with the cells as they came in.
    ///
    /// - Throws: ``RosterFlaw`` where the file is no table after all, and whatever `intake` and `refuse` throw: then
    ///   nothing may be kept.
    public func run(
        _ intake: any Intake, refuse: (Rejection, SheetRecord) throws -> Void
    ) throws -> ImportCounts {
        let rows = RosterRowReader(header: file.header, places: places, words: words, today: today)
        var reader = file.reader
        var record = SheetRecord()
        var counts = ImportCounts()
        while try next(&record, from: &reader) {
            if record.isBlank { continue }
            counts.read += 1
            do {
                try checkWidth(record)
                try take(rows.participant(in: record), intake, &counts)
            } catch let error as RowFlaws {
                counts.rejected += 1
                try refuse(rejection(of: record, error.flaws), record)
            } catch let error as CellFlaw {
                counts.rejected += 1
                try refuse(rejection(of: record, [error]), record)
            }
        }
        return counts
    }

    private func next(
        _ record: inout SheetRecord, from reader: inout some SheetReader
    ) throws(RosterFlaw) -> Bool {
        do throws(SheetFlaw) { return try reader.read(&record) } catch { throw .sheet(error) }
    }

    /// A row with a cell too many or too few may hold anything in any column: none of it is believed.
    private func checkWidth(_ record: SheetRecord) throws(CellFlaw) {
        let columns = file.header.cells.count
        guard record.count != columns else { return }
        throw CellFlaw(
            column: file.header.lastColumn(upTo: record.count), value: record.count > columns ? record[columns] : "",
            reason: words.exchange.ragged(record.count, columns))
    }

    /// Finds or adds one person, and enrols them where a class was given.
    private func take(_ participant: Participant, _ intake: any Intake, _ counts: inout ImportCounts) throws {
        let person: ID<Participant>
        if let known = try match(participant, intake) {
            counts.matched += 1
            person = known
        } else {
            var doubts = participant.doubts(firstDay: trainingClass?.value.start, gazetteer: places.gazetteer)
            if participant.nik != nil, try nameless(participant, intake) != nil { doubts.append(.samePerson) }
            person = try add(participant, doubts, intake)
            counts.added += 1
            for doubt in doubts { counts.doubts[doubt, default: 0] += 1 }
        }
        guard let trainingClass else { return }
        let standing = EnrollmentStanding.new(in: trainingClass.value, today: today)
        if try intake.enroll(person, in: trainingClass.id, standing: standing) != nil {
            counts.enrolled += 1
            // Somebody on file may be too young for a class that was not asked about before.
            for doubt in try intake.note(ageDoubts(participant, on: trainingClass.value.start), about: person) {
                counts.doubts[doubt, default: 0] += 1
            }
        } else {
            counts.alreadyEnrolled += 1
        }
    }

    private func ageDoubts(_ participant: Participant, on firstDay: CalendarDate) -> [Doubt] {
        participant.doubts(firstDay: firstDay, gazetteer: places.gazetteer).filter { $0 == .under15 || $0 == .over64 }
    }

    /// Who on file this is: by NIK and name, or without NIK by name, birth date and residence.
    private func match(_ participant: Participant, _ intake: any Intake) throws -> ID<Participant>? {
        guard let nik = participant.nik else { return try nameless(participant, intake) }
        guard let holder = try intake.holder(of: nik) else { return nil }
        guard let row = try intake.row(of: holder), row.name.key != participant.name.key else { return holder }
        let taken = words.sentence(for: .nikTaken(nik, holder: row), gazetteer: places.gazetteer)
        throw CellFlaw(column: .nik, value: nik.digits, reason: words.exchange.otherName(taken))
    }

    /// Somebody on file without NIK who is this person by name, birth date and residence.
    private func nameless(_ participant: Participant, _ intake: any Intake) throws -> ID<Participant>? {
        try intake.holder(
            ofName: participant.name, birthDate: participant.birthDate, residence: participant.residence)
    }

    private func add(
        _ participant: Participant, _ doubts: [Doubt], _ intake: any Intake
    ) throws -> ID<Participant> {
        do {
            return try intake.add(participant, doubts: doubts)
        } catch let refusal as Refusal {
            throw CellFlaw(
                column: .name, value: participant.name.text,
                reason: words.sentence(for: refusal, gazetteer: places.gazetteer))
        }
    }

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
