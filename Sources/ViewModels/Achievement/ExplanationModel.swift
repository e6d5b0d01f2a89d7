import Keyboard
import Training
import Words

/// How the year's headline comes about: from all enrollments on file to the figure, each step opening to its names.
public struct ExplanationModel: FigureScreen {
    public var tickets = TicketBook(screen: 0)
    public var grid = FigureGrid()
    /// What is shown; `nil` until it has come.
    public private(set) var explanation: Explanation?
    /// The day at whose end the figures stood so; `nil` for now.
    public private(set) var day: CalendarDate?
    /// Where a day is typed, while one is asked for.
    public private(set) var dayField: TextField?
    /// The day whose figures are under way.
    private var askedDay: CalendarDate?

    private static let purpose = "explanation"

    public init() {}

    public func tableTitle(_ context: Context) -> String {
        context.words.explanation.title(explanation?.year ?? context.year)
    }

    public var takesText: Bool { dayField != nil }

    /// Keys wait while it is not known whether there are figures of the day asked for.
    public var holdsKeys: Bool { askedDay != nil && tickets.isWaiting(for: Self.purpose) }

    public static let keys: [KeyBinding<Self>] =
        [
            KeyBinding(.enter, label: \.explanation.show, when: \.takesText, run: { $0.showDay($1) }),
            KeyBinding(
                .escape, label: \.explanation.cancel, when: \.takesText,
                run: { model, _ in
                    model.dayField = nil
                    return []
                }),
        ] + stepKeys.map { $0.only { !$0.takesText } } + [
            KeyBinding(
                .character("a"), label: \.explanation.asOf, when: { !$0.takesText },
                run: { model, _ in
                    model.dayField = TextField(model.day?.onScreen ?? "", limit: 40)
                    return []
                }),
            KeyBinding(
                .escape, label: \.explanation.now, when: { !$0.takesText && $0.day != nil },
                run: { model, context in [model.ask(nil, context)] }),
            KeyBinding(.escape, label: \.back, when: { !$0.takesText && $0.day == nil }, run: { _, _ in [.close] }),
        ]

    /// The keys of a grid without sorting: the steps follow from one another.
    private static var stepKeys: [KeyBinding<Self>] { gridKeys.filter { $0.keys != [.character("s")] } }

    public mutating func handle(_ event: Event, _ context: Context) -> [Effect]? {
        switch event {
        case .appeared:
            fit(context)
            return [ask(day, context)]
        case .fileChanged:
            // What stood on an earlier day does not change any more.
            return day == nil && askedDay == nil ? [ask(nil, context)] : []
        case .resized(_, let rows):
            var resized = context
            resized.rows = rows
            fit(resized)
            return []
        case .key, .paste: return type(event)
        case .answered(let ticket, .explanation(let explanation)):
            guard tickets.redeem(ticket) else { return nil }
            return take(explanation, context)
        case .failed(let ticket, let failure):
            guard tickets.redeem(ticket) else { return nil }
            askedDay = nil
            return [.say(Notice(context.sentence(for: failure), .trouble))]
        case .woke(let ticket):
            guard tickets.redeem(ticket) else { return nil }
            grid.settle()
            return []
        case .answered, .performed, .exported, .draftNotKept, .backupNotMade, .waiting, .achievement, .tick,
            .progressed, .idle:
            return nil
        }
    }

    /// The rows above the steps: the headline, what it rests on, and the line in which a day is typed.
    public static let otherRows = 6

    private mutating func fit(_ context: Context) { grid.fit(rows: context.bodyRows - Self.otherRows) }

    private mutating func type(_ event: Event) -> [Effect]? {
        switch event {
        case .key(let key): return dayField?.handle(key) == true ? [] : nil
        case .paste(let text):
            dayField?.insert(text)
            return dayField == nil ? nil : []
        default: return nil
        }
    }

    // Days

    private mutating func showDay(_ context: Context) -> [Effect] {
        guard let typed = dayField?.text.fieldText else {
            dayField = nil
            return [ask(nil, context)]
        }
        guard let day = CalendarDate(typed: typed, latest: context.today) else {
            return [.say(Notice(context.words.entry.noDate(typed), .trouble))]
        }
        guard day <= context.today else {
            return [.say(Notice(context.words.explanation.dayInFuture(day.onScreen), .trouble))]
        }
        // Today is not over: what is on file now is all there is of it.
        return [ask(day == context.today ? nil : day, context)]
    }

    private mutating func ask(_ day: CalendarDate?, _ context: Context) -> Effect {
        askedDay = day
        let year = context.year
        let moment = day?.end(in: context.zone)
        return .ask(tickets.take(Self.purpose)) {
            .explanation(try await $0.explanation(of: year, asOf: moment))
        }
    }

    private mutating func take(_ newer: Explanation, _ context: Context) -> [Effect] {
        let asked = askedDay
        askedDay = nil
        if let asked, newer[.onFile] == 0, newer.targets.isEmpty {
            return [.say(Notice(context.words.explanation.nothingYet(asked.onScreen), .trouble))]
        }
        let isSameMoment = explanation != nil && day == nil && asked == nil
        (explanation, day, dayField) = (newer, asked, nil)
        grid.take(columns(context), rows(newer, context), marksMoves: isSameMoment)
        return settleSoon()
    }

    // Steps

    private func columns(_ context: Context) -> [FigureColumn] {
        let words = context.words.explanation
        return [
            FigureColumn(words.stepHeading, 40, upTo: 68), .numbers(words.countHeading, 8), .bars(6, upTo: 60),
        ]
    }

    private func rows(_ explanation: Explanation, _ context: Context) -> [FigureRow] {
        Explanation.Step.allCases.map { step in
            let count = count(step, explanation, context)
            var sentence = FigureCell(sentence(step, explanation, context), look: look(of: step, in: explanation))
            // The sentence leads to the names as well, so that Enter opens a step wherever the highlight stands.
            sentence.names = count.names
            return FigureRow(
                step.rawValue,
                [
                    sentence, count,
                    FigureCell(bar: .init(count: explanation[step], target: nil, full: explanation[.onFile])),
                ])
        }
    }

    private func sentence(_ step: Explanation.Step, _ explanation: Explanation, _ context: Context) -> String {
        let sentence = context.words.explanation.sentence(step, explanation.year)
        switch step.role {
        case .start, .sum: return sentence
        case .minus, .among: return "  \(sentence)"
        }
    }

    /// Sums stand out, and the one that is the headline most.
    private func look(of step: Explanation.Step, in explanation: Explanation) -> FigureCell.Look {
        let headline: Explanation.Step = explanation.achievement.rule == .people ? .people : .counted
        if step == headline { return .good }
        return step.role == .sum || step.role == .start ? .title : .value
    }

    private func count(_ step: Explanation.Step, _ explanation: Explanation, _ context: Context) -> FigureCell {
        let count = explanation[step]
        let text = context.words.language.number(step.role == .minus ? -count : count)
        let look = look(of: step, in: explanation)
        guard !explanation.isPast else { return FigureCell(number: count, text: text, look: look) }
        let title = "\(context.words.explanation.name(step, explanation.year)) · \(explanation.year)"
        return FigureCell(
            count, Explanation.figure(step, of: explanation.year), title, text: text, look: look)
    }
}
