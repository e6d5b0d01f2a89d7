/// How soon everything of something is there over a slow line, told from what the line carries.
///
/// What is drawn may take its bytes and the way there and back, and little more: the limits are those of the line and not of
/// the program, so that a repaint which has become larger than its kind breaks them as much as one that comes late.
public enum LinePromise: CaseIterable, Sendable {
    /// The terminal is set up, everything is drawn, and the figures as they come.
    case start
    /// A key that changes a few rows.
    case key
    /// A page of a table, a form, what a save leaves: half a screen.
    case part
    /// A whole screen; also what comes after the last of many keys, when one repaint may still be on its way.
    case screen

    /// The most bytes that it may take: cells of 80×24, some with a way to them or a look of their own.
    public var bytes: Int {
        switch self {
        case .start: 3_840
        case .key: 480
        case .part: 1_440
        case .screen: 2_880
        }
    }

    /// What it promises about, as a row of the result names it.
    public var name: String {
        switch self {
        case .start: "start"
        case .key: "key that changes a few rows"
        case .part: "page, form or save"
        case .screen: "screen, or end of many keys"
        }
    }

    /// What the program may take, and the pieces in which a line carries bytes.
    private static let slack = Duration.milliseconds(400)

    /// From a key to the last byte that comes for it.
    ///
    /// - Parameters:
    ///   - bytesPerSecond: what the line carries.
    ///   - delay: how late each byte arrives, each way.
    public func limit(bytesPerSecond: Int, delay: Duration) -> Duration {
        .seconds(1) * bytes / bytesPerSecond + delay * 2 + Self.slack
    }
}
