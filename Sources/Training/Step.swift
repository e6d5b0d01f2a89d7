import Foundation

/// One thing somebody did, whatever number of records it changed: the unit of the log and of undo.
public struct Step: Hashable, Sendable {
    /// Its number, which also tells when it was done.
    public var id: ID<Step>
    /// When, by the desk's clock, which never runs backwards.
    public var time: Date
    /// Who did it.
    public var author: Author
    /// What was done.
    public var kind: Kind
    /// The step that this one takes back, if it is an undo; where that is an undo itself, this one brings back what it took.
    public var undoes: ID<Step>?
    /// How many records it changed.
    public var changes: Int
    /// What it was about, without personal data: a class code, a file's name.
    public var note: String?
    /// The name of whom it was about, where it was about one person.
    public var person: String?
    /// Whether a later step took it back, and none brought it back since.
    public var isTakenBack: Bool
    /// Of an undo: what kind of step it took back in the end, or brought back.
    public var origin: Kind?
    /// Of an undo: whether it brought that back, by taking back what took it back.
    public var isRedo: Bool
    /// The merge that brought it in, where it was done in another file.
    public var merge: ID<Step>?

    /// What can be done.
    public enum Kind: String, CaseIterable, Sendable, Codable {
        case addParticipant, editParticipant, deleteParticipant
        case enroll, setStatus, removeEnrollment
        case addOrganizer, editOrganizer, deleteOrganizer
        case addProgram, editProgram, deleteProgram
        case addClass, editClass, deleteClass
        case setTarget, setClaim, setResidents
        case recordFollowUp, recordOutcome, assignVisitor
        case addEquipment, editEquipment, checkEquipment, moveEquipment
        case addRecall, setRecallState
        case secondEntry, mergeParticipants, keepApart, forgetApart
        case importRoster, generate, restore, repair, mergeFile
        case reveal, export
        case setRole, removeOperator, setLock, setPIN, failedUnlock
        case forget
        case undo
    }

    /// A step as the log tells it.
    public init(
        id: ID<Step>, time: Date, author: Author, kind: Kind, undoes: ID<Step>? = nil,
        changes: Int, note: String? = nil, person: String? = nil, isTakenBack: Bool = false,
        origin: Kind? = nil, isRedo: Bool = false, merge: ID<Step>? = nil
    ) {
        self.id = id
        self.time = time
        self.author = author
        self.kind = kind
        self.undoes = undoes
        self.changes = changes
        self.note = note
        self.person = person
        self.isTakenBack = isTakenBack
        self.origin = origin
        self.isRedo = isRedo
        self.merge = merge
    }
}

/// Who does something, and where.
public struct Author: Hashable, Sendable {
    /// The operator's name, as given or as logged in.
    public var name: String
    /// The desk: the machine or terminal that the operator sits at.
    public var desk: String

    /// An operator at a desk.
    public init(name: String, desk: String) {
        self.name = name
        self.desk = desk
    }
}
