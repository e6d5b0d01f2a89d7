/// Words of one area; see ``Phrasebook``.
public struct EntryPhrases: Sendable {
    static let indonesian = EntryPhrases()
    static let english = EntryPhrases()
}
