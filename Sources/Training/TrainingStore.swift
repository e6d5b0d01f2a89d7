import Foundation

/// What is on file, and the one door through which it changes.
///
/// Every method speaks of what was committed last, here or at another desk. Reading never waits for a writer.
/// Methods throw ``Refusal`` where a rule says no, and ``StoreFailure`` where the file or the machine does.
public protocol TrainingStore: Sendable {
    /// Does one thing, whole or not at all, and enters it in the log.
    ///
    /// When this returns, the change is on disk.
    func perform(_ action: Action, by author: Author) async throws -> Receipt

    /// Adds a stream of participants as one step; see ``Intake``.
    ///
    /// - Parameters:
    ///   - kind: what the log calls it: an import or generated data.
    ///   - note: what the log says of its origin, without personal data.
    ///   - intake: is called once, inside the transaction. Where it throws, nothing is kept.
    /// - Returns: what `intake` returns.
    func takeIn<Result: Sendable>(
        as kind: Step.Kind, note: String, by author: Author, keep: Bool,
        _ intake: @Sendable @escaping (any Intake) throws -> Result
    ) async throws -> Result

    // Figures

    /// The fiscal years that have a target, a program or both, newest first.
    func years() async throws -> [Int]
    /// The newest fiscal year that has a target.
    func newestTargetYear() async throws -> Int?
    /// How a year stands.
    func achievement(of year: Int) async throws -> Achievement
    /// A year's totals, each line with its target. Places and tracks with nobody are lines too.
    func totals(by dimension: Dimension, of year: Int) async throws -> [Total]
    /// A year's totals by two dimensions at once.
    func cross(_ rows: Dimension, _ columns: Dimension, of year: Int) async throws -> CrossTable
    /// All targets on file, newest year first.
    func targets() async throws -> [Stored<Target>]
    /// Every target that was ever set for a year, oldest first: which held on which day.
    func targetHistory(of year: Int) async throws -> [TargetVersion]
    /// How far a year should be by today.
    func pace(of year: Int, today: CalendarDate) async throws -> Pace
    /// Who has entered how much that counts in a year, since some time; the most first.
    func entries(of year: Int, since: Date) async throws -> [EntryCount]
    /// How a year's headline comes about, or how it stood at an earlier time, by the log.
    ///
    /// - Parameter asOf: counts what was entered before this moment; `nil` for now.
    func explanation(of year: Int, asOf: Date?) async throws -> Explanation
    /// What each organizer claimed for a year beside the names on file, by code.
    func contributions(of year: Int) async throws -> [Contribution]
    /// How many people live in each kecamatan, where that is known.
    func residents() async throws -> [Residents]

    // People

    func participant(_ id: ID<Participant>) async throws -> Stored<Participant>?
    func participant(nik: NIK) async throws -> Stored<Participant>?
    /// What a list shows of one participant.
    func row(of id: ID<Participant>) async throws -> ParticipantRow?
    /// A page of at most `count` rows.
    func page(of query: ParticipantQuery, _ start: PageStart, count: Int) async throws -> ParticipantPage
    /// How many rows a list has.
    func count(of query: ParticipantQuery) async throws -> Int
    /// How many rows a list has, counted no further than to `limit`.
    func count(of query: ParticipantQuery, upTo limit: Int) async throws -> RowCount
    /// Everything a participant has joined, newest class first.
    func enrollments(of id: ID<Participant>) async throws -> [EnrollmentLine]
    /// The doubts confirmed and not settled, of one participant.
    func openDoubts(of id: ID<Participant>) async throws -> [Doubt]

    /// What is on file of somebody, and where copies may be; `nil` where nothing is known of them, not even by the log.
    func traces(of id: ID<Participant>) async throws -> ForgottenTraces?
    // People who may be one

