import Keyboard
import Training
import Words

/// The entry form of a participant, new or edited.
public struct ParticipantFormModel: Screen {
    public var tickets = TicketBook(screen: 0)

    public static let keys: [KeyBinding<Self>] = []

    public init() {}

    public mutating func handle(_ event: Event, _ context: Context) -> [Effect]? { nil }
}
