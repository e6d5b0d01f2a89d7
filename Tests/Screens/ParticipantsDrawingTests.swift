import DeskScript
import Keyboard
import Testing
import Training
import Words

/// The table of participants, a participant's file and Wilayah as they look.
@Suite struct ParticipantsDrawingTests {
    private static let sizes = [(80, 24), (120, 40)]

    private func office() async throws -> PeopleOffice {
        let office = try await PeopleOffice(target: 40)
        try await office.add("Hj. Siti Noorhayati binti Abdurrahman, S.Pd", 12, in: office.sewing)
        try await office.add("Ahmad Fauzi", 13, in: office.welding, residence: "63.09.02.1001")
        try await office.add("Rahmawati", 14, residence: "63.09.07")
        try await office.add("Bahrul Ilmi", 15, in: office.sewing, residence: nil)
        try await office.addCrowd(60)
        return office
    }

    private func golden(_ name: String, language: Language = .indonesian, _ play: (ModelDesk) async -> Void)
        async throws
    {
        for (columns, rows) in Self.sizes {
            let desk = await ModelDesk(
                try await office().store, language: language, columns: columns, rows: rows)
            await play(desk)
            try expectGolden(await desk.screen, "\(name)-\(columns)x\(rows)")
        }
    }

    @Test func theTable() async throws {
        try await golden("participants") { await $0.press(.character("2"), .down) }
    }

    @Test func theTableInEnglish() async throws {
        try await golden("participants-en", language: .english) { await $0.press(.character("2"), .character("s")) }
    }

    @Test func theSearchLine() async throws {
        try await golden("participants-search") {
            await $0.press(.character("2"), .character("/"))
            await $0.type("siti n")
        }
    }

    @Test func theSearchLineHoldsTheCursor() async throws {
        let desk = await ModelDesk(try await office().store)
        await desk.press(.character("2"), .character("/"))
        await desk.type("siti")
        let cursor = await desk.frame.cursor
        #expect(cursor?.row == 4)
        #expect(cursor?.column == 11)
    }

    @Test func theFilters() async throws {
        try await golden("participants-filters") {
            await $0.press(.character("2"), .character("f"))
            await $0.type("k")
        }
    }

    @Test func theFiltersInForce() async throws {
        try await golden("participants-filtered") {
            await $0.press(.character("2"), .character("f"))
            await $0.type("k-014")
            await $0.press(.enter, .character("f"))
            await $0.type("mengikuti")
            await $0.press(.enter)
        }
    }

    @Test func theQuestionBeforeDeleting() async throws {
        try await golden("participants-delete") {
            await $0.press(.character("2"), .character("/"))
            await $0.type("siti")
            await $0.press(.enter, .character("d"))
        }
    }

    @Test func theEmptyTable() async throws {
        let desk = await ModelDesk(try await PeopleOffice().store)
        await desk.press(.character("2"))
        try expectGolden(await desk.screen, "participants-empty-80x24")
    }

    @Test func theFile() async throws {
        try await golden("participant-file") {
            await $0.press(.character("2"), .character("/"))
            await $0.type("siti")
            await $0.press(.enter, .enter)
        }
    }

    @Test func theClassesToAssign() async throws {
        try await golden("participant-file-assign") {
            await $0.press(.character("2"), .enter, .character("c"))
        }
    }

    /// Whatever the terminal's width, every line fits and the highlighted row goes from edge to edge.
    @Test(arguments: [80, 81, 97, 132, 240]) func theHighlightedRowFillsTheWidth(columns: Int) async throws {
        let desk = await ModelDesk(try await office().store, columns: columns)
        await desk.press(.character("2"))
        let frame = await desk.frame
        #expect((0..<columns).allSatisfy { frame[$0, 5].style.isReverse })
    }
}
