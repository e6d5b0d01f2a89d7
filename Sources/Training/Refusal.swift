/// Why the store did not do what it was asked: nothing was changed.
public enum Refusal: Error, Sendable {
    /// The NIK belongs to somebody already.
    case nikTaken(NIK, holder: ParticipantRow)
    /// Doubts that the clerk has not confirmed. `others` are the people they are about, where they are about people.
    case unconfirmed([Doubt], others: [ParticipantRow])
    /// Another desk changed the record since editing began.
    case changedMeanwhile(theirs: Stored<Participant>, by: Author)
    /// Another desk changed a program, class or organizer since editing began.
    case recordChangedMeanwhile(by: Author)
    /// The record is not on file, or no longer.
    case gone
    /// The code stands on another record of the same kind.
    case codeTaken(Code)
    /// No record of the kind has this code; `nearest` are the codes most like it.
    case unknownCode(String, kind: CodeKind, nearest: [String])
    /// A value that the rules of its field do not allow.
    case invalid(Field)
    /// The record is referred to by others: how many, and of what kind.
    case inUse(count: Int, by: CodeKind)
    /// There is no own step left to take back.
    case nothingToUndo
    /// There is no own step left that was taken back.
    case nothingToRedo
    /// A later step changed the same record: taking the earlier one back would overwrite it.
    case changedSince(by: Step)
    /// A step that cannot be taken back or brought back.
    case cannotTakeBack(ID<Step>, TakeBackFlaw)
    /// A status set on someone that cannot follow: a date before the class, for instance.
    case dateBeforeClass(start: CalendarDate)

    /// What would come back was replaced at the person's request, by this step.
    case forgotten(by: Step)
    /// The author's role may not do this.
    case notAllowed(Role, Permission)
    /// Nobody would be left who may say who may do what.
    case noSupervisorLeft

    /// An outcome dated before the class ended.
    case outcomeBeforeEnd(end: CalendarDate)
    /// A follow-up or outcome of an enrollment that was not completed.
    case notCompleted(EnrollmentStatus)
    /// A check that the program's schedule does not have; these are its.
    case noSuchMark(Int, marks: [Int])
    /// Equipment for somebody who has completed no class: only participants are given any.
    case neverEnrolled(ParticipantRow)
    /// The serial number stands on another item.
    case serialTaken(String, LabelCode)
    /// Nothing has this code.
    case unknownLabel(LabelCode)
    /// An item is handed over or checked before it was handed over first.
    case beforeHandover(CalendarDate)
    /// A record is to be merged with itself, or told apart from itself.
    case samePersonTwice
    /// Somebody holds equipment, and so cannot be removed.
    case holdsEquipment(LabelCode)

    /// The form was keyed a second time already, and the record has not changed since.
    case verifiedAlready(by: Author)

    /// Why a step cannot be taken back or brought back.
    public enum TakeBackFlaw: Hashable, Sendable {
        /// There is no such step.
        case unknown
        /// It is another's: only one's own are taken back, at the desk where they were done.
        case notOwn(Author)
        /// It changed nothing on file: a number was shown, a file was written.
        case changedNothing
        /// It made up data for practice.
        case madeUp
        /// It is taken back already.
        case takenBack
        /// It stands: there is nothing to bring back.
        case stands
        /// It replaced somebody's data at their request.
        case forgot
    }

    /// What a code can name.
    public enum CodeKind: String, Sendable {
        case organizer, program, trainingClass, kecamatan, desa, enrollment, claim
    }

    /// The values that are checked beyond their types.
    public enum Field: String, Sendable {
        /// Seats: at least 1, at most 10.000.
        case seats
        /// The last day lies before the first.
        case classDates
        /// A fiscal year: 2000–2100.
        case year
        /// A target's count: at least 1, at most 100 million.
        case targetCount
        /// The last year of a term: after its first, and at most nine years later.
        case termYears
        /// A claim's count: at least 0, at most 100 million.
        case claimCount
        /// The number of a kecamatan's residents: at least 1, at most 100 million.
        case residentsCount
        /// A document or report dated in the future.
        case documentDate
        /// A check, outcome or handover dated in the future.
        case checkDate
        /// The next try lies before the attempt.
        case nextTry
        /// The visitor is not named.
        case visitor
        /// Workers from training exceed the workers taken on, or either is negative.
        case workers
        /// A business number (NIB) that is not 13 digits.
        case nib
        /// A value in rupiah: 0 to 100 billion.
        case rupiah
        /// A group without members.
        case groupMembers
        /// A program's schedule: rising months from 1 to 60, at most six.
        case followUpMarks
        /// A title or name is empty.
        case title
        /// The reason for a missing NIK is empty.
        case noNIKReason
        /// A birth date in the future, or before 1900.
        case birthDate
        /// SKKNI on a track other than competency.
        case skkni
        /// Pokir on a track other than non-competency.
        case pokir
        /// A PIN's length: 6 to 64 characters.
        case pin
        /// The minutes after which a desk locks itself: 1 to 480.
        case lockMinutes
        /// A reason that holds a number, which the log must not.
        case reason
        /// A second entry that corrects other fields than those it found wrong, or compares none.
        case verdicts
    }
}

/// What can be wrong with the file itself, or with the machine under it.
public enum StoreFailure: Error, Sendable {
    /// The file is missing (exit 66).
    case noSuchFile(path: String)
    /// The file is there, and the system does not let it be read (exit 66).
    case unreadable(path: String)
    /// The folder that the file is to stand in is missing (exit 73).
    case noSuchFolder(path: String, folder: String)
    /// The folder cannot be written (exit 73).
    case cannotCreate(path: String, reason: String)
    /// The file is not silat's (exit 65).
    case notOurs(path: String)
    /// The file was written by a later version of silat (exit 65); `program` is the first that knows its layout, where it says so.
    case newer(path: String, fileVersion: Int, supported: Int, program: String?)
    /// The file holds tables, views or triggers that silat does not make, by type and name; nothing in it was run (exit 65).
    case oddSchema(path: String, objects: [String])
    /// The file was written by an earlier version of silat, and cannot be written to bring it up to date (exit 73).
    case older(path: String)
    /// The file can be read but not written (exit 73).
    case readOnly(path: String)
    /// No room on the disk (exit 73).
    case diskFull(path: String)
    /// Not room enough for an automatic backup, in bytes (exit 73).
    case noRoomForBackup(path: String, needed: Int, free: Int)
    /// The system does not let this user say who may read a file (exit 73).
    case accessRefused(path: String, reason: String)
    /// Another program holds the file (exit 75).
    case busy(path: String)
    /// The file is damaged (exit 65).
    case damaged(path: String, detail: String)
    /// Anything else that the system reported (exit 73).
    case system(path: String, detail: String)
}

/// Why something was not written to a file.
public enum ExportFailure: Error, Hashable, Sendable {
    /// There is such a file, and nobody has said that it may be replaced.
    case exists(path: String)
    /// The system's own words.
    case cannotWrite(path: String, reason: String)
    /// The ending of the path names no form of file that this can be written in.
    case unknownEnding(path: String, endings: [String])
    /// More rows than a workbook's sheet holds.
    case tooManyRows(path: String, most: Int)
    /// A text is longer than a workbook's cell holds.
    case textTooLong(path: String, row: Int, column: String, length: Int, most: Int)
}
