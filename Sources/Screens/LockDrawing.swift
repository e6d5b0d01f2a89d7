import Terminal
import ViewModels
import Words

extension LockedDesk {
    /// Draws what a locked desk shows: the year's gauge, who has locked it, and as many marks as characters were typed.
    func draw(into frame: inout Frame, _ context: Context) {
        let words = context.words.lock
        let name = context.author.name.strippedOfControls
        let top = max(4, frame.rows / 3)
        let lines = [(words.locked, Theme.title), (words.typePIN(name), Theme.value)]
        for (offset, line) in lines.enumerated() {
            frame.write(line.0, at: centred(line.0, frame), top + offset, line.1, width: frame.columns)
        }
        let marks = String(repeating: "•", count: field.text.count)
        let width = min(frame.columns, max(24, marks.columns + 1))
        let start = (frame.columns - width) / 2
        frame.write(marks.fitted(width - 1), at: start, top + 3, Theme.focused)
        frame.cursor = Frame.Position(column: start + min(marks.columns, width - 1), row: top + 3)
        if let said = isChecking ? words.checking : message {
            frame.write(
                said, at: centred(said, frame), top + 5, isChecking ? Theme.muted : Theme.trouble, width: frame.columns)
        }
        frame.write(words.kept, at: centred(words.kept, frame), top + 7, Theme.muted, width: frame.columns)
        let end = frame.write("Enter", at: 1, frame.rows - 1, Theme.key)
        frame.write(" \(words.unlockKey.short)", at: end, frame.rows - 1, Theme.value)
    }

    private func centred(_ text: String, _ frame: Frame) -> Int { max(0, (frame.columns - text.columns) / 2) }
}