    /// Those who may be one person: of everybody on file, or of one with the others. Whoever was found to be somebody else is left out.
    ///
    /// Takes seconds where a million are on file. A task that is cancelled stops.
    ///
    /// - Parameters:
    ///   - count: the most pairs to list.
    ///   - progress: is told how far it has come, 0 to 1.
    func duplicates(
        of participant: ID<Participant>?, count: Int, progress: @Sendable @escaping (Double) -> Void
    ) async throws -> DuplicateList
    /// Those who were found to be two people, the last decided first.
    func distinctPeople() async throws -> [DuplicatePair]
    /// Who is on file in the place of somebody who was merged into them; `nil` for whoever was not.
    func whoStays(for gone: ID<Participant>) async throws -> ID<Participant>?

    // What became of them

    /// Checks that the schedule asks for, nearest first, at most `count`.
    func followUps(_ query: FollowUpQuery, today: CalendarDate, count: Int) async throws -> [DueFollowUp]
    /// How many checks there are; `nil` for those of a visitor or an enrollment, which are not counted without a look at each.
    func followUpCount(_ query: FollowUpQuery, today: CalendarDate) async throws -> Int?
    /// How the checks of each kecamatan stand, or of each desa of one.
    func followUpCounts(in kecamatan: RegionCode?, today: CalendarDate) async throws -> [FollowUpCount]
    /// What was done for an enrollment, oldest first.
    func followUps(of enrollment: ID<Enrollment>) async throws -> [Stored<FollowUp>]
    /// What was found of somebody, oldest first.
    func outcomes(of participant: ID<Participant>) async throws -> [Stored<Outcome>]
    /// Somebody's path from registration on, oldest first.
    func path(of participant: ID<Participant>) async throws -> [PathStep]
    /// The ladder of outcomes of a year, by a dimension, or as a whole where none is given.
    func ladder(by dimension: Dimension?, of year: Int, today: CalendarDate) async throws -> [OutcomeLadder]
    /// The codes of checks on paper; a check that has none yet is given one.
    func codes(of checks: [DueFollowUp]) async throws -> [LabelCode]
    /// The check that a code stands for, or a ``Refusal/unknownLabel(_:)``.
    func followUp(code: LabelCode, today: CalendarDate) async throws -> DueFollowUp

    /// Items, by code.
    func equipment(
        _ list: EquipmentList, in region: ParticipantQuery.RegionFilter?, today: CalendarDate
    ) async throws -> [EquipmentLine]
    /// The life-line of an item.
    func equipmentHistory(_ id: ID<Equipment>, today: CalendarDate) async throws -> EquipmentHistory?
    /// The item that a code stands for, or a ``Refusal/unknownLabel(_:)``.
    func equipment(code: LabelCode) async throws -> ID<Equipment>

    /// Those who completed a class and may fit, by name.
    func alumni(_ query: AlumniQuery, today: CalendarDate) async throws -> [AlumniLine]
    /// The same people, without what a list says of each.
    func alumniPeople(_ query: AlumniQuery, today: CalendarDate) async throws -> [ID<Participant>]
    /// What a list says of some of them, by name.
    func alumni(
        _ query: AlumniQuery, among people: [ID<Participant>], today: CalendarDate
    ) async throws -> [AlumniLine]
    /// The lists of recall that were kept, newest first.
    func recalls() async throws -> [Stored<Recall>]
    /// Those on a list of recall, by name.
    func recall(_ id: ID<Recall>) async throws -> [AlumniLine]
    /// What came of each council member's proposal in a year.
    func pokirTrails(of year: Int, today: CalendarDate) async throws -> [PokirTrail]

    // Programs and classes

