import Foundation
import Keyboard

/// How long something took over a slow line.
struct LineFigure: Sendable {
    let name: String
    let answer: SlowLine.Answer
    /// For how long keys were typed.
    let typing: Duration

    /// What the line itself takes: there and back, and the bytes.
    func lineTime(baud: Int, delay: Duration) -> Duration {
        delay * 2 + .seconds(1) * answer.bytes / (baud / 10)
    }

    /// From the last key to the last byte.
    var afterTyping: Duration { answer.last - typing }
}

/// Measures the built program over a slow line.
enum LineMeasurement {
    private struct Deed {
        let name: String
        var way: [Key] = []
        let keys: [Key]
        var pause = Duration.zero
    }

    private static let deeds: [Deed] = [
        Deed(name: "another screen", keys: [.character("2")]),
        Deed(name: "step in a table", keys: [.down]),
        Deed(name: "page of a table", keys: [.pageDown]),
        Deed(name: "PgDn held for 3 s", keys: Array(repeating: .pageDown, count: 90), pause: .milliseconds(33)),
        Deed(name: "arrow held for 3 s", keys: Array(repeating: .down, count: 90), pause: .milliseconds(33)),
        Deed(name: "search, typed fast", way: [.character("/")], keys: text("siti rah"), pause: .milliseconds(120)),
        Deed(name: "form opened", way: [.escape, .escape], keys: [.character("n")]),
        Deed(name: "letter in a field", way: [.tab, .tab], keys: text("S")),
        Deed(name: "name, typed fast", keys: text("iti Noorhayati binti Abdullah"), pause: .milliseconds(120)),
        Deed(name: "next field", keys: [.tab]),
        Deed(name: "back by Esc", way: [.backTab, .control("u")], keys: [.escape]),
        Deed(
            name: "PgDn held, then quit", keys: Array(repeating: .pageDown, count: 60) + [.character("q")],
            pause: .milliseconds(33)),
    ]

    /// Measures deed by deed; `tell` is told each figure as it comes.
    @discardableResult
    static func measure(
        program: String, file: String, baud: Int, delay: Duration, tell: (LineFigure) -> Void
    ) throws -> [LineFigure] {
        let restored = try WithoutBackup(of: file)
        defer { restored.end() }
        let line = try SlowLine(program: program, arguments: ["--db", file], baud: baud, delay: delay)
        var figures = [LineFigure(name: "start", answer: try line.answer(to: []), typing: .zero)]
        tell(figures[0])
        for deed in deeds {
            for key in deed.way { _ = try line.answer(to: [key]) }
            let answer = try line.answer(to: deed.keys, pause: deed.pause)
            let figure = LineFigure(name: deed.name, answer: answer, typing: deed.pause * (deed.keys.count - 1))
            tell(figure)
            figures.append(figure)
        }
        return figures
    }

    private static func text(_ text: String) -> [Key] { text.map { .character($0) } }
}

extension LineFigure {
    /// One line of a table.
    func text(baud: Int, delay: Duration) -> String {
        func seconds(_ time: Duration) -> String { String(format: "%6.2f s", time / .seconds(1)) }
        let name = name + String(repeating: " ", count: max(1, 24 - name.count))
        let line = lineTime(baud: baud, delay: delay)
        return name
            + "first byte \(seconds(answer.first)), all after the last key \(seconds(afterTyping)), \(answer.bytes) bytes, the line alone \(seconds(line))"
    }
}
