import DeskScript
import Keyboard
import Store
import Testing
import Training
import ViewModels

@Suite("Forms of organizers, programs, classes and targets")
struct RecordFormModelTests {
    private func desk(_ year: TrainingYear) async -> ModelDesk {
        let desk = await ModelDesk(year.store)
        await desk.press(.character("3"))
        return desk
    }

    @Test("a new class proposes the next code, sixteen seats and the program of the list")
    func proposes() async throws {
        let year = try await TrainingYear.small()
        let desk = await desk(year)
        await desk.press(.tab, .down, .enter, .character("n"))
        try await desk.sees(field: "Kode", "K-016")
        try await desk.sees(field: "Program", "P-02 Las SMAW 3G")
        try await desk.sees(field: "Kursi", "16")
        await desk.type("01122026")
        await desk.press(.enter)
        await desk.type("5 des 2026")
        await desk.press(.control("s"))
        try await desk.sees("Tersimpan: K-016 Las SMAW 3G")
        let line = try await year.store.trainingClass(code: "K-016")
        #expect(line.trainingClass.value.start == CalendarDate(iso: "2026-12-01"))
        #expect(line.trainingClass.value.end == CalendarDate(iso: "2026-12-05"))
        #expect(line.trainingClass.value.seats == 16)
    }

    @Test("what is proposed is replaced by typing, and kept where the clerk moves in it")
    func replacesProposals() async throws {
        let year = try await TrainingYear.small()
        let desk = await desk(year)
        await desk.press(.tab, .down, .enter, .character("n"))
        try await desk.sees(field: "Kode", "K-016")
        await desk.press(.backTab, .backTab)
        await desk.type("LAS-9")
        try await desk.sees(field: "Kode", "LAS-9")
        await desk.press(.tab, .tab)
        await desk.type("01122026")
        await desk.press(.tab)
        await desk.press(.backTab)
        try await desk.sees(field: "Mulai", "01-12-2026")
        await desk.type("2 des 2026")
        await desk.press(.enter)
        try await desk.sees(field: "Mulai", "02-12-2026")
        await desk.type("5 des 2026")
        await desk.press(.tab, .tab, .end, .backspace)
        await desk.type("8")
        try await desk.sees(field: "Kursi", "18")
        await desk.press(.control("s"))
        #expect(try await year.store.trainingClass(code: "LAS-9").trainingClass.value.seats == 18)
    }

    @Test("a draft that is gone on with is not begun anew by typing")
    func goesOnWithDraft() async throws {
        let year = try await TrainingYear.small()
        let desk = await desk(year)
        await desk.press(.tab, .tab, .character("n"))
        await desk.type("PT-")
        await desk.press(.escape, .character("n"), .enter)
        await desk.type("7")
        try await desk.sees(field: "Kode", "PT-7")
    }

    @Test("the new record is the highlighted one")
    func highlightsNew() async throws {
        let year = try await TrainingYear.small()
        let desk = await desk(year)
        await desk.press(.tab, .tab, .character("n"))
        await desk.type("balangan")
        await desk.press(.enter)
        await desk.type("PT Balangan")
        await desk.press(.enter)
        await desk.type("per")
        await desk.press(.enter, .character("d"))
        try await desk.sees("Hapus BALANGAN PT Balangan?")
    }

    @Test(
        "what cannot be is said at its field, with what would be right",
        arguments: [
            ("01022026", "31012026", "16", "hari terakhir kelas tidak boleh sebelum hari pertama"),
            ("30022026", "05032026", "16", "“30022026” bukan tanggal"),
            ("01022026", "05032026", "0", "kursi harus 1 sampai 10.000"),
            ("01022026", "05032026", "1.0001", "kursi harus 1 sampai 10.000"),
        ])
    func checks(start: String, end: String, seats: String, message: String) async throws {
        let year = try await TrainingYear.small()
        let desk = await desk(year)
        await desk.press(.character("n"))
        await desk.type("p-01")
        await desk.press(.enter)
        await desk.type(start)
        await desk.press(.tab)
        await desk.type(end)
        await desk.press(.tab, .tab, .control("u"))
        await desk.type(seats)
        await desk.press(.control("s"))
        try await desk.sees(message)
        #expect(try await year.store.classes(of: 2026).count == 3)
    }

