import Keyboard
import Training
import Words

/// Capaian: the year's gauge, by kecamatan and by track.
public struct AchievementModel: Screen {
    public var tickets = TicketBook(screen: 0)

    public static let keys: [KeyBinding<Self>] = []

    public init() {}

    public mutating func handle(_ event: Event, _ context: Context) -> [Effect]? { nil }
}
