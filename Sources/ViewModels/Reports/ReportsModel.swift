import Keyboard
import Training
import Words

/// Laporan: a document of the office as text, and the way to write it to a file for the screen or for paper.
public struct ReportsModel: YearScreen {
    public var tickets = TicketBook(screen: 0)
    /// Which document is in sight.
    public private(set) var kind = DocumentKind.annualReport
    /// Its lines; `nil` until they have come.
    public private(set) var lines: [String]?
    /// The first line in sight.
    public private(set) var top = 0
    /// The language of the document, where it is another than the screen's.
    public private(set) var otherLanguage: Language?
    /// What the lines are of.
    private var shown: Asked?
    /// Whether the document has to be read again once the reading under way has come.
    private var isStale = false
    private var rows = 0
    /// The fiscal years on file, newest first.
    public private(set) var years: [Int] = []

    /// A document in a language.
    private struct Asked: Equatable {
        var document: Document
        var language: Language
    }

    enum Purpose {
        static let document = "document"
        static let years = "years"
    }

    /// The rows outside the document: the heading and a blank line.
    public static let otherRows = 2

    public init() {}

    public static let keys: [KeyBinding<Self>] = documentKeys + yearKeys + scrollKeys

    private static let documentKeys: [KeyBinding<Self>] = [
        KeyBinding(.character("x"), label: \.reports.writePage, run: { $0.write(.page, $1) }),
        KeyBinding(.character("p"), label: \.reports.writeText, run: { $0.write(.text, $1) }),
        KeyBinding(.character("t"), label: \.reports.language, run: { $0.changeLanguage($1) }),
    ]

    private static let scrollKeys: [KeyBinding<Self>] = [
        KeyBinding(.down, .character("j"), label: \.reports.scroll, run: { $0.scroll(1, $1) }),
        KeyBinding(
            .up, .character("k"), label: \.reports.scroll, onBottomLine: false,
            run: { $0.scroll(-1, $1) }),
        KeyBinding(
            .pageDown, .character(" "), label: \.reports.scrollPage, onBottomLine: false,
            run: { $0.scroll($0.rows - 1, $1) }),
        KeyBinding(
            .pageUp, label: \.reports.scrollPage, onBottomLine: false,
            run: { $0.scroll(1 - $0.rows, $1) }),
        KeyBinding(
            .home, .character("g"), label: \.reports.scrollEnds, onBottomLine: false,
            run: { $0.scroll(-$0.top, $1) }),
        KeyBinding(
            .end, .character("G"), label: \.reports.scrollEnds, onBottomLine: false,
            run: { $0.scroll($0.lines?.count ?? 0, $1) }),
    ]

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
        case .answered(let ticket, .document(let lines)) where tickets.redeem(ticket):
            self.lines = lines
            fit(context)
            return isStale ? read(context) : []
        case .answered(let ticket, .fiscalYears(let years)) where tickets.redeem(ticket):
            self.years = years
            return []
        case .failed(let ticket, let failure) where tickets.redeem(ticket):
            return [.say(Notice(context.sentence(for: failure), .trouble))]
        default: return nil
        }
    }

    /// Asks where the document is to be written.
    private func write(_ form: DocumentForm, _ context: Context) -> [Effect] {
        let words = words(context)
        let offer = ExportOffer(
            document(context), title: "\(kind.name(context.words)) \(context.year)",
            name: "\(words.report.fileName)-\(context.year)", ending: form, words: words)
        return [offer.asking(context)]
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
}
