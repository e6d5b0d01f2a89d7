import DeskScript
import Keyboard
import Testing
import Training

@testable import ViewModels

/// Stories at the contributions of organizers.
@Suite struct ContributionsModelTests {
    private func desk(_ year: TrainingYear) async -> ScreenDesk<ContributionsModel> {
        await ScreenDesk(ContributionsModel(), year.store, ExplanationModelTests.context)
    }

    @Test func aDifferenceStandsBesideItsReasons() async throws {
        let desk = await desk(try await .contested())
        let rows = await desk.model.grid.body.items
        #expect(rows.map(\.id) == ["DISNAKER", "LKP-ANI"])
        // Claimed, people, enrollments, difference, then twice, registered, cancelled, dropped, no NIK, outside, other year.
        #expect(
            rows[0].cells.dropFirst().prefix(11).map(\.text)
                == ["14", "7", "8", "+7", "1", "0", "1", "1", "1", "1", "1"])
        #expect(rows[0].cells.suffix(3).map(\.text) == ["SKPD", "02-11-2026", "045/DTK/2026"])
        #expect(rows[1].cells.dropFirst().prefix(6).map(\.text) == ["0", "0", "0", "0", "0", "1"])
    }

    @Test func everyFigureOpensToTheNamesBehindIt() async throws {
        let year = try await TrainingYear.contested()
        let desk = await desk(year)
        let all = await desk.model.grid.names
        // Two organizers with nine figures each, and the two of the total.
        #expect(all.count == 20)
        for names in all {
            #expect(
                try await year.store.count(of: ParticipantQuery(figure: names.figure)) == names.count, "\(names.title)")
        }
    }

    /// Somebody in classes of two organizers, and classes of nobody: the lines and the overlap add up to the year's people.
    @Test func theLinesAddUpToTheYear() async throws {
        var year = try await TrainingYear.contested()
        try await year.add(Program(code: Code("P-09")!, title: "Tanpa", year: 2026, track: .community))
        try await year.addClass("K-090", "P-09", "2026-05-01", "2026-05-03", place: nil, seats: 16)
        try await year.perform(
            .enroll(
                [year.people["Aulia Rahmah"]!], in: year.classes["K-090"]!, standing: nil,
                confirmed: Set(Doubt.allCases)))
        let desk = await desk(year)
        let grid = await desk.model.grid
        #expect(grid.body.items.map(\.id) == ["DISNAKER", "LKP-ANI", ""])
        #expect(grid.footer.map { $0.cells[2].text } == ["-1", "7"])
        #expect(grid.footer.map { $0.cells[4].text } == ["+1", "+7"])
        let lines = grid.body.items.compactMap { $0.cells[2].names?.count }.reduce(0, +)
        #expect(lines - 1 == 7)
        for names in grid.names {
            #expect(
                try await year.store.count(of: ParticipantQuery(figure: names.figure)) == names.count, "\(names.title)")
        }
    }

    @Test func sortingByTheDifferenceFindsTheLargest() async throws {
        let desk = await desk(try await .contested())
        await desk.press(.right, .right, .right, .right, .character("s"), .character("s"))
        #expect(await desk.model.grid.body.items.map(\.id) == ["LKP-ANI", "DISNAKER"])
        await desk.press(.character("s"))
        #expect(await desk.model.grid.body.items.map(\.id) == ["DISNAKER", "LKP-ANI"])
    }

    @Test func enterOnTheNameOpensItsClaim() async throws {
        let desk = await desk(try await .contested())
        for keys: [Key] in [[.enter], [.right, .enter], [.right, .right, .character("e")]] {
            for key in keys { await desk.press(key) }
        }
        let forms = await desk.opened.compactMap { screen -> RecordFormModel? in
            if case .recordForm(let form) = screen { form } else { nil }
        }
        #expect(forms.count == 3)
        guard case .claim(let organizer, 2026, let claim?) = forms[0].subject else {
            Issue.record("no claim's form")
            return
        }
        #expect(organizer.value.code.text == "DISNAKER" && claim.count == 14)
    }

    @Test func aClaimIsTypedIntoItsForm() async throws {
        let year = try await TrainingYear.contested()
        let desk = await ModelDesk(year.store)
        await desk.opens(.contributions(ContributionsModel()))
        await desk.press(.down, .enter)
        try await desk.sees("Klaim LKP-ANI LKP Ani · 2026")
        await desk.type("1.250")
        await desk.press(.enter)
        await desk.type("25-11-2026")
        await desk.press(.enter)
        await desk.type("7/LKP")
        await desk.press(.enter)
        try await desk.sees("tanggal dokumen tidak boleh di masa depan")
        await desk.press(.control("u"))
        await desk.type("23112026")
        await desk.press(.control("s"))
        try await desk.sees("Tersimpan: Klaim LKP-ANI 2026")
        try await desk.sees("+1.250")
        let contribution = try await year.store.contributions(of: 2026)[1]
        #expect(
            contribution.claim
                == Claim(
                    organizer: year.organizers["LKP-ANI"]!, year: 2026, count: 1_250,
                    reportedOn: CalendarDate(iso: "2026-11-23"), letter: "7/LKP"))
    }

    @Test func aClaimSetAtAnotherDeskStandsBesideWhatIsTyped() async throws {
        let year = try await TrainingYear.contested()
        let desk = await ModelDesk(year.store)
        await desk.opens(.contributions(ContributionsModel()))
        await desk.press(.enter)
        await desk.type("20")
        try await year.perform(
            .setClaim(Claim(organizer: year.organizers["DISNAKER"]!, year: 2026, count: 17, letter: "9/X")),
            by: Author(name: "udin", desk: "meja2"))
        await desk.hearsOfChange()
        try await desk.sees("meja lain: 17 (F6")
        try await desk.sees("9/X")
        await desk.press(.function(6), .control("s"))
        #expect(try await year.store.contributions(of: 2026)[0].claim?.count == 17)
    }

    @Test func whatWasTypedIntoAClaimIsOfferedAgain() async throws {
        let year = try await TrainingYear.contested()
        let desk = await ModelDesk(year.store)
        await desk.opens(.contributions(ContributionsModel()))
        await desk.press(.enter)
        await desk.type("21")
        await desk.press(.escape, .down, .enter)
        try await desk.doesNotSee("belum disimpan")
        await desk.press(.escape, .up, .enter)
        try await desk.sees("belum disimpan: 21")
        await desk.press(.enter, .control("s"))
        #expect(try await year.store.contributions(of: 2026)[0].claim?.count == 21)
    }

    @Test func withoutOrganizersItSaysWhatToDo() async throws {
        let desk = await ModelDesk(try TrainingYear().store)
        await desk.opens(.contributions(ContributionsModel()))
        try await desk.sees("Belum ada penyelenggara")
    }
}
