import Foundation
import SheetFixtures
import Sheets
import Store
import Synchronization
import Testing
import Training
import Words

@testable import Exchange

/// What goes out comes in again: lists as somebody on file, refused rows as what they were.
@Suite struct RosterRoundTripTests {
    /// Whoever can be kept can go out and come in again as the same person, in text and in workbooks.
    @Test(arguments: [ExportFormat.csv, .xlsx], 1...4) func peopleComeBackAsTheyWere(
        _ format: ExportFormat, seed: UInt64
    ) async throws {
        var random = Seeded(state: seed)
        let people = (0..<60).map { RandomPerson(serial: $0 + 1).participant(&random) }
        let roster = try await Roster()
        try await roster.keep(people)
        let path = try await export(roster, format)
        let other = try await Roster()
        let again = try await other.take(file: path)
        #expect(again.rejections.isEmpty && again.counts.added == people.count, "seed \(seed) \(again.rejections)")
        #expect(try await other.everybody() == (try await roster.everybody()), "seed \(seed)")
        // And once more into the same: nobody is new.
        let twice = try await roster.take(file: path)
        #expect((twice.counts.added, twice.counts.matched) == (0, people.count), "seed \(seed)")
    }

    private func export(_ roster: Roster, _ format: ExportFormat) async throws -> String {
        let path = roster.folder + "/out.\(format.rawValue)"
        let output = try Output.file(path)
        let list = ListWriter(
            exporting: format, columns: Column<Stored<Participant>>.roster(.tabalong, reveal: true), style: plain,
            to: output)
        try await roster.store.eachParticipant(ParticipantQuery()) { try list.add($0) }
        try list.finish()
        try output.keep()
        return path
    }

    // MARK: Refused rows

    private static let text = """
        No;NIK;Nama;Kec.;Catatan
        1;6309064505990001;Siti;Kelua;=a
        2;6309064505990002;Renée “R”;Klua;"b; ""c""
        d"
        3;123;Ana;Jaro;–
        4;6309115511930005;Nor Aina;Jaro;

        """

    /// Refused rows keep the encoding, the separator and the columns they came in.
    @Test(arguments: [TextEncoding.utf8, .utf16LittleEndian, .utf16BigEndian, .windows1252], [false, true])
    func refusedTextComesBackInItsForm(_ encoding: TextEncoding, isMarked: Bool) async throws {
        guard encoding != .windows1252 || !isMarked else { return }
        let roster = try await Roster()
        let mark = isMarked ? "\u{FEFF}" : ""
        let path = try roster.write(encoding.bytes(of: mark + Self.text), to: "daftar.csv")
        #expect(try await roster.take(file: path).counts.rejected == 2)
        let first = try Data(contentsOf: URL(fileURLWithPath: roster.rejects))
        let header = "No;NIK;Nama;Kec.;Catatan;baris_ditolak;kolom_ditolak;nilai_ditolak;alasan_ditolak\n"
        #expect(first.starts(with: encoding.bytes(of: mark + header)))
        #expect(
            first.range(of: Data(encoding.bytes(of: "Renée “R”;Klua;\"b; \"\"c\"\"\nd\";3;kecamatan;Klua;"))) != nil)

