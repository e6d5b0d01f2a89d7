import Foundation
import Sheets
import Store
import Synchronization
import Testing
import Training
import Words

@testable import Exchange

/// A store in memory with one class, and rosters on disk that are taken into it.
final class Roster {
    let store: SilatStore
    let author = Author(name: "rina", desk: "meja1")
    let folder = NSTemporaryDirectory() + "silat-" + UUID().uuidString
    static let today = CalendarDate(iso: "2026-11-24")!
    var trainingClass: Stored<TrainingClass>?

    init() async throws {
        store = try SilatStore.inMemory()
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let program = Program(code: Code("P-1")!, title: "Menjahit", year: 2026, track: .community)
        let id = ID<Program>(try await store.perform(.addProgram(program), by: author).record!)
        let start = CalendarDate(iso: "2026-02-01")!
        let added = TrainingClass(code: Code("K-001")!, program: id, start: start, end: start, seats: 16)
        _ = try await store.perform(.addClass(added), by: author)
        trainingClass = try await store.trainingClass(code: "K-001").trainingClass
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    var rejects: String { folder + "/rejects.csv" }

    /// Takes a roster in; what is refused is returned and written to ``rejects``.
    func take(
        _ text: String, inClass: Bool = true, keep: Bool = true, language: Language = .english
    ) async throws -> (counts: ImportCounts, rejections: [Rejection]) {
        let path = folder + "/roster.csv"
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        return try await take(file: path, inClass: inClass, keep: keep, language: language)
    }

    /// Takes a file in; what is refused is returned and written to ``rejects``.
    func take(
        file path: String, inClass: Bool = true, keep: Bool = true, language: Language = .english
    ) async throws -> (counts: ImportCounts, rejections: [Rejection]) {
        let file = try RosterFile(path: path)
        let rejected = RejectionList()
        try file.header.check()
        let rejectsFile = try RejectsFile(rejects, of: file)
        var plan = ImportPlan(path: path, into: inClass ? trainingClass?.id : nil)
        plan.unsettled = .kept
        let (joined, words) = (inClass ? trainingClass : nil, Phrasebook.of(language))
        let counts = try await store.takeIn(as: .importRoster, note: file.note, by: author, keep: keep) {
            [plan] intake in
            let roster = RosterImport(file, plan, into: joined, words: words, today: Self.today)
            let outcome = try roster.run(
                intake,
                refuse: { rejection, record in
                    rejected.list.withLock { $0.append(rejection) }
                    try rejectsFile.add(record, rejection)
                })
            try rejectsFile.keep()
            return outcome.counts
        }
        return (counts, rejected.list.withLock(\.self))
    }

    /// The refused rows as they were written, byte-order mark and all.
    func refusedRows() throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: rejects)), as: UTF8.self)
    }

    func people() async throws -> Int { try await store.count(of: ParticipantQuery()) }
}

extension TextPosition {
    fileprivate static let start = TextPosition(line: 1, column: 1)
}

final class RejectionList: Sendable {
    let list = Mutex<[Rejection]>([])
}

private let header =
    "nik,nama,tempat_lahir,tanggal_lahir,jenis_kelamin,kecamatan,desa,alamat,telepon,pendidikan,pekerjaan\n"

extension ImportCounts {
    /// `read = added + matched + rejected`, and with a class `added + matched = enrolled + alreadyEnrolled`.
    fileprivate func addUp(inClass: Bool) -> Bool {
        read == added + matched + rejected && (inClass ? added + matched == enrolled + alreadyEnrolled : enrolled == 0)
    }
}

@Suite struct RosterImportTests {
    @Test func takesWellFormedRowsAndEnrolsThem() async throws {
        let roster = try await Roster()
        let (counts, rejections) = try await roster.take(
            header + """
                6309064505990001,Siti Noorhayati,Tanjung,,,Murung Pudak,Maburai,"Jl. A, RT 2",+62 812-3456-789,SMA,Petani
                6309060505990002,Ahmad Zaini,,1999-05-05,Laki-laki,kec. murung pudak,63.09.06.1006,,,D-III,
                6371064505990003,Rahmah,,,,Luar Tabalong,,,,,

                """)
        #expect(rejections.isEmpty)
        #expect(counts.addUp(inClass: true))
        #expect((counts.read, counts.added, counts.enrolled) == (3, 3, 3))
        let siti = try #require(try await roster.store.participant(nik: NIK("6309064505990001"))).value
        #expect(siti.birthDate.description == "1999-05-05")
        #expect(siti.sex == .female)
        #expect(siti.residence.desa?.description == "63.09.06.2004")
        #expect(siti.address == "Jl. A, RT 2")
        #expect(siti.phone?.digits == "08123456789")
        let ahmad = try #require(try await roster.store.participant(nik: NIK("6309060505990002"))).value
        #expect(ahmad.education == .d3)
        #expect(ahmad.residence.desa?.description == "63.09.06.1006")
        #expect(try await roster.store.participant(nik: NIK("6371064505990003"))?.value.residence == .outside)
        #expect(try await roster.store.achievement(of: 2026).people == 3)
    }

