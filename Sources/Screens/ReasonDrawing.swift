import Terminal
import Training
import ViewModels
import Words

extension ReasonPrompt {
    /// Draws the question over the screen's middle: the reasons to pick from, and the line for one's own words.
    func draw(into frame: inout Frame, _ body: Body, _ context: Context) {
        let words = context.words.reveal
        let box = frame.drawBox(words.title, width: min(body.columns - 4, 64), height: Self.ownWords + 6, in: body)
        for (line, reason) in RevealReason.usual.enumerated() {
            let style = line == place ? Theme.selected : Theme.value
            if line == place { frame.clear(at: box.left, box.top + line, width: box.width, style) }
            frame.write(words.reason(reason), at: box.left, box.top + line, style, width: box.width)
        }
        let row = box.top + Self.ownWords
        let isOwn = place == Self.ownWords
        let start = frame.write("\(words.ownWords) ", at: box.left, row, isOwn ? Theme.selected : Theme.value)
        let width = box.left + box.width - start
        if isOwn {
            frame.draw(field, at: start, row, width: width)
        } else {
            frame.write(field.text, at: start, row, Theme.muted, width: width)
            frame.cursor = nil
        }
        if let message { frame.write(message, at: box.left, row + 1, Theme.trouble, width: box.width) }
        frame.write(words.hint, at: box.left, row + 3, Theme.key, width: box.width)
    }
}
