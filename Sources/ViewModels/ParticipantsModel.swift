import Keyboard
import Training
import Words

/// Peserta: the table of participants.
public struct ParticipantsModel: Screen {
    public var tickets = TicketBook(screen: 0)

    public static let keys: [KeyBinding<Self>] = []

    public init() {}

    public init(query: ParticipantQuery, title: String) {}

    public mutating func handle(_ event: Event, _ context: Context) -> [Effect]? { nil }
}
