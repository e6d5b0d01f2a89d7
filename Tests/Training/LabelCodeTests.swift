import Testing
import Training

/// Codes on stickers and route sheets, typed back by tired hands.
@Suite struct LabelCodeTests {
    @Test func aCodeComesBackAsItWasPrinted() throws {
        for kind in LabelCode.Kind.allCases {
            for number in [1, 7, 42, 127, 9_999, 10_000, 1_234_567] {
                let code = LabelCode(kind, number)
                #expect(try LabelCode(typed: code.description) == code)
                #expect(try LabelCode(typed: " \(code.description.lowercased()) ") == code)
                #expect(try LabelCode(typed: code.description.filter { $0 != "-" }) == code)
            }
        }
        #expect(LabelCode(.equipment, 127).description.hasPrefix("A-0127-"))
    }

    /// Every single wrong digit, and every swap of two neighbours that differ, leads to another check digit.
    @Test func everyWrongDigitAndEverySwapIsSeen() {
        for number in stride(from: 1, through: 99_999, by: 37) {
            for kind in LabelCode.Kind.allCases {
                let printed = Array(LabelCode(kind, number).description.filter { $0 != "-" })
                for place in 1..<printed.count {
                    for digit in "0123456789" where digit != printed[place] {
                        expectWrong(printed, place) { $0[place] = digit }
                    }
                    if place + 1 < printed.count, printed[place] != printed[place + 1] {
                        expectWrong(printed, place) { $0.swapAt(place, place + 1) }
                    }
                }
            }
        }
    }

    private func expectWrong(_ printed: [Character], _ place: Int, _ change: (inout [Character]) -> Void) {
        var typed = printed
        change(&typed)
        #expect(throws: LabelCode.Flaw.checkDigit, "\(String(printed)) → \(String(typed))") {
            try LabelCode(typed: String(typed))
        }
    }

    @Test func aLetterForTheOtherIsSeen() {
        for number in 1...500 {
            let typed = LabelCode(.equipment, number).description.replacing("A", with: "P")
            #expect(throws: LabelCode.Flaw.checkDigit) { try LabelCode(typed: typed) }
        }
    }

    @Test(arguments: ["", "A", "A-", "A1", "X-0001-3", "A-00x1-3", "0001", "A-123456789012345-1"])
    func whatIsNoCodeIsSaidToBeNone(_ typed: String) {
        #expect(throws: LabelCode.Flaw.notACode) { try LabelCode(typed: typed) }
        #expect(!LabelCode.looksLikeOne(typed))
    }
}

@Suite struct MonthArithmeticTests {
    @Test(
        arguments: [
            ("2025-11-30", 3, "2026-02-28"), ("2023-11-30", 3, "2024-02-29"), ("2025-01-31", 1, "2025-02-28"),
            ("2025-03-31", 6, "2025-09-30"), ("2025-12-31", 12, "2026-12-31"), ("2024-02-29", 12, "2025-02-28"),
            ("2025-05-05", 0, "2025-05-05"), ("2025-12-01", 1, "2026-01-01"),
        ]) func monthsLater(_ day: String, _ months: Int, _ later: String) throws
    {
        let date = try #require(CalendarDate(iso: day))
        #expect(date.adding(months: months).description == later)
    }
}
