import Terminal
import Training
import ViewModels
import Words

/// The two lines on top of every screen: the year's gauge, then the tabs and who sits here.
struct Header {
    let session: Session

    private var context: Context { session.context }
    private var words: FramePhrases { context.words.frame }

    /// Draws rows 0 to 2: gauge, tabs, rule.
    func draw(into frame: inout Frame) {
        drawGauge(into: &frame)
        drawTabs(into: &frame)
        frame.write(String(repeating: "─", count: frame.columns), at: 0, 2, Theme.muted)
    }

    /// Draws what a locked desk shows of them: no tabs, and nobody's name.
    func drawLocked(into frame: inout Frame) {
        drawGauge(into: &frame)
        frame.write(String(repeating: "─", count: frame.columns), at: 0, 2, Theme.muted)
    }

    private func drawGauge(into frame: inout Frame) {
        var column = frame.write(" silat", at: 0, 0, Theme.title)
        column = frame.write("  \(words.year) \(context.year)", at: column, 0, Theme.header)
        guard let achievement = context.achievement else { return }
        let language = context.words.language
        let unit = achievement.rule == .people ? words.people : words.enrollments
        let count = language.number(achievement.count)
        guard let target = achievement.target, let percent = achievement.percent else {
            frame.write("   \(count) \(unit) · \(words.noTarget)", at: column, 0, Theme.header)
            return
        }
        column = frame.write("   \(count) / \(language.number(target)) \(unit)", at: column, 0, Theme.header)
        column = frame.write("   \(language.percent(percent))", at: column, 0, Theme.good)
        drawBar(achievement, percent, from: column + 2, into: &frame)
    }

    /// The bar takes what the figures leave; the laps in words go first where there is little.
    private func drawBar(_ achievement: Achievement, _ percent: Percent, from column: Int, into frame: inout Frame) {
        let laps = " " + words.laps(achievement.laps, percent.tenths / 10 - achievement.laps * 100)
        let room = frame.columns - column - 1
        let lapsFit = room - laps.columns >= 8
        let width = min(40, lapsFit ? room - laps.columns : room)
        guard let bar = GaugeBar(achievement.count, of: achievement.target), width >= 6 else { return }
        let end = frame.write(bar.text(columns: width), at: column, 0, Theme.gauge)
        if lapsFit { frame.write(laps, at: end, 0, Theme.header) }
    }

    private func drawTabs(into frame: inout Frame) {
        var column = 1
        for tab in session.tabs {
            let style = tab == session.tab ? Theme.selected : Theme.value
            column = frame.write("\(tab.rawValue) \(tab.name(context.words))", at: column, 1, style) + 2
        }
        let who = whoSitsHere(room: frame.columns - column - 1)
        frame.write(who, at: max(column, frame.columns - 1 - who.columns), 1, Theme.muted)
    }

    /// The operator and the desk; where there is little room, the operator alone.
    private func whoSitsHere(room: Int) -> String {
        let name = context.author.name.strippedOfControls
        let both = "\(name) · \(context.author.desk.strippedOfControls)"
        return both.columns <= room ? both : name.fitted(max(0, room))
    }
}

/// The two lines at the foot of every screen: news, and the keys that work here, now.
struct Footer {
    let session: Session

    func draw(into frame: inout Frame) {
        var newsRows = 1
        if let prompt = session.codePrompt {
            draw(prompt, into: &frame)
        } else if let notice = session.notice {
            newsRows = draw(notice, into: &frame)
        }
        if newsRows == 1 { drawKeys(into: &frame) }
    }

    /// Draws the news. Where it is too long for its row it takes that of the keys too, which the next key brings back: nothing
    /// of what the clerk works on is covered.
    ///
    /// - Returns: how many rows it took.
    private func draw(_ notice: Notice, into frame: inout Frame) -> Int {
        let (mark, style) = notice.kind == .done ? ("✓", Theme.good) : ("!", Theme.trouble)
        let lines = notice.text.lines(atMost: 2, width: frame.columns - 4)
        for (offset, line) in lines.enumerated() {
            frame.write(offset == 0 ? " \(mark) \(line)" : "   \(line)", at: 0, frame.rows - 2 + offset, style)
        }
        return lines.count
    }

    /// The line that a code is typed into, in the place of the news; why it opens nothing stands above.
    private func draw(_ prompt: CodePrompt, into frame: inout Frame) {
        let words = session.context.words.followUps
        let row = frame.rows - 2
        frame.clear(at: 0, row, width: frame.columns)
        let start = frame.write(words.askCode, at: 1, row, Theme.title) + 1
        let width = 16
        if prompt.field.isEmpty {
            frame.write(words.codeHint, in: frame.columns - start - width - 2, at: start + width + 1, row, Theme.muted)
        }
        if let message = prompt.message {
            frame.clear(at: 0, row - 1, width: frame.columns)
            frame.write(message, in: frame.columns - 2, at: 1, row - 1, Theme.trouble)
        }
        frame.draw(prompt.field, at: start, row, width: width)
    }

    private func drawKeys(into frame: inout Frame) {
        var hints = session.hints.filter(\.isOnBottomLine)
        // Help is named last and stays, whatever else has to go.
        let help = hints.firstIndex(where: isHelp).map { hints.remove(at: $0) }
        while width(of: hints) + width(of: help.map { [$0] } ?? []) > frame.columns - 1, !hints.isEmpty {
            hints.removeLast()
        }
        var column = 1
        for hint in hints + (help.map { [$0] } ?? []) {
            column = frame.write(symbol(hint), at: column, frame.rows - 1, Theme.key)
            column = frame.write(" \(hint.phrase.short)", at: column, frame.rows - 1, Theme.value) + 2
        }
    }

    private func isHelp(_ hint: KeyHint) -> Bool { hint.phrase == session.context.words.keys.help }

    /// `?` is text in a form, so help goes by F1 there.
    private func symbol(_ hint: KeyHint) -> String {
        let key = isHelp(hint) && !session.screen.takesText ? .character("?") : hint.keys.first
        return key?.symbol ?? ""
    }

    private func width(of hints: [KeyHint]) -> Int {
        hints.reduce(0) { $0 + symbol($1).columns + 1 + $1.phrase.short.columns + 2 }
    }
}
