import Terminal
import ViewModels

extension ParticipantsModel: ScreenDrawing {
    func draw(into frame: inout Frame, _ body: Body, _ context: Context) {}
}
