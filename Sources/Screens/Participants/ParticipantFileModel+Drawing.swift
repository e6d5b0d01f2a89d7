import Foundation
import Terminal
import Training
import ViewModels
import Words

extension ParticipantFileModel: ScreenDrawing {
    func draw(into frame: inout Frame, _ body: Body, _ context: Context) {
        let words = context.words.participants
        guard let file else {
            let gone = mergedInto.map { context.words.duplicates.mergedInto($0.name.text) } ?? words.gone
            frame.write(isGone ? gone : words.loading, at: 1, body.top, Theme.muted, width: body.columns - 2)
            return
        }
        let end = frame.write(file.participant.value.name.text.fitted(body.columns - 20), at: 1, body.top, Theme.title)
        frame.write(" · \(words.fileTitle)", at: end, body.top, Theme.muted)
        drawFields(file.participant.value, into: &frame, body, context)
        for index in lines.visible {
            let row = body.top + Self.headRows + index - lines.visible.lowerBound
            draw(lines.items[index], into: &frame, row: row, body, context)
            if index == lines.cursor.index, lines.items[index].isHighlightable {
                frame.restyle(Theme.selected, at: 0, row, width: body.columns)
            }
        }
        picker?.draw(into: &frame, body, context)
        question?.draw(into: &frame, body, context)
    }

    // The fields, in two columns

    private func drawFields(_ participant: Participant, into frame: inout Frame, _ body: Body, _ context: Context) {
        let terms = context.words.terms
        let born = participant.birthDate
        let age = context.words.participants.age(born.wholeYears(to: context.today))
        func text(_ field: ParticipantField) -> String {
            field.text(of: participant, isRevealed: isRevealed, context) ?? terms.none
        }
        let left: [(String, String)] = [
            (terms.nik, text(.nik)), (terms.birthplace, text(.birthplace)),
            (terms.birthDate, "\(born.onScreen) · \(age)"), (terms.sexLabel, text(.sex)), (terms.phone, text(.phone)),
        ]
        let right: [(String, String)] = [
            (terms.kecamatan, context.gazetteer.kecamatanName(of: participant.residence) ?? terms.outside),
            (terms.desa, context.gazetteer.desaName(of: participant.residence) ?? terms.none),
            (terms.address, text(.address)), (terms.educationLabel, text(.education)),
            (terms.occupation, text(.occupation)),
        ]
        let half = body.columns / 2
        draw(left, into: &frame, top: body.top + 1, at: 1, width: half - 2)
        draw(right, into: &frame, top: body.top + 1, at: half + 1, width: body.columns - half - 2)
    }

    private func draw(
        _ fields: [(label: String, value: String)], into frame: inout Frame, top: Int, at column: Int, width: Int
    ) {
        let labels = (fields.map(\.label.columns).max() ?? 0) + 2
        for (offset, field) in fields.enumerated() {
            frame.write(field.label, at: column, top + offset, Theme.label, width: width)
            frame.write(field.value.fitted(width - labels), at: column + labels, top + offset, Theme.value)
        }
    }

    // The list

    private func draw(_ line: Line, into frame: inout Frame, row: Int, _ body: Body, _ context: Context) {
        let words = context.words.participants
        switch line {
        case .heading(let section): frame.write(title(of: section, context), at: 1, row, Theme.label)
        case .empty(let section):
            let text = section == .history ? words.noHistory : words.noEnrollments
            frame.write(text, at: 3, row, Theme.muted, width: body.columns - 4)
        case .doubt(let doubt):
            frame.write("? \(context.words.terms.doubt(doubt))", at: 3, row, Theme.doubt, width: body.columns - 4)
        case .enrollment(let line):
            Table(enrollmentColumns(context)).draw(line, into: &frame, row: row, width: body.columns)
        case .path(let text): frame.write(text, at: 3, row, Theme.value, width: body.columns - 4)
        case .outcome(let outcome):
            let text = OutcomeText(outcome.value, context.words).text
            frame.write(text.fitted(body.columns - 4), at: 3, row, Theme.value)
        case .step(let step): Table(stepColumns(context)).draw(step, into: &frame, row: row, width: body.columns)
        }
    }

    private func title(of section: Section, _ context: Context) -> String {
        let words = context.words.participants
        return switch section {
        case .doubts: words.openDoubts
        case .enrollments: words.enrollments
        case .path: context.words.followUps.path
        case .outcomes: context.words.followUps.outcomes
        case .history: words.history
        }
    }

    private func enrollmentColumns(_ context: Context) -> [TableColumn<EnrollmentLine>] {
        let words = context.words
        return [
            TableColumn("", 8, upTo: 24) { "  \($0.trainingClass.code)" },
            TableColumn("", 16, upTo: 40) { $0.program.title },
            TableColumn("", 13) { words.terms.status($0.enrollment.value.standing.status) },
            TableColumn("", 16) { words.participants.since($0.enrollment.value.standing.date.onScreen) },
            TableColumn("", 12, upTo: 40, dropped: 1) { $0.enrollment.value.standing.detail ?? "" },
        ]
    }

    private func stepColumns(_ context: Context) -> [TableColumn<Step>] {
        let words = context.words
        return [
            TableColumn("", 18) { "  \($0.time.toTheMinute(in: context.zone))" },
            TableColumn("", 22, upTo: 30) { words.what($0) },
            TableColumn("", 16, upTo: 30) { words.participants.by($0.author) },
            TableColumn("", 8, upTo: 30) { $0.note ?? "" },
        ]
    }
}

extension ParticipantFileModel.Line {
    fileprivate var isHighlightable: Bool {
        switch self {
        case .heading, .empty, .path: false
        case .doubt, .enrollment, .outcome, .step: true
        }
    }
}
