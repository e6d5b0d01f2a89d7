import Terminal
import Training
import ViewModels
import Words

extension FollowUpFormModel: ScreenDrawing {
    /// Lines of the path above the fields: what came last, where there is no room for all.
    private static let pathLines = 2

    func draw(into frame: inout Frame, _ body: Body, _ context: Context) {
        drawTitle(into: &frame, body, context)
        let width = body.columns - 2
        var row = body.top + 1
        for line in about(context) {
            frame.write(line, in: width, at: 1, row, Theme.label)
            row += 1
        }
        for line in PathText(path, context.words).lines(width: width, atMost: Self.pathLines) {
            frame.write(line, in: width, at: 1, row, Theme.value)
            row += 1
        }
        if let text = draftOffer(context.words) {
            frame.write(fitted(text, width), at: 1, row, Theme.doubt)
        } else if check?.state == .done {
            frame.write(context.words.followUps.doneBefore, in: width, at: 1, row, Theme.doubt)
        }
        row += 1
        form.draw(
            into: &frame, top: row, rows: body.top + body.rows - row, columns: body.columns, context.words)
    }

    private func drawTitle(into frame: inout Frame, _ body: Body, _ context: Context) {
        let words = context.words
        var right = ""
        if let check {
            let place = check.person.residence.name(context)
            let rest = remaining.map { count in
                count == 0
                    ? words.followUps.lastIn(place) : words.followUps.remaining(words.language.number(count), place)
            }
            right = [check.code?.description, rest].compactMap(\.self).joined(separator: " · ")
        }
        frame.write(right, at: body.columns - 1 - right.columns, body.top, Theme.muted)
        let title =
            check.map { words.followUps.formTitle(words.monitoring.mark($0.mark), $0.person.name.text) }
            ?? words.followUps.outcomeTitle(subject.name.text)
        frame.write(title, in: body.columns - right.columns - 4, at: 1, body.top, Theme.title)
    }

    /// Who it is, and how the check stands.
    private func about(_ context: Context) -> [String] {
        let words = context.words
        switch subject {
        case .outcome(_, _, let line):
            return ["\(line.trainingClass.code) \(line.program.title)"]
        case .check(let check):
            let who = [
                check.phone?.masked ?? words.followUps.noPhone, check.person.residence.name(context),
                kecamatan(of: check.person.residence, context),
                "\(check.trainingClass) \(check.program)",
            ]
            let days = check.state == .done ? 0 : check.daysLate(context.today)
            let stand = [
                words.followUps.dueOn(check.dueOn.onScreen), days > 0 ? words.followUps.daysLate(days) : nil,
                check.attempts > 0 ? words.followUps.attempts(check.attempts) : nil,
                check.visitor.map(words.followUps.givenTo),
            ]
            return [who, stand].map { $0.compactMap(\.self).joined(separator: " · ") }
        }
    }

    /// The kecamatan beside the desa; where that is not known, it is named in its place.
    private func kecamatan(of residence: Residence, _ context: Context) -> String? {
        guard residence.desa != nil else { return nil }
        return context.gazetteer.kecamatanName(of: residence).map { "Kec. \($0)" }
    }
}
