import Terminal
import ViewModels
import Words

extension HelpModel: ScreenDrawing {
    func draw(into frame: inout Frame, _ body: Body, _ context: Context) {
        let words = context.words.frame
        let lines: [Line] =
            [.heading("\(words.help) · \(words.here)")] + hints.map(Line.hint) + [.heading("")]
            + [.heading(words.everywhere)] + everywhere.map(Line.hint)
        for (offset, line) in lines.dropFirst(top).prefix(body.rows).enumerated() {
            switch line {
            case .heading(let text): frame.write(text, at: 1, body.top + offset, Theme.title)
            case .hint(let hint):
                let keys = hint.keys.map(\.symbol).joined(separator: " ")
                frame.write(keys, at: 3, body.top + offset, Theme.key, width: 18)
                frame.write(hint.phrase.help, at: 23, body.top + offset)
            }
        }
    }

    private enum Line {
        case heading(String)
        case hint(KeyHint)
    }
}