    @Test func takesTheSameFileTwiceAndAddsNobody() async throws {
        let roster = try await Roster()
        let text =
            "nama;nik;kecamatan;alasan_tanpa_nik;tanggal_lahir;jenis_kelamin\r\n"
            + "Siti;6309064505990001;Kelua;;;\r\nBayan;;Jaro;belum merekam;2001-02-03;L\r\n"
        let first = try await roster.take(text)
        #expect((first.counts.added, first.counts.matched) == (2, 0))
        let second = try await roster.take(text)
        #expect((second.counts.added, second.counts.matched, second.counts.alreadyEnrolled) == (0, 2, 2))
        #expect(second.counts.addUp(inClass: true))
        #expect(try await roster.people() == 2)
    }

    @Test func aNIKTwiceInTheFileIsMatchedByNameOrRefusedWithItsHolder() async throws {
        let roster = try await Roster()
        let (counts, rejections) = try await roster.take(
            "nik,nama,kecamatan\n6309064505990001,Hj. Siti,Kelua\n6309064505990001,SITI,Kelua\n6309064505990001,Aminah,Kelua\n",
            inClass: false)
        #expect((counts.added, counts.matched, counts.rejected) == (1, 1, 1))
        #expect(counts.addUp(inClass: false))
        #expect(rejections.map(\.row) == [4])
        #expect(rejections[0].reason.contains("Hj. Siti"))
        #expect(rejections[0].value == "6309••••••••0001")
        #expect(!rejections[0].reason.contains("6309064505990001"))
    }

    @Test(arguments: [
        ("123,Siti,,,Kelua,,,", RosterColumn.nik, "16 digits"),
        ("\"6,30906E+15\",Siti,,,Kelua,,,", .nik, "lost"),
        ("6309••••••••0001,Siti,,,Kelua,,,", .nik, "--reveal"),
        (",Siti,1999-05-05,P,Kelua,,,", .nik, "alasan_tanpa_nik"),
        ("6309064505990001,,,,Kelua,,,", .name, "name"),
        ("6309064505990001,Siti,31-02-1999,,Kelua,,,", .birthDate, "no date"),
        ("6309064505990001,Siti,1899-01-01,,Kelua,,,", .birthDate, "1900"),
        ("6309064505990001,Siti,2027-01-01,,Kelua,,,", .birthDate, "future"),
        ("6309064505990001,Siti,,X,Kelua,,,", .sex, "L or P"),
        ("6309064505990001,Siti,,,,,,", .kecamatan, "kecamatan"),
        ("6309064505990001,Siti,,,Klua,,,", .kecamatan, "Kelua"),
        ("6309064505990001,Siti,,,Murung Pudak,Mabun,,", .desa, "Mabu'un"),
        ("6309064505990001,Siti,,,,Padangin,,", .kecamatan, " or "),
        ("6309064505990001,Siti,,,Kelua,,12,", .phone, "phone"),
        ("6309064505990001,Siti,,,Kelua,,,xx", .education, "sma"),
    ])
    func refusesARowWithItsCellAndWhatWouldBeRight(row: String, column: RosterColumn, reason: String) async throws {
        let roster = try await Roster()
        let (counts, rejections) = try await roster.take(
            "nik,nama,tanggal_lahir,jenis_kelamin,kecamatan,desa,telepon,pendidikan\n\n\(row)\n")
        #expect((counts.read, counts.rejected) == (1, 1))
        #expect(rejections.map(\.column) == [column])
        #expect(rejections.map(\.row) == [3], "an empty row is not read, but a spreadsheet counts it")
        #expect(rejections.first?.reason.contains(reason) == true, "\(rejections)")
        #expect(try await roster.people() == 0)
    }

    @Test func keepsGoodRowsBesideRefusedOnes() async throws {
        let roster = try await Roster()
        let (counts, _) = try await roster.take(
            "nik,nama,kecamatan\n1,A,Kelua\n6309064505990001,Siti,Kelua\n2,B,Kelua\n")
        #expect((counts.read, counts.added, counts.rejected) == (3, 1, 2))
        #expect(try await roster.people() == 1)
    }

