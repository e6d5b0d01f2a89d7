import Keyboard
import Training
import Words

/// Laporan: a document of the office as text, and the way to write it to a file for the screen or for paper.
public struct ReportsModel: Screen {
    public var tickets = TicketBook(screen: 0)
    /// Which document is in sight.
    public private(set) var kind = DocumentKind.annualReport
    /// Its lines; `nil` until they have come.
    public private(set) var lines: [String]?
    /// The first line in sight.
    public private(set) var top = 0
    /// The language of the document, where it is another than the screen's.
    public private(set) var otherLanguage: Language?
    /// Where the document is to be written, while that is asked.
    public internal(set) var destination: Destination?
    /// What the lines are of.
    private var shown: Asked?
    /// Whether the document has to be read again once the reading under way has come.
    private var isStale = false
    private var rows = 0
    /// The fiscal years on file, newest first.
    public private(set) var years: [Int] = []

    /// A file that the clerk is asked for.
    public struct Destination: Sendable {
        public var form: DocumentForm
        public var path: TextField
        /// The file that is there and may be replaced: Enter was pressed on it once.
        var replaceable: String?
    }

    /// A document in a language.
    private struct Asked: Equatable {
        var document: Document
        var language: Language
    }

    enum Purpose {
        static let document = "document"
        static let export = "export"
        static let years = "years"
    }

    /// The rows outside the document: the heading and a blank line.
    public static let otherRows = 2

    public init() {}

    public var takesText: Bool { destination != nil }
    /// Keys wait while it is not known whether the path has to be mended.
    public var holdsKeys: Bool { tickets.isWaiting(for: Purpose.export) }

    public static let keys: [KeyBinding<Self>] =
        destinationKeys + [
            KeyBinding(.character("x"), label: \.reports.writePage, when: isReading, run: { $0.askWhere(.page, $1) }),
            KeyBinding(.character("p"), label: \.reports.writeText, when: isReading, run: { $0.askWhere(.text, $1) }),
            KeyBinding(.character("t"), label: \.reports.language, when: isReading, run: { $0.changeLanguage($1) }),
            KeyBinding(
                .character("<"), label: \.otherYear, when: { isReading($0) && $0.years.count > 1 },
                run: { model, context in model.showYear(1, context) }),
            KeyBinding(
                .character(">"), label: \.otherYear, onBottomLine: false,
                when: { isReading($0) && $0.years.count > 1 }, run: { model, context in model.showYear(-1, context) }),
            KeyBinding(.down, .character("j"), label: \.reports.scroll, when: isReading, run: { $0.scroll(1, $1) }),
            KeyBinding(
                .up, .character("k"), label: \.reports.scroll, onBottomLine: false, when: isReading,
                run: { $0.scroll(-1, $1) }),
            KeyBinding(
                .pageDown, .character(" "), label: \.reports.scrollPage, onBottomLine: false, when: isReading,
                run: { $0.scroll($0.rows - 1, $1) }),
            KeyBinding(
                .pageUp, label: \.reports.scrollPage, onBottomLine: false, when: isReading,
                run: { $0.scroll(1 - $0.rows, $1) }),
            KeyBinding(
                .home, .character("g"), label: \.reports.scrollEnds, onBottomLine: false, when: isReading,
                run: { $0.scroll(-$0.top, $1) }),
            KeyBinding(
                .end, .character("G"), label: \.reports.scrollEnds, onBottomLine: false, when: isReading,
                run: { $0.scroll($0.lines?.count ?? 0, $1) }),
        ]

    /// Whether keys go to the document.
    private static let isReading: @Sendable (Self) -> Bool = { $0.destination == nil }

    public mutating func handle(_ event: Event, _ context: Context) -> [Effect]? {
        switch event {
        case .appeared:
            fit(context)
            return [.ask(tickets.take(Purpose.years)) { .fiscalYears(try await $0.years()) }] + read(context)
        case .fileChanged: return read(context)
        case .tick(let today): return today == shown?.document.today ? [] : read(context)
        case .resized(_, let rows):
            var resized = context
            resized.rows = rows
            fit(resized)
            return []
        case .key, .paste: return type(event)
        case .answered(let ticket, .document(let lines)) where tickets.redeem(ticket):
            self.lines = lines
            fit(context)
            return isStale ? read(context) : []
        case .answered(let ticket, .fiscalYears(let years)) where tickets.redeem(ticket):
            self.years = years
            return []
        case .exported(let ticket, _) where tickets.redeem(ticket): return exported(context)
        case .failed(let ticket, let failure) where tickets.redeem(ticket):
            return ticket.purpose == Purpose.export
                ? exportFailed(failure, context) : [.say(Notice(context.sentence(for: failure), .trouble))]
        default: return nil
        }
    }

    /// The words of the document.
    public func words(_ context: Context) -> Phrasebook { otherLanguage.map(Phrasebook.of) ?? context.words }

    /// The document in sight.
    func document(_ context: Context) -> Document {
        Document(kind, year: context.year, today: context.today, zone: context.zone)
    }

    /// One reading at a time, however fast the file changes.
    private mutating func read(_ context: Context) -> [Effect] {
        guard !tickets.isWaiting(for: Purpose.document) else {
            isStale = true
            return []
        }
        isStale = false
        let words = words(context)
        let asked = Asked(document: document(context), language: words.language)
        if shown?.document.year != asked.document.year { (lines, top) = (nil, 0) }
        shown = asked
        return [.compose(tickets.take(Purpose.document), asked.document, words)]
    }

    private mutating func fit(_ context: Context) {
        rows = max(1, context.bodyRows - Self.otherRows)
        top = min(top, lastTop)
    }

    private var lastTop: Int { max(0, (lines?.count ?? 0) - rows) }

    private mutating func scroll(_ offset: Int, _ context: Context) -> [Effect] {
        top = max(0, min(lastTop, top + offset))
        return []
    }

    private mutating func changeLanguage(_ context: Context) -> [Effect] {
        let other: Language = words(context).language == .indonesian ? .english : .indonesian
        otherLanguage = other == context.words.language ? nil : other
        return read(context)
    }

    private func showYear(_ offset: Int, _ context: Context) -> [Effect] {
        guard let place = years.firstIndex(of: context.year) else { return years.first.map { [.showYear($0)] } ?? [] }
        return years.indices.contains(place + offset) ? [.showYear(years[place + offset])] : []
    }
}
