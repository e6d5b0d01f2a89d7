import Training
import Words

/// What the store brought, and what is then done with the highlighted row.
extension ParticipantsModel {
    mutating func take(_ answer: Answer, for purpose: String, _ context: Context) -> [Effect] {
        switch answer {
        case .page(let page, _):
            let counts = counted == nil && !tickets.isWaiting(for: Purpose.count)
            let further = ask(list.accept(page))
            return further + (counts ? count() : []) + actOnRow(context)
        case .count(let count):
            if isCountStale { return self.count() }
            counted = count
            return []
        case .classes(let classes): return supplyPicker(choices(of: classes, context), context)
        case .participant(let found):
            guard let found else { return [gone(context)] }
            return [.open(.form(editing: found))]
        case .participantFile(let file):
            guard let file else { return [gone(context)] }
            subject = file.participant.value.name
            question = .deleting(file, purpose: Purpose.delete, context)
            return []
        default: return []
        }
    }

    private func gone(_ context: Context) -> Effect { .say(Notice(context.words.participants.gone, .trouble)) }

    mutating func performed(_ purpose: String, _ context: Context) -> [Effect] {
        switch purpose {
        case Purpose.delete:
            guard let name = subject else { return [] }
            return [.say(Notice(context.words.participants.deleted(name.text), .done))]
        case Purpose.reveal:
            // Only once the log says so, and only where the clerk still looks.
            if let revealing, revealing == list.selected?.id { revealed = revealing }
            revealing = nil
            return []
        default: return []
        }
    }

    mutating func failed(_ purpose: String, _ failure: Failure, _ context: Context) -> [Effect] {
        if purpose == Purpose.page {
            list.fail()
            deferred = nil
        }
        if purpose == Purpose.classes { _ = picker?.supply([]) }
        if purpose == Purpose.reveal { revealing = nil }
        return [.say(Notice(context.sentence(for: failure), .trouble))]
    }

    // The highlighted row

    /// Does something with the highlighted row, at once or as soon as it is known which that is.
    mutating func act(_ act: RowAct, _ context: Context) -> [Effect] {
        deferred = act
        guard list.isSettled else { return ask(list.retry()) }
        return actOnRow(context)
    }

    private mutating func actOnRow(_ context: Context) -> [Effect] {
        guard let act = deferred, list.isSettled else { return [] }
        deferred = nil
        guard let row = list.selected else { return [] }
        switch act {
        case .open: return [.open(.participantFile(ParticipantFileModel(row.id)))]
        case .edit: return [.ask(tickets.take(Purpose.edit)) { .participant(try await $0.participant(row.id)) }]
        case .delete:
            return [
                .ask(tickets.take(Purpose.enrollments)) {
                    .participantFile(try await ParticipantFile.read(row.id, from: $0))
                }
            ]
        case .reveal:
            guard row.nik != nil else { return [] }
            revealing = row.id
            return [.reveal(tickets.take(Purpose.reveal), row.id)]
        }
    }
}
