import Foundation
import Training

extension Sex {
    /// Reads the sex as rosters write it: L/P, LK/PR, Laki-laki/Perempuan, pria/wanita, M/F.
    public init?(written text: some StringProtocol) {
        switch text.comparable {
        case "l", "lk", "laki", "lakilaki", "pria", "m", "male": self = .male
        case "p", "pr", "perempuan", "wanita", "f", "female": self = .female
        default: return nil
        }
    }
}

/// Place and date of birth as they stand in one cell: `Tanjung, 12-05-1999`, `Tanjung 12 Mei 1999`, `Tanjung/12-05-1999`.
struct WrittenBirth {
    /// The place, where one is named.
    let place: String?
    /// The date as it is written.
    let date: String?

    init(_ text: String) {
        let start = text.firstIndex(where: \.isNumber) ?? text.endIndex
        let trimmed = text[..<start].trimmingCharacters(in: CharacterSet(charactersIn: " ,;/.:-–—"))
        place = trimmed.isEmpty ? nil : trimmed
        date = String(text[start...]).fieldText
    }
}

extension CalendarDate {
    /// Reads a date as sheets carry it: typed, with a time of day behind it, or as a serial number.
    ///
    /// Serial numbers count days from 30 December 1899, as spreadsheets do from 1 March 1900 on.
    init?(inSheet text: String, latest: CalendarDate) {
        if let date = CalendarDate(typed: text, latest: latest) {
            self = date
        } else if let serial = Self.serial(text), let date = Self.serialStart?.adding(days: serial) {
            self = date
        } else if let blank = text.lastIndex(where: { $0 == " " || $0 == "T" }), text[blank...].contains(":"),
            let date = CalendarDate(typed: String(text[..<blank]), latest: latest)
        {
            self = date
        } else {
            return nil
        }
    }

    /// The days of a serial number; what stands behind the point is a time of day.
    private static func serial(_ text: String) -> Int? {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts[0].utf8.count == 5, parts.joined().utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int(parts[0])
    }

    private static let serialStart = CalendarDate(year: 1899, month: 12, day: 30)
}

extension Education {
    /// Reads an education as rosters write it: by its identifier, in full (`Diploma III`), or by a school of the same
    /// level (SLTP, MTs, SLTA, MA, STM).
    public init?(written text: some StringProtocol) {
        let name = text.comparable
        if let education = Self.named(name) {
            self = education
        } else if let level = text.split(whereSeparator: { " /,(".contains($0) }).first,
            let education = Self.named(level.comparable)
        {
            // What follows the level is a subject: `SMK Otomotif`, `S1 Hukum`, `SMA/Sederajat`.
            self = education
        } else {
            return nil
        }
    }

    private static func named(_ name: String) -> Education? { names[name] }

    private static let names = otherNames.merging(allCases.map { ($0.rawValue, $0) }) { _, own in own }

    private static let otherNames: [String: Education] = [
        "tidaksekolah": .none, "belumsekolah": .none, "tidaktamatsd": .none, "tidakbersekolah": .none,
        "mi": .sd, "sekolahdasar": .sd, "paketa": .sd,
        "sltp": .smp, "mts": .smp, "paketb": .smp,
        "slta": .sma, "ma": .sma, "man": .sma, "smu": .sma, "paketc": .sma,
        "stm": .smk, "smea": .smk, "mak": .smk,
        "di": .d1, "dii": .d2, "diii": .d3, "div": .d4,
        "diploma1": .d1, "diploma2": .d2, "diploma3": .d3, "diploma4": .d4,
        "diplomai": .d1, "diplomaii": .d2, "diplomaiii": .d3, "diplomaiv": .d4,
        "si": .s1, "sii": .s2, "siii": .s3, "strata1": .s1, "strata2": .s2, "strata3": .s3,
        "sarjana": .s1, "magister": .s2, "doktor": .s3,
    ]

    /// The identifiers, as a message lists them.
    static var identifiers: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
