import Training
import Words

/// What the lines of the ladder are called, and which figure each step stands for.
struct OutcomeLines {
    let figures: OutcomeFigures
    let context: Context

    var words: Phrasebook { context.words }

    /// What a line is called.
    func name(of line: OutcomeLadder) -> String {
        let total = Total(code: line.code, name: line.name, people: 0, enrollments: 0)
        return RegionLines(naming: figures.dimension, of: figures.year, context).name(of: total)
    }

    /// Those of a line who have come to a step.
    func figure(_ step: OutcomeLadder.Step, of line: OutcomeLadder?) -> Figure {
        let figure = Figure(year: figures.year, stage: Figure.Stage(step, today: figures.today))
        return line.map { figure.part(figures.dimension, $0.code) } ?? figure
    }

    /// The count of a step, which opens to its names; a dot where there is nobody.
    func cell(_ step: OutcomeLadder.Step, of ladder: OutcomeLadder, isWhole: Bool) -> FigureCell {
        let name = isWhole ? words.regions.regency : name(of: ladder)
        let count = ladder[step]
        return FigureCell(
            count, figure(step, of: isWhole ? nil : ladder),
            words.outcomes.names(words.monitoring.step(step), name, figures.year),
            text: count == 0 ? "·" : words.language.number(count))
    }

    /// A count without names: people who are no participants.
    func workers(_ ladder: OutcomeLadder) -> FigureCell {
        let count = ladder.workersAbsorbed
        return FigureCell(
            number: count, text: count == 0 ? "·" : words.language.number(count), look: count == 0 ? .muted : .value)
    }

    /// A share, cut.
    func share(_ percent: Percent?) -> FigureCell {
        FigureCell(percent, text: percent.map(words.language.percent))
    }

    /// The share of all who were due: at least, as if nobody unreached had come so far, and at most, as if all had.
    func shareOfDue(_ count: Int, _ ladder: OutcomeLadder) -> FigureCell {
        guard let least = Percent(count, of: ladder[.due]),
            let most = Percent(count + ladder[.due] - ladder[.reached], of: ladder[.due])
        else { return FigureCell(number: nil, text: nil) }
        var cell = FigureCell(number: least.tenths, text: words.language.wholePercent(from: least, to: most))
        cell.fact = .text(cell.text)
        return cell
    }
}

extension RegionLines {
    /// The names of lines by a dimension, without figures.
    init(naming dimension: Dimension, of year: Int, _ context: Context) {
        self.init(
            view: RegionsModel.View(rows: dimension),
            figures: RegionFigures(
                year: year, lines: [], cross: nil, tracks: [],
                whole: Total(code: "", name: nil, people: 0, enrollments: 0), residents: [:]),
            context: context)
    }
}

/// The ladder by a dimension: a column for each step, and both rates always in sight at the right edge.
struct OutcomeTable {
    let lines: OutcomeLines

    private var words: Phrasebook { lines.words }
    private var figures: OutcomeFigures { lines.figures }

    /// The columns after the names.
    private enum Column {
        case step(OutcomeLadder.Step)
        case workers, ofReached, ofDue
    }

    private static let columns: [Column] =
        OutcomeLadder.Step.allCases.map(Column.step) + [.workers, .ofReached, .ofDue]

    var page: RegionsModel.Page {
        let heading = figures.dimension.name(words.terms)
        let names = RegionLines(naming: figures.dimension, of: figures.year, lines.context)
        return RegionsModel.Page(
            columns: [FigureColumn(heading, names.leastNameWidth, upTo: 44)] + Self.columns.map(column),
            rows: figures.lines.map { row($0, isWhole: false) },
            footer: [overlap, row(figures.whole, isWhole: true)].compactMap(\.self))
    }

    private func column(_ column: Column) -> FigureColumn {
        switch column {
        case .step(let step): .numbers(words.outcomes.short(step))
        case .workers: .numbers(words.outcomes.workersShort)
        case .ofReached: .numbers(words.outcomes.ofReachedShort, 9).pinned()
        case .ofDue: .numbers(words.outcomes.ofDueShort, 8).pinned()
        }
    }

