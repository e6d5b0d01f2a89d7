import Keyboard
import Training
import Words

/// Help: the keys of the screen below and those of every screen, made from their tables.
public struct HelpModel: Screen {
    public var tickets = TicketBook(screen: 0)
    /// The keys of the screen that help was asked on.
    public let hints: [KeyHint]
    /// The keys of every screen.
    public let everywhere: [KeyHint]
    /// The first line in sight.
    public private(set) var top = 0

    public static let keys: [KeyBinding<Self>] = [
        KeyBinding(
            .escape, .character("q"), .character("?"), .function(1), .enter, label: { $0.back },
            run: { _, _ in
                [.close]
            }),
        KeyBinding(.down, .character("j"), label: { $0.move }, run: { $0.scroll(by: 1, $1) }),
        KeyBinding(.up, .character("k"), label: { $0.move }, onBottomLine: false, run: { $0.scroll(by: -1, $1) }),
        KeyBinding(.pageDown, label: { $0.page }, run: { $0.scroll(by: $1.bodyRows, $1) }),
        KeyBinding(.pageUp, label: { $0.page }, onBottomLine: false, run: { $0.scroll(by: -$1.bodyRows, $1) }),
    ]

    /// Help on a screen's keys.
    public init(hints: [KeyHint], everywhere: [KeyHint]) {
        self.hints = hints
        self.everywhere = everywhere
    }

    /// How many lines there are: the two headings and an empty line between them included.
    public var lines: Int { hints.count + everywhere.count + 3 }

    public mutating func handle(_ event: Event, _ context: Context) -> [Effect]? { nil }

    private mutating func scroll(by rows: Int, _ context: Context) -> [Effect] {
        top = max(0, min(top + rows, lines - context.bodyRows))
        return []
    }
}
