import Keyboard
import Training
import Words

/// The form of a class, a program, an organizer or a target.
public struct RecordFormModel: Screen {
    public var tickets = TicketBook(screen: 0)

    public static let keys: [KeyBinding<Self>] = []

    public init() {}

    public init(targetFor year: Int, existing: [Target]) {}

    public mutating func handle(_ event: Event, _ context: Context) -> [Effect]? { nil }
}