    func organizers() async throws -> [Stored<Organizer>]
    func programs(of year: Int) async throws -> [ProgramLine]
    /// The classes of a fiscal year by code, each with its seats taken.
    func classes(of year: Int) async throws -> [ClassLine]
    /// The classes of a fiscal year that fit what was typed, at most `count`, and how many do; all fit an empty text.
    ///
    /// Every word typed has to begin a word of the code or of the program's title. Whose code or title is what was typed comes first, then
    /// whose code begins so, then whose title does; among equals the code decides.
    func classes(of year: Int, fitting text: String, count: Int) async throws -> (lines: [ClassLine], total: Int)
    /// The last classes of a fiscal year by code, at most `count`, and how many there are.
    func lastClasses(of year: Int, count: Int) async throws -> (lines: [ClassLine], total: Int)
    func trainingClass(_ id: ID<TrainingClass>) async throws -> ClassLine?
    /// The class of this code, or a ``Refusal/unknownCode(_:kind:nearest:)`` naming the nearest.
    func trainingClass(code: String) async throws -> ClassLine
    func program(code: String) async throws -> ProgramLine
    func organizer(code: String) async throws -> Stored<Organizer>
    /// A class's roster by name.
    func roster(of id: ID<TrainingClass>) async throws -> [RosterLine]

    // Second entries

    /// A class's people by name, each as the first entry left them, with the last second entry.
    func secondEntries(of trainingClass: ID<TrainingClass>) async throws -> [SecondEntryLine]
    /// The second entries asked for, by class and name: what error rates are counted from.
    func comparedEntries(_ scope: SecondEntryScope) async throws -> [ComparedEntry]

    // The log

    /// The newest steps first, at most `count`; of one participant where asked.
    func log(of participant: ID<Participant>?, count: Int) async throws -> [Step]
    /// The steps that are asked for, the newest first, at most `count`.
    ///
    /// - Parameter before: only steps older than this one: the last of the page before.
    func log(_ query: LogQuery, before: ID<Step>?, count: Int) async throws -> [Step]
    /// One step.
    func step(_ id: ID<Step>) async throws -> Step?
    /// What a step changed, record by record, in the order it was done.
    ///
    /// - Parameters:
    ///   - place: the first one's place in the step, from 0: an import has one for each of 100.000 rows.
    ///   - count: the most to read.
    func changes(of step: ID<Step>, from place: Int, count: Int) async throws -> [ChangeEntry]
    /// The step that ``Action/undo`` would take back.
    func undoable(by author: Author) async throws -> Step?
    /// The step that ``Action/redo`` would bring back.
    func redoable(by author: Author) async throws -> Step?

    // Who may do what

    /// The operators on file, by name.
    func operators() async throws -> [Stored<Operator>]
    /// The role of an operator of this name.
    ///
    /// Where no operator is on file the office has not begun to use roles, and everybody is a supervisor; where some are, whoever
    /// is not among them is a reader.
    func role(of operatorName: String) async throws -> Role

    /// How an operator's desk is locked.
    func deskLock(of operatorName: String) async throws -> DeskLock
    /// After how many minutes without a key desks lock themselves; `nil` where they never do.
    func lockMinutes() async throws -> Int?
    /// Looks whether a PIN is the author's. A wrong one stands in the log, and the next is looked at after a wait that grows.
    func tryPIN(_ pin: String, by author: Author) async throws -> PINAnswer
    /// Gives the author a PIN, kept as a slow hash and outside the log, or takes it away. That it was done is logged.
    func setPIN(_ pin: String?, by author: Author) async throws
    /// Takes away an operator's PIN that was forgotten.
    func resetPIN(of operatorName: String, by author: Author) async throws
    // Other files

    /// Brings in what was done in another file that was a copy of this one once, as one step; or rehearses that.
    ///
    /// A task that is cancelled keeps nothing, and the other file is never changed.
    ///
    /// - Parameter progress: is told how far it has come, some times a second.
    /// - Throws: ``FileMergeTrouble``, ``StoreFailure``; nothing was changed then.
    func merge(
        _ plan: FileMergePlan, by author: Author, progress: @escaping @Sendable (FileMergeProgress) -> Void
    ) async throws -> FileMergeOutcome
    /// The steps that a merge brought in from another file, the newest first; of one participant where asked.
    func steps(mergedBy merge: ID<Step>, about participant: ID<Participant>?) async throws -> [Step]

