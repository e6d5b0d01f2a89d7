import Keyboard
import Training
import Words

/// How often both entries differed: by field, by class, or by the operator of the first entry. Every figure opens to its names.
public struct ErrorRatesModel: FigureScreen {
    public var tickets = TicketBook(screen: 0)
    public var grid = FigureGrid()
    /// What the lines of the table are.
    public private(set) var lines = Lines.fields
    /// The class whose rates these are; `nil` for a whole year's.
    public let trainingClass: ClassLine?
    /// The operator of the first entry whose rates these are; `nil` for everybody's.
    public let firstBy: String?
    /// What was read last; `nil` until it has come.
    public private(set) var entries: [ComparedEntry]?
    private var classes: [ClassLine] = []

    /// What a line of the table is.
    public enum Lines: String, CaseIterable, Sendable { case fields, classes, operators }

    /// The rates of the year in view, or of one class, or of what one operator entered first.
    public init(of trainingClass: ClassLine? = nil, firstBy: String? = nil) {
        self.trainingClass = trainingClass
        self.firstBy = firstBy
    }

    public var holdsKeys: Bool { entries == nil && tickets.isWaiting(for: "entries") }

    /// The tables that there are: not by what is one already.
    private var tables: [Lines] {
        Lines.allCases.filter {
            $0 == .fields || $0 == .classes && trainingClass == nil || $0 == .operators && firstBy == nil
        }
    }

    public static let keys: [KeyBinding<Self>] =
        [
            KeyBinding(.enter, label: \.figures.names, when: { $0.names != nil }, run: { $0.openNames($1) }),
            KeyBinding(.enter, label: \.secondEntry.deeper, when: { $0.leadsDeeper }, run: { $0.openFields($1) }),
            KeyBinding(
                .character("v"), label: \.secondEntry.by, when: { $0.tables.count > 1 }, run: { $0.turn($1) }),
            KeyBinding(.escape, label: \.back, run: { _, _ in [.close] }),
        ] + gridKeys.filter { $0.keys != [.enter] }

    public mutating func handle(_ event: Event, _ context: Context) -> [Effect]? {
        switch event {
        case .appeared, .fileChanged: return [ask(context)]
        case .resized(_, let rows):
            var resized = context
            resized.rows = rows
            fit(resized)
            return []
        case .answered(let ticket, .comparedEntries(let entries, let classes)):
            guard tickets.redeem(ticket) else { return nil }
            let marksMoves = self.entries != nil
            (self.entries, self.classes) = (entries, classes)
            fill(context, marksMoves: marksMoves)
            return settleSoon()
        case .failed(let ticket, let failure):
            guard tickets.redeem(ticket) else { return nil }
            return [.say(Notice(context.sentence(for: failure), .trouble))]
        case .woke(let ticket):
            guard tickets.redeem(ticket) else { return nil }
            grid.settle()
            return []
        default: return nil
        }
    }

    private mutating func ask(_ context: Context) -> Effect {
        // A class has its own year, whichever is in view.
        let year = trainingClass?.program.year ?? context.year
        let scope = SecondEntryScope(year: year, trainingClass: trainingClass?.trainingClass.id, firstBy: firstBy)
        return .ask(tickets.take("entries")) {
            .comparedEntries(try await $0.comparedEntries(scope), try await $0.classes(of: year))
        }
    }

    /// The rows for lines: those of the screen without its heading, the columns' heads and a line of notes.
    private mutating func fit(_ context: Context) { grid.fit(rows: max(1, context.bodyRows - 4)) }

    private mutating func fill(_ context: Context, marksMoves: Bool) {
        let table = ErrorRateTable(lines: lines, entries: entries ?? [], classes: classes, words: context.words)
        grid.take(table.columns, table.rows, footer: table.footer, marksMoves: marksMoves)
        fit(context)
    }

    private mutating func turn(_ context: Context) -> [Effect] {
        let place = tables.firstIndex(of: lines) ?? 0
        lines = tables[(place + 1) % tables.count]
        grid.restart()
        fill(context, marksMoves: false)
        return []
    }

    // Opening

    /// The names behind the highlighted figure: of a line by field, and of all fields, where any differ.
    private var names: (fields: [VerifiedField], side: SecondEntry.Verdict?)? {
        guard let row = grid.row, grid.cell?.leadsOn == true, let side = ErrorRateTable.side(ofColumn: grid.column)
        else { return nil }
        if row.id == ErrorRateTable.total { return (VerifiedField.allCases, side.verdict) }
        return VerifiedField(rawValue: row.id).map { ([$0], side.verdict) }
    }

    private var leadsDeeper: Bool {
        guard let row = grid.row, lines != .fields, row.id != ErrorRateTable.total else { return false }
        return grid.cell?.leadsOn == true
    }

