/// An item handed out to participants (Bantuan peralatan).
public struct Equipment: Hashable, Sendable {
    /// What it is: `mesin jahit Singer 8280`.
    public var item: String
    /// What kind of item: sewing machine, welding set.
    public var kind: String
    /// The maker's number; no two items have the same.
    public var serial: String?
    /// What it cost, in rupiah.
    public var value: Int?
    /// What it was paid from.
    public var funding: Funding?
    /// A photo's file, by name; the file itself stays where it is.
    public var photo: String?

    public init(
        item: String, kind: String, serial: String? = nil, value: Int? = nil, funding: Funding? = nil,
        photo: String? = nil
    ) {
        self.item = item
        self.kind = kind
        self.serial = serial
        self.value = value
        self.funding = funding
        self.photo = photo
    }

    /// How an item was found.
    public enum Condition: String, CaseIterable, Sendable, Codable {
        case inUse = "in-use"
        case idle, broken, lost, sold, reallocated
    }

    /// When checks are due after an item was handed over, in months.
    public static let marks = [1, 6, 12]
    /// An item that nobody looked at for so many months is on the list of those to look for.
    public static let monthsUnchecked = 6
}

/// Who has an item from a day on: a participant, or a group with its members.
public struct EquipmentHolding: Hashable, Sendable {
    public var equipment: ID<Equipment>
    /// The day it was handed over.
    public var date: CalendarDate
    /// The letter of the handover.
    public var letter: String?
    public var holder: Holder
    /// Why it was moved, where it had another holder before.
    public var note: String?

    /// Who holds.
    public enum Holder: Hashable, Sendable {
        case participant(ID<Participant>)
        /// A group by its name, with the participants in it; the first is whom to ask for.
        case group(String, members: [ID<Participant>])

        /// Everybody who holds.
        public var people: [ID<Participant>] {
            switch self {
            case .participant(let id): [id]
            case .group(_, let members): members
            }
        }
    }

    public init(
        equipment: ID<Equipment>, date: CalendarDate, letter: String? = nil, holder: Holder, note: String? = nil
    ) {
        self.equipment = equipment
        self.date = date
        self.letter = letter
        self.holder = holder
        self.note = note
    }
}

/// One look at an item.
public struct EquipmentCheck: Hashable, Sendable {
    public var equipment: ID<Equipment>
    public var date: CalendarDate
    public var visitor: String
    public var condition: Equipment.Condition
    /// Where it stood.
    public var place: String?
    public var note: String?

    public init(
        equipment: ID<Equipment>, date: CalendarDate, visitor: String, condition: Equipment.Condition,
        place: String? = nil, note: String? = nil
    ) {
        self.equipment = equipment
        self.date = date
        self.visitor = visitor
        self.condition = condition
        self.place = place
        self.note = note
    }
}

/// An item with what lists show beside it.
public struct EquipmentLine: Hashable, Sendable {
    public var equipment: Stored<Equipment>
    public var code: LabelCode
    /// Who has it, and since when; the group's name, or the person's.
    public var holding: EquipmentHolding
    /// The person to ask for.
    public var person: ParticipantRow
    /// How it was found last, and when.
    public var lastCheck: EquipmentCheck?
    /// The next check that the schedule asks for; `nil` after the last.
    public var nextDue: CalendarDate?

    public init(
        equipment: Stored<Equipment>, code: LabelCode, holding: EquipmentHolding, person: ParticipantRow,
        lastCheck: EquipmentCheck? = nil, nextDue: CalendarDate? = nil
    ) {
        self.equipment = equipment
        self.code = code
        self.holding = holding
        self.person = person
        self.lastCheck = lastCheck
        self.nextDue = nextDue
    }
}

extension EquipmentLine {
    /// Who has it: the group's name, or the person's.
    public var holderName: String {
        if case .group(let name, _) = holding.holder { name } else { person.name.text }
    }

    /// Whether a list shows the item on a day.
    public func isOn(_ list: EquipmentList, _ today: CalendarDate) -> Bool {
        let condition = lastCheck?.condition
        let isGone = condition == .lost || condition == .sold
        switch list {
        case .all: return true
        case .idle: return condition == .idle
        case .lost: return isGone
        case .due: return !isGone && (nextDue.map { $0 <= today } ?? false)
        case .unchecked:
            let seen = max(lastCheck?.date ?? holding.date, holding.date)
            return !isGone && seen.adding(months: Equipment.monthsUnchecked) < today
        }
    }
}

/// Which items a list shows.
public enum EquipmentList: String, CaseIterable, Sendable {
    /// All.
    case all
    /// Not looked at for over six months, and not gone.
    case unchecked
    /// Found idle when last looked at.
    case idle
    /// Lost, or sold.
    case lost
    /// With a check due by today.
    case due
}

/// The life-line of an item: every holder and every check, oldest first.
public struct EquipmentHistory: Hashable, Sendable {
    public var line: EquipmentLine
    public var holdings: [Stored<EquipmentHolding>]
    public var checks: [Stored<EquipmentCheck>]
    /// Who in the same desa completed the same training as a holder and has no such item: whom an idle one could go to.
    public var candidates: [ParticipantRow]

    public init(
        line: EquipmentLine, holdings: [Stored<EquipmentHolding>], checks: [Stored<EquipmentCheck>],
        candidates: [ParticipantRow]
    ) {
        self.line = line
        self.holdings = holdings
        self.checks = checks
        self.candidates = candidates
    }
}