    // Rosters

    /// Who has sent rosters before, by name.
    func senders() async throws -> [String]
    /// What a sender's headings were taken for; a heading with no column was left out.
    func columns(of sender: String) async throws -> [String: RosterColumn?]
    /// Remembers what a sender's headings are taken for. Not part of the log.
    func keepColumns(_ columns: [String: RosterColumn?], of sender: String) async throws
    /// The imports of the file with this hash that were not taken back, newest first.
    func imports(hash: String) async throws -> [Step]

    // Drafts

    /// Keeps what was typed into a form and not saved; `nil` forgets it. Not part of the log.
    func keepDraft(_ draft: String?, form: String, by author: Author) async throws
    /// What was typed into a form and not saved.
    func draft(form: String, by author: Author) async throws -> String?

    /// Looks for everything that could be wrong with the file.
    func check() async throws -> [CheckFinding]
    /// Everything on file about all participants or enrollments, in the order they were entered, one call a row.
    ///
    /// Their versions are not looked up, and stand as 0: no edit can be based on them.
    func eachParticipant(
        _ query: ParticipantQuery, _ body: @Sendable @escaping (Stored<Participant>) throws -> Void
    ) async throws
    /// All enrollments of a fiscal year, or of all years; what each person joined last is not looked up.
    func eachEnrollment(
        year: Int?, _ body: @Sendable @escaping (ParticipantRow, EnrollmentLine) throws -> Void
    ) async throws
}

/// Where a stream of participants goes, inside one transaction.
public protocol Intake {
    /// Says who comes next, and what those who came before have in common with them. Who is found so, from the first to the last and in order, need
    /// not be looked for.
    func meet(_ participant: Participant, _ sighting: Sighting) throws
    /// Who holds this NIK.
    func holder(of nik: NIK) throws -> ID<Participant>?
    /// What a list shows of one participant; a message names the holder of a NIK by it.
    func row(of id: ID<Participant>) throws -> ParticipantRow?
    /// Everything on file about one participant.
    func participant(_ id: ID<Participant>) throws -> Participant?
    /// Those of the same name who may be the same person, by the rule of the entry form.
    func lookalikes(of participant: Participant) throws -> [Lookalike]
    /// Puts new values in the place of those on file.
    ///
    /// - Throws: ``Refusal/nikTaken(_:holder:)`` where somebody else has the NIK.
    func update(_ id: ID<Participant>, to participant: Participant) throws
    /// Adds a participant whose NIK is not on file, with the doubts to settle.
    func add(_ participant: Participant, doubts: [Doubt]) throws -> ID<Participant>
    /// Enrols somebody; `nil` where they are in the class already.
    func enroll(_ participant: ID<Participant>, in trainingClass: ID<TrainingClass>, standing: EnrollmentStanding)
        throws -> ID<Enrollment>?
    /// Puts doubts about somebody on the list to settle.
    ///
    /// - Returns: those that were not on it already.
    func note(_ doubts: [Doubt], about participant: ID<Participant>) throws -> [Doubt]
    /// Adds an organizer, program, class or target; for made-up data.
    func add(_ organizer: Organizer) throws -> ID<Organizer>
    func add(_ program: Program) throws -> ID<Program>
    func add(_ trainingClass: TrainingClass) throws -> ID<TrainingClass>
    func set(_ target: Target) throws
    func set(_ claim: Claim) throws
    func set(_ residents: Residents) throws
    /// Records a check, what was found, or equipment, as the actions of the same name do; for made-up data.
    func record(_ followUp: FollowUp, found: Outcome.Fact?, on today: CalendarDate) throws
    func add(_ equipment: Equipment, to holder: EquipmentHolding.Holder, on date: CalendarDate, letter: String?)
        throws -> ID<Equipment>
    func record(_ check: EquipmentCheck) throws
    func move(_ holding: EquipmentHolding) throws
}

