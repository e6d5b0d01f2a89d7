import Terminal
import ViewModels

extension RecordFormModel: ScreenDrawing {
    func draw(into frame: inout Frame, _ body: Body, _ context: Context) {}
}
