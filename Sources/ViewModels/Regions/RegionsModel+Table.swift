import Foundation
import Training
import Words

extension RegionsModel {
    /// What stands in a grid.
    struct Page {
        var columns: [FigureColumn] = []
        var rows: [FigureRow] = []
        var footer: [FigureRow] = []
    }

    /// The table in front, or its picture.
    func page(of figures: RegionFigures, _ context: Context) -> Page {
        let lines = RegionLines(view: view, figures: figures, context: context)
        var page: Page
        if view.columns != nil {
            page = RegionCrossing(lines: lines, rule: rule).page
        } else if isPicture {
            page = RegionPicture(lines: lines, scale: scale).page
        } else {
            page = RegionTable(lines: lines).page
        }
        if level.showsUnreachedOnly {
            let unreached = Set(figures.unreached.map { RegionLines.id(of: $0) })
            page.rows = page.rows.filter { unreached.contains($0.id) }
        }
        return page
    }

    /// Where the targets of the lines do not add up to the whole's: both sums.
    public func note(_ context: Context) -> String? {
        guard let figures = level.figures else { return nil }
        let words = context.words.regions
        if showsPicture, scale == .residents, view.rows == .kecamatan, figures.residents.isEmpty {
            return words.noResidents
        }
        if showsPicture, scale == .residents, view.rows == .kecamatan { return nil }
        guard view.columns == nil, let other = figures.otherSumOfTargets else { return nil }
        let number = context.words.language.number
        return words.targetsDiffer(
            number(other.sum), number(other.lines), view.rows.name(context.words.terms).lowercased(),
            figures.whole.target.map(number) ?? context.words.terms.none)
    }
}

/// A table of totals: people, enrollments, target, percent, women, tracks, the last entry and a bar.
struct RegionTable {
    let lines: RegionLines

    private var figures: RegionFigures { lines.figures }
    private var words: Phrasebook { lines.context.words }
    private var tracks: [Total] { figures.tracks }

    /// Whether anybody stands in several tracks of one line.
    private var hasRepeats: Bool {
        guard let cross = figures.cross else { return false }
        return cross.rows.contains { cross.overlap(ofRow: $0) != 0 }
    }

    var page: RegionsModel.Page {
        RegionsModel.Page(
            columns: columns, rows: figures.lines.map(row), footer: [overlap, total].compactMap(\.self))
    }

    private var columns: [FigureColumn] {
        let terms = words.terms
        var columns = [
            FigureColumn(lines.heading, lines.leastNameWidth, upTo: 44), .numbers(terms.people),
            .numbers(terms.enrollments),
            .numbers(terms.target), .numbers(terms.percent), .numbers(terms.women),
        ]
        columns += tracks.map { .numbers(lines.short($0, .track)) }
        if hasRepeats { columns.append(.numbers(words.regions.overlapHeading)) }
        return columns + [FigureColumn(terms.lastEntry, 10, upTo: 16), .bars()]
    }

    private func row(_ line: Total) -> FigureRow {
        let (figure, name) = (lines.figure(of: line), lines.name(of: line))
        let bar = FigureCell.Bar(count: line.counted, target: line.target, full: full)
        let cells =
            [lines.nameCell(line)] + counts(line, figure, name) + tracks.map { cell(line, $0, figure, name) }
            + repeats(overlap(of: line), figure, name)
        return FigureRow(RegionLines.id(of: line), cells + [moment(line.lastEntry), FigureCell(bar: bar)])
    }

    /// The people of a line in a track, once it is known.
    private func cell(_ line: Total, _ track: Total, _ figure: Figure, _ name: String) -> FigureCell {
        guard let cross = figures.cross else { return FigureCell("…", look: .muted, order: FigureCell.Order.none) }
        return lines.count(
            cross[line.code, track.code].people, figure.part(.track, track.code),
            [name, lines.name(of: track, .track)])
    }

    /// How often people of a line stand in another track after their first, as the crossing itself has the line.
    private func overlap(of line: Total) -> Int {
        guard let cross = figures.cross, let row = cross.rows.first(where: { $0.code == line.code }) else { return 0 }
        return cross.overlap(ofRow: row)
    }

