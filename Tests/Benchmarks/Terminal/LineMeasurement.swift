import BenchmarkTables
import Foundation
import Keyboard

/// A line: what it carries each way, and how late.
struct Line: Sendable {
    var baud = 9_600
    var delay = Duration.milliseconds(300)

    /// A byte takes ten bits.
    var bytesPerSecond: Int { baud / 10 }

    var name: String { "\(Measure.count(baud)) baud, \(Measure.count(Int(delay / .milliseconds(1)))) ms late" }
}

/// How long something took over a slow line, each time it was done.
struct LineFigure: Sendable {
    let name: String
    let promise: LinePromise
    var mostRepaints: Int?
    var answers: [SlowLine.Answer] = []

    /// From the last key to the last byte.
    var times: Times { Times(answers.map { $0.last - $0.typing }) }
    var bytes: Int { answers.map(\.bytes).max() ?? 0 }
    var repaints: Int { answers.map(\.repaints).max() ?? 0 }
    /// The repaints in the middle and at most.
    var repaintFinding: Finding {
        let sorted = answers.map(\.repaints).sorted()
        return .spread(
            median: Double(sorted.isEmpty ? 0 : sorted[sorted.count / 2]), p99: Double(repaints), runs: sorted.count)
    }

    /// What the line itself takes: there and back, and the bytes.
    func lineTime(_ line: Line) -> Duration { line.delay * 2 + .seconds(1) * bytes / line.bytesPerSecond }

    func limit(_ line: Line) -> Duration { promise.limit(bytesPerSecond: line.bytesPerSecond, delay: line.delay) }

    func isMet(_ line: Line) -> Bool {
        times.most <= limit(line) && mostRepaints.map { repaints <= $0 } ?? true
    }
}

/// Measures the built program over a slow line.
struct LineMeasurement {
    /// The program, and the file whose copy it works on.
    let program: String
    let file: String
    var line = Line()
    /// How often all is done.
    var rounds = 3

    /// The screen at the end of the line is not what it is where nothing waits: then something else was measured.
    struct OtherScreen: Error, CustomStringConvertible { let description: String }

    /// Does everything some times over, on a copy that is gone afterwards; `tell` is told what comes of it.
    func measure(tell: (String) -> Void) throws -> [LineFigure] {
        let copy = file + ".line"
        PeopleFiles.remove(copy)
        try FileManager.default.copyItem(atPath: file, toPath: copy)
        defer { PeopleFiles.remove(copy) }
        let restored = try WithoutBackup(of: copy)
        defer { restored.end() }
        var figures: [LineFigure] = []
        for round in 0..<rounds {
            let answers = try play(on: copy, round)
            for (place, (deed, answer)) in answers.enumerated() {
                if round == 0 {
                    figures.append(LineFigure(name: deed.name, promise: deed.promise, mostRepaints: deed.mostRepaints))
                }
                figures[place].answers.append(answer)
            }
            tell("\(line.name): round \(round + 1) of \(rounds)")
        }
        return figures
    }

    private static let start = LineDeed(name: "start", promise: .start, keys: [])

    private func play(on file: String, _ round: Int) throws -> [(LineDeed, SlowLine.Answer)] {
        let expected = try screens(of: file)
        let slow = try SlowLine(program: program, arguments: ["--db", file], line)
        var answers = [(Self.start, try slow.answer(to: []))]
        for (deed, screen) in zip(LineDeed.all, expected) {
            answers.append((deed, try play(deed, over: slow)))
            guard slow.screen == screen else {
                throw OtherScreen(
                    description: (["\(deed.name) ends at:"] + slow.screen + ["and at rest at:"] + screen)
                        .joined(separator: "\n"))
            }
        }
        let save = LineDeed.save(round: round)
        answers.append((save, try play(save, over: slow)))
        guard slow.screen.contains(where: { $0.contains("Tersimpan") }) else {
            throw OtherScreen(description: "nobody is saved:\n" + slow.screen.joined(separator: "\n"))
        }
        return answers + [(LineDeed.quit, try play(LineDeed.quit, over: slow))]
    }

    private func play(_ deed: LineDeed, over slow: SlowLine) throws -> SlowLine.Answer {
        for piece in deed.wayInPieces { _ = try slow.answer(to: piece) }
        let answer = try slow.answer(to: deed.keys, pause: deed.pause)
        guard answer.bytes > 0 else {
            throw OtherScreen(description: "\(deed.name) does nothing at:\n" + slow.screen.joined(separator: "\n"))
        }
        return answer
    }

    /// What the screen shows after each deed where every key waits for the one before.
    private func screens(of file: String) throws -> [[String]] {
        let quick = try MeasuredTerminal(program: program, arguments: ["--db", file])
        let screens = try LineDeed.all.map { deed in
            try quick.press(deed.way + deed.keys)
            return quick.screen
        }
        try quick.quit()
        return screens
    }
}

// MARK: What it comes to

extension LineMeasurement {
    /// Everything that was done, beside what it may take.
    func table(_ figures: [LineFigure]) -> FigureTable {
        func text(_ time: Duration) -> String { Measure.seconds.text(time / .seconds(1)) }
        return FigureTable(
            [line.name, "bytes", "large repaints", "median / slowest", "the line alone", "limit", "verdict"],
            figures.map { figure in
                let most = figure.mostRepaints.map { ", \($0) repaints" } ?? ""
                return [
                    figure.name, Measure.count(figure.bytes), Measure.count(figure.repaints),
                    Finding(figure.times).text(in: .seconds), text(figure.lineTime(line)),
                    "≤ \(text(figure.limit(line)))\(most)", figure.isMet(line) ? "met" : "NOT MET",
                ]
            })
    }

    /// The slowest of each kind, as a row of the goals; and how many repaints many keys took.
    func goals(_ figures: [LineFigure]) -> [Comparison] {
        let slowest = LinePromise.allCases.compactMap { promise -> Comparison? in
            let kind = figures.filter { $0.promise == promise }
            guard let most = kind.max(by: { $0.times.most < $1.times.most }) else { return nil }
            return Comparison(
                "\(line.name): slowest \(promise.name)", goals: [.median(most.limit(line) / .seconds(1))],
                silat: .most(
                    most.times.most / .seconds(1), of: kind.reduce(0) { $0 + $1.answers.count }, at: most.name))
        }
        return slowest
            + figures.compactMap { figure in
                figure.mostRepaints.map {
                    Comparison(
                        "\(line.name): large repaints of \(figure.name)", in: .pieces, goals: [.p99(Double($0))],
                        silat: figure.repaintFinding)
                }
            }
    }
}
