import Foundation
import Testing
import Training

@Suite struct NIKTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let typed: String
        let flaw: NIK.Flaw
        var testDescription: String { typed }
        init(_ typed: String, _ flaw: NIK.Flaw) {
            self.typed = typed
            self.flaw = flaw
        }
    }

    @Test(arguments: [
        Case("", .length(count: 0)),
        Case("6", .length(count: 1)),
        Case("630906450599001", .length(count: 15)),
        Case("63090645059900121", .length(count: 17)),
        Case(String(repeating: "12", count: 200), .length(count: 400)),
        Case("63090645O5990012", .notADigit(character: "O", position: 9)),
        Case("6309_06450599001", .notADigit(character: "_", position: 5)),
        Case("6309 0645 0599 00l2", .notADigit(character: "l", position: 18)),
        Case("６309064505990012", .notADigit(character: "６", position: 1)),
        Case("E309064505990012", .notADigit(character: "E", position: 1)),
        Case("630906+505990012", .notADigit(character: "+", position: 7)),
        Case("6,30904E+15", .digitsLost),
        Case("6.30904E+15", .digitsLost),
        Case("6,30904e+15", .digitsLost),
        Case("6.3090406455E15", .digitsLost),
        Case(" 6,30904 E+15 ", .digitsLost),
        Case("6E+15", .digitsLost),
        Case("0000000000000000", .placeholder(digit: "0")),
        Case("9999999999999999", .placeholder(digit: "9")),
        Case("1111-1111-1111-1111", .placeholder(digit: "1")),
        Case("0000", .placeholder(digit: "0")),
        Case("6309060005990012", .day(written: 0)),
        Case("6309063205990012", .day(written: 32)),
        Case("6309064005990012", .day(written: 40)),
        Case("6309067205990012", .day(written: 72)),
        Case("6309069905990012", .day(written: 99)),
        Case("6309060500990012", .month(written: 0)),
        Case("6309060513990012", .month(written: 13)),
        Case("6309067199990012", .month(written: 99)),
        Case("6309063104990012", .noSuchDate(day: 31, month: 4, year: 99)),
        Case("6309067104990012", .noSuchDate(day: 31, month: 4, year: 99)),
        Case("6309063002990012", .noSuchDate(day: 30, month: 2, year: 99)),
        Case("6309062902990012", .noSuchDate(day: 29, month: 2, year: 99)),
        Case("6309066902010012", .noSuchDate(day: 29, month: 2, year: 1)),
        Case("6309064505990000", .serialZero),
    ])
    func refusesAndSaysWhy(_ wrong: Case) {
        #expect(throws: wrong.flaw) { try NIK(wrong.typed) }
    }

    @Test(arguments: [
        "6309064505990012", "6309 0645 0599 0012", " 6309.0645.0599.0012 ", "6309-064505-990012", "'6309064505990012",
        "’6309064505990012", "6309\u{A0}0645\u{A0}0599\u{A0}0012", "\t6309064505990012", "6309064505990012\r\n",
        "\u{FEFF}6309064505990012", "6309\u{200B}064505990012", "\u{202D}6309064505990012\u{202C}",
        "`6309064505990012",
    ])
    func passesOverSeparators(_ typed: String) throws {
        let nik = try NIK(typed)
        #expect(nik.digits == "6309064505990012")
        #expect(nik.grouped == "6309 0645 0599 0012")
        #expect(nik.masked == "6309••••••••0012")
        #expect("\(nik)" == nik.masked)
    }

    @Test func aStrayControlCharacterIsNotRepeated() {
        #expect(throws: NIK.Flaw.notADigit(character: "[", position: 6)) {
            try NIK("6309\u{1B}[2J")
        }
    }

    @Test func saysWhereItWasFirstRegistered() throws {
        let nik = try NIK("6309064505990012")
        #expect(nik.province == "63")
        #expect(nik.regency == "63.09")
        #expect(nik.district == "63.09.06")
    }

    @Test(arguments: [
        // The century that makes the person 0–99 years old.
        ("6309064505990012", "2026-11-24", "1999-05-05"),
        ("6309060505260012", "2026-11-24", "2026-05-05"),
        ("6309062411260012", "2026-11-24", "2026-11-24"),
        ("6309062511260012", "2026-11-24", "1926-11-25"),
        ("6309060101270012", "2026-11-24", "1927-01-01"),
        ("6309060101000012", "2026-11-24", "2000-01-01"),
        ("6309063112000012", "2000-01-01", "1900-12-31"),
        ("6309060505010012", "2100-06-01", "2001-05-05"),
        ("6309060505000012", "2100-06-01", "2100-05-05"),
        ("6309060507000012", "2100-06-01", "2000-07-05"),
        // 29 February.
        ("6309066902040012", "2026-11-24", "2004-02-29"),
        ("6309062902960012", "2026-11-24", "1996-02-29"),
        ("6309062902000012", "2026-11-24", "2000-02-29"),
        ("6309062902000012", "1999-11-24", "2000-02-29"),
    ])
    func takesTheCentury(_ digits: String, _ today: String, _ birth: String) throws {
        #expect(try NIK(digits).birthDate(today: .day(today)) == .day(birth))
    }

    @Test func aTypedBirthDateDecidesTheCentury() throws {
        let nik = try NIK("6309064505250012")
        #expect(nik.agrees(with: .day("1925-05-05")))
        #expect(nik.agrees(with: .day("2025-05-05")))
        #expect(!nik.agrees(with: .day("2025-05-06")))
        #expect(!nik.agrees(with: .day("2025-06-05")))
        #expect(!nik.agrees(with: .day("2024-05-05")))
        #expect(nik.doubts(birthDate: .day("1925-05-05"), sex: .female, gazetteer: .tabalong).isEmpty)
    }

    @Test(arguments: [
        ("6309060105990012", Sex.male), ("6309063105990012", .male), ("6309064105990012", .female),
        ("6309067105990012", .female),
    ])
    func theDayTellsTheSex(_ digits: String, _ sex: Sex) throws {
        #expect(try NIK(digits).sex == sex)
    }

    @Test func asksAboutWhatItCannotKnow() throws {
        func doubts(_ digits: String, _ birth: String? = nil, _ sex: Sex? = nil) throws -> [Doubt] {
            try NIK(digits).doubts(birthDate: birth.map { .day($0) }, sex: sex, gazetteer: .tabalong)
        }
        #expect(try doubts("6309064505990012", "1999-05-05", .female).isEmpty)
        #expect(try doubts("9909064505990012") == [.unknownProvince])
        #expect(try doubts("6399064505990012") == [.unknownRegency])
        #expect(try doubts("0009064505990012") == [.unknownProvince])
        #expect(try doubts("6309064505990012", "1999-05-06", .male) == [.birthDateDiffers, .sexDiffers])
    }

    @Test func aLeadingZeroIsKept() throws {
        let nik = try NIK("0109064505990012")
        #expect(nik.digits == "0109064505990012")
        #expect(nik.province == "01")
        #expect(try NIK(number: nik.number) == nik)
    }

    @Test func aNumberFromTheStoreIsCheckedToo() {
        #expect(throws: NIK.Flaw.self) { try NIK(number: -1) }
        #expect(throws: NIK.Flaw.self) { try NIK(number: .min) }
        #expect(throws: NIK.Flaw.self) { try NIK(number: .max) }
        #expect(throws: NIK.Flaw.placeholder(digit: "0")) { try NIK(number: 0) }
        #expect(throws: NIK.Flaw.serialZero) { try NIK(number: 6_309_064_505_990_000) }
        #expect(throws: NIK.Flaw.length(count: 17)) { try NIK(number: 63_090_645_059_900_121) }
    }

    /// Any 16 digits are either refused or carried whole, and what they say agrees with itself.
    @Test(arguments: [1, 2, 3] as [UInt64])
    func digitsAreRefusedOrCarriedWhole(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let today = CalendarDate.day("2026-11-24")
        var taken = 0
        for _ in 0..<4_000 {
            // Three of four are made likely to pass.
            let text = (0..<16).map { place in
                let most = place == 8 ? 1 : place == 6 ? 7 : 9
                return String(Int.random(in: 0...(Bool.random(using: &random) ? most : 9), using: &random))
            }.joined()
            guard let nik = try? NIK(text) else { continue }
            taken += 1
            guard nik.digits == text, try NIK(number: nik.number) == nik,
                nik.grouped.filter({ $0 != " " }) == text, nik.masked.count == 16,
                nik.masked == "\(text.prefix(4))••••••••\(text.suffix(4))",
                nik.agrees(with: nik.birthDate(today: today)), nik.birthDate(today: today) <= today,
                (0...99).contains(nik.birthDate(today: today).wholeYears(to: today)),
                nik.sex == (Int(text.dropFirst(6).prefix(2))! > 40 ? .female : .male), text.suffix(4) != "0000"
            else {
                Issue.record("seed \(seed): \(text) is not carried whole")
                return
            }
        }
        #expect(taken > 100, "seed \(seed)")
    }

    /// A number built from a birth date and a sex gives both back.
    @Test func birthDateAndSexComeBack() throws {
        var random = SeededGenerator(seed: 11)
        let today = CalendarDate.day("2026-11-24")
        for _ in 0..<3_000 {
            let birth = today.adding(days: -Int.random(in: 0...36_500, using: &random))
            let sex = Sex.allCases.randomElement(using: &random)!
            let day = birth.day + (sex == .female ? 40 : 0)
            let serial = Int.random(in: 1...9_999, using: &random)
            let number = Int64((((630_906 * 100 + day) * 100 + birth.month) * 100 + birth.year % 100) * 10_000 + serial)
            let nik = try NIK(number: number)
            guard nik.sex == sex, nik.birthDate(today: today) == birth else {
                Issue.record("\(birth) \(sex) became \(nik.birthDate(today: today)) \(nik.sex)")
                return
            }
        }
    }

    /// Anything at all may be typed or stand in a sheet.
    @Test func noTextBringsItDown() {
        var random = SeededGenerator(seed: 5)
        let pieces = ["6", "0", "9", "E", "e", "+", ",", ".", " ", "'", "\u{0}", "\u{1B}", "é", "👩‍👩‍👧", "\n", "-", "１"]
        for _ in 0..<3_000 {
            let text = (0..<Int.random(in: 0...20, using: &random)).map { _ in pieces.randomElement(using: &random)! }
                .joined()
            if let nik = try? NIK(text) { #expect(nik.digits.utf8.count == 16) }
        }
    }
}