    @Test("a code that is taken is said at the code, and nothing typed is lost")
    func codeTaken() async throws {
        let year = try await TrainingYear.small()
        let desk = await desk(year)
        await desk.press(.tab, .tab, .character("n"))
        await desk.type("lkp-ani")
        await desk.press(.enter)
        await desk.type("LKP Ani Baru")
        await desk.press(.enter)
        await desk.type("lkp")
        await desk.press(.enter)
        try await desk.sees("kode LKP-ANI sudah dipakai")
        try await desk.sees("LKP Ani Baru")
        await desk.press(.control("u"))
        await desk.type("lkp-ani2")
        await desk.press(.control("s"))
        try await desk.sees("Tersimpan: LKP-ANI2")
    }

    /// A form of a new class, K-021, whose save is under way.
    private func savingClass(_ office: PeopleOffice) async throws -> ScreenStory<RecordFormModel> {
        let program = try #require(try await office.store.programs(of: 2026).first).program.id
        var story = try await ScreenStory(office, RecordFormModel(classOf: program))
        await story.settle()
        for text in ["01122026", "05122026"] {
            for letter in text { await story.press(.character(letter)) }
            await story.press(.tab)
        }
        await story.press(.control("s"))
        return story
    }

    @Test("a form being saved keeps its code, though the file says already that it is taken")
    func keepsCodeWhileSaving() async throws {
        let office = try await PeopleOffice()
        var story = try await savingClass(office)
        await story.answerLate()
        #expect(story.notices.map(\.text) == ["Tersimpan: K-021 Menjahit Pakaian"])
        #expect(story.isClosed)
        #expect(try await office.store.classes(of: 2026).map(\.code.text).contains("K-021"))
    }

    @Test("where another desk took the proposed code first, the next one is proposed")
    func proposesAnewAfterRefusal() async throws {
        let office = try await PeopleOffice()
        var story = try await savingClass(office)
        let theirs = try #require(try await office.store.classes(of: 2026).first).trainingClass.value
        let taken = TrainingClass(
            code: Code("K-021")!, program: theirs.program, start: theirs.start, end: theirs.end, seats: 16)
        _ = try await office.store.perform(.addClass(taken), by: office.other)
        await story.answerLate()
        await story.settle()
        #expect(story.model.form[.code]?.text == "K-022")
        #expect(story.model.form[.code]?.message == .trouble("kode K-021 sudah dipakai; pilih kode lain"))
        await story.press(.control("s"))
        await story.settle()
        #expect(story.notices.map(\.text) == ["Tersimpan: K-022 Menjahit Pakaian"])
    }

    @Test("SKKNI is asked of the competency track only, pokir of the non-competency track only")
    func fieldsOfTrack() async throws {
        let year = try await TrainingYear.small()
        let desk = await desk(year)
        await desk.press(.tab, .down, .character("e"))
        try await desk.sees("SKKNI")
        try await desk.doesNotSee("Pengusul pokir")
        await desk.press(.tab, .tab, .tab)
        await desk.type("nonk")
        await desk.press(.tab)
        try await desk.sees("Pengusul pokir")
        try await desk.doesNotSee("SKKNI")
        await desk.press(.control("s"))
        let program = try await year.store.program(code: "P-02").program.value
        #expect(program.track == .nonCompetency)
        #expect(program.skkni == nil)
        #expect(program.vocation == "Las")
    }

