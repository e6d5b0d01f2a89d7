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
    /// The step that this one takes back, if it is an undo.
    public var undoes: ID<Step>?
    /// How many records it changed.
    public var changes: Int
    /// What it was about, without personal data: a class code, a file's name.
    public var note: String?

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
        case importRoster, generate, restore
        case reveal, export
        case undo
    }

    /// A step as the log tells it.
    public init(
        id: ID<Step>, time: Date, author: Author, kind: Kind, undoes: ID<Step>? = nil,
        changes: Int, note: String? = nil
    ) {
        self.id = id
        self.time = time
        self.author = author
        self.kind = kind
        self.undoes = undoes
        self.changes = changes
        self.note = note
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
