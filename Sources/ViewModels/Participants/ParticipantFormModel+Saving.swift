import Training
import Words

/// Saving, what is asked before it, and what comes of it.
extension ParticipantFormModel {
    public mutating func save(_ context: Context) -> [Effect] {
        switch purpose {
        case .entry, .edit:
            guard let person = participant(context) else { return [] }
            let doubts = doubts(of: person, context).filter { !confirmed.contains($0) }
            guard doubts.isEmpty else {
                ask(doubts, [])
                return []
            }
            return [.perform(tickets.take(Purposes.save.rawValue), action(saving: person))]
        case .assign(let row):
            guard let id = chosenClassID else {
                form[.trainingClass]?.message = .trouble(
                    context.words.entry.required(context.words.terms.trainingClass))
                return []
            }
            let action = Action.enroll([row.id], in: id, standing: nil, confirmed: confirmed)
            return [.perform(tickets.take(Purposes.save.rawValue), action)]
        }
    }

    private func action(saving person: Participant) -> Action {
        if case .edit(let stored) = purpose {
            var edited = stored
            edited.value = person
            return .editParticipant(edited, basedOn: stored, confirmed: confirmed)
        }
        return .addParticipant(person, in: chosenClassID, confirmed: confirmed)
    }

    /// What can be seen here to be doubtful; the store may find more. A record on file is not asked about what was so before.
    private func doubts(of person: Participant, _ context: Context) -> [Doubt] {
        let line = purpose == .entry ? chosenClass : nil
        let doubts = person.doubts(firstDay: line?.trainingClass.value.start, gazetteer: context.gazetteer)
        if case .edit(let stored) = purpose {
            let before = stored.value.doubts(firstDay: nil, gazetteer: context.gazetteer)
            return doubts.filter { !before.contains($0) }
        }
        let isFull = line.map { $0.taken >= $0.trainingClass.value.seats } ?? false
        return isFull ? doubts + [.classFull] : doubts
    }

    // The question

    private mutating func ask(_ doubts: [Doubt], _ others: [ParticipantRow]) {
        question = Question(doubts: doubts, others: others)
        trouble = nil
        if let field = doubts.first.map(Self.field(of:)) { form.focus(on: field) }
    }

    /// Where a doubt is settled.
    private static func field(of doubt: Doubt) -> Field {
        switch doubt {
        case .unknownProvince, .unknownRegency, .nearlySameNIK, .roundedNIK: .nik
        case .birthDateDiffers, .under15, .over64: .birthDate
        case .sexDiffers: .sex
        case .samePerson: .name
        case .classFull: .trainingClass
        }
    }

    mutating func confirm(_ context: Context) -> [Effect] {
        confirmed.formUnion(question?.doubts ?? [])
        question = nil
        return save(context)
    }

    mutating func takeBackQuestion(_ context: Context) -> [Effect] {
        question = nil
        return []
    }

    // What came of it

    mutating func saved(_ receipt: Receipt, _ context: Context) -> [Effect] {
        switch purpose {
        case .entry:
            echo = Echo(
                text: echoText(context.words.entry.saved), participant: receipt.record.map { ID($0) })
            beginNext(context)
            return [keepDraft()].compactMap(\.self)
        case .edit(let stored):
            echo = Echo(text: echoText(context.words.entry.saved), participant: stored.id)
            return finishEditing(context)
        case .assign(let row):
            let code = form[.trainingClass]?.chosen?.code ?? ""
            let entry = context.words.entry
            echo = Echo(
                text: receipt.changed == 0
                    ? entry.alreadyInClass(row.name.text, code)
                    : entry.assigned(row.name.text, row.nik?.masked ?? "", code),
                participant: row.id)
            return assigned(context)
        }
    }

    private func echoText(_ saved: (String, String, String?) -> String) -> String {
        let code = purpose == .entry ? form[.trainingClass]?.chosen?.code : nil
        return saved(PersonName(form[.name]?.text ?? "")?.text ?? "", nik?.masked ?? "", code)
    }

    /// Begins the next entry with what is carried forward.
    mutating func beginNext(_ context: Context) {
        form.beginNext()
        form[.noNIKReason]?.isHidden = true
        holder = nil
        confirmed = []
        trouble = nil
        question = nil
        offerDesa(context)
        decodeNIK(context)
    }

    mutating func notSaved(_ failure: Failure, _ context: Context) -> [Effect] {
        guard case .refused(let refusal) = failure else {
            trouble = context.words.entry.notSaved(context.sentence(for: failure))
            return []
        }
        switch refusal {
        case .nikTaken(_, let row):
            holder = row
            check(.nik, context)
            form.focus(on: .nik)
        case .unconfirmed(let doubts, let others): ask(doubts, others)
        case .changedMeanwhile(let theirs, let author): return openConflict(theirs, author, context)
        case .invalid(.birthDate):
            form[.birthDate]?.message = .trouble(context.words.entry.birthDateRange)
            form.focus(on: .birthDate)
        default: trouble = context.words.entry.notSaved(context.sentence(for: .refused(refusal)))
        }
        return []
    }
}
