import Terminal
import ViewModels
import Words

extension Form {
    /// Draws the fields from `top` on; where they need more than `rows` rows, those around the focus are shown.
    func draw(into frame: inout Frame, top: Int, rows: Int, columns: Int, _ words: Phrasebook) {
        let layout = FormLayout(self, columns: columns, words)
        let lines = layout.lines(of: self)
        let start = layout.firstLine(of: lines, rows: rows, focus: focusIndex)
        for (offset, line) in lines.dropFirst(start).prefix(rows).enumerated() {
            layout.draw(line, of: self, into: &frame, row: top + offset)
        }
    }
}

/// Where the parts of a form stand, and what each of its rows shows.
private struct FormLayout {
    let words: Phrasebook
    let columns: Int
    /// Where values begin.
    let valueColumn: Int
    let pinsFields: Bool

    /// Blanks and the focus mark before a label.
    static let indent = 3
    /// Where notes stand beside short values, from the start of the value.
    static let noteOffset = 14
    /// Rows of an open list, the line that counts the rest among them.
    static let listRows = 6

    /// One row of a form.
    enum Line {
        case field(Int)
        case message(String, FieldMessage.Kind, field: Int)
        case choice(Choice, isHighlighted: Bool, field: Int)
        case remark(String, field: Int)

        var field: Int {
            switch self {
            case .field(let field), .message(_, _, let field), .choice(_, _, let field), .remark(_, let field): field
            }
        }
    }

    init<ID>(_ form: Form<ID>, columns: Int, _ words: Phrasebook) {
        self.words = words
        self.columns = columns
        pinsFields = form.pinsFields
        // Hidden fields count, so that nothing jumps when one appears.
        let labels = form.fields.map { $0.label(words).columns }.max() ?? 0
        valueColumn = Self.indent + min(labels, columns / 3) + 1
    }

    func lines<ID>(of form: Form<ID>) -> [Line] {
        var lines: [Line] = []
        for (place, field) in form.fields.enumerated() where !field.isHidden {
            lines.append(.field(place))
            if let message = field.message {
                let width = max(10, columns - valueColumn - 1)
                lines += message.text.wrapped(to: width).map { .message($0, message.kind, field: place) }
            }
            if place == form.focusIndex, let list = field.list, list.isOpen {
                lines += self.lines(of: list, field: place)
            }
        }
        return lines
    }

    private func lines(of list: ChoiceList, field: Int) -> [Line] {
        if list.isLoading { return [.remark(words.entry.loading, field: field)] }
        if list.matches.isEmpty {
            guard !list.allowsAnyText else { return [] }
            let width = max(10, columns - valueColumn - 3)
            let nothing = list.opensUntyped ? words.entry.noMatch : words.entry.nobody
            return nothing(list.text.text).wrapped(to: width).map { .remark($0, field: field) }
        }
        let fits = list.fitting <= Self.listRows
        let shown = fits ? list.matches.count : Self.listRows - 1
        let start = min(max(0, (list.highlighted ?? 0) - shown + 1), list.matches.count - shown)
        var lines = list.matches.indices.dropFirst(start).prefix(shown).map { place in
            Line.choice(list.matches[place], isHighlighted: place == list.highlighted, field: field)
        }
        if !fits { lines.append(.remark(words.entry.moreChoices(list.fitting - shown), field: field)) }
        return lines
    }

    /// The first line to show, so that the focused field and what stands under it can be seen.
    func firstLine(of lines: [Line], rows: Int, focus: Int) -> Int {
        guard lines.count > rows, let first = lines.firstIndex(where: { $0.field == focus }),
            let last = lines.lastIndex(where: { $0.field == focus })
        else { return 0 }
        // The field below is shown too, where there is room: one sees where one goes.
        let wanted = min(lines.count, last + 2)
        return max(0, min(first, wanted - rows))
    }

    // Drawing

    func draw<ID>(_ line: Line, of form: Form<ID>, into frame: inout Frame, row: Int) {
        let width = columns - valueColumn - 1
        switch line {
        case .field(let place):
            draw(form.fields[place], isFocused: place == form.focusIndex, into: &frame, row: row)
        case .message(let text, let kind, _):
            frame.write(text, at: valueColumn, row, kind == .trouble ? Theme.trouble : Theme.doubt, width: width)
        case .choice(let choice, let isHighlighted, _):
            draw(choice, isHighlighted: isHighlighted, into: &frame, row: row)
        case .remark(let text, _):
            frame.write(text, at: valueColumn + 2, row, Theme.muted, width: width - 2)
        }
    }

    private func draw(_ choice: Choice, isHighlighted: Bool, into frame: inout Frame, row: Int) {
        let width = columns - valueColumn - 1
        let style = isHighlighted ? Theme.selected : Theme.value
        if isHighlighted {
            frame.clear(at: valueColumn, row, width: width, style)
            frame.write(">", at: valueColumn, row, style)
        }
        let noteColumn = columns - 1 - choice.note.columns
        let text = choice.code.isEmpty ? choice.label : "\(choice.code)  \(choice.label)"
        frame.write(text, at: valueColumn + 2, row, style, width: noteColumn - valueColumn - 4)
        frame.write(choice.note, at: noteColumn, row, style)
    }

