import Terminal

/// How the parts of a screen look; every screen takes its styles from here.
public enum Theme {
    public static let title = Style(bold: true)
    public static let label = Style(.cyan)
    public static let value = Style.plain
    public static let muted = Style(dim: true)
    public static let selected = Style(reverse: true)
    public static let focused = Style(bold: true, underlined: true)
    public static let good = Style(.green, bold: true)
    public static let trouble = Style(.red, bold: true)
    public static let doubt = Style(.yellow, bold: true)
    public static let key = Style(bold: true)
    public static let gauge = Style(.green)
    public static let header = Style(bold: true)
}
