import Foundation
import SheetFixtures
import Testing

@testable import Sheets

@Suite struct WorkbookNumberTests {
    private func written(_ text: String) -> String? {
        var buffer: [UInt8] = []
        return WorkbookNumber.write(Array(text.utf8), to: &buffer) ? String(decoding: buffer, as: UTF8.self) : nil
    }

    @Test(
        arguments: [
            ("6309064505990012", "6309064505990012"), ("6.309064505990012E15", "6309064505990012"),
            ("6309064505990012.0", "6309064505990012"), ("6.3090645059900121E15", "6309064505990012"),
            ("12345678901234567890", "12345678901234567890"), ("1E20", "100000000000000000000"), ("0", "0"),
            ("-0", "0"), ("0.0", "0"), ("007", "7"), ("-12", "-12"), ("+3", "3"), (" 4 ", "4"), ("1.50", "1.5"),
            (".5", "0.5"), ("5.", "5"), ("1.5E-7", "0.00000015"), ("-2.5e+3", "-2500"), ("1.25E1", "12.5"),
            ("0.30000000000000004", "0.30000000000000004"), ("0.29999999999999998889776975", "0.3"),
            ("123456789012345.6", "123456789012345.6"), ("9007199254740993", "9007199254740993"),
        ])
    func writesNumbers(_ text: String, _ expected: String) { #expect(written(text) == expected) }

    @Test(arguments: [
        "", " ", "-", ".", "E5", "1E", "1e5x", "0x10", "inf", "nan", "1,5", "1 2", "1E999", "1E-999", "1E9999999",
        "--1",
    ])
    func refusesWhatIsNone(_ text: String) { #expect(written(text) == nil) }

    @Test func losesNothing() {
        var random = Seeded(state: 7)
        for _ in 0..<20_000 {
            let double = Double(bitPattern: random.next())
            guard double.isFinite, double != 0 else { continue }
            #expect(written(double.description).flatMap(Double.init) == double)
        }
    }

    @Test func countsEveryDayUntil9999() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
        let first = try #require(calendar.date(from: DateComponents(year: 1900, month: 3, day: 1)))
        let format = Date.ISO8601FormatStyle(timeZone: calendar.timeZone).year().month().day()
        for serial in stride(from: 61, through: 2_958_465, by: 97) {
            let expected = first.addingTimeInterval(Double(serial - 61) * 86_400).formatted(format)
            #expect(day(serial, .from1900) == expected)
            #expect(day(serial - 1_462, .from1904) == (serial < 1_462 ? nil : expected))
        }
    }

    @Test(
        arguments: [
            (0, nil), (1, "1900-01-01"), (59, "1900-02-28"), (60, nil), (61, "1900-03-01"), (36_585, "2000-02-29"),
            (36_586, "2000-03-01"), (45_443, "2024-05-31"), (73_109, "2100-02-28"), (73_110, "2100-03-01"),
            (2_958_465, "9999-12-31"), (2_958_466, nil),
        ])
    func countsDaysFrom1900(_ serial: Int, _ expected: String?) { #expect(day(serial, .from1900) == expected) }

    private func day(_ serial: Int, _ system: DateSystem) -> String? {
        var buffer: [UInt8] = []
        return system.write(Array("\(serial)".utf8), to: &buffer) ? String(decoding: buffer, as: UTF8.self) : nil
    }
}
