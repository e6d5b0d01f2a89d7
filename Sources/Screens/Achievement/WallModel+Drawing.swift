import Terminal
import Training
import ViewModels
import Words

extension WallModel: ScreenDrawing {
    var fillsFrame: Bool { true }

    func draw(into frame: inout Frame, _ body: Body, _ context: Context) {
        guard let achievement = context.achievement else { return }
        let wall = Wall(
            achievement: achievement, today: context.today, words: context.words, columns: frame.columns,
            rows: frame.rows)
        wall.draw(into: &frame)
        if let trouble { frame.write(trouble, at: 1, 0, Theme.trouble, width: frame.columns - 2) }
        let bars = WallBars(kecamatan, moved: moved, words: context.words, columns: frame.columns)
        bars.draw(into: &frame, top: wall.end, rows: frame.rows - wall.end)
    }
}

/// The upper part of the wall: the share and the count in large figures, and the gauge.
private struct Wall {
    let achievement: Achievement
    let today: CalendarDate
    let words: Phrasebook
    let columns: Int
    let rows: Int

    private var share: String { achievement.percent.map(words.language.percent) ?? "" }
    private var count: String { words.language.number(achievement.count) }

    private var shareColumns: Int { BigDigits.columns(of: share) }
    private var countColumns: Int { BigDigits.columns(of: count) }

    /// How large the figures can be, leaving as much height again for the kecamatan.
    private var scale: Int {
        let wide = (columns - 4) / max(1, shareColumns + countColumns + 4)
        return max(1, min(wide, rows * 2 / 5 / BigDigits.rows))
    }

    /// Whether both figures fit beside each other; else the count stands in words alone.
    private var fitsBoth: Bool { (shareColumns + countColumns + 4) * scale <= columns - 2 }

    private var isTall: Bool { rows >= 40 }
    private var figuresTop: Int { isTall ? 3 : 2 }
    private var gaugeTop: Int { figuresTop + BigDigits.rows * scale + 1 }
    private var gaugeRows: Int { max(3, rows / 10) }

    /// The row after the gauge and the blank line beneath it.
    var end: Int { gaugeTop + gaugeRows + 2 }

    func draw(into frame: inout Frame) {
        let phrases = words.achievement
        frame.write(phrases.wallTitle(achievement.year), at: 2, isTall ? 1 : 0, Theme.title)
        let day = words.language.longDate(today)
        frame.write(day, at: columns - 2 - day.columns, isTall ? 1 : 0, Theme.title)
        let right = columns - 2 - countColumns * scale
        if !share.isEmpty {
            BigDigits(text: share, scale: scale).draw(into: &frame, at: 2, figuresTop, Theme.good)
        }
        if share.isEmpty || fitsBoth {
            BigDigits(text: count, scale: scale).draw(
                into: &frame, at: share.isEmpty ? 2 : right, figuresTop, Theme.title)
        }
        drawGauge(into: &frame)
    }

    private func drawGauge(into frame: inout Frame) {
        let counts = counts
        frame.write(counts, at: columns - 2 - counts.columns, gaugeTop + gaugeRows, Theme.title)
        guard let percent = achievement.percent, let bar = GaugeBar(achievement.count, of: achievement.target) else {
            frame.write(words.achievement.wallWithoutTarget, at: 2, gaugeTop, Theme.title)
            return
        }
        for row in 0..<gaugeRows {
            frame.write(bar.text(columns: columns - 4), at: 2, gaugeTop + row, Theme.gauge)
        }
        let laps = words.frame.laps(achievement.laps, percent.tenths / 10 - achievement.laps * 100)
        frame.write(laps, at: 2, gaugeTop + gaugeRows, Theme.title)
    }

    /// People and enrollments side by side, and the target that one of them is measured by.
    private var counts: String {
        let number = words.language.number
        let target = achievement.target.map { " · \(words.achievement.wallTarget(number($0)))" } ?? ""
        return "\(number(achievement.people)) \(words.frame.people) · "
            + "\(number(achievement.enrollments)) \(words.frame.enrollments)\(target)"
    }
}

/// The kecamatan as thick bars, each with its name and count, in as few columns as they fit in.
private struct WallBars {
    private let lines: [Total]
    private let moved: Set<String>
    private let words: Phrasebook
    private let columns: Int

    init(_ kecamatan: [Total], moved: Set<String>, words: Phrasebook, columns: Int) {
        lines = kecamatan
        self.moved = moved
        self.words = words
        self.columns = columns
    }

    func draw(into frame: inout Frame, top: Int, rows: Int) {
        guard !lines.isEmpty, rows > 0 else { return }
        // Long bars compare best, but not if they get as thin as a line of text: then two stand beside each other.
        let across = lines.count * 3 <= rows ? 1 : 2
        let down = (lines.count + across - 1) / across
        let height = min(4, max(1, rows / down))
        let thickness = max(1, height - (height > 1 ? 1 : 0))
        let width = (columns - 4 - (across - 1) * 3) / across
        for (place, line) in lines.enumerated() {
            draw(
                line, into: &frame, at: 2 + place / down * (width + 3), top + place % down * height, width: width,
                thickness: thickness)
        }
    }

    private func draw(
        _ line: Total, into frame: inout Frame, at left: Int, _ top: Int, width: Int, thickness: Int
    ) {
        let number = words.language.number
        let names = lines.map(name).map(\.columns).max() ?? 0
        let counts = lines.map { number($0.counted).columns }.max() ?? 0
        let middle = top + (thickness - 1) / 2
        if moved.contains(line.code) { frame.write("●", at: left - 2, middle, Theme.good) }
        frame.write(name(line), in: names, .left, at: left, middle, Theme.title)
        frame.write(number(line.counted), in: counts, .right, at: left + names + 1, middle, Theme.title)
        let start = left + names + counts + 2
        let bar = CountBar(count: line.counted, target: line.target, full: full).text(
            width: width - names - counts - 2)
        for row in 0..<thickness { frame.write(bar, at: start, top + row, Theme.gauge) }
    }

    private var full: Int { lines.map { max($0.counted, $0.target ?? 0) }.max() ?? 0 }

    private func name(_ line: Total) -> String {
        line.name ?? (line.code == Total.outsideCode ? words.terms.outside : line.code)
    }
}
