import Terminal
import Training
import ViewModels
import Words

extension RegionsModel: ScreenDrawing {
    func draw(into frame: inout Frame, _ body: Body, _ context: Context) {
        let words = context.words.regions
        let title = open.map { words.desaTitle($0.name, context.year) } ?? words.title(context.year)
        frame.write(title, at: 1, body.top, Theme.title, width: body.columns - 2)
        guard isLoaded else {
            frame.write(words.loading, at: 3, body.top + 2, Theme.muted)
            return
        }
        let full = fullBar
        let scale = words.scale(context.words.language.number(full))
        frame.write(scale, at: body.columns - 1 - scale.columns, body.top, Theme.muted)
        let table = Table(columns(full: full, context))
        let lines = shown
        table.draw(
            lines.items, visible: lines.visible, cursor: lines.cursor.index, into: &frame, top: body.top + 1,
            width: body.columns)
        let row = body.top + 2 + lines.visible.count
        Table(columns(full: 0, context)).draw(
            sum(context.achievement), into: &frame, row: row, width: body.columns)
        frame.restyle(Theme.title, at: 0, row, width: body.columns)
    }

    /// What a full bar stands for: the largest figure or target among the lines, so that all bars compare.
    private var fullBar: Int {
        shown.items.map { max($0.counted, $0.target ?? 0) }.max() ?? 0
    }

    private func columns(full: Int, _ context: Context) -> [TableColumn<Total>] {
        let terms = context.words.terms
        let language = context.words.language
        let isDesa = open != nil
        return [
            TableColumn(isDesa ? terms.desa : terms.kecamatan, 18, upTo: 24) { line in
                line.code.isEmpty ? context.words.regions.total : name(of: line, context)
            },
            TableColumn(terms.people, 7, .right) { language.number($0.people) },
            TableColumn(terms.enrollments, 13, .right) { language.number($0.enrollments) },
            TableColumn(terms.target, 7, .right) { $0.target.map(language.number) ?? terms.none },
            TableColumn(terms.percent, 9, .right) { $0.percent.map(language.percent) ?? terms.none },
            TableColumn(
                "", 8, upTo: 60, dropped: 1, style: { _ in Theme.gauge },
                text: { CountBar(count: $0.counted, target: $0.target, full: full).text(width: $1) }),
        ]
    }
}
