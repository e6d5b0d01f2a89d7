/// Words of one area; see ``Phrasebook``.
public struct AchievementPhrases: Sendable {
    static let indonesian = AchievementPhrases()
    static let english = AchievementPhrases()
}
