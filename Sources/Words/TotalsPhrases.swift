import Training

/// Tables of totals; see ``Phrasebook``.
public struct TotalsPhrases: Sendable {
    /// A dimension, as the heading of the lines that it makes.
    public let dimension: @Sendable (Dimension) -> String
    /// The line of the whole.
    public let total: String
    /// The line that takes away those who stand in several lines.
    public let overlap: String
    /// The same in a narrow column.
    public let overlapShort: String
    /// A line whose records name nothing.
    public let unnamed: String
    /// The heading of a crossing: its lines, its columns, and what is counted.
    public let crossing: @Sendable (_ rows: String, _ columns: String, _ unit: String) -> String

    static let indonesian = TotalsPhrases(
        dimension: {
            switch $0 {
            case .kecamatan: "Kecamatan"
            case .desa: "Desa"
            case .track: "Jalur"
            case .program: "Program"
            case .organizer: "Penyelenggara"
            case .funding: "Sumber dana"
            case .month: "Bulan mulai"
            case .sex: "Jenis kelamin"
            case .age: "Umur"
            }
        },
        total: "Jumlah", overlap: "terhitung rangkap", overlapShort: "rangkap", unnamed: "tidak disebut",
        crossing: { "\($0) × \($1) (\($2))" })

    static let english = TotalsPhrases(
        dimension: {
            switch $0 {
            case .kecamatan: "Kecamatan"
            case .desa: "Desa"
            case .track: "Track"
            case .program: "Program"
            case .organizer: "Organizer"
            case .funding: "Funding"
            case .month: "First month"
            case .sex: "Sex"
            case .age: "Age"
            }
        },
        total: "Total", overlap: "counted twice", overlapShort: "twice", unnamed: "not named",
        crossing: { "\($0) × \($1) (\($2))" })
}

extension Phrasebook {
    /// What a line of totals is called.
    public func name(of total: Total, by dimension: Dimension) -> String {
        total.name ?? name(ofTotal: total.code, by: dimension)
    }

    /// What a line by a dimension is called where the records give it no name of its own.
    public func name(ofTotal code: String, by dimension: Dimension) -> String {
        switch dimension {
        case .track: Track(rawValue: code).map(terms.track) ?? terms.none
        case .funding: Funding(rawValue: code).map(terms.funding) ?? totals.unnamed
        case .sex: Sex(rawValue: code).map(terms.sex) ?? terms.none
        case .month: language.monthName(code) ?? terms.none
        case .kecamatan, .desa: code == Total.outsideCode ? terms.outside : terms.none
        case .program, .organizer: totals.unnamed
        case .age: terms.ageGroup(code)
        }
    }

    /// What a line of totals is called where there is little room.
    public func shortName(of total: Total, by dimension: Dimension) -> String {
        switch dimension {
        case .track: Track(rawValue: total.code).map(classes.trackShort) ?? terms.none
        case .program, .organizer: total.code.isEmpty ? totals.unnamed : total.code
        case .month, .age: total.code
        case .kecamatan, .desa, .funding, .sex: name(of: total, by: dimension)
        }
    }
}

extension Language {
    /// `2025-03` as its month's name.
    fileprivate func monthName(_ code: String) -> String? {
        guard let month = code.split(separator: "-").last.flatMap({ Int($0) }),
            let first = CalendarDate(year: 2000, month: month, day: 1)
        else { return nil }
        return longDate(first).split(separator: " ").dropFirst().first.map(String.init)
    }
}
