import Foundation

/// What the office prints: the one list that a new document is added to.
public enum DocumentKind: CaseIterable, Sendable {
    /// The report of a fiscal year.
    case annualReport
}

/// A document as it is asked for: which, of which year, as of when.
public struct Document: Hashable, Sendable {
    public var kind: DocumentKind
    public var year: Int
    public var today: CalendarDate
    /// Where the clocks are that its times are told by.
    public var zone: TimeZone

    public init(_ kind: DocumentKind, year: Int, today: CalendarDate, zone: TimeZone) {
        self.kind = kind
        self.year = year
        self.today = today
        self.zone = zone
    }
}

/// The forms that a document is written in; the raw value is the ending of its file.
public enum DocumentForm: String, CaseIterable, Sendable {
    /// An HTML page, for the screen and for A4.
    case page = "html"
    /// Plain text of 80 columns.
    case text = "txt"

    /// The form that a path's ending names; `nil` for any other ending.
    public init?(path: String) {
        self.init(rawValue: (path as NSString).pathExtension.lowercased())
    }

    /// The endings there are, as they are shown.
    public static var endings: [String] { allCases.map { ".\($0.rawValue)" } }
}
