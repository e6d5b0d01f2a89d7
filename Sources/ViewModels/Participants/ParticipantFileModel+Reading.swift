import Training
import Words

extension ParticipantFile {
    /// How many steps of the log are read.
    static let steps = 200

    /// Everything on file about one participant; `nil` where nobody has this number.
    static func read(_ id: ID<Participant>, from store: any TrainingStore) async throws -> ParticipantFile? {
        guard let participant = try await store.participant(id) else { return nil }
        return ParticipantFile(
            participant: participant, enrollments: try await store.enrollments(of: id),
            doubts: try await store.openDoubts(of: id), log: try await store.log(of: id, count: steps),
            path: try await store.path(of: id), outcomes: try await store.outcomes(of: id))
    }
}

extension Question {
    /// Asks before somebody is deleted, and says what goes with them.
    static func deleting(_ file: ParticipantFile, purpose: String, _ context: Context) -> Question {
        let words = context.words.participants
        return Question(
            title: words.delete(file.participant.value.name.text),
            details: [words.deletedWith(file.enrollments.count, file.enrollments.map(\.trainingClass.code.text))],
            action: .deleteParticipant(file.participant.id), purpose: purpose)
    }

    /// Asks before something doubtful is kept, and says what is doubtful.
    static func confirming(
        _ doubts: [Doubt], _ others: [ParticipantRow], of name: PersonName, action: Action, purpose: String,
        _ context: Context
    ) -> Question {
        let terms = context.words.terms
        let people = others.map { row in
            let place =
                context.gazetteer.desaName(of: row.residence) ?? context.gazetteer.kecamatanName(of: row.residence)
            return [row.name.text, place, row.latestClass?.text].compactMap(\.self).joined(separator: ", ")
        }
        return Question(
            title: context.words.participants.confirmDoubts(name.text),
            details: doubts.map(terms.doubt) + people, action: action, purpose: purpose)
    }
}
