import Terminal
import ViewModels
import Words

/// The row beneath a gauge: the letters of its marks, and the laps where they leave room.
struct GaugeScale {
    private var cells: [Character]

    /// The row of a gauge in so many columns.
    init(_ gauge: YearGauge, bar: GaugeBar, columns: Int, words: Phrasebook) {
        cells = Array(repeating: " ", count: columns)
        for mark in gauge.marks {
            if let column = bar.column(of: mark.count, columns: columns) { place(mark.letter, near: column) }
        }
        for (number, count) in bar.lapEnds(columns: columns).enumerated() {
            guard let end = bar.column(of: count, columns: columns) else { continue }
            let label = words.achievement.lap(number + 1, words.language.number(count))
            write(label, endingAt: end)
        }
    }

    /// The row as text.
    var text: String { String(cells) }

    /// Marks that fall together stand side by side; the legend has their counts.
    private mutating func place(_ letter: String, near column: Int) {
        let places = cells.indices.sorted { (abs($0 - column), -$0) < (abs($1 - column), -$1) }
        guard let free = places.first(where: { cells[$0] == " " }), let letter = letter.first else { return }
        cells[free] = letter
    }

    /// Writes a label that ends with its lap, if nothing stands there.
    private mutating func write(_ label: String, endingAt end: Int) {
        let start = end - label.count + 1
        guard start >= 0, cells[max(0, start - 1)...min(end + 1, cells.count - 1)].allSatisfy({ $0 == " " }) else {
            return
        }
        for (offset, character) in label.enumerated() { cells[start + offset] = character }
    }
}