/// Somebody on file who may be a person that is being entered, and why.
public struct Lookalike: Hashable, Sendable {
    public var row: ParticipantRow
    public var doubt: Doubt

    public init(row: ParticipantRow, doubt: Doubt) {
        self.row = row
        self.doubt = doubt
    }
}

/// A program with what lists show beside it.
public struct ProgramLine: Hashable, Sendable {
    public var program: Stored<Program>
    public var organizer: Organizer?
    /// How many classes it has.
    public var classes: Int

    /// A line of a list of programs.
    public init(program: Stored<Program>, organizer: Organizer?, classes: Int) {
        self.program = program
        self.organizer = organizer
        self.classes = classes
    }
}

/// A class with what lists show beside it.
public struct ClassLine: Hashable, Sendable {
    public var trainingClass: Stored<TrainingClass>
    /// What is taught, held once for all classes of a list that teach it.
    public let sharedProgram: Shared<Program>
    /// Enrollments by status.
    public var enrollments: EnrollmentCounts

    /// A line of a list of classes.
    public init(trainingClass: Stored<TrainingClass>, program: Program, enrollments: EnrollmentCounts) {
        self.init(trainingClass: trainingClass, program: Shared(program), enrollments: enrollments)
    }

    /// A line of a list in which many classes are of one program.
    public init(trainingClass: Stored<TrainingClass>, program: Shared<Program>, enrollments: EnrollmentCounts) {
        self.trainingClass = trainingClass
        sharedProgram = program
        self.enrollments = enrollments
    }

    /// What is taught.
    public var program: Program { sharedProgram.value }

    /// Seats taken: everybody but those who dropped out or cancelled.
    public var taken: Int { enrollments.total - enrollments[.dropped] - enrollments[.cancelled] }
}

/// A value that many lines of a list have in common, held once.
public final class Shared<Value: Hashable & Sendable>: Hashable, Sendable {
    public let value: Value

    /// Holds a value for all who have it.
    public init(_ value: Value) { self.value = value }

    /// Whether the values are the same, wherever they are held.
    public static func == (one: Shared, other: Shared) -> Bool { one === other || one.value == other.value }

    public func hash(into hasher: inout Hasher) { value.hash(into: &hasher) }
}

/// One participant of a class.
public struct RosterLine: Hashable, Sendable {
    public var enrollment: Stored<Enrollment>
    public var participant: ParticipantRow
    /// That the paper form was keyed a second time; `nil` where it was not.
    public var verification: Verification?

    /// A line of a roster.
    public init(
        enrollment: Stored<Enrollment>, participant: ParticipantRow, verification: Verification? = nil
    ) {
        self.enrollment = enrollment
        self.participant = participant
        self.verification = verification
    }
}

/// One class of a participant.
public struct EnrollmentLine: Hashable, Sendable {
    public var enrollment: Stored<Enrollment>
    public var trainingClass: TrainingClass
    public var program: Program

    /// A line of a participant's history.
    public init(enrollment: Stored<Enrollment>, trainingClass: TrainingClass, program: Program) {
        self.enrollment = enrollment
        self.trainingClass = trainingClass
        self.program = program
    }
}

/// One thing that `check` looked at.
public struct CheckFinding: Hashable, Sendable {
    public var check: Check
    /// `nil` where it is in order; else what is wrong.
    public var problem: String?
    /// What was found, where that says something by itself: a layout's number, bytes, how many.
    public var value: String?

    /// What is looked at.
    public enum Check: String, CaseIterable, Sendable {
        case integrity, foreignKeys, tallies, searchIndex, logChain, schema, version, drafts, freeSpace, permissions
    }

    /// A thing looked at.
    public init(_ check: Check, problem: String? = nil, value: String? = nil) {
        self.check = check
        self.problem = problem
        self.value = value
    }
}
