import Training
import Words

/// How Capaian divides its rows between the gauge and the lines beneath it.
public struct AchievementLayout: Hashable, Sendable {
    /// How thick the bar is.
    public let barRows: Int
    /// The legend of the gauge's marks, as it is broken into lines.
    public let legend: [String]
    /// What came of the year's people, where a check was due: the gauge's inner ring.
    public let ring: OutcomeLadder?
    /// What does not add up: the targets of parts and the whole's.
    public let notes: [String]
    /// Blank lines: above the bar, and around the sentences.
    public let gap: Int
    /// Everything above the lines.
    public let gaugeRows: Int

    init(_ figures: AchievementFigures?, ladder: OutcomeLadder?, _ context: Context) {
        let isRoomy = context.bodyRows >= 30
        gap = isRoomy ? 1 : 0
        let gauge = figures.flatMap { YearGauge($0, context.words) }
        barRows = gauge == nil ? 0 : context.bodyRows >= 45 ? 5 : isRoomy ? 3 : 2
        legend = gauge.map { YearGauge.broken($0.legend, columns: context.columns - 2) } ?? []
        ring = ladder.flatMap { $0[.due] > 0 ? $0 : nil }
        notes = figures.map { AchievementLines($0, context).unevenTargets } ?? []
        // The title; the bar with the row of its marks, or what to do where there is no target; what is said of them.
        gaugeRows =
            1 + gap + (gauge == nil ? 1 : barRows + 1) + legend.count + (ring == nil ? 0 : 1)
            + notes.count + gap
    }
}
