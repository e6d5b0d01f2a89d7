import Terminal
import ViewModels

extension ParticipantFileModel: ScreenDrawing {
    func draw(into frame: inout Frame, _ body: Body, _ context: Context) {}
}