    private func row(_ ladder: OutcomeLadder, isWhole: Bool) -> FigureRow {
        let name = isWhole ? words.regions.total : lines.name(of: ladder)
        let label = FigureCell(name, look: !isWhole && ladder[.tookPart] == 0 ? .muted : .value)
        return FigureRow(
            isWhole ? "total" : "line \(ladder.code)",
            [label] + Self.columns.map { cell($0, ladder, isWhole: isWhole) })
    }

    private func cell(_ column: Column, _ ladder: OutcomeLadder, isWhole: Bool) -> FigureCell {
        switch column {
        case .step(let step): lines.cell(step, of: ladder, isWhole: isWhole)
        case .workers: lines.workers(ladder)
        case .ofReached: lines.share(ladder.usingOfReached)
        case .ofDue: lines.shareOfDue(ladder[.using], ladder)
        }
    }

    /// What the lines have more than the whole, where people stand in several.
    private var overlap: FigureRow? {
        let repeated = OutcomeLadder.Step.allCases.map { step in
            (step, figures.lines.map { $0[step] }.reduce(0, +) - figures.whole[step])
        }
        guard repeated.contains(where: { $0.1 != 0 }) else { return nil }
        let steps = repeated.map { step, count in
            FigureCell(
                count, lines.figure(step, of: nil).counting(.repeats(across: [figures.dimension])),
                words.outcomes.repeatedNames(
                    words.monitoring.step(step), figures.dimension.name(words.terms).lowercased(), figures.year),
                text: count == 0 ? "·" : "−\(words.language.number(count))", look: .label)
        }
        let rest = Array(repeating: FigureCell(""), count: Self.columns.count - steps.count)
        return FigureRow("overlap", [FigureCell(words.regions.overlap, look: .label)] + steps + rest)
    }

    /// What a column counts.
    func meaning(ofColumn place: Int) -> String? {
        guard Self.columns.indices.contains(place - 1) else { return nil }
        return switch Self.columns[place - 1] {
        case .step(let step): words.outcomes.meaning(step)
        case .workers: words.outcomes.workersMeaning
        case .ofReached: words.outcomes.ofReachedMeaning
        case .ofDue: words.outcomes.ofDueMeaning
        }
    }
}

/// The whole year's ladder as bars: one step a line, each with its shares.
struct OutcomePicture {
    let lines: OutcomeLines

    private var words: Phrasebook { lines.words }
    private var whole: OutcomeLadder { lines.figures.whole }

    var page: RegionsModel.Page {
        let outcomes = words.outcomes
        return RegionsModel.Page(
            columns: [
                FigureColumn(outcomes.stepHeading, 14, upTo: 20), .bars(8, upTo: 240),
                .numbers(outcomes.countHeading), .numbers(outcomes.ofTookPart),
                .numbers(outcomes.ofReachedShort).pinned(), .numbers(outcomes.ofDueShort).pinned(),
            ],
            rows: OutcomeLadder.Step.allCases.map(row) + [workers])
    }

    private func row(_ step: OutcomeLadder.Step) -> FigureRow {
        let count = whole[step]
        return FigureRow(
            step.rawValue,
            [
                FigureCell(words.monitoring.step(step)),
                FigureCell(bar: FigureCell.Bar(count: count, target: nil, full: whole[.tookPart])),
                lines.cell(step, of: whole, isWhole: true), lines.share(Percent(count, of: whole[.tookPart])),
            ] + shares(step, count))
    }

    /// The shares of those reached and of all who were due, where a step is part of them.
    private func shares(_ step: OutcomeLadder.Step, _ count: Int) -> [FigureCell] {
        let none = FigureCell(number: nil, text: nil)
        switch step {
        case .tookPart, .completed, .certified, .due: return [none, none]
        case .reached: return [none, lines.share(Percent(count, of: whole[.due]))]
        case .using, .working, .selfEmployed, .standing:
            return [lines.share(Percent(count, of: whole[.reached])), lines.shareOfDue(count, whole)]
        }
    }

    private var workers: FigureRow {
        FigureRow(
            "workers",
            [FigureCell(words.monitoring.workersAbsorbed), FigureCell(""), lines.workers(whole)]
                + Array(repeating: FigureCell(number: nil, text: nil), count: 3))
    }

    /// What a line counts.
    func meaning(ofRow id: String?) -> String? {
        guard let id else { return nil }
        return OutcomeLadder.Step(rawValue: id).map(words.outcomes.meaning) ?? words.outcomes.workersMeaning
    }
}
