import Foundation
import Training
import Words

/// The report as plain text, at most 80 columns wide. Bars are drawn in signs that any printer has.
public struct ReportText: Sendable {
    /// The lines, top to bottom.
    public let lines: [String]

    /// The lines as one text.
    public var text: String { lines.map { $0 + "\n" }.joined() }

    /// - Parameters:
    ///   - columns: how wide a line may be.
    ///   - width: how many columns a text takes.
    public init(
        _ report: YearReport, _ words: Phrasebook, in zone: TimeZone, columns: Int = 80,
        width: @escaping @Sendable (String) -> Int
    ) {
        lines = ReportTextWriter(columns: columns, width: width).lines(ReportDocument(report, words, in: zone))
    }
}

/// Writes a report's document into lines.
private struct ReportTextWriter {
    let columns: Int
    let width: @Sendable (String) -> Int

    func lines(_ document: ReportDocument) -> [String] {
        let head = [document.title.uppercased(), document.place, String(repeating: "=", count: columns), ""]
        let top = wrapped(document.headline) + [""] + (document.gauge.map(gauge) ?? []) + wrapped(document.story)
        let figures = document.keyFigures.map { "\($0.label) \($0.value)" }.joined(separator: "   ")
        // A map of tiles says nothing without colour that the table before it does not.
        let sections = document.sections.filter { $0.map == nil }.flatMap { ["", ""] + section($0) }
        return head.flatMap(wrapped) + top + [""] + wrapped(figures) + sections + ["", ""] + wrapped(document.closing)
    }

    /// The laps below one another, each as long as the target.
    private func gauge(_ gauge: LapGauge) -> [String] {
        let name = (gauge.lines.map { width($0.name) }.max() ?? 0) + 2
        let room = columns - name
        let laps = gauge.lines.map { line in
            left(line.name, name) + bar(Percent(line.count, of: line.full)?.tenths ?? 0, mark: nil, room, rest: ".")
        }
        return laps + [left("", name) + "\(gauge.percent) · \(gauge.laps)", ""]
    }

    private func section(_ section: ReportSection) -> [String] {
        let heading = [section.heading.uppercased(), String(repeating: "-", count: width(section.heading))]
        let lead = section.lead.map(wrapped) ?? []
        let tables = Array(section.tables.map(lines(of:)).joined(separator: [""]))
        let body = lead + (lead.isEmpty || tables.isEmpty ? [] : [""]) + tables
        let gap = body.isEmpty || section.remarks.isEmpty ? [] : [""]
        return heading + body + gap + section.remarks.flatMap(remark)
    }

    private func remark(_ text: String) -> [String] {
        wrapped(text, to: columns - 2).enumerated().map { place, line in (place == 0 ? "- " : "  ") + line }
    }

    // MARK: Tables

    private func lines(of table: ReportTable) -> [String] {
        let shown = table.headings.indices.filter { !table.headings[$0].isWide }
        let numbers = shown.map { place in
            ([table.headings[place].label] + table.rows.map { $0.cells[place].text }).map(width).max() ?? 0
        }
        let taken = numbers.map { $0 + 2 }.reduce(0, +)
        let names = [table.nameHeading] + table.rows.map { indented($0) }
        let least = table.barHeading == nil ? 0 : 14
        let name = min(names.map(width).max() ?? 0, columns - taken - least)
        let barRoom = min(columns - name - taken - 2, 36)
        let head =
            left(table.nameHeading, name)
            + zip(shown, numbers).map { right(table.headings[$0].label, $1 + 2) }.joined()
        let rows = table.rows.flatMap { row -> [String] in
            let figures = zip(shown, numbers).map { right(row.cells[$0].text, $1 + 2) }.joined()
            let bar = row.bar.map { "  " + self.bar($0.length, mark: $0.mark, barRoom, rest: " ") } ?? ""
            let line = left(cut(indented(row), to: name), name) + figures + (table.barHeading == nil ? "" : bar)
            let rule = row.kind == ReportTable.Kind.total.rawValue ? [ruled(name + taken)] : []
            return rule + [trimmed(line)]
        }
        let legend = table.barHeading.map { ["(\($0))"] } ?? []
        return [head, ruled(name + taken)] + rows + legend
    }

    private func indented(_ row: ReportTable.Row) -> String {
        row.kind == ReportTable.Kind.part.rawValue ? "  " + row.rowName : row.rowName
    }

    private func ruled(_ count: Int) -> String { String(repeating: "-", count: count) }

    /// A bar of so many thousandths of its room, with a mark where it is measured against.
    private func bar(_ thousandths: Int, mark: Int?, _ room: Int, rest: Character) -> String {
        guard room > 0 else { return "" }
        let filled = thousandths * room / 1_000
        let at = mark.map { max(0, min(room - 1, $0 * room / 1_000 - 1)) }
        return String((0..<room).map { place in place == at ? "|" : place < filled ? "#" : rest })
    }

    // MARK: Lines

    private func left(_ text: String, _ room: Int) -> String {
        text + String(repeating: " ", count: max(0, room - width(text)))
    }

    private func right(_ text: String, _ room: Int) -> String {
        String(repeating: " ", count: max(0, room - width(text))) + text
    }

    private func trimmed(_ line: String) -> String {
        String(line[..<(line.lastIndex { $0 != " " }.map(line.index(after:)) ?? line.startIndex)])
    }

    private func cut(_ text: String, to room: Int) -> String {
        guard width(text) > room else { return text }
        var kept = text
        while width(kept) > room - 3, !kept.isEmpty { kept.removeLast() }
        return kept + "..."
    }

    private func wrapped(_ text: String) -> [String] { wrapped(text, to: columns) }

    private func wrapped(_ text: String, to room: Int) -> [String] {
        guard width(text) > room else { return [text] }
        return text.split(separator: " ").map(String.init).reduce(into: [String]()) { lines, word in
            let word = cut(word, to: room)
            if let last = lines.last, width(last) + 1 + width(word) <= room {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(word)
            }
        }
    }
}
