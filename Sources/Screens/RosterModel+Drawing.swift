import Terminal
import ViewModels

extension RosterModel: ScreenDrawing {
    func draw(into frame: inout Frame, _ body: Body, _ context: Context) {}
}
