import Terminal
import Training
import ViewModels
import Words

extension RecordFormModel: ScreenDrawing {
    func draw(into frame: inout Frame, _ body: Body, _ context: Context) {
        frame.write(title(context), in: body.columns - 2, at: 1, body.top, Theme.title)
        drawOfferedDraft(into: &frame, body, context)
        form.draw(
            into: &frame, top: body.top + 2, rows: body.rows - 2, columns: body.columns, context.words)
    }

    /// What the form is about: a new record of a kind, or the record by its code on file.
    private func title(_ context: Context) -> String {
        let terms = context.words.terms
        let (kind, name): (String, String?) =
            switch subject {
            case .organizer(let stored): (terms.organizer, stored.map { "\($0.value.code) \($0.value.name)" })
            case .program(let stored, _): (terms.program, stored.map { "\($0.value.code) \($0.value.title)" })
            case .trainingClass(let stored, _): (terms.trainingClass, stored.map(\.value.code.text))
            case .target(let year, let scope, _):
                scope.map { (terms.target, [$0.name, String(year)].compactMap(\.self).joined(separator: " · ")) }
                    ?? (terms.target, nil)
            case .claim(let organizer, let year, _):
                (context.words.contributions.claim, "\(organizer.value.code) \(organizer.value.name) · \(year)")
            }
        return name.map { "\(kind) \($0)" } ?? context.words.classes.newRecord(kind)
    }
}

extension DraftedForm {
    /// Says under the title that something was typed and not saved, while it is offered.
    func drawOfferedDraft(into frame: inout Frame, _ body: Body, _ context: Context) {
        guard let text = draftOffer(context.words) else { return }
        frame.write(fitted(text, body.columns - 2), at: 1, body.top + 1, Theme.doubt)
    }

    /// The offer in so many columns. Its end gives way where the bottom line names the keys too, but not where it says in which
    /// field the draft is to be had.
    func fitted(_ offer: String, _ width: Int) -> String {
        draftTakesKeys ? offer.fitted(width) : offer.shortenedInTheMiddle(to: width)
    }
}
