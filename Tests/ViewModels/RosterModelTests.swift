import DeskScript
import Keyboard
import Store
import Testing
import Training
import ViewModels

@Suite("A roster")
struct RosterModelTests {
    /// A desk with the roster of a class in front.
    private func desk(_ year: TrainingYear, at code: String) async -> ModelDesk {
        let desk = await ModelDesk(year.store)
        await desk.press(.character("3"), .character("/"))
        await desk.type(code)
        await desk.press(.enter, .enter)
        return desk
    }

    @Test("people are added one after the other, by NIK and by name")
    func addsSeveral() async throws {
        let year = try await TrainingYear.small()
        let desk = await desk(year, at: "K-015")
        try await desk.sees("0/16 kursi terisi")
        await desk.press(.character("a"))
        await desk.type(TrainingYear.nik(21))
        await desk.press(.enter)
        try await desk.sees("Norliana · 6309••••••••0021 · masuk K-015")
        await desk.type("aulia")
        try await desk.sees("> Aulia Rahmah")
        await desk.press(.enter)
        try await desk.sees("2/16 kursi terisi")
        await desk.type("rahm")
        await desk.press(.down, .enter)
        await desk.press(.escape)
        let standings = try await year.standings(of: "K-015")
        #expect(standings.count == 3)
        // The class begins in December: nobody attends it yet.
        #expect(standings.values.allSatisfy { $0.status == .registered })
    }

    @Test("who was just enrolled is in sight and highlighted, wherever the name stands")
    func showsNewcomer() async throws {
        var year = try await TrainingYear.small()
        for (place, letter) in "ABCDEFGHIJKL".enumerated() {
            try await year.addPerson("Abdul \(letter)", 100 + place, in: "K-015")
        }
        let desk = await desk(year, at: "K-015")
        await desk.press(.character("a"))
        try await desk.doesNotSee("12  Abdul L")
        await desk.type(TrainingYear.nik(21))
        await desk.press(.enter)
        try await desk.sees("13  Norliana")
        // The highlight is on the row: `d` asks about that person.
        await desk.press(.escape, .character("d"))
        try await desk.sees("Keluarkan Norliana dari kelas ini?")
    }

    @Test("a class without a seat asks first, and Enter again confirms")
    func overfull() async throws {
        let year = try await TrainingYear.small()
        let desk = await desk(year, at: "K-014")
        try await desk.sees("2/2 kursi terisi – penuh")
        await desk.press(.character("a"))
        await desk.type("norliana")
        await desk.press(.enter)
        try await desk.sees("Norliana: kelas sudah penuh. Enter: tetap masukkan")
        await desk.press(.escape)
        #expect(try await year.standings(of: "K-014").count == 2)
        await desk.type("norliana")
        await desk.press(.enter, .enter)
        try await desk.sees("3/2 kursi terisi – lebih")
        #expect(try await year.standings(of: "K-014").count == 3)
    }

    @Test("a column of NIKs pasted is entered line by line")
    func pastedColumn() async throws {
        let year = try await TrainingYear.small()
        let desk = await desk(year, at: "K-015")
        await desk.press(.character("a"))
        await desk.paste([1, 2, 21].map { TrainingYear.nik($0) }.joined(separator: "\n") + "\n")
        #expect(try await year.standings(of: "K-015").count == 3)
        try await desk.sees("3/16 kursi terisi")
    }

    @Test("a question is not answered by keys that were pressed before it was seen")
    func typedAheadIntoQuestion() async throws {
        let year = try await TrainingYear.small()
        let desk = await desk(year, at: "K-014")
        await desk.press(.character("a"))
        await desk.paste("\(TrainingYear.nik(21))\n\(TrainingYear.nik(22))\n")
        try await desk.sees("Norliana: kelas sudah penuh")
        #expect(try await year.standings(of: "K-014").count == 2)
        await desk.press(.escape)
        try await desk.sees("Rahmini: kelas sudah penuh")
        await desk.press(.enter)
        #expect(try await year.standings(of: "K-014").keys.sorted() == ["Rahmat Hidayat", "Rahmawati", "Rahmini"])
    }

