import Training
import Words

/// The lines of Capaian: every figure of a year with the names behind it.
struct AchievementLines {
    let figures: AchievementFigures
    let words: Phrasebook
    /// How wide a sentence may be.
    let width: Int

    init(_ figures: AchievementFigures, _ context: Context) {
        self.figures = figures
        words = context.words
        width = context.columns - 2
    }

    private var phrases: AchievementPhrases { words.achievement }
    private var year: Int { figures.year }
    private var whole: Figure { Figure(year: year) }

    /// The line that shows the course of the months.
    static let months = "months"

    var columns: [FigureColumn] {
        let terms = words.terms
        return [
            FigureColumn("\(terms.trackLabel) / \(terms.kecamatan)", 19, upTo: 26), .numbers(terms.people, 7),
            .numbers(terms.enrollments, 9), .numbers(terms.target, 6), .numbers(terms.percent, 7), .bars(8, upTo: 100),
        ]
    }

    var rows: [FigureRow] {
        [standing, beside] + entries + figures.goals.map(goal) + [course]
            + figures.tracks.map { line($0, .track, group: 1) } + overlap
            + figures.kecamatan.map { line($0, .kecamatan, group: 3) }
    }

    // MARK: Sentences

    private func sentence(_ id: String, _ cells: [FigureCell]) -> FigureRow {
        FigureRow(id, cells, isSentence: true)
    }

    private func text(_ text: String) -> FigureCell { FigureCell(text, look: .label) }

    private func count(_ count: Int, _ figure: Figure, _ what: String, sign: String = "") -> FigureCell {
        FigureCell(
            count, figure, phrases.names(what, year), text: sign + words.language.number(count), look: .title)
    }

    /// People and enrollments stand side by side, so that neither passes for the other.
    private var standing: FigureRow {
        let achievement = figures.achievement
        return sentence(
            "standing",
            [
                count(achievement.people, whole, phrases.tookPart), text(" \(words.terms.people.lowercased()) · "),
                count(achievement.enrollments, whole.counting(.enrollments), phrases.tookPart),
                text(" \(words.terms.enrollments.lowercased()) · "),
                text(phrases.countedBy(words.terms.rule(achievement.rule))),
            ])
    }

    /// What does not count stands beneath, never in it.
    private var beside: FigureRow {
        let cells = [EnrollmentStatus.registered, .dropped, .cancelled].enumerated().flatMap { place, status in
            let name = words.terms.status(status)
            return [
                text((place == 0 ? "" : " · ") + name + " "),
                count(
                    figures.achievement.beside[status] ?? 0,
                    Figure(year: year, statuses: [status], unit: .enrollments), name),
            ]
        }
        return sentence("beside", [text(phrases.beside + " ")] + cells)
    }

    /// What was entered today and this week: in one line where there is room.
    private var entries: [FigureRow] {
        let today = [text(phrases.entries + " ")] + entries(phrases.today, figures.today)
        let week = entries(phrases.week, figures.week)
        let both = today + [text(" · ")] + week
        if both.map(\.text.count).reduce(0, +) <= width { return [sentence("today", both)] }
        return [sentence("today", today), sentence("week", [text(phrases.entries + " ")] + week)]
    }

    /// What was entered since a moment, altogether and by each operator.
    private func entries(_ when: String, _ entries: AchievementFigures.Entries) -> [FigureCell] {
        func figure(_ name: String?) -> Figure {
            Figure(year: year, unit: .enrollments, entered: Figure.Entered(since: entries.since, by: name))
        }
        var cells = [text(when + " "), count(entries.count, figure(nil), phrases.entered(when), sign: "+")]
        for (place, entry) in entries.by.enumerated() {
            let name = entry.name.strippedOfControls
            cells.append(text((place == 0 ? " \(phrases.by) " : ", ") + name + " "))
            cells.append(count(entry.enrollments, figure(entry.name), phrases.enteredBy(when, name)))
        }
        return cells
    }

    private func goal(_ goal: AchievementFigures.Goal) -> FigureRow {
        let number = words.language.number
        let share = goal.percent.map(words.language.percent) ?? words.terms.none
        return sentence(
            "goal \(goal.target.years)",
            [
                text(phrases.goal(number(goal.target.count), goal.target.years.upperBound) + " "),
                FigureCell(leadingOn: goal.count, text: number(goal.count), look: .title), text(" · \(share)  "),
                FigureCell(
                    bar: FigureCell.Bar(
                        count: goal.count, target: goal.target.count, full: max(goal.count, goal.target.count))),
            ])
    }

