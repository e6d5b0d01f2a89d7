import DeskScript
import Foundation
import Keyboard
import Store
import Testing
import Training
import Words

@testable import ViewModels

/// Stories of a roster imported on screen.
@Suite struct RosterImportStoryTests {
    /// A desk on Peserta, with a folder of rosters that the browser opens first.
    private struct Office {
        let office: PeopleOffice
        let folder: ImportedRoster.Folder
        let rosters: ScriptedRosters
        let desk: ModelDesk

        init(_ outcome: ImportOutcome = ImportedRoster.outcome(), columns: Int = 80, rows: Int = 24) async throws {
            office = try await PeopleOffice(target: 10)
            folder = try ImportedRoster.Folder("peserta-kelua.csv", "peserta-muara.xlsx", "catatan.pdf", "lama/")
            rosters = ScriptedRosters(ImportedRoster.preview(""), outcome)
            rosters.previews { path, choices in ImportedRoster.preview(path, choices) }
            try await office.store.keepDraft(folder.path, form: RosterImportModel.folderDraft, by: office.author)
            desk = await ModelDesk(office.store, columns: columns, rows: rows, rosters: rosters)
            await desk.press(.character("2"))
        }

        /// Picks the roster and goes on to the counts.
        func toCounts() async {
            await desk.press(.character("i"))
            await desk.type("kelua")
            await desk.press(.enter, .enter)
        }

        var model: RosterImportModel? {
            get async { if case .rosterImport(let model) = await desk.front { model } else { nil } }
        }
    }

    /// Another screen is in front than the story expects.
    private struct Elsewhere: Error {
        let what: String

        init(_ what: String) { self.what = what }
    }

    // The way through

    @Test func aCleanFileTakesThreeEnters() async throws {
        let office = try await Office()
        office.rosters.adds([PeopleOffice.person("Siti", 1), PeopleOffice.person("Rahmah", 2)])
        await office.desk.press(.character("i"))
        try await office.desk.sees("peserta-kelua.csv")
        await office.desk.type("kelua")
        try await office.desk.doesNotSee("muara")
        await office.desk.press(.enter)
        try await office.desk.sees("Baris pertama, seperti akan dibaca")
        await office.desk.press(.enter)
        try await office.desk.sees("48 baris = 48 orang baru + 0 sudah tercatat + 0 ditolak")
        #expect(office.rosters.plans.map(\.isRehearsal) == [true])
        #expect(try await office.office.store.count(of: ParticipantQuery()) == 0)
        await office.desk.press(.enter)
        try await office.desk.sees("✓ Diimpor: peserta-kelua.csv")
        #expect(office.rosters.plans.map(\.isRehearsal) == [true, false])
        #expect(office.rosters.plans.last?.hash == "5f2c")
        await office.desk.press(.enter)
        try await office.desk.sees("2 peserta")
        await office.desk.press(.character("u"))
        #expect(try await office.office.store.count(of: ParticipantQuery()) == 0)
    }

    @Test func fromARosterEverybodyJoinsItsClass() async throws {
        let office = try await Office()
        await office.desk.press(.character("3"), .enter, .character("i"))
        await office.desk.type("kelua")
        await office.desk.press(.enter)
        try await office.desk.sees("K-014 Menjahit")
        await office.desk.press(.enter, .enter)
        #expect(office.rosters.plans.last?.trainingClass == office.office.sewing)
        await office.desk.press(.enter)
        guard case .roster = await office.desk.front else { throw Elsewhere("not back at the roster") }
    }

    @Test func fromKelasTheHighlightedClassIsSetAndItsRosterFollows() async throws {
        let office = try await Office()
        await office.desk.press(.character("3"), .down, .character("i"))
        await office.desk.type("kelua")
        await office.desk.press(.enter, .enter, .enter)
        #expect(office.rosters.plans.last?.trainingClass == office.office.welding)
        try await office.desk.sees("Buka daftar peserta kelas K-020")
        await office.desk.press(.enter)
        guard case .roster(let roster) = await office.desk.front else { throw Elsewhere("no roster") }
        #expect(roster.id == office.office.welding)
        await office.desk.press(.escape)
        guard case .classes = await office.desk.front else { throw Elsewhere("not back at Kelas") }
    }