    @Test("what is typed past a question is for the next person, and answers nothing")
    func typedPastQuestion() async throws {
        let year = try await TrainingYear.small()
        let desk = await desk(year, at: "K-014")
        await desk.press(.character("a"))
        await desk.type(TrainingYear.nik(21))
        await desk.press(.enter)
        try await desk.sees("Norliana: kelas sudah penuh")
        await desk.type(TrainingYear.nik(22))
        await desk.press(.enter)
        await desk.paste(TrainingYear.nik(1))
        await desk.press(.enter)
        try await desk.sees("Norliana: kelas sudah penuh")
        #expect(try await year.standings(of: "K-014").count == 2)
        await desk.press(.enter)
        try await desk.sees("Rahmini: kelas sudah penuh")
        await desk.press(.escape)
        try await desk.sees("kelas sudah penuh")
        await desk.press(.enter)
        #expect(try await year.standings(of: "K-014").count == 4)
        #expect(try await year.standings(of: "K-014")["Norliana"] != nil)
        #expect(try await year.standings(of: "K-014")["Rahmini"] == nil)
    }

    @Test("who is in the class already is said")
    func alreadyIn() async throws {
        let year = try await TrainingYear.small()
        let desk = await desk(year, at: "K-013")
        await desk.press(.character("a"))
        await desk.type(TrainingYear.nik(2))
        try await desk.sees("di kelas ini: mengikuti")
        await desk.press(.enter)
        try await desk.sees("Budi Santoso sudah di kelas ini (mengikuti)")
        #expect(try await year.standings(of: "K-013").count == 4)
    }

    @Test("what names nobody says so, and a wrong NIK says why")
    func unknown() async throws {
        let year = try await TrainingYear.small()
        let desk = await desk(year, at: "K-013")
        await desk.press(.character("a"))
        await desk.type("zainal")
        await desk.press(.enter)
        try await desk.sees("Tidak ada peserta yang cocok dengan “zainal”")
        await desk.press(.control("u"))
        await desk.type("6309064559")
        await desk.press(.enter)
        try await desk.sees("NIK harus 16 angka; ini 10 angka")
        await desk.press(.control("u"))
        await desk.type(TrainingYear.nik(999))
        try await desk.sees("belum terdaftar – Enter membuka formulir")
    }

    @Test("somebody not on file is entered for this class, with the NIK that was typed")
    func entersUnknown() async throws {
        let year = try await TrainingYear.small()
        let desk = await desk(year, at: "K-013")
        await desk.press(.character("a"))
        await desk.type(TrainingYear.nik(999))
        await desk.press(.enter)
        try await desk.sees("6309 0645 0599 0999")
        try await desk.sees("05-05-1999")
        try await desk.sees("K-013")
        await desk.type("Zainab")
        await desk.press(.enter, .control("s"))
        try await desk.sees("Kecamatan harus diisi")
        await desk.press(.escape)
        try await desk.sees("Tambah:")
    }

