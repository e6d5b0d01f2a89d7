import Keyboard
import Training
import Words

/// Something that a screen offers to write to a file.
public struct ExportOffer: Sendable {
    public var content: FileExport.Content
    /// What it is, above the line that the path is typed into.
    public var title: String
    /// The ending that is proposed.
    public var ending: String
    /// The endings that there may be, as they are shown.
    public var endings: String
    /// How many lines it has; `nil` where that is known only once they are read.
    public var count: Int?
    /// Whether it has NIK or phones, which are masked unless asked for.
    public var hasPersonalNumbers: Bool

    /// The name that is proposed, without its ending, where it is another than the title's words and the day.
    public var name: String?
    /// The words it is written in, where they are others than the screen's.
    public var words: Phrasebook?

    public init(
        _ content: ExportContent, title: String, ending: String = "csv",
        endings: String = ".csv .xlsx .json", count: Int?, hasPersonalNumbers: Bool = false
    ) {
        self.content = .records(content)
        self.title = title
        self.ending = ending
        self.endings = endings
        self.count = count
        self.hasPersonalNumbers = hasPersonalNumbers
    }

    /// A document in a language.
    public init(_ document: Document, title: String, name: String, ending: DocumentForm, words: Phrasebook) {
        content = .document(document)
        self.title = title
        self.name = name
        self.ending = ending.rawValue
        endings = DocumentForm.endings.joined(separator: " ")
        hasPersonalNumbers = false
        self.words = words
    }

    /// The name that a file is proposed to have: the title's words and the day.
    func proposedName(on day: CalendarDate) -> String {
        if let name { return "\(name).\(ending)" }
        let words = title.lowercased().split { !($0.isLetter || $0.isNumber) }
        return "\(words.joined(separator: "-"))-\(day).\(ending)"
    }

    /// The same as a screen that asks where to.
    public func asking(_ context: Context) -> Effect { .open(.export(ExportModel([self], context))) }
}

/// Asks where something is to be written; a box over the screen that shows it.
public struct ExportModel: Screen {
    public var tickets = TicketBook(screen: 0)
    /// What there is to choose from.
    public let offers: [ExportOffer]
    /// Which of them is written.
    public private(set) var place = 0
    /// Where to, as it is typed.
    public private(set) var path: TextField
    /// Whether NIK and phone are to stand in full.
    public private(set) var reveals = false
    /// How much is written, from 0 to 1, while a long list is.
    public private(set) var progress: Double?
    /// The file that is there and may be replaced: Enter was pressed on it once.
    private var replaceable: String?

    private static let purpose = "export"

    /// - Parameter offers: at least one.
    public init(_ offers: [ExportOffer], _ context: Context) {
        self.offers = offers
        path = TextField(Self.proposed(offers.first, context), limit: 1_000)
    }

    private static func proposed(_ offer: ExportOffer?, _ context: Context) -> String {
        offer?.proposedName(on: context.today) ?? ""
    }

    /// What is written.
    public var offer: ExportOffer { offers[place] }

    public var takesText: Bool { true }
    public var holdsKeys: Bool { tickets.isWaiting(for: Self.purpose) }
    /// What is being written can be stopped.
    public func holds(_ event: Event) -> Bool {
        if case .key(.escape) = event { false } else { holdsKeys }
    }

    public static let keys: [KeyBinding<Self>] = [
        KeyBinding(.enter, label: \.figures.write, run: { $0.write($1) }),
        KeyBinding(
            .tab, .backTab, label: \.figures.otherList, when: { $0.offers.count > 1 }, run: { $0.turn($1) }),
        KeyBinding(
            .control("r"), label: \.figures.fullNumbers, when: { $0.offer.hasPersonalNumbers },
            run: { model, _ in
                model.reveals.toggle()
                model.replaceable = nil
                return []
            }
        ).needs(.exportingNIK),
        KeyBinding(
            .escape, label: \.figures.cancel,
            run: { model, _ in model.tickets.underWay.isEmpty ? [.close] : model.tickets.underWay.map { .stop($0) } }),
    ]

    public mutating func handle(_ event: Event, _ context: Context) -> [Effect]? {
        switch event {
        case .key(let key): return path.handle(key) ? [] : nil
        case .paste(let text):
            path.insert(text)
            return []
        case .progressed(let ticket, let news):
            guard tickets.underWay.contains(ticket) else { return nil }
            progress = news.fraction
            return []
        case .exported(let ticket, let count):
            guard tickets.redeem(ticket) else { return nil }
            return [.close, .say(Notice(news(count, context), .done))]
        case .failed(let ticket, let failure):
            guard tickets.redeem(ticket) else { return nil }
            progress = nil
            // What was typed stays, so that another place can be named.
            if case .export(.exists) = failure { replaceable = path.text.fieldText }
            let isStopped = if case .stopped = failure { true } else { false }
            let sentence = isStopped ? context.words.export.stopped : context.sentence(for: failure)
            return [.say(Notice(sentence, .trouble))]
        default: return nil
        }
    }

    private func news(_ count: Int, _ context: Context) -> String {
        if case .document = offer.content { return context.words.report.saved(path.text) }
        let hides = offer.hasPersonalNumbers && !reveals
        return context.words.export.written(context.words.language.number(count), path.text, hides)
    }

    private mutating func write(_ context: Context) -> [Effect] {
        guard let typed = path.text.fieldText else { return [] }
        let export = FileExport(
            offer.content, path: typed, replaces: replaceable == typed, reveals: reveals && offer.hasPersonalNumbers,
            words: offer.words ?? context.words, today: context.today)
        return [.export(tickets.take(Self.purpose), export)]
    }

    /// Shows the next of several things to write. A path of one's own stays, but for the name that was proposed.
    private mutating func turn(_ context: Context) -> [Effect] {
        let isProposed = path.text == Self.proposed(offer, context)
        place = (place + 1) % offers.count
        replaceable = nil
        if !offer.hasPersonalNumbers { reveals = false }
        if isProposed { path.set(Self.proposed(offer, context)) }
        return []
    }
}