    /// The last twelve months as a line of blocks, and the highest of them.
    private var course: FigureRow {
        let months = figures.months
        func name(_ month: AchievementFigures.Month?) -> String {
            month.flatMap { MonthCode($0.code) }.map { words.language.shortMonth($0.month) } ?? ""
        }
        let last = months.last.flatMap { MonthCode($0.code) }?.year ?? year
        var cells = [
            text("\(phrases.months)  \(name(months.first)) "),
            FigureCell(
                leadingOn: months.map(\.enrollments).reduce(0, +), text: Sparkline(months.map(\.enrollments)).text,
                look: .good), text(" \(name(months.last)) \(last)"),
        ]
        if let peak = months.max(by: { $0.enrollments < $1.enrollments }), peak.enrollments > 0 {
            cells.append(text("  \(phrases.peak(name(peak))) "))
            cells.append(
                FigureCell(
                    peak.enrollments, Figure(year: nil, unit: .enrollments).part(.month, peak.code),
                    MonthCode(peak.code).map { words.language.month($0.month, of: $0.year) } ?? peak.code,
                    text: words.language.number(peak.enrollments), look: .title))
        }
        return sentence(Self.months, cells)
    }

    // MARK: The table

    private func line(_ total: Total, _ dimension: Dimension, group: Int) -> FigureRow {
        let figure = whole.part(dimension, total.code)
        let title = phrases.names(name(of: total), year)
        let number = words.language.number
        var name = FigureCell(name(of: total))
        name.names = Names(figure, count: total.people, title: title)
        return FigureRow(
            "\(dimension.rawValue) \(total.code)",
            [
                name, FigureCell(total.people, figure, title, text: number(total.people)),
                FigureCell(
                    total.enrollments, figure.counting(.enrollments), title, text: number(total.enrollments)),
                FigureCell(number: total.target, text: total.target.map(number)),
                FigureCell(
                    total.percent, text: total.percent.map(words.language.percent),
                    look: total.percent.map { $0.tenths >= 1_000 ? .good : .value } ?? .muted),
                FigureCell(
                    bar: FigureCell.Bar(count: total.counted, target: total.target, full: full(of: dimension))),
            ], group: group)
    }

    /// The largest figure or target of a table, so that its bars compare.
    private func full(of dimension: Dimension) -> Int {
        (dimension == .track ? figures.tracks : figures.kecamatan).map { max($0.counted, $0.target ?? 0) }.max() ?? 0
    }

    private func name(of total: Total) -> String {
        if let track = Track(rawValue: total.code) { return words.terms.track(track) }
        return total.name ?? (total.code == Total.outsideCode ? words.terms.outside : total.code)
    }

    // MARK: What does not add up

    /// Somebody in two tracks stands in both lines, so that these add up to more than the people of the year.
    private var overlap: [FigureRow] {
        let again = figures.tracks.overlap(beyond: figures.achievement.people)
        guard again > 0 else { return [] }
        let sum = words.language.number(figures.tracks.map(\.people).reduce(0, +))
        var row = sentence(
            "overlap",
            [
                text(phrases.overlap + " "),
                count(again, whole.counting(.repeats(across: [.track])), phrases.overlapNames),
                text(": \(phrases.overlapSum(sum)) "), count(figures.achievement.people, whole, phrases.tookPart),
            ])
        row.group = 2
        return [row]
    }

    /// Where targets of kecamatan or of tracks do not add up to the regency's: both sums.
    var unevenTargets: [String] {
        guard let whole = figures.achievement.target else { return [] }
        let kecamatan = figures.targets.sum { if case .kecamatan = $0 { true } else { false } }
        let tracks = figures.targets.sum { if case .track = $0 { true } else { false } }
        return [(kecamatan, phrases.kecamatanTargets), (tracks, phrases.trackTargets)].compactMap { sum, sentence in
            guard sum.parts > 0, sum.count != whole else { return nil }
            return sentence(sum.parts, words.language.number(sum.count), words.language.number(whole))
        }
    }
}
