import Training
import Words

/// The marks on a year's gauge: what each stands for, and at which count.
public struct YearGauge: Hashable, Sendable {
    /// The figure.
    public let count: Int
    /// The target in force: one lap.
    public let target: Int
    public let marks: [Mark]

    /// A count marked on the gauge by a letter, which the legend explains.
    public struct Mark: Hashable, Sendable {
        public var letter: String
        public var count: Int
        /// What it is, with its figures.
        public var meaning: String
    }

    init(count: Int, target: Int, marks: [Mark]) {
        self.count = count
        self.target = target
        self.marks = marks
    }

    /// The gauge of a year; `nil` where it has no target.
    public init?(_ figures: AchievementFigures, _ words: Phrasebook) {
        guard let target = figures.achievement.target else { return nil }
        self.target = target
        count = figures.achievement.count
        let phrases = words.achievement
        let number = words.language.number
        func share(_ part: Int, _ whole: Int) -> Int { (Percent(part, of: whole)?.tenths ?? 0) / 10 }
        var marks: [Mark] = []
        if let original = figures.achievement.original {
            marks.append(
                Mark(letter: phrases.originalMark, count: original, meaning: phrases.original(number(original))))
        }
        if let revised = figures.achievement.revised {
            marks.append(Mark(letter: phrases.revisedMark, count: revised, meaning: phrases.revised(number(revised))))
        }
        let pace = figures.pace
        let byDays = pace.expectedByDays(of: target)
        marks.append(
            Mark(
                letter: phrases.daysMark, count: byDays,
                meaning: phrases.paceByDays(share(pace.daysPassed, pace.daysOfYear), number(byDays))))
        if let bySeats = pace.expectedBySeats(of: target) {
            marks.append(
                Mark(
                    letter: phrases.seatsMark, count: bySeats,
                    meaning: phrases.paceBySeats(share(pace.seatsBegun, pace.seatsPlanned), number(bySeats))))
        }
        self.marks = marks
    }

    /// What the marks mean: letter and meaning of each.
    var legend: [String] { marks.map { "\($0.letter) \($0.meaning)" } }

    /// Items as lines of at most so many columns.
    static func broken(_ items: [String], columns: Int) -> [String] {
        items.reduce(into: []) { lines, item in
            if let last = lines.last, last.count + 3 + item.count <= columns {
                lines[lines.count - 1] = last + " · " + item
            } else {
                lines.append(item)
            }
        }
    }
}
