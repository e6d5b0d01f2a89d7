import Terminal
import ViewModels
import Words

extension Frame {
    /// Blanks a box in the body, draws its border, and gives the room inside.
    mutating func drawBox(_ title: String, width: Int, height: Int, in body: Body) -> (left: Int, top: Int, width: Int)
    {
        let width = min(width, body.columns)
        let left = (body.columns - width) / 2
        let top = body.top + max(0, (body.rows - height) / 2)
        let line = String(repeating: "─", count: max(0, width - 2))
        for row in top..<min(top + height, body.top + body.rows) {
            clear(at: left, row, width: width)
            write("│", at: left, row, Theme.muted)
            write("│", at: left + width - 1, row, Theme.muted)
        }
        write("┌\(line)┐", at: left, top, Theme.muted)
        write("└\(line)┘", at: left, min(top + height, body.top + body.rows) - 1, Theme.muted)
        write(" \(title.fitted(width - 6)) ", at: left + 2, top, Theme.title)
        return (left + 2, top + 1, width - 4)
    }

    /// Draws text being typed, with the terminal's cursor in it; the end that is typed at stays in sight.
    mutating func draw(_ field: TextField, at column: Int, _ row: Int, width: Int) {
        let before = String(field.beforeCursor)
        var start = field.text.startIndex
        var used = before.columns
        while used > width - 1, start < field.text.endIndex {
            used -= field.text[start].columns
            start = field.text.index(after: start)
        }
        write(field.text[start...], at: column, row, Theme.focused, width: width)
        cursor = Position(column: column + used, row: row)
    }
}

extension Picker {
    /// Draws the list over the screen's middle: what is typed, the choices in sight, the highlighted one in reverse.
    func draw(into frame: inout Frame, _ body: Body, _ context: Context) {
        let words = context.words.participants
        let width = min(body.columns - 4, 72)
        let shown = max(1, matches.visible.count)
        let box = frame.drawBox(title, width: width, height: shown + 4, in: body)
        if text.isEmpty {
            frame.write(words.typeToNarrow, at: box.left + 2, box.top, Theme.muted, width: box.width - 2)
        }
        frame.write("> ", at: box.left, box.top, Theme.muted)
        frame.draw(text, at: box.left + 2, box.top, width: box.width - 2)
        if matches.isEmpty {
            let nothing = text.isEmpty ? words.noClassYet : words.noChoice
            frame.write(isLoading ? words.loading : nothing, at: box.left, box.top + 2, Theme.muted, width: box.width)
        }
        for index in matches.visible {
            let row = box.top + 2 + index - matches.visible.lowerBound
            draw(
                matches.items[index], isHighlighted: index == matches.cursor.index, into: &frame, box.left, row,
                box.width)
        }
    }

    private func draw(
        _ choice: Choice, isHighlighted: Bool, into frame: inout Frame, _ left: Int, _ row: Int, _ width: Int
    ) {
        let style = isHighlighted ? Theme.selected : Theme.value
        if isHighlighted { frame.clear(at: left, row, width: width, Theme.selected) }
        let name = choice.code.isEmpty ? choice.label : "\(choice.code)  \(choice.label)"
        let noteWidth = choice.note.columns
        frame.write(name.fitted(width - noteWidth - 2), at: left, row, style)
        frame.write(
            choice.note, at: left + max(0, width - noteWidth), row, isHighlighted ? Theme.selected : Theme.muted,
            width: width)
    }
}

extension Question {
    /// Draws the question over the screen's middle, and how it is answered.
    func draw(into frame: inout Frame, _ body: Body, _ context: Context) {
        let width = min(body.columns - 4, 76)
        let lines = details.flatMap { $0.wrapped(width - 4) }
        let box = frame.drawBox(title, width: width, height: lines.count + 4, in: body)
        for (offset, line) in lines.enumerated() {
            frame.write(line, at: box.left, box.top + offset, Theme.value, width: box.width)
        }
        frame.write(
            context.words.participants.answerHint, at: box.left, box.top + lines.count + 1, Theme.key, width: box.width)
    }
}

extension String {
    /// The text in lines of at most so many terminal columns, broken at spaces where there are any.
    func wrapped(_ width: Int) -> [String] {
        guard width > 0 else { return [] }
        var lines: [String] = []
        var line = ""
        for word in split(separator: " ") {
            if !line.isEmpty, line.columns + 1 + word.columns > width {
                lines.append(line)
                line = ""
            }
            line += line.isEmpty ? String(word) : " \(word)"
            while line.columns > width {
                let head = line.headThatFits(width)
                lines.append(head)
                line.removeFirst(head.count)
            }
        }
        return line.isEmpty ? lines : lines + [line]
    }

    private func headThatFits(_ width: Int) -> String {
        let head = prefix(columns: width)
        // A character wider than the room: taken all the same, so that there is an end.
        return head.isEmpty ? String(prefix(1)) : head
    }
}