    @Test func refusedRowsCanBeMendedAndFedBack() async throws {
        let roster = try await Roster()
        let text =
            "\u{FEFF}nik;nama;kecamatan;catatan\r\n6309064505990001;Siti;Klua;\"a;b\"\r\n6309064505990002;Rahmah;Kelua;\r\n"
        #expect(try await roster.take(text).counts.rejected == 1)
        let refused = try roster.refusedRows()
        #expect(
            refused.hasPrefix(
                "\u{FEFF}nik;nama;kecamatan;catatan;baris_ditolak;kolom_ditolak;nilai_ditolak;alasan_ditolak\r\n"
                    + "6309064505990001;Siti;Klua;\"a;b\";2;kecamatan;Klua;"))
        // Fed back as it is, it is refused again, and its reason is not doubled.
        #expect(try await roster.take(refused).counts.rejected == 1)
        #expect(try roster.refusedRows() == refused)
        let mended = try await roster.take(refused.replacingOccurrences(of: "Klua;", with: "Kelua;"))
        #expect((mended.counts.read, mended.counts.added, mended.counts.rejected) == (1, 1, 0))
        #expect(try await roster.people() == 2)
    }

    @Test func keepsWhatTheRulesOnlyAskAbout() async throws {
        let roster = try await Roster()
        let (counts, _) = try await roster.take(
            "nik,nama,kecamatan,tanggal_lahir,jenis_kelamin\n9909064505990001,Siti,Kelua,1999-05-06,L\n6309064505200002,Bayi,Kelua,,\n"
        )
        #expect(counts.added == 2)
        #expect(counts.doubts == [.unknownProvince: 1, .birthDateDiffers: 1, .sexDiffers: 1, .under15: 1])
        let id = try #require(try await roster.store.participant(nik: NIK("9909064505990001"))).id
        #expect(Set(try await roster.store.openDoubts(of: id)) == [.unknownProvince, .birthDateDiffers, .sexDiffers])
    }

    /// Without a class nobody is too young; with one, whoever is on file already is asked about too, once.
    @Test func asksAboutTheAgeOfSomebodyOnFileWhoJoinsAClass() async throws {
        let roster = try await Roster()
        let text = "nik,nama,kecamatan\n6309064505200002,Bayi,Kelua\n"
        #expect(try await roster.take(text, inClass: false).counts.doubts == [:])
        let (counts, _) = try await roster.take(text)
        #expect((counts.matched, counts.enrolled) == (1, 1))
        #expect(counts.doubts == [.under15: 1])
        let id = try #require(try await roster.store.participant(nik: NIK("6309064505200002"))).id
        #expect(try await roster.store.openDoubts(of: id) == [.under15])
        #expect(try await roster.take(text).counts.doubts == [:])
    }

    @Test func aDryRunKeepsNothing() async throws {
        let roster = try await Roster()
        let (counts, _) = try await roster.take("nik,nama,kecamatan\n6309064505990001,Siti,Kelua\n", keep: false)
        #expect(counts.added == 1)
        #expect(try await roster.people() == 0)
    }

    @Test func namesColumnsItLeaves() async throws {
        let roster = try await Roster()
        let path = roster.folder + "/x.csv"
        try Data("No,NIK,Nama,Tempat Lahir,ket.\n".utf8).write(to: URL(fileURLWithPath: path))
        let file = try RosterFile(path: path)
        #expect(file.header.extras == ["ket."])
        #expect(file.header.place(of: .birthplace) == 3)
    }

    @Test(arguments: [
        (
            "nik,nama,kecamatan\n6309064505990001,Siti,Kelua\n1,\"2\n",
            RosterFlaw.sheet(.unclosedQuote(TextPosition(line: 3, column: 3)))
        ),
        ("nik,kecamatan\n", .missingColumn(.name, .start)), ("nama\n", .missingColumn(.nik, .start)),
        ("a,b\n", .noHeader),
        ("nik,nama,NIK\n", .doubledColumn(.nik, TextPosition(line: 1, column: 10))), ("", .sheet(.empty)),
        ("\n\n", .sheet(.empty)),
    ])
    func aFileThatIsNoRosterLeavesNothingBehind(text: String, flaw: RosterFlaw) async throws {
        let roster = try await Roster()
        await #expect(throws: flaw) { try await roster.take(text) }
        #expect(try await roster.people() == 0)
        #expect(!FileManager.default.fileExists(atPath: roster.rejects))
        #expect(try FileManager.default.contentsOfDirectory(atPath: roster.folder) == ["roster.csv"])
    }

    /// One comma too many or too few is that row's flaw: the rows around it are kept.
    @Test func refusesARowOfAnotherWidthAlone() async throws {
        let roster = try await Roster()
        let rows = """
            6309064505990001,Siti,Kelua
            6309064505990002,Ana
            6309064505990003,Ida, S.Pd,Kelua

            """
        let (counts, rejections) = try await roster.take("nik,nama,kecamatan\n" + rows)
        #expect((counts.read, counts.added, counts.rejected) == (3, 1, 2))
        #expect(counts.addUp(inClass: true))
        #expect(
            rejections == [
                Rejection(row: 3, column: .kecamatan, value: "", reason: "this row has 2 cells, the header 3"),
                Rejection(row: 4, column: .kecamatan, value: "Kelua", reason: "this row has 4 cells, the header 3"),
            ])
        let refused = """
            nik,nama,kecamatan,baris_ditolak,kolom_ditolak,nilai_ditolak,alasan_ditolak
            6309064505990002,Ana,,3,kecamatan,,"this row has 2 cells, the header 3"
            6309064505990003,Ida, S.Pd,4,kecamatan,Kelua,"this row has 4 cells, the header 3",Kelua

            """
        #expect(try roster.refusedRows() == refused)
        // Fed back, the one that only lacked a cell is told what it lacks; nothing of the other is lost.
        let again = try await roster.take(refused)
        #expect(again.rejections.map(\.reason).last == "this row has 8 cells, the header 7")
        let last = try roster.refusedRows()
        #expect(last.hasSuffix("Ida, S.Pd,3,kecamatan,Kelua,\"this row has 8 cells, the header 7\",Kelua\n"))
    }

    /// The form takes no more of a field, so a longer one could not be corrected there.
    @Test(arguments: ["nama", "alamat", "pekerjaan", "tempat_lahir", "alasan_tanpa_nik"])
    func refusesACellLongerThanTheFormTakes(column: String) async throws {
        let roster = try await Roster()
        func row(_ length: Int) -> String {
            "\(column == "alasan_tanpa_nik" ? "" : "6309064505990001"),\(column == "nama" ? "" : "Siti"),Kelua,1999-05-05,P,"
                + String(repeating: "é", count: length) + "\n"
        }
        let columns =
            column == "nama"
            ? "nik,x,kecamatan,tanggal_lahir,jenis_kelamin,nama\n"
            : "nik,nama,kecamatan,tanggal_lahir,jenis_kelamin,\(column)\n"
        let (counts, rejections) = try await roster.take(columns + row(201))
        #expect((counts.added, counts.rejected) == (0, 1))
        #expect(rejections.first?.column.rawValue == column)
        #expect(rejections.first?.reason == "too long: 201 characters, at most 200")
        #expect(try await roster.take(columns + row(200)).counts.added == 1)
    }

    @Test func readsNoFolderAndNoMissingFile() {
        #expect(throws: RosterFlaw.sheet(.isFolder)) { try RosterFile(path: NSTemporaryDirectory()) }
        #expect(throws: RosterFlaw.sheet(.noSuchFile)) { try RosterFile(path: "/nowhere/at/all.csv") }
    }

    /// What goes out revealed comes in again and is nobody new.
    @Test(arguments: [ExportFormat.csv, .xlsx]) func takesItsOwnExportBack(_ format: ExportFormat) async throws {
        let roster = try await Roster()
        _ = try await roster.take(
            header + """
                6309064505990001,Siti Noorhayati,Tanjung,,,Murung Pudak,Maburai,"-RT 2
                RW 1",+62 812-3456-789,SMA,=Petani
                6371064505990003,Rahmah,,,,Luar Tabalong,,,,,

                """)
        let path = roster.folder + "/out.\(format.rawValue)"
        let output = try Output.file(path)
        let list = ListWriter(
            exporting: format, columns: Column<Stored<Participant>>.roster(.tabalong, reveal: true), style: plain,
            to: output)
        try await roster.store.eachParticipant(ParticipantQuery()) { try list.add($0) }
        try list.finish()
        try output.keep()
        let other = try await Roster()
        let again = try await other.take(file: path)
        #expect((again.counts.added, again.counts.rejected) == (2, 0))
        for nik in ["6309064505990001", "6371064505990003"] {
            let (one, two) = try await (
                roster.store.participant(nik: NIK(nik)), other.store.participant(nik: NIK(nik))
            )
            #expect(one?.value == two?.value)
        }
    }
}
