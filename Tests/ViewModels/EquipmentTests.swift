import DeskScript
import Keyboard
import Store
import Testing
import Training
import Words

@testable import ViewModels

/// Stories at the register of equipment, at one item, and in the forms of both.
@Suite struct EquipmentTests {
    private func desk(_ monitored: MonitoredYear, language: Language = .indonesian) async -> ModelDesk {
        let desk = await ModelDesk(monitored.store, language: language)
        await desk.opens(.equipment(EquipmentModel()))
        return desk
    }

    private func history(_ monitored: MonitoredYear, _ item: String) async throws -> EquipmentHistory {
        try #require(
            try await monitored.store.equipmentHistory(monitored.items[item]!, today: MonitoredYear.today))
    }

    /// Types a text and goes on with Enter.
    private func enter(_ text: String, _ desk: ModelDesk) async {
        await desk.type(text)
        await desk.press(.enter)
    }

    // The register

    @Test func theListsAreTurnedWithTheirCounts() async throws {
        let desk = await desk(try await MonitoredYear())
        try await desk.sees("[semua 3]")
        try await desk.sees("A-0001")
        try await desk.sees("belum pernah")
        try await desk.sees("nilai Rp5.500.000 · 1 tanpa nilai")
        await desk.press(.tab)
        try await desk.sees("[jatuh tempo 1]")
        await desk.press(.tab)
        // Handed over on 1 April and never looked at.
        try await desk.sees("[> 6 bulan 1]")
        try await desk.sees("Perangkat las")
        try await desk.doesNotSee("Singer")
        await desk.press(.tab)
        try await desk.sees("[menganggur 1]")
        try await desk.sees("menganggur 02-10-2026")
        await desk.press(.tab)
        try await desk.sees("Tidak ada alat yang hilang atau dijual.")
        await desk.press(.backTab, .backTab, .backTab, .backTab)
        try await desk.sees("[semua 3]")
    }

    @Test(arguments: ["singer", "sn-2201", "aulia", "A-0001-", "mesin sing"])
    func narrowsAsOneTypes(_ words: String) async throws {
        let desk = await desk(try await MonitoredYear())
        await desk.type("/\(words)")
        try await desk.sees("1 dari 3")
        try await desk.sees("Singer")
        try await desk.doesNotSee("Juki")
        await desk.press(.escape)
        try await desk.sees("Juki")
    }

    @Test func aCodeFromAStickerOpensItsItemWhicheverListItIsOn() async throws {
        let monitored = try await MonitoredYear()
        let code = try await history(monitored, "Perangkat las").line.code
        let desk = await desk(monitored)
        // In front is a list that it is not on.
        await desk.press(.tab, .tab, .tab)
        await desk.type("/" + code.description.lowercased().filter { $0 != "-" })
        await desk.press(.enter)
        try await desk.sees("\(code)  Perangkat las")
        await desk.press(.escape)
        // A wrong digit is said, not opened.
        let wrong = (code.checkDigit + 1) % 10
        await desk.type("/A-0003-\(wrong)")
        await desk.press(.enter)
        try await desk.sees("satu salah atau dua tertukar")
        await desk.press(.escape)
        await desk.type("/" + LabelCode(.equipment, 99).description)
        await desk.press(.enter)
        try await desk.sees("tidak ada catatan berkode")
    }

    // One item

    @Test func anIdleItemShowsWhomItCouldGoTo() async throws {
        let desk = await desk(try await MonitoredYear())
        await desk.type("/juki")
        await desk.press(.enter, .enter)
        try await desk.sees("A-0002")
        try await desk.sees("Riwayat")
        try await desk.sees("diserahkan kepada Siti Aminah · no. BA-7/2026")
        try await desk.sees("menganggur, dilihat Bu Rina · di rumah")
        try await desk.sees("Satu desa (Maburai)")
        // Aulia has a machine already.
        try await desk.sees("Budi Santoso")
        try await desk.sees("Hj. Noorhayati")
        await desk.press(.end, .up, .enter)
        try await desk.sees("Budi Santoso")
        try await desk.doesNotSee("Satu desa")
    }

    @Test func aCheckIsEnteredWithItsCondition() async throws {
        let monitored = try await MonitoredYear()
        let desk = await desk(monitored)
        await desk.press(.enter)
        await desk.type("p")
        try await desk.sees("Periksa A-0001")
        await enter("rus", desk)
        await enter("Pak Udin", desk)
        await desk.press(.enter)
        await enter("bengkel", desk)
        await enter("dinamo terbakar", desk)
        try await desk.sees("rusak")
        try await desk.sees("24-11-2026  rusak, dilihat Pak Udin · bengkel · dinamo terbakar")
        let last = try #require(try await history(monitored, "Mesin jahit Singer 8280").line.lastCheck)
        #expect(last.condition == .broken)
        #expect(last.note == "dinamo terbakar")
    }

    @Test func refusalsOfACheckStandUnderTheirFields() async throws {
        let desk = await desk(try await MonitoredYear())
        await desk.press(.enter)
        await desk.type("p")
        await desk.press(.control("s"))
        try await desk.sees("Kondisi harus diisi")
        await enter("dipakai", desk)
        await enter("Pak Udin", desk)
        await enter("besok", desk)
        try await desk.sees("“besok” bukan tanggal")
        await desk.press(.up, .control("u"))
        await desk.type("25112026")
        await desk.press(.control("s"))
        try await desk.sees("tanggal tidak boleh di masa depan")
        await desk.press(.control("u"))
        await desk.type("01032026")
        await desk.press(.control("s"))
        try await desk.sees("tanggalnya sebelum serah terima terakhir (01-04-2026)")
        await desk.press(.control("u"))
        await desk.type("02042026")
        await desk.press(.control("s"))
        try await desk.sees("dipakai, dilihat Pak Udin")
    }

    @Test func itemsMoveToAnotherHolderByNIKAndTheLifeLineStays() async throws {
        let monitored = try await MonitoredYear()
        let desk = await desk(monitored)
        await desk.press(.down, .enter)
        await desk.type("m")
        try await desk.sees("Alihkan A-0002")
        await desk.press(.enter)
        await desk.type(TrainingYear.nik(2))
        try await desk.sees("Budi Santoso · 6309••••••••0002")
        await desk.press(.enter, .enter)
        await enter("BA-9/2026", desk)
        await enter("lebih perlu", desk)
        try await desk.sees("sekarang dipegang Budi Santoso")
        try await desk.sees("dialihkan kepada Budi Santoso · no. BA-9/2026 · lebih perlu")
        try await desk.sees("diserahkan kepada Siti Aminah")
        #expect(try await history(monitored, "Mesin jahit Juki").holdings.count == 2)
    }

    @Test func whoNeverTookPartIsRefusedUnderTheField() async throws {
        let desk = await desk(try await MonitoredYear())
        await desk.press(.down, .enter)
        await desk.type("m")
        await desk.press(.enter)
        await enter("norli", desk)
        await desk.press(.control("s"))
        try await desk.sees("Norliana belum pernah ikut kelas")
        await desk.press(.control("u"))
        await enter("tidakada", desk)
        try await desk.sees("tidak ada peserta yang cocok dengan “tidakada”")
        await desk.press(.control("u"))
        await desk.type(TrainingYear.nik(77))
        await desk.press(.enter)
        try await desk.sees("tidak ada peserta yang cocok")
    }

    @Test func aGroupHasItsMembersEachOnce() async throws {
        let monitored = try await MonitoredYear()
        let desk = await desk(monitored)
        await desk.press(.down, .enter)
        await desk.type("m")
        await desk.type("KUB Melati")
        await desk.press(.enter)
        await enter("siti", desk)
        try await desk.sees("Anggota 2")
        try await desk.doesNotSee("Anggota 3")
        await enter("budi", desk)
        await enter("siti", desk)
        await desk.press(.control("s"))
        try await desk.sees("Siti Aminah, Maburai sudah disebut di atas")
        await desk.press(.control("u"))
        await enter("noor", desk)
        await desk.press(.control("s"))
        try await desk.sees("dialihkan kepada KUB Melati · Siti Aminah, Budi Santoso")
        let holding = try await history(monitored, "Mesin jahit Juki").line.holding
        #expect(holding.holder.people.count == 3)
    }

    // A new item

    @Test func aNewItemIsHandedOverAndItsScreenSaysTheCode() async throws {
        let monitored = try await MonitoredYear()
        let desk = await desk(monitored)
        await desk.type("n")
        try await desk.sees("Alat baru")
        await enter("Mesin obras", desk)
        await enter("mesin obras", desk)
        await enter("SN-2201", desk)
        await enter("Rp1.250.000", desk)
        try await desk.sees("1.250.000")
        await enter("pokir", desk)
        await desk.press(.enter, .enter)
        await enter("budi", desk)
        await desk.press(.enter)
        await enter("BA-8/2026", desk)
        try await desk.sees("nomor seri SN-2201 sudah ada pada A-0001")
        await desk.press(.control("u"))
        await desk.type("SN-3000")
        await desk.press(.control("s"))
        try await desk.sees("A-0004")
        try await desk.sees("Mesin obras")
        try await desk.sees("mesin obras · no. seri SN-3000 · Rp1.250.000 · Pokir")
        try await desk.sees("diserahkan kepada Budi Santoso · no. BA-8/2026")
        await desk.press(.escape)
        try await desk.sees("[semua 4]")
    }

    @Test func valuesThatAreNoneAreSaidSo() async throws {
        let desk = await desk(try await MonitoredYear())
        await desk.type("n")
        await desk.press(.control("s"))
        try await desk.sees("Barang harus diisi")
        await enter("Mesin", desk)
        await enter("mesin", desk)
        await desk.press(.enter)
        await enter("1.25.000", desk)
        try await desk.sees("“1.25.000” bukan nilai rupiah")
        await desk.press(.up, .control("u"))
        await desk.type("200000000000")
        await desk.press(.control("s"))
        try await desk.sees("Pemegang harus diisi")
        await enter("budi", desk)
        await desk.press(.control("s"))
        try await desk.sees("nilai harus Rp0 sampai Rp100.000.000.000")
    }

    @Test func whatWasTypedSurvivesAndIsOfferedAgain() async throws {
        let desk = await desk(try await MonitoredYear())
        await desk.type("n")
        await enter("Mesin obras", desk)
        await desk.press(.escape)
        try await desk.sees("[semua 3]")
        await desk.type("n")
        try await desk.sees("Ada isian yang belum disimpan: Mesin obras")
        await desk.press(.enter)
        try await desk.sees("Mesin obras")
        await desk.press(.escape)
        await desk.type("n")
        await desk.press(.delete)
        try await desk.doesNotSee("Mesin obras")
    }

    // Editing

    @Test func whatAnotherDeskSavedFirstIsTakenInAndWhatWasTypedStays() async throws {
        let monitored = try await MonitoredYear()
        let desk = await desk(monitored)
        await desk.press(.enter)
        await desk.type("e")
        await desk.press(.control("u"))
        await desk.type("Mesin jahit Singer 9000")
        var stored = try await history(monitored, "Mesin jahit Singer 8280").line.equipment
        stored.value.serial = "SN-9999"
        try await monitored.year.perform(.editEquipment(stored), by: Author(name: "udin", desk: "meja2"))
        await desk.press(.control("s"))
        try await desk.sees("diubah udin (meja2)")
        try await desk.sees("SN-9999")
        try await desk.sees("Mesin jahit Singer 9000")
        await desk.press(.control("s"))
        try await desk.sees("Tersimpan: A-0001")
        let now = try await history(monitored, "Mesin jahit Singer 8280").line.equipment.value
        #expect(now.item == "Mesin jahit Singer 9000")
        #expect(now.serial == "SN-9999")
    }

    /// Enter pressed before the people came waits for them, and takes nobody unseen out of another answer.
    @Test func aKeyPressedAheadWaitsForThePeople() async throws {
        let monitored = try await MonitoredYear()
        let office = try await PeopleOffice()
        let line = try await history(monitored, "Mesin jahit Juki").line
        try await office.add("Aminah", 1, in: office.sewing)
        var story = try await ScreenStory(office, EquipmentFormModel(.move(line), today: MonitoredYear.today))
        await story.settle()
        await story.press(.enter)
        for letter in "amin" { await story.press(.character(letter)) }
        await story.press(.enter)
        #expect(story.model.holdsKeys)
        #expect(story.model.form[.holder]?.chosen == nil)
        await story.settle()
        #expect(story.model.form[.holder]?.chosen?.value == "Aminah, Maburai")
        #expect(story.model.form.focus == .date)
        #expect(!story.model.holdsKeys)
    }
}