    private func draw<ID>(_ field: FormField<ID>, isFocused: Bool, into frame: inout Frame, row: Int) {
        if isFocused { frame.write(">", at: 1, row, Theme.title) }
        frame.write(
            field.label(words), at: Self.indent, row, isFocused ? Theme.title : Theme.label,
            width: valueColumn - Self.indent - 1)
        let space = columns - valueColumn - 1
        let notes = [note(on: field, isFocused: isFocused), field.aside].compactMap(\.self).joined(separator: "  ")
            // One more for the cursor, which stands behind the last digit.
            .cut(to: space - Self.leastRoom(field) - 3)
        let room = space - (notes.isEmpty ? 0 : notes.columns + 2)
        let shown = ShownValue(field, isFocused: isFocused, width: room)
        let style = field.isReadOnly ? Theme.muted : Theme.value
        frame.write(shown.text, at: valueColumn, row, style)
        if isFocused {
            let box = min(room, max(shown.text.columns + 1, Self.noteOffset - 2))
            frame.restyle(Theme.focused, at: valueColumn, row, width: box)
            frame.cursor = Frame.Position(column: valueColumn + shown.cursor, row: row)
            if field.isEmpty, notes.isEmpty, let hint = field.hint(words) {
                frame.write(hint, at: valueColumn + 2, row, Theme.muted, width: room - 2)
            }
        }
        let noteColumn = valueColumn + max(Self.noteOffset, Self.leastRoom(field) + 2, shown.text.columns + 2)
        frame.write(notes, at: min(noteColumn, columns - 1 - notes.columns), row, Theme.muted)
    }

    /// Columns that a note leaves to the value: those of a NIK in fours, or what a name begins with.
    private static func leastRoom<ID>(_ field: FormField<ID>) -> Int { field.kind == .groupedDigits ? 19 : 12 }

    private func note<ID>(on field: FormField<ID>, isFocused: Bool) -> String? {
        let pin = isFocused ? "\(words.entry.pinned) (F5)" : words.entry.pinned
        switch field.origin {
        case .fromNIK: return words.entry.fromNIK
        case .ditto: return field.carry == .never ? words.entry.copied : pin
        case .typed, .carried, .onFile: break
        }
        guard pinsFields else { return nil }
        let isKept = field.carry == .always || (field.carry == .filled && !field.isEmpty)
        return isKept && !field.isReadOnly ? pin : nil
    }
}

/// What of a value can be seen in its space, and where the cursor stands in that.
private struct ShownValue {
    let text: String
    /// From the start of the space, in columns.
    let cursor: Int

    init<ID>(_ field: FormField<ID>, isFocused: Bool, width: Int) {
        let (whole, before) = field.mask.map { ($0, "") } ?? Self.whole(field)
        let column = before.columns
        // One column is left for the cursor behind the last character.
        guard whole.columns >= width else {
            text = whole
            cursor = column
            return
        }
        let hidden = isFocused ? max(0, column - width + 2) : 0
        var seen = ""
        var passed = 0
        for character in whole {
            defer { passed += character.columns }
            guard passed >= hidden else { continue }
            guard passed - hidden + character.columns <= width - 1 else { break }
            seen.append(character)
        }
        if hidden > 0, !seen.isEmpty { seen = "…" + seen.dropFirst() }
        if hidden + seen.columns < whole.columns { seen += "…" }
        text = seen
        cursor = column - hidden
    }

    /// The value as it is written, and the part of it before the cursor.
    private static func whole<ID>(_ field: FormField<ID>) -> (whole: String, before: String) {
        switch field.input {
        case .text(let text) where field.kind == .groupedDigits:
            (grouped(text.text, all: text.text), grouped(String(text.beforeCursor), all: text.text))
        case .text(let text): (text.text, String(text.beforeCursor))
        case .choice(let list):
            if let chosen = list.chosen {
                (chosen.value, chosen.value)
            } else {
                (list.text.text, String(list.text.beforeCursor))
            }
        }
    }

    /// Digits in fours. Text that is no number yet stays as it was typed, so that one sees what is wrong with it.
    private static func grouped(_ part: String, all: String) -> String {
        guard all.allSatisfy({ ("0"..."9").contains($0) }) else { return part }
        var text = ""
        for (place, digit) in part.enumerated() {
            if place > 0, place % 4 == 0 { text.append(" ") }
            text.append(digit)
        }
        // In the middle of the number, the cursor stands on the digit that follows, not on the gap before it.
        if part.count < all.count, !part.isEmpty, part.count % 4 == 0 { text.append(" ") }
        return text
    }
}

extension String {
    /// The text in lines of at most so many columns, broken between words.
    func wrapped(to width: Int) -> [String] {
        var lines: [String] = []
        for word in split(separator: " ") {
            if let last = lines.last, last.columns + 1 + word.columns <= width {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }

    /// The text in at most so many columns; where it is cut, it ends in an ellipsis.
    fileprivate func cut(to width: Int) -> String {
        guard columns > width else { return self }
        var text = ""
        var used = 0
        for character in self {
            guard used + character.columns < width else { break }
            text.append(character)
            used += character.columns
        }
        return width > 0 ? text + "…" : ""
    }
}
