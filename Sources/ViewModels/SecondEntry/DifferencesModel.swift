import Keyboard
import Training
import Words

/// The people behind an error rate: in whom both entries of a field differed, and which was right.
public struct DifferencesModel: TableScreen {
    public var tickets = TicketBook(screen: 0)
    private let scope: SecondEntryScope
    /// The fields asked about.
    public let fields: [VerifiedField]
    /// Which side has to have been right; `nil` for either.
    public let side: SecondEntry.Verdict?
    /// One line for each field of a form that differed, with the cursor.
    public private(set) var differences = ItemList<Difference>()
    /// Whether they have come.
    public private(set) var isLoaded = false

    /// One field of one form that differed.
    public struct Difference: Hashable, Sendable {
        public var compared: ComparedEntry
        public var field: VerifiedField
        public var verdict: SecondEntry.Verdict
    }

    /// Rows above the first line: the title and the headings.
    public static let headRows = 2

    init(_ scope: SecondEntryScope, _ fields: [VerifiedField], _ side: SecondEntry.Verdict?) {
        self.scope = scope
        self.fields = fields
        self.side = side
    }

    public var holdsKeys: Bool { !isLoaded && tickets.isWaiting(for: "entries") }

    public static let keys: [KeyBinding<Self>] =
        [
            KeyBinding(
                .enter, label: \.monitoring.openPerson, when: { !$0.differences.isEmpty },
                run: { model, _ in
                    model.differences.selected.map {
                        [.open(.participantFile(ParticipantFileModel($0.compared.person)))]
                    } ?? []
                }),
            KeyBinding(.escape, label: \.back, run: { _, _ in [.close] }),
            exportKey { !$0.differences.isEmpty },
        ]
        + KeyBinding.moves { model, move, _ in
            model.differences.move(move)
            return []
        }

    public mutating func handle(_ event: Event, _ context: Context) -> [Effect]? {
        switch event {
        case .appeared, .fileChanged:
            fit(context)
            let scope = scope
            return [.ask(tickets.take("entries")) { .comparedEntries(try await $0.comparedEntries(scope), []) }]
        case .resized(_, let rows):
            var resized = context
            resized.rows = rows
            fit(resized)
            return []
        case .answered(let ticket, .comparedEntries(let entries, _)):
            guard tickets.redeem(ticket) else { return nil }
            isLoaded = true
            differences.replace(with: entries.flatMap(self.differences)) { $0 }
            return []
        case .failed(let ticket, let failure):
            guard tickets.redeem(ticket) else { return nil }
            return [.say(Notice(context.sentence(for: failure), .trouble))]
        default: return nil
        }
    }

    private mutating func fit(_ context: Context) { differences.rows = max(1, context.bodyRows - Self.headRows) }

    private func differences(in compared: ComparedEntry) -> [Difference] {
        fields.compactMap { field in
            guard let verdict = compared.entry.verdicts[field], verdict != .agreed, side == nil || side == verdict
            else { return nil }
            return Difference(compared: compared, field: field, verdict: verdict)
        }
    }

    // What it is called, and leaving

    /// Which figure these are the names of.
    public func title(_ context: Context) -> String {
        let words = context.words.secondEntry
        let what =
            switch side {
            case .secondRight: words.firstWrong
            case .firstRight: words.secondWrong
            case .agreed, nil: words.differingHeading
            }
        return words.namesTitle(fields.count == 1 ? context.words.label(fields[0]) : words.allFields, what)
    }

    public func exported(_ context: Context) -> ExportOffer? {
        guard isLoaded else { return nil }
        let (all, zone) = (context.words, context.zone)
        let words = all.secondEntry
        let columns: [ExportColumn<Difference>] = [
            ExportColumn(all.terms.name) { .text($0.compared.name.text) },
            ExportColumn(all.terms.nik) { $0.compared.nik.map(TableFact.nik) ?? .nothing },
            ExportColumn(all.terms.trainingClass) { .text($0.compared.code.text) },
            ExportColumn(words.fieldHeading) { .text(all.label($0.field)) },
            ExportColumn(words.rightHeading) { .text(words.right($0.verdict)) },
            ExportColumn(words.firstHeading) { .text($0.compared.firstBy.name) },
            ExportColumn(words.secondHeading) { .text($0.compared.secondBy.name) },
            ExportColumn(words.dateHeading) { .date(CalendarDate.today($0.compared.time, in: zone)) },
        ]
        return ExportOffer(
            .table(TableExport(columns, differences.items, what: "second-entry")), title: title(context),
            count: differences.items.count, hasPersonalNumbers: true)
    }
}

extension SecondEntryPhrases {
    /// Which of the two entries was right.
    public func right(_ verdict: SecondEntry.Verdict) -> String {
        switch verdict {
        case .agreed: agreed
        case .firstRight: firstRight
        case .secondRight: secondRight
        }
    }
}