    @Test("a program's schedule of follow-ups is kept, changed, and refused where it cannot be")
    func schedule() async throws {
        let year = try await TrainingYear.small()
        var stored = try await year.store.program(code: "P-02").program
        stored.value.followUpMarks = [1, 24]
        try await year.perform(.editProgram(stored))
        let desk = await desk(year)
        await desk.press(.tab, .down, .character("e"))
        try await desk.sees("1, 24")
        await desk.press(.tab, .control("u"))
        await desk.type("Las Lanjutan")
        await desk.press(.control("s"))
        #expect(try await year.store.program(code: "P-02").program.value.followUpMarks == [1, 24])
        await desk.press(.character("e"), .backTab, .control("u"))
        await desk.type("6 3")
        await desk.press(.control("s"))
        try await desk.sees("jadwal pemantauan")
        await desk.press(.control("u"))
        await desk.type("2,8,24")
        await desk.press(.control("s"))
        let program = try await year.store.program(code: "P-02").program.value
        #expect(program.followUpMarks == [2, 8, 24] && program.title == "Las Lanjutan")
    }

    @Test("two desks change a class: untouched fields follow, fields changed at both show both")
    func bothDesks() async throws {
        let year = try await TrainingYear.small()
        let desk = await desk(year)
        await desk.press(.character("e"))
        try await desk.sees("Balai Latihan Kerja")
        // Kode, Program, Mulai, Selesai, Tempat
        await desk.press(.tab, .tab, .tab, .tab, .control("u"))
        await desk.type("Aula Kecamatan")
        var theirs = try await year.store.trainingClass(code: "K-013").trainingClass
        theirs.value.place = "Gedung Serbaguna"
        theirs.value.seats = 20
        try await year.perform(.editClass(theirs), by: Author(name: "udin", desk: "meja2"))
        await desk.press(.control("s"))
        try await desk.sees("udin (meja2)")
        try await desk.sees("Aula Kecamatan")
        try await desk.sees("meja2: Gedung Serbaguna")
        try await desk.sees(field: "Kursi", "20")
        await desk.press(.control("s"))
        try await desk.sees("Tersimpan: K-013")
        let saved = try await year.store.trainingClass(code: "K-013").trainingClass.value
        #expect(saved.place == "Aula Kecamatan")
        #expect(saved.seats == 20)
    }

    @Test("F6 takes the other desk's value")
    func takesTheirs() async throws {
        let year = try await TrainingYear.small()
        let desk = await desk(year)
        await desk.press(.character("e"), .tab, .tab, .tab, .tab, .control("u"))
        await desk.type("Aula Kecamatan")
        var theirs = try await year.store.trainingClass(code: "K-013").trainingClass
        theirs.value.place = "Gedung Serbaguna"
        try await year.perform(.editClass(theirs), by: Author(name: "udin", desk: "meja2"))
        await desk.press(.control("s"), .function(6))
        try await desk.doesNotSee("Aula Kecamatan")
        await desk.press(.control("s"))
        #expect(try await year.store.trainingClass(code: "K-013").trainingClass.value.place == "Gedung Serbaguna")
    }

    @Test("a record deleted at another desk meanwhile can be saved as a new one")
    func deletedMeanwhile() async throws {
        let year = try await TrainingYear.small()
        let desk = await desk(year)
        await desk.press(.character("/"))
        await desk.type("k-015")
        await desk.press(.enter, .character("e"), .tab, .tab, .tab, .tab)
        await desk.type("Rumah Produksi")
        try await year.perform(.deleteClass(year.classes["K-015"]!), by: Author(name: "udin", desk: "meja2"))
        await desk.press(.control("s"))
        try await desk.sees("sudah dihapus di meja lain")
        try await desk.sees("Rumah Produksi")
        await desk.press(.control("s"))
        #expect(try await year.store.trainingClass(code: "K-015").trainingClass.value.place == "Rumah Produksi")
    }