    /// The largest figure or target among the lines fills a bar, so that all bars compare.
    private var full: Int { figures.lines.map { max($0.counted, $0.target ?? 0) }.max() ?? 0 }

    /// People, enrollments, target, percent, women.
    private func counts(_ line: Total, _ figure: Figure, _ name: String) -> [FigureCell] {
        var women = lines.count(
            line.women, figure.part(.sex, Sex.female.rawValue), [name, words.terms.women.lowercased()])
        women.text = line.shareOfWomen.map(words.language.percent) ?? words.terms.none
        women.order = line.shareOfWomen.map { .number($0.tenths) } ?? .none
        women.fact = line.shareOfWomen.map(TableFact.percent) ?? .nothing
        return [
            lines.count(line.people, figure, [name]),
            lines.count(line.enrollments, figure.counting(.enrollments), [name]),
            FigureCell(number: line.target, text: line.target.map(words.language.number)),
            FigureCell(line.percent, text: line.percent.map(words.language.percent)), women,
        ]
    }

    /// How often people of a line stand in another track after their first, where anybody does.
    private func repeats(_ count: Int, _ figure: Figure, _ name: String) -> [FigureCell] {
        guard hasRepeats else { return [] }
        return [lines.overlap(count, figure.counting(.repeats(across: [.track])), [name], across: .track)]
    }

    /// The day of the last entry, and the hour where that is today.
    private func moment(_ time: Date?) -> FigureCell {
        guard let time else { return FigureCell(words.terms.none, look: .muted, order: FigureCell.Order.none) }
        let zone = lines.context.zone
        let date = CalendarDate.today(time, in: zone)
        let text = date == lines.context.today ? "\(date.onScreen) \(time.clock(in: zone))" : date.onScreen
        return FigureCell(text, order: .number(Int(time.timeIntervalSince1970)))
    }

    // What stands at the foot

    private var total: FigureRow {
        let name = words.regions.total
        var cells = [lines.totalCell] + counts(figures.whole, lines.base, lines.wholeName)
        cells += tracks.map { track in
            lines.count(
                lines.people(inColumn: track), lines.base.part(.track, track.code),
                [lines.wholeName, lines.name(of: track, .track)])
        }
        cells += repeats(tracks.map(lines.people(inColumn:)).reduce(0, +) - figures.whole.people, lines.base, name)
        return FigureRow("total", cells + [moment(figures.whole.lastEntry), FigureCell("")])
    }

    private func overlap(inTrack track: Total) -> Int {
        guard let cross = figures.cross, let column = cross.columns.first(where: { $0.code == track.code }) else {
            return 0
        }
        return cross.overlap(ofColumn: column)
    }

    /// The people that the lines have more than the whole: who stands in several.
    private var overlap: FigureRow? {
        let count = figures.lines.overlap(beyond: figures.whole.people)
        guard count != 0 else { return nil }
        let figure = lines.base.counting(.repeats(across: [lines.view.rows]))
        func cell(_ count: Int, _ figure: Figure, _ parts: [String]) -> FigureCell {
            lines.overlap(count, figure, parts, across: lines.view.rows)
        }
        var cells = [FigureCell(words.regions.overlap, look: .label), cell(count, figure, [])]
        cells += Array(repeating: FigureCell(""), count: 4)
        cells += tracks.map { track in
            cell(
                overlap(inTrack: track), figure.part(.track, track.code),
                [lines.name(of: track, .track)])
        }
        if hasRepeats { cells.append(FigureCell("")) }
        return FigureRow("overlap", cells + [FigureCell(""), FigureCell("")])
    }
}

extension Date {
    /// The hour and the minute, `09:05`.
    fileprivate func clock(in zone: TimeZone) -> String {
        let seconds = Int(timeIntervalSince1970.rounded(.down)) + zone.secondsFromGMT(for: self)
        let minutes = ((seconds % 86_400) + 86_400) % 86_400 / 60
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(padded(minutes / 60)):\(padded(minutes % 60))"
    }
}
