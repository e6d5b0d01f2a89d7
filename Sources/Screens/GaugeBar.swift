import Terminal
import Training

/// The lap gauge: a bar that goes past 100 % as further laps, each lap as wide as the first.
struct GaugeBar {
    /// Which share of the target has been met; 3,876 for 387,6 %. Cut to thousandths.
    private let thousandths: Int
    private let target: Int
    /// How many laps the bar shows, begun ones included; at least 1.
    private let laps: Int

    /// The gauge of a count and its target, with room for marks up to another count; `nil` without a target.
    init?(_ count: Int, of target: Int?, reaching mark: Int = 0) {
        guard let target, let percent = Percent(count, of: target), let farthest = Percent(max(count, mark), of: target)
        else { return nil }
        self.target = target
        thousandths = percent.tenths
        laps = max(1, farthest.tenths / 1000 + (farthest.tenths % 1000 > 0 ? 1 : 0))
    }

    private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

    /// How many laps can be told apart in so many columns: all of them, or only the running one.
    private func shown(in columns: Int) -> Int { columns / laps >= 3 ? laps : 1 }

    /// The bar in so many columns. Where the laps are too many to be told apart, only the running one is drawn.
    func text(columns: Int) -> String {
        guard columns >= 3 else { return "" }
        let shown = shown(in: columns)
        let filled = shown == laps ? thousandths : thousandths % 1000
        var text = ""
        for column in 0..<columns {
            // How many eighths of this column lie within what has been met.
            let met = filled * columns * 8 / (shown * 1000) - column * 8
            let endsLap = shown > 1 && (column + 1) * shown % columns < shown && column + 1 < columns
            switch met {
            case 8... where endsLap: text += "▌"
            case 8...: text += "█"
            case 1..<8: text += Self.eighths[met]
            default: text += endsLap ? "┊" : "░"
            }
        }
        return text
    }

    /// The column in which the bar ends when it has come to a count, from 0; `nil` where the bar does not show that far.
    func column(of count: Int, columns: Int) -> Int? {
        guard shown(in: columns) == laps, let share = Percent(count, of: target), share.tenths <= laps * 1000 else {
            return nil
        }
        return max(0, (share.tenths * columns + laps * 1000 - 1) / (laps * 1000) - 1)
    }

    /// The counts at which full laps end, where there are several.
    func lapEnds(columns: Int) -> [Int] {
        guard shown(in: columns) == laps, laps > 1 else { return [] }
        return (1...laps).map { $0 * target }
    }
}