    @Test("what was typed survives Esc and is offered again")
    func draft() async throws {
        let year = try await TrainingYear.small()
        let desk = await desk(year)
        await desk.press(.tab, .tab, .character("n"))
        await desk.type("pt-1")
        await desk.press(.enter)
        await desk.type("PT Adaro")
        await desk.press(.escape, .character("n"))
        try await desk.sees("Ada isian yang belum disimpan: PT-1 PT Adaro")
        await desk.press(.enter)
        try await desk.sees(field: "Nama", "PT Adaro")
        await desk.press(.enter)
        await desk.type("perus")
        await desk.press(.enter, .character("n"))
        try await desk.doesNotSee("belum disimpan")
        #expect(try await year.store.organizer(code: "PT-1").value.kind == .company)
    }

    @Test("a draft can be dropped, and typing over it drops it as well")
    func dropsDraft() async throws {
        let year = try await TrainingYear.small()
        let desk = await desk(year)
        await desk.press(.tab, .tab, .character("n"))
        await desk.type("pt-1")
        await desk.press(.escape, .character("n"), .delete)
        try await desk.doesNotSee("belum disimpan")
        await desk.press(.escape, .character("n"))
        try await desk.doesNotSee("belum disimpan")
    }

    @Test("off the first field, Enter and Del are the field's own, and the offer says where it is to be had")
    func draftOfferedAtTheFirstField() async throws {
        let year = try await TrainingYear.small()
        let desk = await desk(year)
        await desk.press(.tab, .tab, .character("n"))
        await desk.type("pt-1")
        await desk.press(.escape, .character("n"), .tab)
        try await desk.sees("Ada isian yang belum disimpan: pt-1. Enter atau Del di isian “Kode”")
        await desk.press(.delete, .enter)
        try await desk.sees("Ada isian yang belum disimpan: pt-1")
        await desk.press(.escape, .character("n"))
        try await desk.sees("Ada isian yang belum disimpan: pt-1. Enter: lanjutkan · Del: buang")
        await desk.press(.enter)
        try await desk.sees(field: "Kode", "pt-1")
    }

    @Test("the year's target is set, then revised, each with its document")
    func target() async throws {
        let year = try await TrainingYear.small()
        let desk = await ModelDesk(year.store)
        await desk.press(.character("t"))
        try await desk.sees("Target 2026")
        await desk.type("3000")
        await desk.press(.enter)
        await desk.type("DPA 2026")
        await desk.press(.control("s"))
        try await desk.sees("Tersimpan: Target 2026")
        try await desk.sees("6 / 3.000")
        await desk.press(.character("t"))
        try await desk.sees(field: "Target awal", "3.000")
        await desk.press(.tab, .tab, .tab)
        await desk.type("4.500")
        await desk.press(.control("s"))
        try await desk.sees("6 / 4.500")
        let targets = try await year.store.targets().map(\.value)
        #expect(targets.contains(Target(year: 2026, stage: .original, count: 3000, source: "DPA 2026")))
        #expect(targets.contains(Target(year: 2026, stage: .revised, count: 4500)))
        #expect(targets.count == 2)
    }

    @Test("a target that was revised cannot be emptied, and 0 is no target")
    func targetChecks() async throws {
        let year = try await TrainingYear.small()
        try await year.perform(.setTarget(Target(year: 2026, count: 3000)))
        try await year.perform(.setTarget(Target(year: 2026, stage: .revised, count: 4000)))
        let desk = await ModelDesk(year.store)
        await desk.press(.character("t"), .control("u"))
        await desk.type("0")
        await desk.press(.control("s"))
        try await desk.sees("target harus 1 sampai 100.000.000")
        await desk.press(.control("u"))
        await desk.type("3000")
        await desk.press(.tab, .tab, .tab, .control("u"), .control("s"))
        try await desk.sees("target perubahan yang sudah ditetapkan tidak dapat")
    }
}

extension ModelDesk {
    /// Looks for a field with what stands in it, however far apart.
    fileprivate func sees(field label: String, _ value: String) throws {
        let isThere = screen.contains { row in
            let text = row.drop { " >".contains($0) }
            return text.hasPrefix(label + " ") && text.dropFirst(label.count).drop { $0 == " " }.hasPrefix(value)
        }
        if !isThere { throw NotSeen("\(label): \(value)", on: screen) }
    }
}
