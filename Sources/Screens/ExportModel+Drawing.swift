import Terminal
import Training
import ViewModels
import Words

extension ExportModel: ScreenDrawing {
    var liesOver: Bool { true }

    func draw(into frame: inout Frame, _ body: Body, _ context: Context) {
        let words = context.words.export
        let height = offer.hasPersonalNumbers ? 6 : 5
        let box = frame.drawBox(offer.title, width: 76, height: height, in: body)
        let question = words.whereTo(offer.count.map(context.words.language.number), offer.endings)
        frame.write(question, in: box.width, at: box.left, box.top, Theme.value)
        frame.draw(path, at: box.left, box.top + 1, width: box.width)
        if offer.hasPersonalNumbers {
            let count = offer.count.map(context.words.language.number)
            let style = reveals ? Theme.doubt : Theme.label
            frame.write(words.numbers(reveals, count), in: box.width, at: box.left, box.top + 2, style)
        }
        frame.write(hint(context), in: box.width, at: box.left, box.top + height - 3, Theme.key)
    }

    private func hint(_ context: Context) -> String {
        let words = context.words.export
        if let progress { return words.writing("\(Int(progress * 100)) %") }
        let parts = [
            words.enter, offers.count > 1 ? words.tab : nil, offer.hasPersonalNumbers ? words.controlR : nil,
            words.escape,
        ]
        return parts.compactMap(\.self).joined(separator: " · ")
    }
}
