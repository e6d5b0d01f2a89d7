/// Words of one area; see ``Phrasebook``.
public struct ClassPhrases: Sendable {
    static let indonesian = ClassPhrases()
    static let english = ClassPhrases()
}
