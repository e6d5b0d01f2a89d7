import DeskScript
import Keyboard
import Testing
import Training

@testable import ViewModels

/// Stories at the year's targets and their forms.
@Suite struct TargetsModelTests {
    private func desk(_ year: TrainingYear) async -> ModelDesk {
        let desk = await ModelDesk(year.store)
        await desk.opens(.targets(TargetsModel()))
        return desk
    }

    @Test func sumsOfPartsStandBesideTheWhole() async throws {
        let year = try await TrainingYear.contested()
        let desk = await ScreenDesk(TargetsModel(), year.store, ExplanationModelTests.context)
        let rows = await desk.model.grid.body.items.map { row in row.cells.map(\.text).joined(separator: "|") }
        #expect(
            rows.prefix(10) == [
                "Kabupaten|40|50|50|DPPA 2026, tanggal 01-09-2026|orang",
                "Periode 2025–2029|200|–|200|RPJMD 2025–2029, tanggal 05-01-2026|orang",
                "  jumlah 1 tahun|–|–|50|kurang 150 dari 200",
                "Kecamatan Kelua|15|–|15|–|orang",
                "Kecamatan Murung Pudak|20|–|20|–|orang",
                "  jumlah 2 kecamatan|–|–|35|kurang 15 dari 50",
                "Berbasis kompetensi|50|–|50|–|orang",
                "  jumlah 1 jalur|–|–|50|pas",
                "DISNAKER Dinas Tenaga Kerja|30|–|30|–|keikutsertaan",
                "  jumlah 1 penyelenggara|–|–|30|kurang 20 dari 50",
            ])
    }

    @Test func theHistorySaysWhichTargetHeldWhen() async throws {
        let desk = await desk(try await .pastAndPresent())
        try await desk.sees("Riwayat")
        try await desk.sees("23-11-2026 – masih berlaku  Kabupaten, perubahan: 12 · rina")
        try await desk.sees("16-11-2026 – 23-11-2026  Kabupaten, awal: 10 · rina")
    }

    @Test func aKecamatansTargetIsSet() async throws {
        let year = try await TrainingYear.contested()
        let desk = await desk(year)
        await desk.press(.character("n"))
        try await desk.sees("Target baru")
        await desk.type("upau")
        await desk.press(.enter)
        await desk.type("12")
        await desk.press(.enter)
        await desk.type("SK Camat")
        await desk.press(.enter)
        await desk.type("01-02-2026")
        await desk.press(.control("s"))
        try await desk.sees("Tersimpan: Target Kecamatan Upau 2026")
        try await desk.sees("jumlah 3 kecamatan")
        #expect(
            try await year.store.targets().map(\.value).contains(
                Target(
                    year: 2026, scope: .kecamatan(RegionCode("63.09.10")!), count: 12, source: "SK Camat",
                    sourceDate: CalendarDate(iso: "2026-02-01"))))
    }

    @Test func choosingSomebodyWithATargetShowsIt() async throws {
        let year = try await TrainingYear.contested()
        let desk = await desk(year)
        await desk.press(.character("n"))
        await desk.type("murung")
        await desk.press(.enter)
        try await desk.sees("20")
        await desk.type("25")
        await desk.press(.control("s"))
        let target = try await year.store.targets().map(\.value).inForce(for: .kecamatan(RegionCode("63.09.06")!))
        #expect(target?.count == 25)
    }

    @Test func aTermsGoalAsksForItsLastYear() async throws {
        let year = try await TrainingYear.small()
        let desk = await desk(year)
        await desk.press(.character("n"))
        await desk.type("periode")
        await desk.press(.enter)
        try await desk.sees("> Sampai tahun")
        await desk.type("2026")
        await desk.press(.enter)
        try await desk.sees("tahun terakhir periode harus 1 sampai 9 tahun")
        await desk.press(.backTab, .control("u"))
        await desk.type("2030")
        await desk.press(.enter)
        await desk.type("15000")
        await desk.press(.control("s"))
        try await desk.sees("Periode 2026–2030")
        #expect(
            try await year.store.targets().map(\.value)
                == [Target(year: 2026, scope: .term(through: 2030), count: 15_000)])
    }

    @Test func aTargetIsOpenedAndRevised() async throws {
        let year = try await TrainingYear.contested()
        let desk = await desk(year)
        await desk.press(.down, .enter)
        try await desk.sees("Target Periode 2025–2029")
        await desk.press(.escape, .down, .down, .character("e"))
        try await desk.sees("Target Kecamatan Kelua · 2026")
        await desk.press(.tab, .tab, .tab)
        await desk.type("18")
        await desk.press(.control("s"))
        try await desk.sees("Tersimpan: Target Kecamatan Kelua 2026")
        let target = try await year.store.targets().map(\.value).inForce(for: .kecamatan(RegionCode("63.09.02")!))
        #expect(target?.count == 18 && target?.stage == .revised)
    }

    @Test func documentsOfTheRegencysTargetHaveDates() async throws {
        let year = try await TrainingYear.small()
        let desk = await ModelDesk(year.store)
        await desk.press(.character("t"))
        await desk.type("3000")
        await desk.press(.enter)
        await desk.type("DPA")
        await desk.press(.enter)
        await desk.type("25-11-2026")
        await desk.press(.control("s"))
        try await desk.sees("tanggal dokumen tidak boleh di masa depan")
        await desk.press(.control("u"))
        await desk.type("5-1-2026")
        await desk.press(.control("s"))
        #expect(
            try await year.store.targets().map(\.value)
                == [
                    Target(
                        year: 2026, count: 3_000, source: "DPA", sourceDate: CalendarDate(iso: "2026-01-05"))
                ])
    }

    /// A document without a count would be lost: it is said instead.
    @Test func aDocumentNeedsItsCount() async throws {
        let year = try await TrainingYear.small()
        let desk = await ModelDesk(year.store)
        await desk.press(.character("t"))
        await desk.type("3000")
        await desk.press(.tab, .tab, .tab, .tab)
        await desk.type("DPPA")
        await desk.press(.control("s"))
        try await desk.sees("Target perubahan harus diisi")
        #expect(try await year.store.targets().isEmpty)
    }

    @Test func aTargetSetAtAnotherDeskStandsBesideWhatIsTyped() async throws {
        let year = try await TrainingYear.contested()
        let desk = await ModelDesk(year.store)
        await desk.press(.character("t"))
        await desk.type("45")
        try await year.perform(.setTarget(Target(year: 2026, count: 44)), by: Author(name: "udin", desk: "meja2"))
        await desk.hearsOfChange()
        try await desk.sees("meja lain: 44 (F6")
    }

    @Test func withoutTargetsItSaysWhatToDo() async throws {
        let desk = await desk(try await .small())
        try await desk.sees("Belum ada target untuk tahun ini; tekan n")
    }
}
