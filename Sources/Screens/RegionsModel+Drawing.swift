import Terminal
import ViewModels

extension RegionsModel: ScreenDrawing {
    func draw(into frame: inout Frame, _ body: Body, _ context: Context) {}
}
