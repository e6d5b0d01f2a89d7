import Training
import Words

/// What happens when a save is refused, most of all because another desk saved the same record first.
extension RecordFormModel {
    mutating func failed(_ ticket: Ticket, _ failure: Failure, _ context: Context) -> [Effect] {
        guard ticket.purpose == "save", case .refused(let refusal) = failure else {
            return [.say(Notice(context.sentence(for: failure), .trouble))]
        }
        let sentence = context.sentence(for: failure)
        switch refusal {
        case .codeTaken: return point(at: .code, sentence) + askForLists(context)
        case .invalid(let field): return point(at: place(of: field), sentence)
        case .recordChangedMeanwhile(let author):
            otherAuthor = author
            return askForTheirs(context)
        case .gone where isTargetOrClaim: return [.say(Notice(sentence, .trouble))]
        case .gone:
            startAnew()
            return [.say(Notice(context.words.classes.goneWhileEditing, .trouble))]
        default: return [.say(Notice(sentence, .trouble))]
        }
    }

    private mutating func point(at id: RecordField?, _ sentence: String) -> [Effect] {
        guard let id, form[id]?.canBeVisited == true else { return [.say(Notice(sentence, .trouble))] }
        form[id]?.message = .trouble(sentence)
        form.focus(on: id)
        return []
    }

    private func place(of field: Refusal.Field) -> RecordField? {
        switch field {
        case .seats: .seats
        case .classDates: .end
        case .year: .year
        case .targetCount: form.focus == .revised ? .revised : .original
        case .title: .title
        case .skkni: .skkni
        case .pokir: .pokirProposer
        case .followUpMarks: .followUpMarks
        case .termYears: .lastYear
        case .claimCount: .claimed
        case .documentDate: placeOfDate
        default: nil
        }
    }

    /// The document's date that a refusal is about: the latest one typed.
    private var placeOfDate: RecordField? {
        [.sourceDate, .revisedSourceDate, .reportDate].filter { date($0) != nil }
            .max { (date($0)?.daysSince1970 ?? 0) < (date($1)?.daysSince1970 ?? 0) }
    }

    private var isTargetOrClaim: Bool {
        switch subject {
        case .target, .claim: true
        case .organizer, .program, .trainingClass: false
        }
    }

    /// The record was deleted meanwhile: what was typed stays and can be saved as a new one.
    private mutating func startAnew() {
        switch subject {
        case .organizer: subject = .organizer(nil)
        case .program: subject = .program(nil, organizer: nil)
        case .trainingClass: subject = .trainingClass(nil, program: nil)
        case .target, .claim: break
        }
    }

    private mutating func askForTheirs(_ context: Context) -> [Effect] {
        let ticket = tickets.take("theirs")
        switch subject {
        case .organizer: return [.ask(ticket) { .organizers(try await $0.organizers()) }]
        case .program:
            return [
                .ask(ticket) { store in
                    var lines: [ProgramLine] = []
                    for year in try await store.years() { lines += try await store.programs(of: year) }
                    return .programs(lines)
                }
            ]
        case .trainingClass(let stored, _):
            guard let id = stored?.id else { return [] }
            return [.ask(ticket) { .classes([try await $0.trainingClass(id)].compactMap(\.self)) }]
        case .target, .claim: return []
        }
    }

    /// Takes in what another desk saved: fields untouched here follow it, fields changed at both desks show both.
    mutating func meet(_ newer: Subject, _ context: Context) -> [Effect] {
        guard newer.number != nil else {
            startAnew()
            return [.say(Notice(context.words.classes.goneWhileEditing, .trouble))]
        }
        subject = newer
        let author = otherAuthor ?? context.author
        merge(valuesOnFile(context))
        for (id, value) in theirs {
            let shown = value.choice?.value ?? value.text
            form[id]?.aside = context.words.classes.theirValue(
                author.desk, shown.isEmpty ? context.words.terms.none : shown)
        }
        if let first = form.fields.first(where: { theirs[$0.id] != nil && $0.canBeVisited }) {
            form.focus(on: first.id)
        }
        let notice =
            theirs.isEmpty
            ? context.words.classes.changedElsewhere(author.name, author.desk)
            : context.words.classes.bothChanged(author.name, author.desk)
        return [.say(Notice(notice, .trouble))]
    }

    /// Compares what stood on file when editing began, what stands in the form and what is on file now.
    mutating func merge(_ newer: [RecordField: FieldValue]) {
        let before = base
        base = newer
        theirs = [:]
        for id in form.fields.map(\.id) {
            let mine = form[id]?.value ?? FieldValue()
            let old = before[id] ?? FieldValue()
            let new = newer[id] ?? FieldValue()
            guard !new.isSame(as: old) || !new.isSame(as: mine) else { continue }
            if mine.isSame(as: old) {
                form[id]?.value = new
                form[id]?.origin = .onFile
            } else if !new.isSame(as: old), !new.isSame(as: mine) {
                theirs[id] = new
            }
        }
        showFieldsOfTrack()
    }

    mutating func takeTheirs(_ context: Context) -> [Effect] {
        guard let id = form.focus, let value = theirs.removeValue(forKey: id) else { return [] }
        form[id]?.value = value
        form[id]?.origin = .onFile
        form[id]?.aside = nil
        form[id]?.message = nil
        return fieldChanged(id, context)
    }
}

extension FieldValue {
    /// Whether both say the same; the words of a choice may still be on their way.
    func isSame(as other: FieldValue) -> Bool {
        text == other.text && choice?.id == other.choice?.id
    }
}
