import Terminal
import ViewModels

extension ParticipantFormModel: ScreenDrawing {
    func draw(into frame: inout Frame, _ body: Body, _ context: Context) {}
}
