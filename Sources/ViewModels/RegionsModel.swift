import Keyboard
import Training
import Words

/// Wilayah: the year's figure by kecamatan, each opening to its desa and those to the names.
public struct RegionsModel: Screen {
    public var tickets = TicketBook(screen: 0)
    /// The kecamatan, and those who live outside the regency.
    public private(set) var kecamatan = ItemList<Total>()
    /// The desa of the kecamatan that is open.
    public private(set) var desa = ItemList<Total>()
    /// The kecamatan that is open; `nil` where all are shown.
    public private(set) var open: Region?
    /// Whether the figures have come.
    public private(set) var isLoaded = false
    /// All desa, as they came.
    private var allDesa: [Total] = []

    /// The screen's rows outside the table: heading, column heads, the line of totals.
    public static let otherRows = 3

    private static let purpose = "totals"

    public init() {}

    /// The lines in sight.
    public var shown: ItemList<Total> { open == nil ? kecamatan : desa }

    /// The sum of the lines in sight; a person lives in one place, so people add up.
    ///
    /// Its target is the regency's, or the open kecamatan's: targets of parts need not add up to the whole's.
    public func sum(_ achievement: Achievement?) -> Total {
        let lines = shown.items
        let whole = open.flatMap { open in kecamatan.items.first { $0.code == open.code.description } }
        return Total(
            code: "", name: nil, target: open == nil ? achievement?.target : whole?.target,
            rule: open == nil ? achievement?.rule ?? .people : whole?.rule ?? .people,
            people: lines.map(\.people).reduce(0, +), enrollments: lines.map(\.enrollments).reduce(0, +))
    }

    public static let keys: [KeyBinding<Self>] =
        [
            KeyBinding(
                .enter, label: \.participants.down, when: { $0.shown.selected != nil }, run: { $0.openLine($1) }),
            KeyBinding(
                .escape, label: \.back, when: { $0.open != nil },
                run: { model, _ in
                    model.open = nil
                    return []
                }),
        ]
        + KeyBinding.moves { model, move, _ in
            if model.open == nil { model.kecamatan.move(move) } else { model.desa.move(move) }
            return []
        }

    public mutating func handle(_ event: Event, _ context: Context) -> [Effect]? {
        switch event {
        case .appeared, .fileChanged:
            fit(bodyRows: context.bodyRows)
            let year = context.year
            return [
                .ask(tickets.take(Self.purpose)) { store in
                    .totals([
                        .kecamatan: try await store.totals(by: .kecamatan, of: year),
                        .desa: try await store.totals(by: .desa, of: year),
                    ])
                }
            ]
        case .resized(_, let rows):
            var resized = context
            resized.rows = rows
            fit(bodyRows: resized.bodyRows)
            return []
        case .answered(let ticket, .totals(let totals)):
            guard tickets.redeem(ticket) else { return nil }
            take(totals)
            return []
        case .failed(let ticket, let failure):
            guard tickets.redeem(ticket) else { return nil }
            return [.say(Notice(context.sentence(for: failure), .trouble))]
        default: return nil
        }
    }

    private mutating func fit(bodyRows: Int) {
        kecamatan.rows = max(1, bodyRows - Self.otherRows)
        desa.rows = kecamatan.rows
    }

    private mutating func take(_ totals: [Dimension: [Total]]) {
        isLoaded = true
        kecamatan.replace(with: totals[.kecamatan] ?? [], sameness: \.code)
        allDesa = totals[.desa] ?? []
        if let open { desa.replace(with: lines(of: open), sameness: \.code) }
    }

    /// The desa of a kecamatan, and the line of those whose desa is not on file, which bears the kecamatan's own code.
    private func lines(of kecamatan: Region) -> [Total] {
        allDesa.filter { RegionCode($0.code)?.kecamatan == kecamatan.code }
    }

    private mutating func openLine(_ context: Context) -> [Effect] {
        guard let line = shown.selected else { return [] }
        guard let code = RegionCode(line.code) else { return names(.outside, line, context) }
        if let open { return names(code == open.code ? .desaUnknown(in: code) : .within(code), line, context) }
        guard let region = context.gazetteer[code] else { return [] }
        open = region
        desa = ItemList(lines(of: region), rows: kecamatan.rows)
        return []
    }

    private func names(
        _ filter: ParticipantQuery.RegionFilter, _ line: Total, _ context: Context
    ) -> [Effect] {
        let query = ParticipantQuery(region: filter, figure: Figure(year: context.year))
        let title = context.words.regions.names(name(of: line, context), context.year)
        return [.open(.participants(ParticipantsModel(query: query, title: title)))]
    }

    /// What a line is called.
    public func name(of line: Total, _ context: Context) -> String {
        if let open, line.code == open.code.description { return context.words.regions.desaUnknown }
        return line.name ?? context.words.terms.outside
    }
}
