import Training
import Words

/// A table by two dimensions, with the totals of both at its edges, and what counting people once takes away.
struct RegionCrossing {
    let lines: RegionLines
    let rule: CountingRule

    private var figures: RegionFigures { lines.figures }
    private var words: Phrasebook { lines.context.words }
    private var across: Dimension { lines.view.columns ?? .track }

    var page: RegionsModel.Page {
        guard let cross = figures.cross else { return RegionsModel.Page() }
        let sheet = Sheet(cross: cross, lines: lines, rule: rule, columns: columns(of: cross))
        let repeatsInRows =
            rule == .people && (figures.lines.contains { cross.overlap(ofRow: $0) != 0 } || sheet.totalRepeats != 0)
        let repeatsInColumns =
            rule == .people
            && (sheet.columns.contains { lines.overlap(inColumn: $0) != 0 } || sheet.lineRepeats != 0)
        var page = RegionsModel.Page()
        page.columns = headings(sheet, repeatsInRows)
        page.rows = figures.lines.map { row($0, sheet, repeatsInRows) }
        page.footer = repeatsInColumns ? [overlap(sheet, repeatsInRows)] : []
        page.footer.append(total(sheet, repeatsInRows))
        return page
    }

    /// What the rows are made of.
    private struct Sheet {
        let cross: CrossTable
        let lines: RegionLines
        let rule: CountingRule
        let columns: [Total]

        /// How often people stand in a column after their first.
        var totalRepeats: Int { columns.map(lines.people(inColumn:)).reduce(0, +) - lines.figures.whole.people }
        /// How often people stand in a line after their first.
        var lineRepeats: Int { lines.figures.lines.overlap(beyond: lines.figures.whole.people) }
    }

    /// Programs and organizers are many: those that nobody came to would only push the others out of sight.
    private func columns(of cross: CrossTable) -> [Total] {
        guard across == .program || across == .organizer || across == .desa else { return cross.columns }
        return cross.columns.filter { lines.enrollments(inColumn: $0) > 0 }
    }

    private func headings(_ sheet: Sheet, _ hasRepeats: Bool) -> [FigureColumn] {
        [FigureColumn(lines.heading, 18, upTo: 44)]
            + sheet.columns.map { .numbers(lines.short($0, across), 4, upTo: 14) }
            + (hasRepeats ? [.numbers(words.regions.overlapHeading).pinned()] : [])
            + [.numbers(words.regions.total).pinned()]
    }

    private func row(_ line: Total, _ sheet: Sheet, _ hasRepeats: Bool) -> FigureRow {
        let (figure, name) = (lines.figure(of: line), lines.name(of: line))
        var cells = [lines.nameCell(line)]
        cells += sheet.columns.map { column in
            cell(
                sheet.cross[line.code, column.code].by(rule), figure.part(across, column.code),
                [name, lines.name(of: column, across)])
        }
        if hasRepeats {
            cells.append(
                lines.overlap(
                    sheet.cross.overlap(ofRow: line), figure.counting(.repeats(across: [across])), [name],
                    across: across))
        }
        cells.append(cell(rule == .people ? line.people : line.enrollments, figure, [name]))
        return FigureRow(RegionLines.id(of: line), cells)
    }

    private func total(_ sheet: Sheet, _ hasRepeats: Bool) -> FigureRow {
        var cells = [lines.totalCell]
        cells += sheet.columns.map { column in
            let count = rule == .people ? lines.people(inColumn: column) : lines.enrollments(inColumn: column)
            return cell(count, lines.base.part(across, column.code), [lines.wholeName, lines.name(of: column, across)])
        }
        if hasRepeats {
            cells.append(
                lines.overlap(
                    sheet.totalRepeats, lines.base.counting(.repeats(across: [across])), [lines.wholeName],
                    across: across))
        }
        let whole = figures.whole
        cells.append(cell(rule == .people ? whole.people : whole.enrollments, lines.base, [lines.wholeName]))
        return FigureRow("total", cells)
    }

    /// What is taken away from each column's lines to give its total, and from all lines to give the whole.
    private func overlap(_ sheet: Sheet, _ hasRepeats: Bool) -> FigureRow {
        let rows = lines.view.rows
        let figure = lines.base.counting(.repeats(across: [rows]))
        var cells = [FigureCell(words.regions.overlap, look: .label)]
        cells += sheet.columns.map { column in
            lines.overlap(
                lines.overlap(inColumn: column), figure.part(across, column.code),
                [lines.name(of: column, across)], across: rows)
        }
        // The two overlaps have part of each other in common, which no list of names could show as one number.
        if hasRepeats { cells.append(FigureCell("")) }
        cells.append(lines.overlap(sheet.lineRepeats, figure, [], across: rows))
        return FigureRow("overlap", cells)
    }

    /// A number, or a dot where there is nobody.
    private func cell(_ count: Int, _ figure: Figure, _ parts: [String]) -> FigureCell {
        var cell = lines.count(count, figure.counting(rule.unit), parts)
        if count == 0 { cell.text = "·" }
        return cell
    }
}
