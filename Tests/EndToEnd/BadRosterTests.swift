import Foundation
import SheetFixtures
import Testing

/// Files that are no roster, or stop being one: one sentence, the exit code that says whose fault it is, and nothing kept.
@Suite(.serialized) struct BadRosterTests {
    /// A file, and what is said of it.
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        let status: Int32
        let sentence: String
        let make: @Sendable (_ path: String) throws -> Void
        var testDescription: String { "\(name): \(sentence)" }

        init(_ name: String, _ status: Int32, _ sentence: String, make: @escaping @Sendable (String) throws -> Void) {
            (self.name, self.status, self.sentence, self.make) = (name, status, sentence, make)
        }

        init(_ name: String, _ status: Int32, _ sentence: String, bytes: [UInt8]) {
            self.init(name, status, sentence) { try Data(bytes).write(to: URL(fileURLWithPath: $0)) }
        }

        init(_ name: String, _ sentence: String, _ text: String) {
            self.init(name, 65, sentence, bytes: Array(text.utf8))
        }

        init(_ name: String, _ sentence: String, _ workbook: @escaping @Sendable () throws -> [UInt8]) {
            self.init(name, 65, sentence) { try Data(workbook()).write(to: URL(fileURLWithPath: $0)) }
        }
    }

    private static let people = WorkbookFixture(sheets: [
        (
            "Peserta",
            [
                [.text("NIK"), .text("Nama"), .text("Kecamatan")],
                [.text("6309064505990001"), .text("Siti"), .text("Kelua")],
            ]
        )
    ])

    static let cases: [Case] = [
        Case("tidak-ada.csv", 66, "tidak-ada.csv: berkas tidak ada", make: { _ in }),
        Case("folder.csv", 65, "folder.csv: ini folder") {
            try FileManager.default.createDirectory(atPath: $0, withIntermediateDirectories: false)
        },
        Case("pipa.csv", 65, "pipa.csv: ini bukan berkas biasa") { #expect(mkfifo($0, 0o600) == 0) },
        Case("kosong.csv", "kosong.csv: berkas kosong", ""),
        Case("baris-kosong.csv", "baris-kosong.csv: berkas kosong", "\n\n\r\n"),
        Case(
            "gambar.csv", 65, "gambar.csv: bukan tabel", bytes: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0]),
        Case("surat.pdf", 65, "surat.pdf: bukan tabel", bytes: Array("%PDF-1.7\n%\u{e2}\u{e3}\n1 0 obj".utf8)),
        Case("surat.txt", "surat.txt:1:1: baris pertama bukan judul kolom", "Kepada Yth.\nKepala Dinas\n"),
        Case("nol.csv", "nol.csv: bukan tabel", "nik,nama\n1,\0\n"),
        Case(
            "nol-jauh.csv", "nol-jauh.csv:5002:4: ada bita nol",
            "nik,nama\n" + String(repeating: "1,2\n", count: 5_000) + "1,2\0\n"),
        Case("huruf.csv", 65, "huruf.csv:2:3: huruf di sini tidak terbaca", bytes: Array("nik,nama\n1,".utf8) + [0x81]),
        Case(
            "kutip.csv", "kutip.csv:2:3: tanda kutip dibuka di sini dan tidak pernah ditutup",
            "nik,nama\n1,\"" + String(repeating: "x\n", count: 1_500_000)),
        Case(
            "panjang.csv", "panjang.csv:2:1048577: baris ini lebih panjang dari 1 MB",
            "nik,nama\n" + String(repeating: "x", count: 1_500_000)),
        Case(
            "lebar.csv", "lebar.csv:2:513: lebih dari 256 kolom",
            "nik,nama\n" + String(repeating: "x,", count: 300) + "\n"),
        Case(
            "judul-lebar.csv", "judul-lebar.csv:1:513: lebih dari 256 kolom",
            String(repeating: "k,", count: 300) + "\n"),
        Case("tanpa-nama.csv", "tanpa-nama.csv:1:1: kolom nama tidak ada di baris judul", "nik,kecamatan\n1,Kelua\n"),
        Case("terpotong.xlsx", "terpotong.xlsx: buku kerja rusak atau terpotong") {
            Array(try people.bytes().dropLast(200))
        },
        Case("terkunci.xlsx", "terkunci.xlsx: buku kerja terkunci kata sandi") {
            var locked = people
            locked.password = "rahasia"
            return try locked.bytes()
        },
        Case("bukan-buku.xlsx", "bukan-buku.xlsx: bukan buku kerja .xlsx") {
            try WorkbookFixture(parts: [("word/document.xml", "<w/>")]).bytes()
        },
        Case("kosong.xlsx", "kosong.xlsx: berkas kosong") { try WorkbookFixture(sheetData: [""]).bytes() },
        Case("sel-besar.xlsx", "sel-besar.xlsx:2:1: baris ini lebih panjang dari 1 MB") {
            let cell = "<c r=\"A2\" t=\"inlineStr\"><is><t>\(noise(1_200_000))</t></is></c>"
            return try WorkbookFixture(sheetData: [
                "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>NIK</t></is></c>"
                    + "<c r=\"B1\" t=\"inlineStr\"><is><t>Nama</t></is></c></row><row r=\"2\">\(cell)</row>"
            ]).bytes()
        },
        Case("bom.xlsx", "bom.xlsx: isi buku kerja terlalu besar bila dibuka") {
            var bomb = people
            bomb["xl/worksheets/sheet1.xml"] += String(repeating: " ", count: 64 << 20)
            return try bomb.bytes()
        },
        Case("lebar.xlsx", "lebar.xlsx:1:257: lebih dari 256 kolom") {
            try WorkbookFixture(sheets: [("Lebar", [(1...300).map { .text("kolom \($0)") }])]).bytes()
        },
    ]

    /// Letters that hardly pack.
    private static func noise(_ count: Int) -> String {
        var random = Seeded(state: 1)
        return String(decoding: (0..<count).map { _ in UInt8.random(in: 0x61...0x7A, using: &random) }, as: UTF8.self)
    }

    @Test(arguments: cases) func isOneSentenceAndNothingKept(_ each: Case) throws {
        let run = try CommandRun()
        try each.make(run.path(each.name))
        let before = try run.entries()
        let outcome = try run.silat("import", each.name, "--rejects", "ditolak.csv")
        #expect(outcome.status == each.status)
        #expect(outcome.messages.hasPrefix("silat: " + each.sentence), "\(outcome.messages)")
        #expect(outcome.messages.split(separator: "\n").count == 1 && outcome.output.isEmpty, "\(outcome.messages)")
        // No piece of the refused rows is left; where the flaw stands far down there is a silat file, with nobody in it.
        #expect(try run.entries().subtracting(["silat.db"]) == before)
        if try run.entries().contains("silat.db") {
            #expect(try run.silat("participant", "list", "--format", "json").array().isEmpty)
        }
    }

    /// The silat file stays as it was, byte for byte, and no piece of the refused rows stays beside it.
    @Test(arguments: [
        ("jumlah.csv", "nik,nama,kecamatan\n6309064505990001,Siti,Kelua\n1,Aminah,Kelua\nJumlah: 3,,\n", 65),
        ("kutip.csv", "nik,nama,kecamatan\n6309064505990001,Siti,Kelua\n1,Aminah,Kelua\n2,\"Ana,Kelua\n", 65),
    ])
    func aFlawFoundLateKeepsNothing(name: String, text: String, status: Int32) throws {
        let run = try CommandRun()
        try run.setUpYear()
        _ = try run.write(text, to: name)
        let (entries, people) = (try run.entries(), try run.silat("participant", "list", "--format", "csv").output)
        let outcome = try run.silat("import", name, "--rejects", "ditolak.csv")
        #expect(outcome.status == status)
        #expect(try run.entries() == entries)
        #expect(try run.silat("participant", "list", "--format", "csv").output == people)
    }

    /// A disk that is full: for the refused rows, and for the silat file.
    @Test func aFullDiskKeepsNothing() throws {
        let run = try CommandRun()
        try run.setUpYear()
        let rows = (1...3_000).map {
            "6309064505\(String(format: "%06d", 990_000 + $0)),Siti,\($0 % 2 == 0 ? "Kelua" : "Klua")\n"
        }
        _ = try run.write("nik,nama,kecamatan\n" + rows.joined(), to: "daftar.csv")
        let (entries, check) = (try run.entries(), try run.silat("participant", "list", "--format", "csv").output)
        let full = try run.silat("import", "daftar.csv", "--rejects", "/dev/full")
        #expect(full.status == 73)
        #expect(full.messages.contains("/dev/full"), "\(full.messages)")
        #expect(try run.silat("participant", "list", "--format", "csv").output == check)

        // A file that may not grow is as good as a full disk.
        #expect(try run.shell("\"$silat\" import daftar.csv --rejects ditolak.csv", filesUpTo: 400) == 73)
        #expect(try run.silat("participant", "list", "--format", "csv").output == check)
        #expect(
            try run.entries().subtracting(["silat.db-wal", "silat.db-shm"])
                == entries.subtracting(["silat.db-wal", "silat.db-shm"]))
        #expect(try run.silat("check").status == 0)
        // With room again the same command does all of it.
        let again = try run.silat("import", "daftar.csv", "--rejects", "ditolak.csv", "--format", "json")
        #expect(try again.object()["added"] as? Int == 1_500)
        #expect(try run.text(of: "ditolak.csv").split(separator: "\n").count == 1_501)
    }

    /// Refused rows may take the place of the roster itself: they do when the others are kept, and only then.
    @Test func refusedRowsTakeThePlaceOfTheRoster() throws {
        let run = try CommandRun()
        try run.setUpYear()
        let rows = (1...3_000).map {
            "6309064505\(String(format: "%06d", 990_000 + $0)),Siti,\($0 == 1 ? "Klua" : "Kelua")\n"
        }
        let text = "nik,nama,kecamatan\n" + rows.joined()
        _ = try run.write(text, to: "daftar.csv")
        #expect(try run.shell("\"$silat\" import daftar.csv --rejects daftar.csv", filesUpTo: 400) == 73)
        #expect(try run.text(of: "daftar.csv") == text)
        #expect(try run.silat("import", "daftar.csv", "--rejects", "daftar.csv").status == 65)
        let refused = try run.text(of: "daftar.csv").split(separator: "\n")
        #expect(refused.count == 2 && refused[1].hasPrefix("6309064505990001,Siti,Klua,2,kecamatan,Klua,"))
        // Mended, it is the only one that is new.
        _ = try run.write(try run.text(of: "daftar.csv").replacing("Siti,Klua", with: "Siti,Kelua"), to: "daftar.csv")
        let mended = try run.silat("import", "daftar.csv", "--format", "json").object()
        #expect(mended["read"] as? Int == 1 && mended["added"] as? Int == 1)
    }

    /// Refused rows of a workbook are a workbook, wherever they go.
    @Test func aWorkbookOfRefusedRowsGoesOn() throws {
        let run = try CommandRun()
        try run.setUpYear()
        var book = Self.people
        book["xl/sharedStrings.xml"] = book["xl/sharedStrings.xml"].replacing("Kelua", with: "Klua")
        try Data(book.bytes()).write(to: URL(fileURLWithPath: run.path("daftar.xlsx")))
        let full = try run.silat("import", "daftar.xlsx", "--rejects", "/dev/full")
        #expect(full.status == 73 && full.messages.contains("/dev/full"), "\(full.messages)")
        #expect(try run.silat("import", "daftar.xlsx", "--rejects", "ditolak.xlsx").status == 65)
        let again = try run.silat("import", "ditolak.xlsx", "--format", "json").object()
        #expect(again["read"] as? Int == 1 && again["rejected"] as? Int == 1)
    }

    @Test(arguments: ["nowhere/ditolak.csv", "daftar-folder"]) func rejectsThatCannotBeWritten(path: String) throws {
        let run = try CommandRun()
        try run.setUpYear()
        try FileManager.default.createDirectory(atPath: run.path("daftar-folder"), withIntermediateDirectories: false)
        _ = try run.write(CommandRun.roster, to: "daftar.csv")
        let people = try run.silat("participant", "list", "--format", "csv").output
        let outcome = try run.silat("import", "daftar.csv", "--rejects", path)
        #expect(outcome.status == 73)
        #expect(outcome.messages.contains(path), "\(outcome.messages)")
        #expect(try run.silat("participant", "list", "--format", "csv").output == people)
    }

    /// What the file itself says is wrong wins over what would be written.
    @Test func theRosterIsNoPlaceForItsRejects() throws {
        let run = try CommandRun()
        _ = try run.write(CommandRun.roster, to: "silat.csv")
        #expect(try run.silat("import", "silat.csv").status == 0)
        let outcome = try run.silat("import", "silat.csv", "--rejects", run.path("silat.db"))
        #expect(outcome.status == 73)
        #expect(try run.silat("check").status == 0)
    }
}

extension CommandRun {
    /// What stands in the folder, but for what the runs themselves print.
    fileprivate func entries() throws -> Set<String> {
        Set(try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasPrefix(".") })
    }
}
