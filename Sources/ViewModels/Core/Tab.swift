import Keyboard
import Training
import Words

/// The numbered screens that every other screen is reached from.
public enum Tab: Int, CaseIterable, Sendable {
    case achievement = 1
    case participants, classes, regions, monitoring, reports

    /// Its first screen, as it is before it was opened.
    var root: ScreenModel {
        switch self {
        case .achievement: .achievement(AchievementModel())
        case .participants: .participants(ParticipantsModel())
        case .classes: .classes(ClassesModel())
        case .regions: .regions(RegionsModel())
        case .monitoring: .monitoring(MonitoringModel())
        case .reports: .reports(ReportsModel())
        }
    }

    /// The key that opens it.
    var key: Key { .character(Character(String(rawValue))) }

    /// What its first screen needs.
    public var permission: Permission { root.permission }

    /// The tab's name on screen.
    public func name(_ words: Phrasebook) -> String {
        switch self {
        case .achievement: words.frame.achievement
        case .participants: words.frame.participants
        case .classes: words.frame.classes
        case .regions: words.frame.regions
        case .monitoring: words.frame.monitoring
        case .reports: words.frame.reports
        }
    }
}
