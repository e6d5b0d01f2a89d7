import DeskScript
import Terminal
import Testing
import Training
import Words

@testable import Screens

/// The line that says beside the gauge what came of it.
@Suite struct OutcomeRingTests {
    private func line(
        due: Int, reached: Int, using: Int, width: Int, _ language: Language = .indonesian
    ) -> String {
        let ladder = OutcomeLadder(
            code: "", name: nil, counts: [.due: due, .reached: reached, .using: using], workersAbsorbed: 0)
        return OutcomeRing(ladder, .of(language)).text(width: width)
    }

    @Test func bothRatesWithBoundsAndTheBar() throws {
        let lines = [
            line(due: 1_000, reached: 430, using: 181, width: 110),
            line(due: 1_000, reached: 430, using: 181, width: 78),
            line(due: 1_000, reached: 430, using: 181, width: 60),
            line(due: 1_000, reached: 430, using: 181, width: 44),
            line(due: 1_000, reached: 430, using: 181, width: 30),
            line(due: 10, reached: 10, using: 10, width: 78), line(due: 10, reached: 0, using: 0, width: 78),
            line(due: 0, reached: 0, using: 0, width: 78),
            line(due: 1_000, reached: 430, using: 181, width: 78, .english),
        ]
        try expectGolden(lines, "outcome-ring")
    }

    /// 999 of 1.000 is 99 %, not 100 %.
    @Test func sharesAreCut() {
        let text = line(due: 1_000, reached: 1_000, using: 999, width: 110)
        #expect(text.contains("99 % dari yang dijangkau"))
        #expect(!text.contains("100 %"))
    }

    /// A rate over those reached alone never stands by itself.
    @Test(arguments: 28...120) func neverOnlyTheOneRate(width: Int) {
        let text = line(due: 1_000, reached: 430, using: 181, width: width)
        #expect(text.columns <= width)
        if text.contains("42 %"), !text.hasSuffix("…") { #expect(text.contains("18–75 %")) }
    }

    @Test func inASCIIThePartsOfTheBarAreStillTold() {
        let text = line(due: 1_000, reached: 430, using: 181, width: 78).map(\.asciiFallback).joined()
        #expect(text.contains("#"))
        #expect(text.contains("#:"))
        #expect(text.contains(":."))
        #expect(!text.contains("?"))
    }

    @Test func itIsDrawnWhereItIsTold() {
        let ladder = OutcomeLadder(
            code: "", name: nil, counts: [.due: 10, .reached: 5, .using: 2], workersAbsorbed: 0)
        var frame = Frame(columns: 90, rows: 3)
        OutcomeRing(ladder, .of(.indonesian)).draw(into: &frame, at: 4, 1, width: 80)
        #expect(frame.text[1].hasPrefix("    hasil  █"))
        #expect(frame.text[1].contains("20–70 %"))
        #expect(frame.text[0].allSatisfy { $0 == " " })
    }
}
