import Terminal
import Training

/// The lap gauge: a bar that goes past 100 % as further laps, each lap as wide as the first.
struct GaugeBar {
    /// Which share of the target has been met; 3,876 for 387,6 %. Cut to thousandths.
    private let thousandths: Int

    /// The gauge of a count and its target; `nil` without a target.
    init?(_ count: Int, of target: Int?) {
        guard let percent = Percent(count, of: target) else { return nil }
        thousandths = percent.tenths
    }

    /// How many laps the bar shows, begun ones included; at least 1.
    private var laps: Int { max(1, (thousandths + 999) / 1000) }

    private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

    /// The bar in so many columns. Where the laps are too many to be told apart, only the running one is drawn.
    func text(columns: Int) -> String {
        guard columns >= 3 else { return "" }
        let shown = columns / laps >= 3 ? laps : 1
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
}
