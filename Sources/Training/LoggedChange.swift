import Foundation

/// One record that a step touched: what stood there before, and what after.
public struct ChangeEntry: Hashable, Sendable {
    /// Its place in the step, from 0.
    public var place: Int
    /// The record.
    public var record: LoggedRecord
    /// What was done to it.
    public var way: Way
    /// The fields that differ; of a record that was added or removed, all that said something.
    public var fields: [FieldChange]
    /// Who made it in the file that a merge brought in, and when; `nil` for all other steps.
    public var origin: ChangeOrigin?

    /// What can be done to a record.
    public enum Way: String, CaseIterable, Sendable {
        case added, changed, removed
    }

    /// A change as the log tells it.
    public init(
        place: Int, record: LoggedRecord, way: Way, fields: [FieldChange], origin: ChangeOrigin? = nil
    ) {
        self.place = place
        self.record = record
        self.way = way
        self.fields = fields
        self.origin = origin
    }
}

/// A record that the log speaks of, whether or not it is still on file.
public struct LoggedRecord: Hashable, Sendable {
    public var kind: Kind
    /// The record's number.
    public var id: Int64
    /// What people know it by: a name or a code, without NIK; `nil` where nothing of it is known any more.
    public var name: String?
    /// Whom it is about, where that is somebody on file.
    public var participant: ID<Participant>?
    /// The class that it is, or is part of, where that is on file.
    public var trainingClass: ID<TrainingClass>?
    /// The item that it is, or is about, where that is on file.
    public var equipment: ID<Equipment>?

    /// The kinds of records there are.
    public enum Kind: String, CaseIterable, Sendable {
        case organizer, program, trainingClass, participant, enrollment, target, doubt, claim, residents
        case followUp, outcome, assignment, equipment, holding, holder, equipmentCheck, recall, recallEntry
        case deskOperator, setting, secondEntry, mergedParticipant, distinctPeople
    }

    /// A record by what people know it by.
    public init(
        kind: Kind, id: Int64, name: String?, participant: ID<Participant>? = nil,
        trainingClass: ID<TrainingClass>? = nil, equipment: ID<Equipment>? = nil
    ) {
        self.kind = kind
        self.id = id
        self.name = name
        self.participant = participant
        self.trainingClass = trainingClass
        self.equipment = equipment
    }
}

/// One field of a record, before a step and after.
public struct FieldChange: Hashable, Sendable {
    public var field: LoggedField
    /// What stood there before; `nil` where nothing did.
    public var before: LoggedValue?
    /// What stood there after; `nil` where nothing did.
    public var after: LoggedValue?

    /// A field before and after.
    public init(_ field: LoggedField, before: LoggedValue?, after: LoggedValue?) {
        self.field = field
        self.before = before
        self.after = after
    }
}

/// The fields that the log tells of, by the names of their columns.
public enum LoggedField: String, CaseIterable, Sendable {
    case code, name, title, kind, year, track, vocation, organizer, funding, skkni
    case pokirProposer = "pokir_proposer"
    case pokirReference = "pokir_reference"
    case followUpMonths = "follow_up_months"
    case program
    case startDate = "start_date"
    case endDate = "end_date"
    case place, seats, instructor, nik
    case noNIKReason = "no_nik_reason"
    case birthplace
    case birthDate = "birth_date"
    case sex, kecamatan, desa, address, phone, education, occupation
    case participant
    case trainingClass = "class"
    case status, since, detail, scope, stage, count, rule, source
    case sourceDate = "source_date"
    case reportedOn = "reported_on"
    case letter, enrollment, mark, date, visitor, method, reached
    case nextTry = "next_try"
    case note, uses, employer, sector, formal, band, business, nib, workers
    case trainedWorkers = "trained_workers"
    case reason, item, serial, value, photo, equipment
    case groupName = "group_name"
    case holding, condition, criteria, recall, state
    case role
    case compared
    case firstWrong = "first_wrong"
    case secondWrong = "second_wrong"
    case gone, stays, one, other
}

/// What stood in a field, as its type; NIK and phone are masked wherever they are shown.
public enum LoggedValue: Hashable, Sendable {
    case text(String)
    case number(Int)
    case rupiah(Int)
    case year(Int)
    case flag(Bool)
    case date(CalendarDate)
    case months([Int])
    case nik(NIK)
    case phone(PhoneNumber)
    /// A place of the regency.
    case region(RegionCode)
    /// Somewhere outside it.
    case outside
    /// Another record, by its name or code.
    case record(String)
    case track(Track)
    case funding(Funding)
    case organizerKind(Organizer.Kind)
    case sex(Sex)
    case education(Education)
    case status(EnrollmentStatus)
    case doubt(Doubt)
    /// Whom a target is for; the name of the organizer, where it is one.
    case scope(Target.Scope, organizer: String?)
    case stage(Target.Stage)
    case rule(CountingRule)
    case method(FollowUp.Method)
    case outcome(Outcome.Kind)
    case sector(Outcome.Sector)
    case income(Outcome.IncomeBand)
    case reason(Outcome.Reason)
    case condition(Equipment.Condition)
    case recallState(RecallEntry.State)
    case role(Role)
    /// Fields that were keyed a second time.
    case fields([VerifiedField])
}

/// Which steps of the log are wanted.
public struct LogQuery: Hashable, Sendable {
    /// Those that touched this person, or what belongs to them.
    public var participant: ID<Participant>?
    /// Those of this operator at this desk.
    public var author: Author?
    /// Those of an operator of this name, at whatever desk.
    public var operatorName: String?
    /// Those of these kinds; of all where empty.
    public var kinds: Set<Step.Kind>
    /// Those from this moment on.
    public var since: Date?
    /// Those before this moment.
    public var until: Date?
    /// Those whose note, or the name of whom they are about, has these words.
    public var words: String

    /// All steps, unless told otherwise.
    public init(
        participant: ID<Participant>? = nil, author: Author? = nil, operatorName: String? = nil,
        kinds: Set<Step.Kind> = [], since: Date? = nil, until: Date? = nil, words: String = ""
    ) {
        self.participant = participant
        self.author = author
        self.operatorName = operatorName
        self.kinds = kinds
        self.since = since
        self.until = until
        self.words = words
    }
}
