import Terminal
import Training
import ViewModels
import Words

extension EquipmentFormModel: ScreenDrawing {
    func draw(into frame: inout Frame, _ body: Body, _ context: Context) {
        frame.write(title(context), in: body.columns - 2, at: 1, body.top, Theme.title)
        drawOfferedDraft(into: &frame, body, context)
        form.draw(into: &frame, top: body.top + 2, rows: body.rows - 2, columns: body.columns, context.words)
    }

    private func title(_ context: Context) -> String {
        let words = context.words.equipment
        return switch subject {
        case .new: words.newTitle
        case .edit(let line): words.editTitle(line.code.description)
        case .check(let line): words.checkTitle(line.code.description, line.equipment.value.item)
        case .move(let line): words.moveTitle(line.code.description, line.equipment.value.item)
        }
    }
}