    @Test("all are certified at once, with numbers that count up, in one step")
    func certifiesAll() async throws {
        let year = try await TrainingYear.small()
        let desk = await desk(year, at: "K-013")
        await desk.press(.character("*"))
        try await desk.sees("4 ditandai")
        await desk.press(.character("t"))
        await desk.type("ber")
        try await desk.sees("bersertifikat")
        // Typing takes the place of today's date.
        await desk.press(.enter)
        await desk.type("17032026")
        await desk.press(.enter)
        await desk.type("0123/BLK/2026")
        try await desk.sees("bersertifikat · 0126/BLK/2026")
        await desk.press(.enter)
        try await desk.sees("4 peserta: bersertifikat")
        let date = CalendarDate(iso: "2026-03-17")!
        #expect(
            try await year.standings(of: "K-013") == [
                "Aulia Rahmah": .certified(on: date, number: "0123/BLK/2026"),
                "Budi Santoso": .certified(on: date, number: "0124/BLK/2026"),
                "Hj. Noorhayati": .certified(on: date, number: "0125/BLK/2026"),
                "Siti Aminah": .certified(on: date, number: "0126/BLK/2026"),
            ])
        await desk.press(.character("u"))
        #expect(try await year.standings(of: "K-013").values.allSatisfy { $0.status == .attending })
    }

    @Test("dropping out needs a reason, and a status cannot be dated before the class")
    func dropsOut() async throws {
        let year = try await TrainingYear.small()
        let desk = await desk(year, at: "K-013")
        await desk.press(.down, .character("t"))
        await desk.type("berh")
        await desk.press(.enter, .enter, .enter)
        try await desk.sees("Alasan berhenti harus diisi")
        await desk.type("pindah kerja")
        await desk.press(.enter)
        let dropped = try await year.standings(of: "K-013")["Budi Santoso"]
        #expect(dropped == .dropped(on: CalendarDate(iso: "2026-11-24")!, reason: "pindah kerja"))
        await desk.press(.character("t"))
        await desk.type("seles")
        await desk.press(.enter, .control("u"))
        await desk.type("01-01-2026")
        await desk.press(.enter)
        try await desk.sees("tanggal status tidak boleh sebelum kelas mulai")
    }

    @Test("what was typed into the form of statuses is kept on Esc, offered to the same people, and gone once saved")
    func standingDraft() async throws {
        let year = try await TrainingYear.small()
        let desk = await desk(year, at: "K-013")
        await desk.press(.down, .character("t"))
        await desk.type("berh")
        await desk.press(.enter, .enter)
        await desk.type("pindah ker")
        await desk.press(.escape)
        // Other people's form begins empty.
        await desk.press(.down, .character("t"))
        try await desk.doesNotSee("belum disimpan")
        await desk.press(.escape, .escape, .up, .character("t"))
        try await desk.sees("Ada isian yang belum disimpan: berhenti 24-11-2026 pindah ker")
        await desk.press(.enter)
        try await desk.sees("pindah ker")
        await desk.type("ja")
        await desk.press(.control("s"))
        let dropped = try await year.standings(of: "K-013")["Budi Santoso"]
        #expect(dropped == .dropped(on: CalendarDate(iso: "2026-11-24")!, reason: "pindah kerja"))
        await desk.press(.character("t"))
        try await desk.doesNotSee("belum disimpan")
    }

    @Test("a certificate number and a date that were typed for several are offered again, and can be dropped")
    func standingDraftOfSeveral() async throws {
        let year = try await TrainingYear.small()
        let desk = await desk(year, at: "K-013")
        await desk.press(.character("*"), .character("t"))
        await desk.type("bers")
        await desk.press(.enter)
        await desk.type("17032026")
        await desk.press(.enter)
        await desk.type("0123/BLK/2026")
        await desk.press(.escape, .character("s"), .character("t"))
        try await desk.sees("bersertifikat 17-03-2026 0123/BLK/2026")
        await desk.press(.delete)
        try await desk.doesNotSee("0123/BLK/2026")
        // The list of statuses is open again, on the one that comes next.
        await desk.press(.enter, .enter)
        #expect(try await year.standings(of: "K-013").values.allSatisfy { $0.status == .completed })
    }

    @Test("an enrollment entered by mistake is removed after asking")
    func removes() async throws {
        let year = try await TrainingYear.small()
        let desk = await desk(year, at: "K-013")
        await desk.press(.character("d"))
        try await desk.sees("Keluarkan Aulia Rahmah dari kelas ini?")
        await desk.press(.enter)
        #expect(try await year.standings(of: "K-013").count == 4)
        await desk.press(.character(" "), .character(" "), .character("d"))
        try await desk.sees("Keluarkan 2 peserta dari kelas ini?")
        await desk.press(.character("y"))
        #expect(try await year.standings(of: "K-013").keys.sorted() == ["Hj. Noorhayati", "Siti Aminah"])
    }

    @Test("another desk's change keeps the cursor and the marks")
    func followsOtherDesk() async throws {
        let year = try await TrainingYear.small()
        let desk = await desk(year, at: "K-013")
        await desk.press(.down, .down, .character(" "))
        try await desk.sees("1 ditandai")
        let other = Author(name: "udin", desk: "meja2")
        let aulia = try await year.store.roster(of: year.classes["K-013"]!)[0].enrollment.id
        try await year.perform(.removeEnrollments([aulia]), by: other)
        await desk.hearsOfChange()
        try await desk.sees("3/16 kursi terisi")
        try await desk.sees("* 2  Hj. Noorhayati")
        await desk.press(.character("d"))
        try await desk.sees("Keluarkan Hj. Noorhayati dari kelas ini?")
    }

    @Test("a NIK is shown in full for one row, and the log says so")
    func reveals() async throws {
        let year = try await TrainingYear.small()
        let desk = await desk(year, at: "K-013")
        try await desk.sees("6309••••••••0001")
        await desk.press(.character("r"), .enter)
        try await desk.sees(TrainingYear.nik(1))
        await desk.press(.down)
        try await desk.doesNotSee(TrainingYear.nik(1))
        let log = try await year.store.log(of: nil, count: 1)
        #expect(log.first?.kind == .reveal)
    }
}
