import DeskScript
import Keyboard
import Testing
import Training

@testable import ViewModels

/// The class field where the year has more classes than a list is for.
@Suite struct ParticipantFormClassesTests {
    private static let titles = [
        "Menjahit dasar", "Menjahit lanjut", "Las listrik", "Ménjahit Mabu'un", "K-1 servis AC",
    ]

    /// An office with 260 classes of seven programs.
    private static func office() async throws -> EntryOffice {
        let office = try await EntryOffice()
        for (place, title) in titles.enumerated() {
            let program = try await office.addProgram("PROG-\(place)", title)
            for number in stride(from: place, to: 258, by: titles.count) {
                _ = try await office.addClass("K\(number % 3)-\(100 + number)/A\(number % 7)", of: program, seats: 20)
            }
        }
        return office
    }

    /// Where nothing is saved.
    private static let unchanged = Task { try await office() }

    private func desk(_ office: EntryOffice) async -> EntryDesk {
        let desk = await office.desk()
        await desk.type(EntryOffice.nik(1) + "Rahmawati")
        while await desk.focus != .trainingClass { await desk.press(.tab) }
        return desk
    }

    @Test func whatIsSoughtIsWhatTheWholeListNarrowsTo() async throws {
        let office = try await Self.unchanged.value
        let all = try await office.store.classes(of: 2026)
        #expect(all.count == 260)
        let choices = all.map { ParticipantFormModel.choice($0, seats: "") }
        for typed in [
            "", " ", "m", "menj", "MENJAHIT DASAR", "menjahit l", "mabuun", "k", "k1", "k1-1", "K1-101/A3", "a3",
            "a3 menj", "dasar 1", "las k2",
            "k-014", "k-1", "k-1 s", "103 a", "-", "zzz", "las zzz", "é", "servis 12 k",
        ] {
            var list = ChoiceList(choices)
            list.insert(typed)
            let expected = list.matches.map(\.id)
            for count in [1, 3, 50, 1_000] {
                let found = try await office.store.classes(of: 2026, fitting: typed, count: count)
                #expect(
                    found.lines.map(\.trainingClass.id.description) == Array(expected.prefix(count)),
                    "\(typed) \(count)")
                #expect(found.total == expected.count, "\(typed)")
                #expect(found.lines == found.lines.filter { all.contains($0) })
            }
        }
        #expect(try await office.store.classes(of: 2025, fitting: "k", count: 9).total == 0)
    }

    @Test func aClassIsSoughtAndTaken() async throws {
        let desk = try await desk(Self.unchanged.value)
        await desk.type("las k2")
        let list = try #require(await desk.model.form[.trainingClass]?.list)
        #expect(list.isSoughtByText)
        #expect(list.matches.allSatisfy { $0.label == "Las listrik" && $0.code.hasPrefix("K2") })
        #expect(list.fitting == list.matches.count)
        await desk.press(.down, .enter)
        #expect(await desk.model.chosenClass?.trainingClass.value.code.text == list.matches[1].code)
    }

    /// Nobody waits for the search: Tab is carried out when the last answer has come, in whichever order they do.
    @Test(arguments: [true, false]) func keysTypedAheadOfTheSearchAreKept(lastFirst: Bool) async throws {
        let office = try await Self.unchanged.value
        let desk = await desk(office)
        await desk.slowDown()
        await desk.type("k-014")
        await desk.press(.tab)
        await desk.type("6309")
        await desk.catchUp(lastFirst: lastFirst)
        #expect(await desk.model.chosenClass?.trainingClass.id == office.sewing)
        #expect(await desk.focus == .nik)
        #expect(await desk.text(.nik) == EntryOffice.nik(1) + "6309")
    }

    @Test func moreThanAreOfferedAreCounted() async throws {
        let desk = try await desk(Self.unchanged.value)
        await desk.type("k")
        let list = try #require(await desk.model.form[.trainingClass]?.list)
        #expect(list.matches.count == 50)
        #expect(list.fitting == 260)
        await desk.press(.tab)
        #expect(await desk.message(.trainingClass)?.text.contains("260 pilihan") == true)
    }

    @Test func spaceShowsTheFirst() async throws {
        let desk = try await desk(Self.unchanged.value)
        await desk.type(" ")
        let list = try #require(await desk.model.form[.trainingClass]?.list)
        #expect(list.isOpen)
        #expect(list.matches.first?.code == "K-014")
        #expect(list.matches.count == 200)
        #expect(list.fitting == 260)
    }

    @Test func whatFitsNothingIsSaidAndTakenBack() async throws {
        let office = try await Self.unchanged.value
        let desk = await desk(office)
        await desk.type("zzz")
        await desk.press(.enter)
        #expect(await desk.message(.trainingClass)?.text.hasPrefix("tidak ada pilihan yang berawal “zzz”") == true)
        await desk.press(.backspace, .backspace, .backspace)
        await desk.type("k-014")
        await desk.press(.enter)
        #expect(await desk.model.chosenClass?.trainingClass.id == office.sewing)
    }

    @Test func aFullClassIsAskedAboutThoughItWasCarriedForward() async throws {
        let office = try await Self.office()
        let desk = await office.deskWithOneEntered()
        await desk.type(EntryOffice.nik(2) + "Siti")
        while await desk.focus != .trainingClass { await desk.press(.tab) }
        await desk.type("k-015")
        await desk.press(.tab)
        #expect(await desk.model.chosenClass?.taken == 0)
        // The only seat goes to somebody entered at another desk.
        try await office.add(office.person("Rahmah", nik: EntryOffice.nik(3)), in: office.welding)
        await desk.hearsOfChange()
        #expect(await desk.model.chosenClass?.taken == 1)
        await desk.press(.control("s"))
        #expect(await desk.model.question?.doubts.contains(.classFull) == true)
    }

    @Test func aDraftsUnfinishedClassIsSoughtAgain() async throws {
        let office = try await Self.office()
        let first = await desk(office)
        await first.type("las")
        let second = await office.desk()
        await second.press(.enter)
        let list = try #require(await second.model.form[.trainingClass]?.list)
        #expect(list.text.text == "las")
        #expect(list.matches.allSatisfy { $0.label == "Las listrik" } && !list.matches.isEmpty)
    }
}
