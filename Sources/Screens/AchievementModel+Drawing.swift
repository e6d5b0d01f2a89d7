import Terminal
import ViewModels

extension AchievementModel: ScreenDrawing {
    func draw(into frame: inout Frame, _ body: Body, _ context: Context) {}
}
