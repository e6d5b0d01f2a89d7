/// Words of one area; see ``Phrasebook``.
public struct CommandPhrases: Sendable {
    static let indonesian = CommandPhrases()
    static let english = CommandPhrases()
}
