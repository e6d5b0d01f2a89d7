/// Words of one area; see ``Phrasebook``.
public struct ParticipantPhrases: Sendable {
    static let indonesian = ParticipantPhrases()
    static let english = ParticipantPhrases()
}