    @Test func keysTypedWhileTheFileIsReadAreNotLost() async throws {
        var model = RosterImportModel()
        let context = Context(
            words: .of(.indonesian), author: Author(name: "rina", desk: "meja1"), year: 2026,
            today: CalendarDate(iso: "2026-11-24")!)
        _ = model.browser.take(
            FolderListing(path: "/rumah", .folder([.init(name: "daftar.csv", isFolder: false)])))
        let effects = model.respond(to: .key(.enter), context) ?? []
        guard case .preview(let ticket, _, _)? = effects.first else { throw Elsewhere("no preview") }
        for key in [Key.down, .enter] { #expect(model.respond(to: .key(key), context)?.isEmpty == true) }
        _ = model.respond(to: .answered(ticket, .rosterPreview(ImportedRoster.preview("/rumah/daftar.csv"))), context)
        // Down to the class, whose list is open now.
        #expect(model.picker != nil)
    }

    // The file

    @Test func foldersFilesAndPaths() async throws {
        let office = try await Office()
        await office.desk.press(.character("i"))
        try await office.desk.doesNotSee("catatan.pdf")
        try await office.desk.sees("1 berkas jenis lain")
        await office.desk.press(.function(3))
        try await office.desk.sees("catatan.pdf")
        await office.desk.press(.function(3))
        await office.desk.type("lama")
        await office.desk.press(.enter)
        try await office.desk.sees("Tidak ada daftar")
        await office.desk.press(.backspace)
        // The highlight is on the folder that one comes from.
        await office.desk.press(.enter)
        try await office.desk.sees("Tidak ada daftar")
        await office.desk.paste("'\(office.folder.path)/peserta-muara.xlsx' ")
        await office.desk.press(.enter)
        try await office.desk.sees("Impor peserta-muara.xlsx: kolom")
    }

    @Test func aPathThatLeadsNowhereSaysSoAndStays() async throws {
        let office = try await Office()
        await office.desk.press(.character("i"))
        await office.desk.type("/tidak/ada")
        await office.desk.press(.enter)
        try await office.desk.sees("/tidak/ada tidak ada; periksa ejaannya")
        try await office.desk.sees("> /tidak/ada")
        await office.desk.press(.escape)
        try await office.desk.sees("peserta-kelua.csv")
        await office.desk.press(.escape)
        guard case .participants = await office.desk.front else { throw Elsewhere("not back at Peserta") }
    }

    @Test func aFileThatCannotBeReadSaysWhy() async throws {
        let office = try await Office()
        office.rosters.previews { _, _ in throw RosterTrouble(sentence: "buku kerja terkunci kata sandi") }
        await office.toCounts()
        try await office.desk.sees("buku kerja terkunci kata sandi")
        try await office.desk.sees("pilih berkas")
        #expect(office.rosters.plans.isEmpty)
    }

    @Test func manyThousandFilesAreNarrowedAndNamesCannotSteerTheTerminal() throws {
        var browser = FileBrowser(endings: ["csv"])
        let entries = (0..<10_000).map { FolderListing.Entry(name: "daftar \($0)\u{1B}[2J.csv", isFolder: false) }
        _ = browser.take(FolderListing(path: "/rumah", .folder(entries)))
        for character in "daftar 9999" { _ = browser.type(.key(.character(character))) }
        #expect(browser.rows.items.count == 1)
        guard case .entry(let entry)? = browser.rows.selected else { throw Elsewhere("nothing found") }
        #expect(!entry.shownName.unicodeScalars.contains("\u{1B}"))
        #expect(browser.enter() == .picked("/rumah/\(entries[9_999].name)"))
    }

    // Columns

    @Test func aColumnIsGivenToAnotherAndReleasedWhereItWas() async throws {
        let office = try await Office()
        await office.desk.press(.character("i"))
        await office.desk.type("kelua")
        await office.desk.press(.enter, .end, .enter)
        try await office.desk.sees("Kolom “Ket.” dibaca sebagai")
        await office.desk.type("telepon")
        await office.desk.press(.enter)
        #expect(office.rosters.choices.last?.columns["Ket."] == .some(.phone))
        let released = try #require(office.rosters.choices.last?.columns["No HP"])
        #expect(released == nil)
        let model = try #require(await office.model)
        #expect(model.preview?.columns.last == .some(.phone))
    }

    @Test func withoutANameThereIsNoDryRun() async throws {
        let office = try await Office()
        office.rosters.previews { path, choices in
            var choices = choices
            if choices.columns["Nama Lengkap"] == nil { choices.columns.updateValue(nil, forKey: "Nama Lengkap") }
            return ImportedRoster.preview(path, choices)
        }
        await office.desk.press(.character("i"))
        await office.desk.type("kelua")
        await office.desk.press(.enter)
        try await office.desk.sees("Belum ada kolom untuk Nama")
        await office.desk.press(.control("s"))
        #expect(office.rosters.plans.isEmpty)
        // The highlight is where the name can be chosen.
        await office.desk.press(.enter)
        try await office.desk.sees("Kolom “Nama Lengkap” dibaca sebagai")
        await office.desk.type("nama")
        await office.desk.press(.enter, .control("s"))
        #expect(office.rosters.plans.count == 1)
    }

    @Test func senderClassAndNumberOfNamesGoIntoThePlan() async throws {
        let office = try await Office()
        await office.desk.press(.character("i"))
        await office.desk.type("kelua")
        await office.desk.press(.enter, .down, .enter)
        await office.desk.type("K-020")
        await office.desk.press(.enter)
        await office.desk.press(.down, .enter)
        await office.desk.type("Kec. Kelua")
        await office.desk.press(.enter, .down, .enter)
        await office.desk.type("empat")
        await office.desk.press(.enter)
        try await office.desk.sees("“empat” bukan bilangan")
        await office.desk.press(.control("u"))
        await office.desk.type("50")
        await office.desk.press(.enter, .control("s"))
        let plan = try #require(office.rosters.plans.last)
        #expect(plan.trainingClass == office.office.welding)
        #expect(plan.choices.sender == "Kec. Kelua")
        #expect(plan.expected == 50)
    }

    @Test func personalNumbersOfSamplesAreMasked() {
        #expect(RosterImportModel.masked("6309064505990001") == "6309••••••••0001")
        #expect(RosterImportModel.masked("6309 0645 0599 0001") == "6309 •••• •••• 0001")
        #expect(RosterImportModel.masked("Tanjung, 05-05-1999") == "Tanjung, 05-05-1999")
    }

    // Running

    @Test func anImportIsStoppedInTheMiddleWithNothingKept() async throws {
        let office = try await Office()
        office.rosters.adds([PeopleOffice.person("Siti", 1)])
        await office.toCounts()
        office.rosters.waits(
            after: ImportProgress(rows: 1_000, fraction: 0.25, elapsed: .seconds(2)),
            ImportProgress(rows: 2_000, fraction: 0.5, elapsed: .seconds(4)))
        await office.desk.holdImports()
        await office.desk.press(.enter)
        await office.desk.hears()
        try await office.desk.sees("25 %")
        try await office.desk.sees("500 baris/detik · sisa 0:06")
        await office.desk.hears()
        try await office.desk.sees("sisa 0:04")
        await office.desk.resize(columns: 120, rows: 40)
        try await office.desk.sees("50 %")
        await office.desk.press(.escape)
        try await office.desk.sees("Menghentikan…")
        await office.desk.hearsTheEnd()
        try await office.desk.sees("Dihentikan; tidak ada yang disimpan")
        #expect(try await office.office.store.count(of: ParticipantQuery()) == 0)
        // What was rehearsed still holds: once more, and through.
        office.rosters.waitsNoMore()
        await office.desk.press(.enter)
        await office.desk.hearsTheEnd()
        try await office.desk.sees("✓ Diimpor")
        #expect(try await office.office.store.count(of: ParticipantQuery()) == 1)
    }

    @Test func aStoppedDryRunLeadsBackToTheColumns() async throws {
        let office = try await Office()
        office.rosters.waits(after: ImportProgress(rows: 10, fraction: nil, elapsed: .seconds(1)))
        await office.desk.holdImports()
        await office.toCounts()
        await office.desk.hears()
        try await office.desk.sees("10 baris · 10 baris/detik")
        await office.desk.press(.escape)
        await office.desk.hearsTheEnd()
        try await office.desk.sees("Impor peserta-kelua.csv: kolom")
    }

    @Test func anImportGoesOnBehindOtherScreensAndQuittingAsks() async throws {
        let office = try await Office()
        await office.toCounts()
        office.rosters.waits(after: ImportProgress(rows: 10, fraction: 0.1, elapsed: .seconds(1)))
        await office.desk.holdImports()
        await office.desk.press(.enter, .character("3"))
        guard case .classes = await office.desk.front else { throw Elsewhere("not at Kelas") }
        await office.desk.press(.character("q"))
        #expect(await !office.desk.hasQuit)
        await office.desk.press(.character("2"), .escape)
        await office.desk.hearsTheEnd()
        try await office.desk.sees("Dihentikan")
    }

    @Test func whatFailsIsSaidAndRehearsedAgain() async throws {
        let office = try await Office()
        await office.toCounts()
        office.rosters.answers { plan in
            guard plan.isRehearsal else { throw RosterTrouble(sentence: "berkas berubah selagi dibaca") }
            return ImportedRoster.outcome()
        }
        await office.desk.press(.enter)
        try await office.desk.sees("berkas berubah selagi dibaca")
        try await office.desk.sees("Uji coba lagi")
        await office.desk.press(.enter)
        #expect(office.rosters.plans.map(\.isRehearsal) == [true, false, true])
    }

    @Test func whatTheClerkMustKnowIsAskedOnce() async throws {
        var outcome = ImportedRoster.outcome(read: 48, added: 40, matched: 5, rejected: 3, undecided: 3)
        outcome.controlTotal = 50
        let office = try await Office(outcome)
        await office.toCounts()
        try await office.desk.sees("48 baris = 40 orang baru + 5 sudah tercatat + 3 ditolak")
        try await office.desk.sees("✗ seharusnya 50, terbaca 48: kurang 2")
        await office.desk.press(.enter)
        try await office.desk.sees("3 baris belum diputuskan")
        try await office.desk.sees("peserta-kelua-ditolak.csv")
        try await office.desk.sees("Jumlah nama tidak cocok: seharusnya 50")
        await office.desk.press(.character("n"))
        #expect(office.rosters.plans.count == 1)
        await office.desk.press(.control("s"), .character("y"))
        let plan = try #require(office.rosters.plans.last)
        #expect(!plan.isRehearsal && plan.takesAnyTotal)
        #expect(plan.rejectsPath == "\(office.folder.path)/peserta-kelua-ditolak.csv")
    }

    @Test func refusalsAreListedAndTheirFileCanBeNamed() async throws {
        var outcome = ImportedRoster.outcome(read: 3, added: 2, rejected: 1)
        outcome.rejections = [Rejection(row: 9, column: .nik, value: "6309••0001", reason: "NIK harus 16 angka")]
        let office = try await Office(outcome)
        await office.toCounts()
        await office.desk.press(.down, .enter)
        try await office.desk.sees("1 baris ditolak")
        try await office.desk.sees("NIK harus 16 angka")
        await office.desk.press(.escape, .down, .enter, .control("u"))
        await office.desk.type("/tmp/tolakan.csv")
        await office.desk.press(.enter, .home, .enter)
        #expect(office.rosters.plans.last?.rejectsPath == "/tmp/tolakan.csv")
    }

    // Settling

    /// A desk whose dry run asks about one row of each kind; what is settled is counted by the next one.
    private func doubting() async throws -> Office {
        let office = try await Office()
        office.rosters.answers { plan in
            let open = ImportedRoster.doubts.filter { $0.kind.mustBeSettled && plan.rows[$0.row] == nil }.count
            var outcome = ImportedRoster.outcome(
                read: 10, added: 5, matched: 5 - open, rejected: open, undecided: open)
            outcome.doubts = ImportedRoster.doubts.filter { plan.rows[$0.row] == nil }
            return outcome
        }
        await office.toCounts()
        return office
    }

    @Test func eachKindOfDoubtIsSettled() async throws {
        let office = try await doubting()
        try await office.desk.sees("4 · 4 belum diputuskan")
        await office.desk.press(.enter)
        try await office.desk.sees("NIK ini milik orang dengan nama lain")
        try await office.desk.sees("Siti Nurhayati")
        try await office.desk.sees("Siti Noorhayati")
        // A NIK is one person's: different is refused, and nothing is settled.
        await office.desk.press(.character("d"))
        try await office.desk.sees("Satu NIK hanya milik satu orang")
        await office.desk.press(.character(" "), .character("s"))
        try await office.desk.sees("Nama, tanggal lahir dan tempat tinggalnya sama")
        await office.desk.press(.character("a"), .character("s"))
        try await office.desk.sees("NIK berbeda satu angka")
        await office.desk.press(.character("d"))
        try await office.desk.sees("angka terakhirnya mungkin hilang")
        // Nobody on file stands beside that row: there is nothing to be the same as.
        try await office.desk.doesNotSee("orang sama")
        try await office.desk.sees("NIK benar")
        await office.desk.press(.character("s"), .character("x"))
        // All are settled, so it is rehearsed anew and the way on is highlighted.
        try await office.desk.sees("4 · semua diputuskan")
        let plan = try #require(office.rosters.plans.last)
        let file = ImportedRoster.doubts[0].onFile
        #expect(plan.isRehearsal && office.rosters.plans.count == 2)
        #expect(plan.rows[5] == .same(taking: [.name], onFile: file))
        #expect(plan.rows[6] == .same(taking: [.name, .address, .phone], onFile: file))
        #expect(plan.rows[7] == .different)
        #expect(plan.rows[8] == .skip)
        await office.desk.press(.enter)
        #expect(office.rosters.plans.last?.isRehearsal == false)
        #expect(office.rosters.plans.last?.rows.count == 4)
    }

    @Test func otherValuesStayUnlessTheyAreTaken() async throws {
        let office = try await doubting()
        await office.desk.press(.down, .enter)
        try await office.desk.sees("Orang yang sama, tetapi isiannya lain")
        try await office.desk.sees("→ yang tercatat tetap")
        await office.desk.press(.character("d"))
        try await office.desk.sees("NIK dan namanya sama")
        await office.desk.press(.escape)
        #expect(office.rosters.plans.count == 1)
        await office.desk.press(.enter, .down, .down, .right, .character("s"))
        #expect(office.rosters.plans.last?.rows.count == 1)
    }

    @Test func escapeFromADoubtKeepsWhatWasSettledAndRehearses() async throws {
        let office = try await doubting()
        await office.desk.press(.enter, .character("s"), .escape)
        #expect(office.rosters.plans.last?.rows.count == 1)
        try await office.desk.sees("4 · 3 belum diputuskan")
        // Back over the columns to the file and forth again: nothing settled is lost.
        await office.desk.press(.escape, .escape, .enter, .enter)
        try await office.desk.sees("4 · 3 belum diputuskan")
        await office.desk.press(.escape, .escape, .escape, .escape)
        try await office.desk.sees("1 keputusan akan hilang")
        await office.desk.press(.escape)
        guard case .participants = await office.desk.front else { throw Elsewhere("not left") }
    }

    @Test func aNIKIsRevealedOnlyForWhoIsOnFileAndLogged() async throws {
        let office = try await Office()
        let id = try await office.office.add("Siti Nurhayati", 1)
        office.rosters.answers { _ in
            var outcome = ImportedRoster.outcome(read: 2, added: 0, rejected: 2, undecided: 2)
            outcome.doubts = [
                ImportedRoster.doubt(
                    .nearlySameNIK, row: 5, PeopleOffice.person("Siti Nurhayati", 2), holder: id.rawValue),
                ImportedRoster.doubt(.roundedNIK, row: 6, PeopleOffice.person("Rahmah", 3)),
            ]
            return outcome
        }
        await office.toCounts()
        await office.desk.press(.enter)
        try await office.desk.doesNotSee(PeopleOffice.nik(1))
        await office.desk.press(.character("r"), .enter)
        try await office.desk.sees(PeopleOffice.nik(1))
        try await office.desk.sees(PeopleOffice.nik(2))
        #expect(try await office.office.store.log(of: id, count: 1).first?.kind == .reveal)
        // On the next row it is masked again, and of nobody on file there is nothing to reveal.
        await office.desk.press(.character("n"), .character("r"))
        try await office.desk.doesNotSee(PeopleOffice.nik(3))
    }

    @Test func aPlaceIsChosenByNumberByEnterOrBySearching() async throws {
        let office = try await Office()
        let places = ["Maburay", "Mabuun Raya", "Entah", "Luar"].enumerated().map {
            ImportedRoster.place($1, row: 5 + $0)
        }
        office.rosters.answers { plan in
            var outcome = ImportedRoster.outcome(read: 20, added: 8, rejected: 12, undecided: 12)
            outcome.placeDoubts = places.filter { plan.places[$0.written] == nil }
            return outcome
        }
        await office.toCounts()
        await office.desk.press(.enter)
        try await office.desk.sees("Desa “Maburay”")
        try await office.desk.sees("Maburai, Kec. Murung Pudak")
        await office.desk.press(.character("2"), .character("/"))
        await office.desk.type("kelua")
        await office.desk.press(.enter, .character("x"), .down, .down, .down, .enter)
        let plan = try #require(office.rosters.plans.last)
        #expect(plan.places[places[0].written] == places[0].nearest[1])
        #expect(plan.places[places[1].written] != nil)
        #expect(plan.places[places[2].written] == nil)
        #expect(plan.places[places[3].written] == .outside)
        // What was left to be refused is no longer asked about.
        try await office.desk.sees("4 · semua diputuskan")
    }

    @Test func ofTwentyThousandDoubtsTheFirstAreListedAndAllAreCounted() async throws {
        let doubts = (0..<ImportOutcome.limit).map {
            ImportedRoster.doubt(.samePerson, row: 5 + $0, PeopleOffice.person("Siti Noorhayati", 1))
        }
        var outcome = ImportedRoster.outcome(read: 20_000, added: 0, rejected: 20_000, undecided: 20_000)
        outcome.doubts = doubts
        let office = try await Office(outcome)
        await office.toCounts()
        try await office.desk.sees("20.000 belum diputuskan · 5.000 tampil")
        await office.desk.press(.enter)
        try await office.desk.sees("1 dari 5.000 · baris 5")
        await office.desk.press(.character("p"))
        try await office.desk.sees("5.000 dari 5.000")
    }

    @Test func anotherSheetDropsWhatWasSaidOfRowsAndSaysSo() async throws {
        let office = try await doubting()
        office.rosters.previews { path, choices in ImportedRoster.preview(path, choices, sheets: ["Satu", "Dua"]) }
        await office.desk.press(.enter, .character("s"), .escape, .escape, .escape, .enter)
        try await office.desk.sees("1 keputusan dilepas")
    }
}
