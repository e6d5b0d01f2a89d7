import Keyboard
import Training
import Words

/// The gauge and the kecamatan for a screen on the wall: large, live, without personal names.
public struct WallModel: Screen {
    public var tickets = TicketBook(screen: 0)
    /// The kecamatan, and those who live outside the regency where there are any.
    public private(set) var kecamatan: [Total] = []
    /// The kecamatan whose figure moved a moment ago.
    public private(set) var moved: Set<String> = []
    /// What went wrong with the last question, in a sentence.
    public private(set) var trouble: String?

    private static let purpose = "totals"
    private static let settling = "settling"

    public static let keys: [KeyBinding<Self>] = [
        KeyBinding(.escape, label: \.back, run: { _, _ in [.close] })
    ]

    public init() {}

    public mutating func handle(_ event: Event, _ context: Context) -> [Effect]? {
        switch event {
        case .appeared, .fileChanged, .achievement:
            let year = context.year
            return [
                .ask(tickets.take(Self.purpose)) {
                    .totals([.kecamatan: try await $0.totals(by: .kecamatan, of: year)])
                }
            ]
        case .answered(let ticket, .totals(let totals)) where tickets.redeem(ticket):
            return take(totals[.kecamatan] ?? [])
        case .failed(let ticket, let failure) where tickets.redeem(ticket):
            trouble = context.sentence(for: failure)
            return []
        case .woke(let ticket) where tickets.redeem(ticket):
            moved = []
            return []
        // A key pressed by chance changes nothing on the wall, nor does pasted text.
        case .key, .paste: return []
        default: return nil
        }
    }

    private mutating func take(_ totals: [Total]) -> [Effect] {
        let before = Dictionary(kecamatan.map { ($0.code, $0.counted) }, uniquingKeysWith: { first, _ in first })
        trouble = nil
        kecamatan = totals
        if !before.isEmpty {
            moved.formUnion(totals.filter { before[$0.code] != $0.counted }.map(\.code))
        }
        return moved.isEmpty ? [] : [.wake(tickets.take(Self.settling), after: .seconds(3))]
    }
}
