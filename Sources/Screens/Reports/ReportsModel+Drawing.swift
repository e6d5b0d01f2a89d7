import Terminal
import Training
import ViewModels
import Words

extension ReportsModel: ScreenDrawing {
    func draw(into frame: inout Frame, _ body: Body, _ context: Context) {
        drawHeading(into: &frame, body, context)
        let top = body.top + Self.otherRows
        if let lines {
            // The document is as wide as its file, and stands in the middle of a wider screen.
            let left = max(0, (body.columns - 80) / 2)
            for (offset, line) in lines.dropFirst(self.top).prefix(body.rows - Self.otherRows).enumerated() {
                frame.write(line, at: left, top + offset, style(of: line))
            }
        } else {
            frame.write(context.words.report.loading, at: 3, top, Theme.muted)
        }
    }

    /// The documents there are, the one in sight marked; which of its lines are in sight to the right.
    private func drawHeading(into frame: inout Frame, _ body: Body, _ context: Context) {
        var column = 1
        for kind in DocumentKind.allCases {
            let name = "\(kind.name(context.words)) \(context.year)"
            column = frame.write(name, at: column, body.top, kind == self.kind ? Theme.title : Theme.muted) + 2
        }
        guard let lines, !lines.isEmpty else { return }
        let number = context.words.language.number
        let last = min(lines.count, top + body.rows - Self.otherRows)
        let place = context.words.regions.inSight(number(top + 1), number(last), number(lines.count))
        frame.write(place, at: body.columns - 1 - place.columns, body.top, Theme.muted)
    }

    /// Headings stand out; they are written in capitals.
    private func style(of line: String) -> Style {
        line.contains(where: \.isLetter) && line == line.uppercased() && line.first != " " ? Theme.title : Theme.value
    }
}
