/// What an operator is to the office, and so what they may do.
public enum Role: String, CaseIterable, Sendable {
    /// Enters and corrects records. Sees names, and masked numbers.
    case clerk
    /// Answers for the year: all that a clerk may, and targets, claims, merges, whole numbers, and who may do what.
    case supervisor
    /// Sees totals, and nobody's name.
    case reader

    /// Whether somebody of this role may do a thing.
    public func may(_ permission: Permission) -> Bool {
        switch permission {
        case .totals: true
        case .names, .entering, .exporting: self != .reader
        case .revealing, .exportingNIK, .targets, .claims, .merging, .forgetting, .operators, .maintaining:
            self == .supervisor
        }
    }
}

/// A thing that some roles may do and others may not.
public enum Permission: String, CaseIterable, Sendable {
    /// To read figures.
    case totals
    /// To read who the figures count.
    case names
    /// To enter, change and remove records.
    case entering
    /// To see a NIK or phone number in full.
    case revealing
    /// To write names to a file.
    case exporting
    /// To write NIK or phone numbers in full to a file.
    case exportingNIK
    /// To set targets, and the numbers of residents they are measured by.
    case targets
    /// To set what organizers claim.
    case claims
    /// To make two records, or two files, one.
    case merging
    /// To replace somebody's personal data at their request.
    case forgetting
    /// To say who may do what.
    case operators
    /// To copy the whole file, go back to a copy, mend it, and say who may read it.
    case maintaining

    /// The roles that may.
    public var roles: [Role] { Role.allCases.filter { $0.may(self) } }

    /// What an action needs. To take back a step, or bring it back, needs besides what the step itself needed.
    public init(for action: Action) {
        self =
            switch action {
            case .addParticipant, .editParticipant, .deleteParticipant, .enroll, .setStandings, .removeEnrollments:
                .entering
            case .addOrganizer, .editOrganizer, .deleteOrganizer, .addProgram, .editProgram, .deleteProgram, .addClass,
                .editClass, .deleteClass:
                .entering
            case .setTarget, .setResidents: .targets
            case .setClaim: .claims
            case .recordFollowUp, .recordOutcome, .assignVisitor, .addEquipment, .editEquipment, .checkEquipment,
                .moveEquipment, .addRecall, .setRecallState:
                .entering
            case .verify: .entering
            case .mergeParticipants, .keepApart, .forgetApart: .merging
            case .reveal: .revealing
            case .export(_, _, let withNIK, _): withNIK ? .exportingNIK : .exporting
            case .forget: .forgetting
            case .setRole, .removeOperator, .setLock: .operators
            case .undo, .undoStep, .redo, .redoStep: .entering
            }
    }

    /// What a step of this kind needs: to take it back needs the same.
    public init(toDo kind: Step.Kind) {
        self =
            switch kind {
            case .addParticipant, .editParticipant, .deleteParticipant, .enroll, .setStatus, .removeEnrollment:
                .entering
            case .addOrganizer, .editOrganizer, .deleteOrganizer, .addProgram, .editProgram, .deleteProgram, .addClass,
                .editClass, .deleteClass:
                .entering
            case .setTarget, .setResidents: .targets
            case .setClaim: .claims
            case .recordFollowUp, .recordOutcome, .assignVisitor, .addEquipment, .editEquipment, .checkEquipment,
                .moveEquipment, .addRecall, .setRecallState:
                .entering
            case .importRoster, .generate, .undo: .entering
            case .secondEntry: .entering
            case .mergeParticipants, .keepApart, .forgetApart, .mergeFile: .merging
            case .restore, .repair: .maintaining
            case .reveal: .revealing
            case .export: .exporting
            case .setRole, .removeOperator, .setLock: .operators
            case .setPIN, .failedUnlock: .totals
            case .forget: .forgetting
            }
    }
}

/// Somebody who works with the file, by the name that the log knows them by, and their role.
public struct Operator: Hashable, Sendable {
    /// The name, as `--operator` or the login gives it.
    public var name: String
    public var role: Role

    /// An operator of a role.
    public init(name: String, role: Role) {
        self.name = name
        self.role = role
    }
}
