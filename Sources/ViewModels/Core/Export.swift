import Foundation
import Training
import Words

/// Something that is to be written to a file.
public struct Export: Sendable {
    public var content: Content
    /// Where to, as the clerk typed it.
    public var path: String
    /// Whether a file that is there may be replaced.
    public var replaces: Bool
    /// The words it is written in.
    public var words: Phrasebook

    /// What is written.
    public enum Content: Sendable {
        /// Names, in the order of the query; the path's ending says in which form.
        case names(ParticipantQuery)
        case document(Document, DocumentForm)
    }

    public init(_ content: Content, path: String, replaces: Bool, words: Phrasebook) {
        self.content = content
        self.path = path
        self.replaces = replaces
        self.words = words
    }
}

/// What the office prints: the one list that a new document is added to.
public enum DocumentKind: CaseIterable, Sendable {
    /// The report of a fiscal year.
    case annualReport

    /// What it is called on screen.
    public func name(_ words: Phrasebook) -> String {
        switch self {
        case .annualReport: words.report.annual
        }
    }
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

/// The forms that a document is written in.
public enum DocumentForm: Sendable {
    /// An HTML page, for the screen and for A4.
    case page
    /// Plain text of 80 columns.
    case text
}

/// Writes what screens want written: a view model says what, not how.
public protocol DocumentWriter: Sendable {
    /// Writes a file, whole or not at all.
    ///
    /// - Returns: how many lines it has.
    /// - Throws: `ExportFailure`, and what the store throws.
    func write(_ export: Export, from store: any TrainingStore, by author: Author) async throws -> Int
    /// A document as plain text of 80 columns, line by line.
    func lines(of document: Document, _ words: Phrasebook, from store: any TrainingStore) async throws -> [String]
}
