/// Everything that changes what is on file. Each is one step of the log: done whole or not at all.
public enum Action: Sendable {
    /// Adds a participant and, where a class is given, enrols them in it.
    ///
    /// `confirmed` are the doubts that the clerk has seen; any other that the store finds refuses the action.
    case addParticipant(Participant, in: ID<TrainingClass>?, confirmed: Set<Doubt>)
    /// Changes a participant. `basedOn` is the record as it was when editing began.
    case editParticipant(Stored<Participant>, basedOn: Stored<Participant>, confirmed: Set<Doubt>)
    /// Removes a participant with all enrollments.
    case deleteParticipant(ID<Participant>)
    /// Assigns people on file to a class. Whoever is in it already is passed over.
    case enroll([ID<Participant>], in: ID<TrainingClass>, standing: EnrollmentStanding?, confirmed: Set<Doubt>)
    /// Sets the standing of enrollments, each its own: certificates have a number each, and one undo takes all back.
    ///
    /// An enrollment that stands so already is passed over; where one is no longer on file, nothing is set.
    case setStandings([(enrollment: ID<Enrollment>, standing: EnrollmentStanding)])
    /// Removes an enrollment entered by mistake; one that was given up is cancelled instead.
    case removeEnrollments([ID<Enrollment>])
    case addOrganizer(Organizer)
    case editOrganizer(Stored<Organizer>)
    case deleteOrganizer(ID<Organizer>)
    case addProgram(Program)
    case editProgram(Stored<Program>)
    case deleteProgram(ID<Program>)
    case addClass(TrainingClass)
    case editClass(Stored<TrainingClass>)
    case deleteClass(ID<TrainingClass>)
    /// Sets a target, in place of an earlier one of the same year, scope and stage.
    case setTarget(Target)
    /// Sets what an organizer claims for a year, in place of what it claimed before.
    case setClaim(Claim)
    /// Sets how many people live in a kecamatan, in place of an earlier number.
    case setResidents(Residents)
    /// Records a check of an enrollment, or an attempt, and what was found, where somebody was reached.
    ///
    /// The third attempt that reaches nobody makes the person unreachable, which is an outcome.
    case recordFollowUp(FollowUp, found: Outcome.Fact?)
    /// Records what became of somebody, outside the schedule.
    case recordOutcome(Outcome)
    /// Gives checks to a visitor, or takes them back where none is named.
    case assignVisitor([(enrollment: ID<Enrollment>, mark: Int)], visitor: String?)
    /// Adds an item and hands it over.
    case addEquipment(Equipment, EquipmentHolding.Holder, on: CalendarDate, letter: String?)
    case editEquipment(Stored<Equipment>)
    /// Records how an item was found.
    case checkEquipment(EquipmentCheck)
    /// Gives an item to another holder; the earlier ones stay on its life-line.
    case moveEquipment(EquipmentHolding)
    /// Keeps a list of people to recall.
    case addRecall(Recall, [ID<Participant>])
    /// Says how far the recall of some people has come.
    case setRecallState([ID<RecallEntry>], RecallEntry.State, on: CalendarDate, note: String?)
    /// Makes one record of two: what belonged to the one that goes belongs to the one that stays, and the log of both is its log.
    ///
    /// Where both are in a class, or hold an item, or stand on a list, one entry is left: the one that has come further.
    case mergeParticipants(Merge, confirmed: Set<Doubt>)
    /// Says that two people who look like one are two: they are not offered again.
    case keepApart(ID<Participant>, ID<Participant>)
    /// Takes that back.
    case forgetApart(ID<Participant>, ID<Participant>)
    /// Records that a paper form was keyed a second time, and corrects the record where the second entry was right.
    ///
    /// `of` is the record that was compared; `corrected` is that record with the fields of the second entry that were right, and
    /// no other change.
    case verify(SecondEntry, of: Stored<Participant>, corrected: Participant, confirmed: Set<Doubt>)
    /// Records that a NIK or phone number was shown in full, and why.
    case reveal(ID<Participant>, RevealReason = .command)
    /// Records that personal data left the file, and why numbers left in full.
    case export(what: String, count: Int, withNIK: Bool, reason: RevealReason? = nil)
    /// Replaces what is on file and in the log of somebody who lawfully asked for it; see ``ForgottenTraces``. Cannot be taken back.
    case forget(ID<Participant>, reason: String?)
    /// Puts an operator on file, or gives one another role.
    case setRole(Operator)
    /// Takes an operator off file.
    case removeOperator(ID<Operator>)
    /// Sets after how many minutes without a key desks lock themselves; `nil`: they do not.
    case setLock(after: Int?)
    /// Takes back the author's last step at this desk that is not taken back yet.
    case undo
    /// Takes back one of the author's own steps at this desk, whichever it is.
    case undoStep(ID<Step>)
    /// Brings back what the author took back last at this desk.
    case redo
    /// Brings back one of the author's own steps that was taken back.
    case redoStep(ID<Step>)
}

extension Action {
    /// Sets the same standing on several enrollments.
    public static func setStanding(_ enrollments: [ID<Enrollment>], _ standing: EnrollmentStanding) -> Action {
        .setStandings(enrollments.map { ($0, standing) })
    }
}

/// What came of an action.
public struct Receipt: Hashable, Sendable {
    /// The step that stands in the log; `nil` where nothing had to be changed.
    public var step: ID<Step>?
    /// The record that was added or changed, by its number: of the kind that the action is about.
    public var record: Int64?
    /// How many of the records asked for were changed.
    public var changed: Int
    /// How many stood so already and were left.
    public var unchanged: Int
    /// For an undo: what kind of step was taken back.
    public var undone: Step.Kind?
    /// For a redo: what kind of step was brought back.
    public var redone: Step.Kind?

    /// What came of an action.
    public init(
        step: ID<Step>?, record: Int64? = nil, changed: Int, unchanged: Int = 0,
        undone: Step.Kind? = nil, redone: Step.Kind? = nil
    ) {
        self.step = step
        self.record = record
        self.changed = changed
        self.unchanged = unchanged
        self.undone = undone
        self.redone = redone
    }
}
