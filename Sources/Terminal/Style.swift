/// How a cell looks. A terminal without colour shows bold, reverse and underline alone, so meaning never hangs on colour only.
public struct Style: Hashable, Sendable {
    /// The eight colours that every colour terminal has.
    public enum Color: Int, Hashable, Sendable {
        case black, red, green, yellow, blue, magenta, cyan, white
    }

    /// `nil` is the terminal's own.
    public var foreground: Color?
    /// `nil` is the terminal's own.
    public var background: Color?
    public var isBold = false
    public var isDim = false
    public var isReverse = false
    public var isUnderlined = false

    public init(
        _ foreground: Color? = nil, on background: Color? = nil, bold: Bool = false,
        dim: Bool = false, reverse: Bool = false, underlined: Bool = false
    ) {
        self.foreground = foreground
        self.background = background
        isBold = bold
        isDim = dim
        isReverse = reverse
        isUnderlined = underlined
    }

    /// The terminal's own colours.
    public static let plain = Style()
}