    private mutating func openNames(_ context: Context) -> [Effect] {
        guard let names else { return [] }
        let year = trainingClass?.program.year ?? context.year
        let scope = SecondEntryScope(year: year, trainingClass: trainingClass?.trainingClass.id, firstBy: firstBy)
        return [.open(.differences(DifferencesModel(scope, names.fields, names.side)))]
    }

    private mutating func openFields(_ context: Context) -> [Effect] {
        guard let row = grid.row else { return [] }
        switch lines {
        case .fields: return []
        case .operators: return [.open(.errorRates(ErrorRatesModel(of: trainingClass, firstBy: row.id)))]
        case .classes:
            guard let line = classes.first(where: { $0.trainingClass.id.description == row.id }) else { return [] }
            return [.open(.errorRates(ErrorRatesModel(of: line, firstBy: firstBy)))]
        }
    }

    // What it is called

    public func tableTitle(_ context: Context) -> String {
        let words = context.words.secondEntry
        let scope = trainingClass.map { "\($0.trainingClass.value.code) \($0.program.title)" }
        return words.ratesTitle(
            [scope ?? words.wholeYear(context.year), firstBy.map(words.ofOperator)].compactMap(\.self)
                .joined(separator: " · "))
    }
}

/// Error rates as a table, with all of them together at the foot.
struct ErrorRateTable {
    let lines: ErrorRatesModel.Lines
    let entries: [ComparedEntry]
    let classes: [ClassLine]
    let words: Phrasebook

    /// The line of all together.
    static let total = "·total"

    /// Which differences a column counts; `nil` for one that counts none.
    static func side(ofColumn place: Int) -> (verdict: SecondEntry.Verdict?, column: Int)? {
        switch place {
        case 2: (nil, place)
        case 4: (.secondRight, place)
        case 5: (.firstRight, place)
        default: nil
        }
    }

    var columns: [FigureColumn] {
        let phrases = words.secondEntry
        let heading =
            switch lines {
            case .fields: phrases.fieldHeading
            case .classes: words.terms.trainingClass
            case .operators: phrases.operatorHeading
            }
        return [
            FigureColumn(heading, 14, upTo: lines == .fields ? 34 : 24), .numbers(phrases.comparedShort),
            .numbers(phrases.differingHeading),
            .numbers(phrases.shareHeading), .numbers(phrases.firstWrong), .numbers(phrases.secondWrong),
        ] + (lines == .fields ? [] : [.numbers(phrases.peopleHeading)])
    }

    var rows: [FigureRow] {
        switch lines {
        case .fields:
            return VerifiedField.allCases.map { field in
                row(field.rawValue, words.label(field), ErrorRate(entries, of: [field]), forms: nil)
            }
        case .classes:
            let byClass = Dictionary(grouping: entries, by: \.trainingClass)
            // Classes that were begun come first; the others show what is left.
            return classes.filter { $0.taken > 0 || byClass[$0.trainingClass.id] != nil }.map { line in
                let own = byClass[line.trainingClass.id] ?? []
                let people = line.enrollments.total
                let title = "\(line.trainingClass.value.code) \(line.program.title)"
                return row(
                    line.trainingClass.id.description, title, ErrorRate(own),
                    forms: forms(Set(own.map(\.entry.enrollment)).count, of: people), group: own.isEmpty ? 1 : 0)
            }.sorted { $0.group < $1.group }
        case .operators:
            return Dictionary(grouping: entries, by: \.firstBy.name).sorted { $0.key < $1.key }.map { name, own in
                row(name, name, ErrorRate(own), forms: forms(Set(own.map(\.entry.enrollment)).count, of: nil))
            }
        }
    }

    var footer: [FigureRow] {
        guard !entries.isEmpty else { return [] }
        let count = Set(entries.map(\.entry.enrollment)).count
        return [
            row(
                Self.total, words.secondEntry.allFields, ErrorRate(entries),
                forms: lines == .fields ? nil : forms(count, of: nil))
        ]
    }

    private func forms(_ verified: Int, of people: Int?) -> FigureCell {
        let count = words.language.number(verified)
        return FigureCell(
            number: verified, text: people.map { "\(count)/\(words.language.number($0))" } ?? count,
            look: verified == 0 ? .muted : .value)
    }

    private func row(
        _ id: String, _ title: String, _ rate: ErrorRate, forms: FigureCell?, group: Int = 0
    ) -> FigureRow {
        let number = words.language.number
        var name = FigureCell(title)
        // Only what counts something leads on.
        name.leadsOn = lines != .fields && id != Self.total && rate.compared > 0
        func opening(_ count: Int) -> FigureCell {
            count == 0
                ? FigureCell(number: 0, text: "0", look: .muted) : FigureCell(leadingOn: count, text: number(count))
        }
        return FigureRow(
            id,
            [
                name, FigureCell(number: rate.compared, text: number(rate.compared)), opening(rate.differing),
                FigureCell(rate.share, text: rate.share.map(words.language.percent)), opening(rate.firstWrong),
                opening(rate.secondWrong),
            ] + [forms].compactMap(\.self), group: group)
    }
}
