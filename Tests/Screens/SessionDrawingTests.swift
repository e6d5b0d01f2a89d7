import DeskScript
import Foundation
import Keyboard
import Sample
import Store
import Testing
import Training
import Words

@testable import Screens

/// The frame around every screen, Capaian and help, as golden text.
@Suite struct SessionDrawingTests {
    /// The demo's data: what the header must read is known.
    private func demo(columns: Int = 80, rows: Int = 24, _ language: Language = .indonesian) async throws -> ModelDesk {
        let store = try SilatStore.inMemory(now: TrainingYear.noon)
        let author = Author(name: "rina", desk: "meja1")
        try await store.takeIn(as: .generate, note: "", by: author, keep: true) {
            try SampleOffice(year: 2025, today: CalendarDate(iso: "2026-11-24")!).fill($0)
        }
        return await ModelDesk(store, language: language, year: 2025, columns: columns, rows: rows)
    }

    @Test(arguments: [(80, 24), (120, 40), (79, 20)])
    func capaianOfTheDemo(columns: Int, rows: Int) async throws {
        let desk = try await demo(columns: columns, rows: rows)
        try expectGolden(await desk.screen, "capaian-\(columns)x\(rows)")
    }

    @Test func capaianInEnglish() async throws {
        try expectGolden(await demo(.english).screen, "capaian-english-80x24")
    }

    @Test func theFiguresStandOnEveryScreen() async throws {
        let desk = try await demo()
        for tab in "1234" {
            await desk.type(String(tab))
            let top = await desk.screen[0]
            #expect(top.contains("11.630 / 3.000") && top.contains("387,6 %"), "\(tab)")
        }
    }

    @Test func aNoticeThatIsWiderThanTheScreenTakesTwoRows() async throws {
        let desk = try await demo()
        await desk.press(.control("l"))
        let rows = await desk.screen.suffix(2).joined(separator: "\n")
        #expect(rows.hasPrefix(" ! "))
        #expect(rows.contains("silat operator pin"), "\(rows)")
        #expect(!rows.contains("…"))
        await desk.press(.down)
        try await desk.sees("bantuan")
    }

    @Test func aLongSentenceGivesWayInTheMiddle() {
        let long = "Tersimpan: \(String(repeating: "Noor ", count: 60))· 6309••••••••0001 — tekan u untuk mengurungkan"
        for width in 40...120 {
            let lines = long.lines(atMost: 2, width: width)
            #expect(lines.count <= 2 && lines.allSatisfy { $0.columns <= width }, "\(width)")
            #expect(lines.first?.hasPrefix("Tersimpan: Noor") == true && lines.joined().contains("…"))
            #expect(lines.last?.hasSuffix("mengurungkan") == true)
        }
        #expect("satu dua".lines(atMost: 2, width: 8) == ["satu dua"])
        #expect("satu dua".lines(atMost: 2, width: 4) == ["satu", "dua"])
        #expect(String(repeating: "x", count: 99).lines(atMost: 1, width: 10) == ["xxxxx…xxxx"])
    }

    @Test func help() async throws {
        let desk = try await demo()
        await desk.type("?")
        try expectGolden(await desk.screen, "help-80x24")
        await desk.press(.escape)
        try await desk.sees("Capaian pelatihan")
    }

    @Test func aTerminalTooSmallComesBackByItself() async throws {
        let desk = try await demo()
        await desk.resize(columns: 60, rows: 10)
        try await desk.sees("80×24")
        try await desk.doesNotSee("Capaian")
        await desk.resize(columns: 80, rows: 24)
        try await desk.sees("Capaian pelatihan")
    }

    @Test func anEmptyMachineSaysWhatToDo() async throws {
        let desk = await ModelDesk(try SilatStore.inMemory(now: TrainingYear.noon))
        try expectGolden(await desk.screen, "capaian-empty-80x24")
    }

    @Test func everyFigureOfTheDemoOpensToAsManyNames() async throws {
        #expect(try await FigureWalk(at: demo()).play() > 55)
    }

    /// The screens that open from Capaian, and the whole of Wilayah, on the demo's two years.
    @Test func everyFigureOfTheScreensBeyondCapaianOpensToAsManyNames() async throws {
        let desk = try await demo()
        for (key, least) in [("y", 10), ("h", 10), ("c", 20), ("o", 80)] {
            await desk.type(key)
            #expect(try await FigureWalk(at: desk).play() >= least, "\(key)")
            await desk.press(.escape)
            try await desk.sees("Capaian pelatihan")
        }
        await desk.type("4")
        #expect(try await FigureWalk(at: desk).play() > 60)
    }

    @Test func anotherDesksSaveMovesTheGauge() async throws {
        var year = try await TrainingYear.small()
        let desk = await ModelDesk(year.store)
        try await desk.sees("6 orang")
        try await year.addPerson("Jumiati", 77, in: "K-013")
        await desk.hearsOfChange()
        try await desk.sees("7 orang")
    }

    @Test func undoSaysWhatItTookBack() async throws {
        let year = try await TrainingYear.small()
        let desk = await ModelDesk(year.store)
        await desk.type("u")
        try await desk.sees("Diurungkan: peserta ditambahkan")
    }

    @Test func muchIsTakenBackOnlyAfterASecondKey() async throws {
        var year = try await TrainingYear.small()
        let author = year.author
        let people = try (100..<160).map { serial in
            Participant(
                identity: .nik(try NIK(TrainingYear.nik(serial))), name: PersonName("Orang \(serial) A")!,
                birthDate: CalendarDate(iso: "1999-05-05")!, sex: .female, residence: .outside)
        }
        try await year.store.takeIn(as: .importRoster, note: "x.csv", by: author, keep: true) { intake in
            for person in people { _ = try intake.add(person, doubts: []) }
        }
        let desk = await ModelDesk(year.store)
        await desk.type("u")
        try await desk.sees("tekan u sekali lagi")
        #expect(try await year.store.count(of: ParticipantQuery()) == 68)
        await desk.type("ju")
        try await desk.sees("tekan u sekali lagi")
        await desk.type("u")
        try await desk.sees("Diurungkan: impor daftar")
        #expect(try await year.store.count(of: ParticipantQuery()) == 8)
        try await year.addPerson("Jumiati", 77, in: "K-013")
    }
}
