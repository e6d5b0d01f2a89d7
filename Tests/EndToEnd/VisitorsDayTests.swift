import Foundation
import Keyboard
import Store
import Testing
import Training

/// A visitor's day entered at the built program: from the figures to the last check of the desa, and one more by its code.
@Suite(.serialized) struct VisitorsDayTests {
    private let author = Author(name: "udin", desk: "meja2")

    @Test func entersADesaWithoutLookingUpAndThenACode() async throws {
        let office = try await OfficeFile()
        for serial in 2...4 { try await office.add("Orang \(serial)", serial: serial) }
        let line = try #require(try await office.store.classes(of: OfficeFile.year).first)
        let roster = try await office.store.roster(of: line.trainingClass.id)
        _ = try await office.store.perform(
            .setStanding(roster.map(\.enrollment.id), .completed(on: line.trainingClass.value.end)), by: author)
        let today = CalendarDate.today(in: .current)
        let late = try await office.store.followUps(FollowUpQuery(), today: today, count: 100)
        let (desa, remaining) = (4, late.count)
        #expect(remaining >= 8)

        let desk = try TerminalDesk(at: office)
        try desk.type("5").sees("Pemantauan alumni").press(.enter).sees("Maburai").press(.enter)
        try desk.sees("\(remaining) pemantauan").press(.enter).sees("\(remaining - 1) lagi di Maburai")
        try desk.type("Pak Udin").press(.enter)
        // Four checks in one go, without looking up.
        for _ in 0..<desa { try desk.type("4").press(.enter).type("2").press(.enter, .enter) }
        try desk.sees("\(remaining - desa - 1) lagi di Maburai")
        let done = try await office.store.followUps(
            FollowUpQuery(states: [.done]), today: today, count: 100)
        #expect(done.count == desa)
        #expect(done.allSatisfy { $0.latest == .notUsing })

        // The last on the sheet, by its code.
        let last = try #require(late.last)
        let code = try await office.store.codes(of: [last])[0]
        try desk.press(.escape).sees("\(remaining - desa) pemantauan").type("#").sees("Kode:")
        try desk.type(code.description).press(.enter).sees("Pemantauan bulan ke-\(last.mark)").sees(code.description)
        try desk.sees("Pak Udin").type("5").press(.enter, .enter).sees("percobaan ke-1")
        let tried = try await office.store.followUp(code: code, today: today)
        #expect(tried.attempts == 1)
        #expect(try await office.store.followUps(of: last.enrollment).last?.value.visitor == "Pak Udin")
    }
}
