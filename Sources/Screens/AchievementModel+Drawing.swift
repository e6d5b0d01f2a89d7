import Terminal
import Training
import ViewModels
import Words

extension AchievementModel: ScreenDrawing {
    func draw(into frame: inout Frame, _ body: Body, _ context: Context) {
        if let achievement = context.achievement { drawGauge(achievement, into: &frame, body, context) }
        if let trouble { frame.write(trouble, at: 1, body.top + 6, Theme.trouble) }
        drawTable(into: &frame, body, context)
    }

    private func drawGauge(_ achievement: Achievement, into frame: inout Frame, _ body: Body, _ context: Context) {
        let words = context.words.achievement
        let number = context.words.language.number
        let title = words.title(context.year)
        frame.write(title, at: 1, body.top, Theme.title)
        guard let target = achievement.target, let percent = achievement.percent,
            let bar = GaugeBar(achievement.count, of: target)
        else {
            frame.write(words.noTarget, at: 1, body.top + 1, Theme.doubt)
            drawCounts(achievement, into: &frame, row: body.top + 4, context)
            return
        }
        let share = context.words.language.percent(percent)
        frame.write(share, at: frame.columns - share.columns - 1, body.top, Theme.good)
        let laps = context.words.frame.laps(achievement.laps, percent.tenths / 10 - achievement.laps * 100)
        frame.write(laps, at: frame.columns - share.columns - laps.columns - 4, body.top, Theme.value)
        for row in 1...2 {
            frame.write(bar.text(columns: frame.columns - 2), at: 1, body.top + row, Theme.gauge)
        }
        let targets = words.targets(achievement.original.map(number), achievement.revised.map(number))
        frame.write(targets, at: 1, body.top + 3, Theme.label)
        drawCounts(achievement, into: &frame, row: body.top + 4, context)
    }

    /// People and enrollments stand side by side, so that neither passes for the other; what does not count stands beneath.
    private func drawCounts(_ achievement: Achievement, into frame: inout Frame, row: Int, _ context: Context) {
        let words = context.words.achievement
        let number = context.words.language.number
        let counts = words.counts(
            number(achievement.people), number(achievement.enrollments), context.words.terms.rule(achievement.rule))
        frame.write(counts, at: 1, row, Theme.header)
        let beside = [EnrollmentStatus.registered, .dropped, .cancelled].map {
            "\(context.words.terms.status($0)) \(number(achievement.beside[$0] ?? 0))"
        }
        frame.write(words.beside(beside.joined(separator: " · ")), at: 1, row + 1, Theme.muted)
    }

    /// The largest figure or target of a table, so that its bars compare.
    private func full(of dimension: Dimension) -> Int {
        (totals[dimension] ?? []).map { max($0.counted, $0.target ?? 0) }.max() ?? 0
    }

    private func drawTable(into frame: inout Frame, _ body: Body, _ context: Context) {
        let visible = cursor.visible(count: lines.count, rows: visibleRows(context))
        if visible.count < lines.count {
            let sight = context.words.achievement.rowsInSight(visible.lowerBound + 1, visible.upperBound, lines.count)
            frame.write(sight, at: body.columns - sight.columns - 1, body.top + 6, Theme.muted)
        }
        TotalsTable(words: context.words, full: (full(of: .track), full(of: .kecamatan))).table.draw(
            lines.map(\.total), visible: visible, cursor: cursor.index, into: &frame, top: body.top + 7,
            width: body.columns)
    }
}

extension AchievementModel.Line {
    fileprivate var total: Total {
        switch self {
        case .track(let total), .kecamatan(let total): total
        }
    }
}

/// How totals look as a table: name, people, enrollments, target, percent, and a bar.
struct TotalsTable {
    let words: Phrasebook
    /// The count that fills the bar, for tracks and for kecamatan: the one would leave nothing to see of the other.
    let full: (track: Int, kecamatan: Int)

    var table: Table<Total> {
        let number = words.language.number
        let terms = words.terms
        return Table([
            TableColumn("\(terms.trackLabel) / \(terms.kecamatan)", 20, upTo: 26) { name(of: $0) },
            TableColumn(terms.people, 6, upTo: 9, .right) { number($0.people) },
            TableColumn(terms.enrollments, 13, .right) { number($0.enrollments) },
            TableColumn(terms.target, 6, upTo: 9, .right) { $0.target.map(number) ?? terms.none },
            TableColumn(terms.percent, 8, upTo: 9, .right) { $0.percent.map(words.language.percent) ?? terms.none },
            TableColumn("", 12, upTo: 60, style: { _ in Theme.gauge }) { bar(of: $0, width: $1) },
        ])
    }

    private func name(of total: Total) -> String {
        if let track = Track(rawValue: total.code) { return words.terms.track(track) }
        return total.name ?? (total.code == Total.outsideCode ? words.terms.outside : total.code)
    }

    private func bar(of total: Total, width: Int) -> String {
        let full = Track(rawValue: total.code) == nil ? full.kecamatan : full.track
        return CountBar(count: total.counted, target: total.target, full: full).text(width: width)
    }
}
