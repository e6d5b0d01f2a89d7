import CNcurses

/// The pairs of colours in use. ncurses numbers pairs as they are defined, and terminals have few.
struct Palette {
    private struct Pair: Hashable {
        let foreground: Int16
        let background: Int16
    }

    /// How many pairs can be defined; 0 where the terminal shows no colours or is not to.
    private let limit: Int
    /// What stands for the terminal's own colour.
    private let ownForeground: Int16
    private let ownBackground: Int16
    private var pairs: [Pair: Int16] = [:]

    /// The palette of the open terminal; without colours where NO_COLOR (no-color.org) says so or it has fewer than eight.
    init(environment: [String: String]) {
        guard environment["NO_COLOR", default: ""].isEmpty, has_colors() else {
            (limit, ownForeground, ownBackground) = (0, -1, -1)
            return
        }
        let hasOwn = screen_start_colors()
        limit = screen_colors() >= 8 ? Int(min(screen_color_pairs(), 256)) : 0
        ownForeground = hasOwn ? -1 : Int16(COLOR_WHITE)
        ownBackground = hasOwn ? -1 : Int16(COLOR_BLACK)
    }

    /// The number of the style's pair of colours; 0 where it has none.
    mutating func pair(for style: Style) -> Int16 {
        guard limit > 0, style.foreground != nil || style.background != nil else { return 0 }
        let pair = Pair(
            foreground: style.foreground.map { Int16($0.rawValue) } ?? ownForeground,
            background: style.background.map { Int16($0.rawValue) } ?? ownBackground)
        if let number = pairs[pair] { return number }
        let number = Int16(pairs.count + 1)
        guard number < limit, init_pair(number, pair.foreground, pair.background) == OK else { return 0 }
        pairs[pair] = number
        return number
    }

    /// Bold, dim, reverse and underline, as the shim numbers them. Without colours a background shows as reverse.
    func attributes(of style: Style) -> Int32 {
        var bits: Int32 = 0
        if style.isBold { bits |= Int32(SCREEN_BOLD) }
        if style.isDim { bits |= Int32(SCREEN_DIM) }
        if style.isReverse || (limit == 0 && style.background != nil) { bits |= Int32(SCREEN_REVERSE) }
        if style.isUnderlined { bits |= Int32(SCREEN_UNDERLINE) }
        return bits
    }
}
