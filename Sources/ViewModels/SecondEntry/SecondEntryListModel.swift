import Keyboard
import Training
import Words

/// The people of a class with who entered each first, who keyed the form again, and who is left.
public struct SecondEntryListModel: TableScreen {
    public var tickets = TicketBook(screen: 0)
    /// The class.
    public let line: ClassLine
    /// Everybody in it, by name; `nil` until they have come.
    public private(set) var everybody: [SecondEntryLine]?
    /// Those in sight, with the cursor.
    public private(set) var people = ItemList<SecondEntryLine>()
    /// Whether only those are shown whose form was not keyed a second time.
    public private(set) var showsOnlyLeft = false

    /// Rows above the first person: the title, how many are done, the headings.
    public static let headRows = 3

    /// The people of a class.
    public init(of line: ClassLine) { self.line = line }

    public var holdsKeys: Bool { everybody == nil && tickets.isWaiting(for: "people") }

    /// How many of the class were keyed a second time.
    public var verified: Int { everybody?.count(where: \.isVerified) ?? 0 }

    public static let keys: [KeyBinding<Self>] =
        [
            KeyBinding(
                .character("b"), label: \.secondEntry.onlyLeft,
                run: { model, _ in
                    model.showsOnlyLeft.toggle()
                    model.fill()
                    return []
                }),
            KeyBinding(
                .enter, label: \.monitoring.openPerson, when: { !$0.people.isEmpty },
                run: { model, _ in
                    model.people.selected.map {
                        [.open(.participantFile(ParticipantFileModel($0.participant.id)))]
                    } ?? []
                }),
            KeyBinding(
                .character("v"), label: \.secondEntry.rates,
                run: { model, _ in [.open(.errorRates(ErrorRatesModel(of: model.line)))] }),
            KeyBinding(.escape, label: \.back, run: { _, _ in [.close] }),
            exportKey { !$0.people.isEmpty },
        ]
        + KeyBinding.moves { model, move, _ in
            model.people.move(move)
            return []
        }

    public mutating func handle(_ event: Event, _ context: Context) -> [Effect]? {
        switch event {
        case .appeared, .fileChanged:
            fit(context)
            let id = line.trainingClass.id
            return [
                .ask(tickets.take("people")) { store in
                    .secondEntries(try await store.trainingClass(id), try await store.secondEntries(of: id))
                }
            ]
        case .resized(_, let rows):
            var resized = context
            resized.rows = rows
            fit(resized)
            return []
        case .answered(let ticket, .secondEntries(_, let lines)):
            guard tickets.redeem(ticket) else { return nil }
            everybody = lines
            fill()
            return []
        case .failed(let ticket, let failure):
            guard tickets.redeem(ticket) else { return nil }
            return [.say(Notice(context.sentence(for: failure), .trouble))]
        default: return nil
        }
    }

    private mutating func fit(_ context: Context) { people.rows = max(1, context.bodyRows - Self.headRows) }

    private mutating func fill() {
        let all = everybody ?? []
        people.replace(with: showsOnlyLeft ? all.filter { !$0.isVerified } : all, sameness: \.enrollment)
    }

    // Leaving

    public func exported(_ context: Context) -> ExportOffer? {
        guard everybody != nil else { return nil }
        let table = TableExport(columns(context), people.items, what: "second-entry")
        return ExportOffer(
            .table(table), title: title(context), count: people.items.count, hasPersonalNumbers: true)
    }

    /// What the list is called.
    public func title(_ context: Context) -> String {
        let (words, code) = (context.words.secondEntry, line.trainingClass.value.code.text)
        return showsOnlyLeft ? words.leftTitle(code) : words.listTitle(code)
    }

    private func columns(_ context: Context) -> [ExportColumn<SecondEntryLine>] {
        let (terms, words, zone) = (context.words.terms, context.words.secondEntry, context.zone)
        return [
            ExportColumn(terms.name) { .text($0.participant.value.name.text) },
            ExportColumn(terms.nik) { $0.participant.value.nik.map(TableFact.nik) ?? .nothing },
            ExportColumn(words.stateHeading) { .text(words.state($0)) },
            ExportColumn(words.firstHeading) { .text($0.firstBy.name) },
            ExportColumn(words.secondHeading) { TableFact($0.verification?.by.name) },
            ExportColumn(words.dateHeading) { line in
                TableFact(line.verification.map { CalendarDate.today($0.time, in: zone) })
            },
            ExportColumn(words.differingHeading) { $0.verification.map { .number($0.differing) } ?? .nothing },
        ]
    }
}

extension SecondEntryPhrases {
    /// Whether somebody's form was keyed a second time, and holds.
    public func state(_ line: SecondEntryLine) -> String {
        guard let done = line.verification else { return left }
        return done.isOutdated ? outdated : verified
    }
}
