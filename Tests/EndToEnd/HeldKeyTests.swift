import Foundation
import Keyboard
import Testing

/// A key that is held down: the screen shows where it leads, and not each page on the way.
@Suite(.serialized) struct HeldKeyTests {
    private static let people = 150
    private static let presses = 8
    /// A page keeps one row of the last one in sight.
    private static let step = 16
    /// A page of names that all differ takes some more.
    private static let pageBytes = 500

    private func longList() async throws -> OfficeFile {
        let office = try await OfficeFile()
        for serial in 2...Self.people { try await office.add(Self.name(serial), serial: serial) }
        return office
    }

    /// A desk at a list of many pages, the first of its rows highlighted.
    private func atList(_ office: OfficeFile) throws -> TerminalDesk {
        let desk = try TerminalDesk(at: office)
        return try desk.sees("\(Self.people) / 10 orang").press(.character("2")).sees("\(Self.people) peserta")
            .sees("e ubah")
    }

    /// The name in a row of the list, which begins with Rahmawati. No two pages look alike, so each is many cells.
    private static func name(_ row: Int) -> String {
        let names = ["Kartanegara", "Noorhayati", "Wulandarini", "Abdurrahman", "Fitriyanti"]
        return "Siti " + String(format: "%03d", row) + " " + names[row % names.count]
    }

    private func seesTheLastPage(_ desk: TerminalDesk) throws {
        let row = 1 + Self.presses * Self.step
        try desk.sees(that: "row \(row) highlighted") { desk.look(of: Self.name(row))?.isReverse == true }
            .sees(Self.name(row - Self.step))
        #expect(!desk.shows(Self.name(row - Self.step - 1)) && !desk.shows(Self.name(row + 1)))
    }

    /// All presses arrive at once: the pages between the first and the last are not drawn.
    @Test func pagesThatArriveAtOnceAreFewRepaints() async throws {
        let office = try await longList()
        let desk = try atList(office)
        let before = desk.rawOutput.count
        try desk.send(Array(repeating: Array("\u{1B}[6~".utf8), count: Self.presses).flatMap(\.self))
        try seesTheLastPage(desk)
        #expect(desk.rawOutput.count - before < Self.presses / 2 * Self.pageBytes)
    }

    /// Presses arrive one by one, at a terminal that is behind with what it was given: nothing large follows until it has said that it is not.
    @Test func pagesWaitForATerminalThatIsBehind() async throws {
        let office = try await longList()
        let desk = try atList(office)
        desk.isBehind = true
        let before = desk.rawOutput.count
        for _ in 0..<Self.presses {
            let read = desk.activity.bytesRead
            try desk.press(.pageDown)
            // Each by itself, so that they are not taken for one.
            try await desk.waits(for: "the press to be taken") { desk.activity.bytesRead >= read + 4 }
        }
        #expect(desk.rawOutput.count - before < Self.presses / 2 * Self.pageBytes)
        desk.isBehind = false
        try seesTheLastPage(desk)
    }
}
