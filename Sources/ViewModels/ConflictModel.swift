import Keyboard
import Training
import Words

/// Two versions of a participant, field by field.
public struct ConflictModel: Screen {
    public var tickets = TicketBook(screen: 0)

    public static let keys: [KeyBinding<Self>] = []

    public init() {}

    public mutating func handle(_ event: Event, _ context: Context) -> [Effect]? { nil }
}
