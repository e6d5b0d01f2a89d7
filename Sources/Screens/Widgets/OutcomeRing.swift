import Terminal
import Training
import Words

/// What came of the people in the gauge, in one line beneath it: a bar and both rates.
///
/// The bar's whole is everybody who was due. Full cells are those known to use the training, half-tone cells those of whom nothing
/// is known: the truth ends somewhere in them.
public struct OutcomeRing {
    private let ladder: OutcomeLadder
    private let words: Phrasebook

    /// The line of a ladder.
    public init(_ ladder: OutcomeLadder, _ words: Phrasebook) {
        self.ladder = ladder
        self.words = words
    }

    private static let barColumns = 8...24

    /// The line in at most so many columns; the words give way before the figures do.
    public func text(width: Int) -> String {
        let label = words.outcomes.ringLabel
        guard ladder[.due] > 0 else { return "\(label)  \(words.outcomes.ringEmpty)".fitted(width) }
        let beside = label.columns + 3
        let rates = sentences.first { beside + Self.barColumns.lowerBound + $0.columns <= width }
        guard let rates else { return "\(label)  \(sentences.last ?? "")".fitted(width) }
        let room = min(Self.barColumns.upperBound, width - beside - rates.columns)
        return "\(label)  \(bar(columns: room)) \(rates)"
    }

    /// Draws the line.
    public func draw(into frame: inout Frame, at column: Int, _ row: Int, width: Int) {
        frame.write(text(width: width), at: column, row, Theme.value, width: width)
        frame.write(words.outcomes.ringLabel, at: column, row, Theme.label, width: width)
    }

    /// Both rates in words, longest first.
    private var sentences: [String] {
        let language = words.language
        let reached = ladder.usingOfReached.map(language.wholePercent) ?? words.terms.none
        let due =
            if let least = ladder.usingOfDue, let most = ladder.usingAtMost {
                language.wholePercent(from: least, to: most)
            } else { words.terms.none }
        return words.outcomes.ring(reached, due)
    }

    private func bar(columns: Int) -> String {
        func cells(_ count: Int) -> Int { count * columns / max(1, ladder[.due]) }
        let known = cells(ladder[.using])
        let possible = cells(ladder[.using] + ladder[.due] - ladder[.reached])
        return (0..<columns).map { $0 < known ? "█" : $0 < possible ? "▒" : "░" }.joined()
    }
}