        // Fed back as it is: refused again, with the same words in the same places.
        let again = try await roster.take(file: roster.copyOfRejects())
        #expect((again.counts.read, again.counts.rejected) == (2, 2))
        let second = try Data(contentsOf: URL(fileURLWithPath: roster.rejects))
        #expect(try rows(second, encoding, roster).map(\.count) == [9, 9, 9])
        #expect(
            try rows(second, encoding, roster).map { $0.prefix(5) }
                == (try rows(first, encoding, roster).map { $0.prefix(5) }))

        // One row mended: that one is new, the other is refused still.
        let mended = try #require(second.replacing("Klua;", by: "Kelua;", encoding))
        let third = try await roster.take(file: try roster.write(mended, to: "mended.csv"))
        #expect((third.counts.read, third.counts.added, third.counts.rejected) == (2, 1, 1))
        #expect(try await roster.person("6309064505990002")?.name.text == "Renée “R”")
    }

    private func rows(_ bytes: Data, _ encoding: TextEncoding, _ roster: Roster) throws -> [[String]] {
        var reader = try CSVReader(UTF8Text(MemoryBytes(bytes), encoding))
        var record = SheetRecord()
        var rows: [[String]] = []
        while try reader.read(&record) { rows.append(record.cells) }
        return rows
    }

    /// Out of a workbook into one: numbers and days stay what they are, and what is asked about them is asked again.
    @Test func refusedRowsOfAWorkbookComeBack() async throws {
        let roster = try await Roster()
        let listing = WorkbookListing(
            """
            lembar: Peserta
            NIK | Nama | Tgl Lahir | Kec. | Nilai
            #6309064505990001 | Siti | @1999-05-05 | Klua | #87.5
            123 | Ana | 12 Mei 1999 | Jaro | ?TRUE
            6309115511930005 | Nor Aina | | Jaro |

            """)
        let path = try roster.write(listing.fixture.bytes(), to: "daftar.xlsx")
        let rejects = roster.folder + "/ditolak.xlsx"
        var plan = ImportPlan(path: path)
        plan.rejectsPath = rejects
        #expect(try await roster.settle(plan).counts.rejected == 2)
        let first = try cells(of: rejects)
        #expect(first[0] == ["NIK", "Nama", "Tgl Lahir", "Kec.", "Nilai"] + RosterColumn.rejections.map(\.rawValue))
        #expect(first[1].prefix(5) == ["6309064505990001", "Siti", "1999-05-05", "Klua", "87.5"])
        #expect(first[2].prefix(5) == ["123", "Ana", "12 Mei 1999", "Jaro", "TRUE"])

        plan.path = rejects
        plan.rejectsPath = roster.folder + "/lagi.xlsx"
        plan.places[WrittenPlace(kecamatan: "Klua", desa: nil)] = try PlaceIndex().kecamatan("Kelua")
        let outcome = try await roster.settle(plan)
        #expect((outcome.counts.read, outcome.counts.added, outcome.counts.rejected) == (2, 1, 1))
        #expect(try await roster.person("6309064505990001")?.birthDate.description == "1999-05-05")
        let second = try cells(of: roster.folder + "/lagi.xlsx")
        #expect(second.map(\.count) == [9, 9] && second[1].prefix(5) == first[2].prefix(5))
    }

    private func cells(of path: String) throws -> [[String]] {
        let reader = try Workbook(path: path).reader(of: 0)
        var record = SheetRecord()
        var rows: [[String]] = []
        while try reader.read(&record) { rows.append(record.cells) }
        return rows
    }
}

extension Roster {
    fileprivate func copyOfRejects() throws -> String {
        try write(try Data(contentsOf: URL(fileURLWithPath: rejects)), to: "again.csv")
    }

    /// Puts people on file.
    func keep(_ people: [Participant]) async throws {
        try await store.takeIn(as: .importRoster, note: "", by: author, keep: true) { intake in
            for person in people { _ = try intake.add(person, doubts: []) }
        }
    }

    /// Everybody on file, in an order of their own.
    func everybody() async throws -> [Participant] {
        let all = Mutex<[Participant]>([])
        try await store.eachParticipant(ParticipantQuery()) { person in all.withLock { $0.append(person.value) } }
        return all.withLock { $0.sorted { "\($0.identity) \($0.name.text)" < "\($1.identity) \($1.name.text)" } }
    }
}

extension Data {
    fileprivate func replacing(_ text: String, by other: String, _ encoding: TextEncoding) -> Data? {
        guard let range = range(of: Data(encoding.bytes(of: text))) else { return nil }
        var copy = self
        copy.replaceSubrange(range, with: encoding.bytes(of: other))
        return copy
    }
}
