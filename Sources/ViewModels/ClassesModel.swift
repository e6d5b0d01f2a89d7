import Keyboard
import Training
import Words

/// Kelas: classes, programs and organizers.
public struct ClassesModel: Screen {
    public var tickets = TicketBook(screen: 0)

    public static let keys: [KeyBinding<Self>] = []

    public init() {}

    public mutating func handle(_ event: Event, _ context: Context) -> [Effect]? { nil }
}
