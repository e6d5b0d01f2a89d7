import Terminal
import ViewModels

/// The part of the frame a screen may draw into: the rows between the tabs and the bottom line.
public struct Body: Sendable {
    /// The first row of the frame that is the screen's.
    public let top: Int
    /// How many rows are the screen's.
    public let rows: Int
    /// How many columns there are.
    public let columns: Int
}

/// Draws one screen's state.
protocol ScreenDrawing {
    /// Whether the whole frame is the screen's, without tabs and bottom line.
    var fillsFrame: Bool { get }
    /// Whether it leaves something of the screen it was opened from in sight.
    var liesOver: Bool { get }
    func draw(into frame: inout Frame, _ body: Body, _ context: Context)
}

extension ScreenDrawing {
    var fillsFrame: Bool { false }
    var liesOver: Bool { false }
}
