import Terminal
import ViewModels

extension Session {
    /// The smallest terminal that every screen fits.
    public static let smallest = (columns: 80, rows: 24)

    /// What the terminal shows now.
    public func draw() -> Frame {
        var frame = Frame(columns: context.columns, rows: context.rows)
        guard frame.columns >= Self.smallest.columns, frame.rows >= Self.smallest.rows else {
            let words = context.words.frame.tooSmall(Self.smallest.columns, Self.smallest.rows)
            frame.write(words, at: max(0, (frame.columns - words.columns) / 2), frame.rows / 2, Theme.trouble)
            return frame
        }
        if let locked, !(isOnTheWall && !locked.isAsked) {
            Header(session: self).drawLocked(into: &frame)
            locked.draw(into: &frame, context)
            return frame
        }
        let screen = front.drawing
        guard !screen.fillsFrame else {
            screen.draw(into: &frame, Body(top: 0, rows: frame.rows, columns: frame.columns), context)
            return frame
        }
        Header(session: self).draw(into: &frame)
        let body = Body(top: 3, rows: context.bodyRows, columns: frame.columns)
        if screen.liesOver, let beneath { beneath.drawing.draw(into: &frame, body, context) }
        screen.draw(into: &frame, body, context)
        reasonPrompt?.draw(into: &frame, body, context)
        Footer(session: self).draw(into: &frame)
        return frame
    }
}

extension Session {
    /// Whether the screen for the wall is in front, which has no personal data: it stays, and a key asks for the PIN.
    private var isOnTheWall: Bool {
        if case .wall = front { true } else { false }
    }
}

extension ScreenModel {
    /// The screen in front as something that draws.
    fileprivate var drawing: any ScreenDrawing {
        switch self {
        case .achievement(let model): model
        case .participants(let model): model
        case .participantFile(let model): model
        case .participantForm(let model): model
        case .conflict(let model): model
        case .duplicates(let model): model
        case .merge(let model): model
        case .classes(let model): model
        case .roster(let model): model
        case .standing(let model): model
        case .secondEntry(let model): model
        case .secondEntryList(let model): model
        case .errorRates(let model): model
        case .differences(let model): model
        case .rosterImport(let model): model
        case .recordForm(let model): model
        case .regions(let model): model
        case .years(let model): model
        case .months(let model): model
        case .wall(let model): model
        case .explanation(let model): model
        case .contributions(let model): model
        case .targets(let model): model
        case .monitoring(let model): model
        case .followUpList(let model): model
        case .followUpForm(let model): model
        case .outcomes(let model): model
        case .equipment(let model): model
        case .equipmentItem(let model): model
        case .equipmentForm(let model): model
        case .recall(let model): model
        case .recallPeople(let model): model
        case .recallForm(let model): model
        case .pokir(let model): model
        case .export(let model): model
        case .reports(let model): model
        case .log(let model): model
        case .loggedStep(let model): model
        case .fileMerge(let model): model
        case .help(let model): model
        }
    }
}
