import Foundation
import Training
import Words

/// The lap gauge as rings: once around is the target met once. The first lap lies inside, the running one outside.
struct LapGauge {
    let percent: String
    let laps: String
    /// What once around stands for.
    let legend: String
    /// The same as everything that the picture shows, in a sentence.
    let spoken: String
    let rings: [Ring]
    /// The laps as plain text shows them.
    let lines: [Line]

    /// A ring with how much of it is filled.
    struct Ring {
        let radius: String
        let isFull: Bool
        /// The outline of the filled part, where that is neither nothing nor all.
        let arc: String?
    }

    /// Some laps that look alike, or the running one.
    struct Line {
        let name: String
        let count: Int
        let full: Int
    }

    /// More rings than this would leave no room for the figure inside.
    private static let most = 4
    private static let center = 160.0
    private static let outermost = 148.0
    private static let step = 20.0

    /// The gauge of a year; `nil` without a target.
    init?(_ achievement: Achievement, _ words: Phrasebook) {
        guard let target = achievement.target, let share = achievement.percent else { return nil }
        let number = words.language.number
        let rest = achievement.count - achievement.laps * target
        let running = Percent(rest, of: target)?.tenths ?? 0
        percent = words.language.percent(share)
        laps = words.frame.laps(achievement.laps, running / 10)
        legend = words.report.onceAround(number(target), words.terms.rule(achievement.rule))
        spoken = words.report.gauge(percent, laps, number(achievement.count), number(target))
        let isAtStart = rest == 0 && achievement.laps > 0
        let all = achievement.laps + (isAtStart ? 0 : 1)
        let shares = Array(repeating: 1_000, count: achievement.laps) + (isAtStart ? [] : [running])
        // Where there are too many to draw, one full ring stands for all that are full.
        let drawn = all > Self.most ? shares.suffix(2) : shares[...]
        rings = drawn.enumerated().map { place, share in
            Self.ring(Self.outermost - Self.step * Double(drawn.count - 1 - place), share)
        }
        lines = Self.lines(achievement.laps, rest: isAtStart ? nil : rest, target, words)
    }

    private static func ring(_ radius: Double, _ thousandths: Int) -> Ring {
        let isFull = thousandths >= 1_000
        let isEmpty = thousandths == 0
        return Ring(
            radius: written(radius), isFull: isFull, arc: isFull || isEmpty ? nil : arc(radius, thousandths))
    }

    /// An arc from the top clockwise.
    private static func arc(_ radius: Double, _ thousandths: Int) -> String {
        let angle = Double(thousandths) / 1_000 * 2 * Double.pi
        let (x, y) = (center + radius * sin(angle), center - radius * cos(angle))
        let isLarge = thousandths > 500 ? 1 : 0
        return "M\(written(center)) \(written(center - radius))"
            + "A\(written(radius)) \(written(radius)) 0 \(isLarge) 1 \(written(x)) \(written(y))"
    }

    /// A length to the hundredth, alike on every machine.
    private static func written(_ length: Double) -> String {
        let hundredths = Int((length * 100).rounded())
        let rest = abs(hundredths % 100)
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }

    private static func lines(_ laps: Int, rest: Int?, _ target: Int, _ words: Phrasebook) -> [Line] {
        let full =
            laps > most
            ? [Line(name: words.report.laps(1, laps), count: target, full: target)]
            : (0..<laps).map { Line(name: words.report.lap($0 + 1), count: target, full: target) }
        return full + (rest.map { [Line(name: words.report.lap(laps + 1), count: $0, full: target)] } ?? [])
    }
}
