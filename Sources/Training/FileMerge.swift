import Foundation

/// Bringing in what was done in another file that was a copy of this one once: a laptop's that went to a village.
///
/// The two files share the first part of their log. What either did since is compared record by record and field by field with how
/// things stood when they parted: what only one side changed stands, what both changed differently is asked about.
public struct FileMergePlan: Sendable {
    /// The other file. It is only read.
    public var path: String
    /// What holds where both sides changed something and ``answers`` says nothing.
    public var preference: MergePreference?
    /// What was answered, conflict by conflict.
    public var answers: [MergeConflict.ID: MergeSide]
    /// Whether it is only rehearsed: everything happens, and nothing is kept.
    public var isRehearsal: Bool
    /// The end of the other file's log as it was rehearsed; where it is another by then, nothing is kept.
    public var head: String?

    public init(
        path: String, preference: MergePreference? = nil, answers: [MergeConflict.ID: MergeSide] = [:],
        isRehearsal: Bool = false, head: String? = nil
    ) {
        self.path = path
        self.preference = preference
        self.answers = answers
        self.isRehearsal = isRehearsal
        self.head = head
    }

    /// Which side of a conflict holds; `nil` where nobody has said.
    public func side(of conflict: MergeConflict) -> MergeSide? {
        if let answer = answers[conflict.id] { return answer }
        switch preference {
        case .ours: return .ours
        case .theirs: return .theirs
        case .newer: return conflict.newer
        case nil: return nil
        }
    }
}

/// One of the two files.
public enum MergeSide: String, CaseIterable, Sendable {
    /// The file that takes in.
    case ours
    /// The file that is taken in.
    case theirs
}

/// Which side holds wherever both changed something.
public enum MergePreference: String, CaseIterable, Sendable {
    case ours, theirs
    /// Whichever was changed last.
    case newer
}

/// Who made a change, where and when.
public struct ChangeOrigin: Hashable, Sendable {
    public var author: Author
    public var time: Date
    /// The step it was part of, in the file where it was done.
    public var step: ID<Step>

    public init(author: Author, time: Date, step: ID<Step>) {
        self.author = author
        self.time = time
        self.step = step
    }
}

/// Something that both sides changed, and not to the same.
public struct MergeConflict: Identifiable, Hashable, Sendable {
    /// Stays the same as long as what stands on both sides does.
    public var id: String
    /// The record, as it is known here.
    public var record: LoggedRecord
    public var kind: Kind
    /// The field; `nil` where the whole record is at stake.
    public var field: LoggedField?
    /// What stood there when the files parted; `nil` where nothing did.
    public var base: LoggedValue?
    public var ours: LoggedValue?
    public var theirs: LoggedValue?
    /// Who changed it here, and there; `nil` where that cannot be told.
    public var ourOrigin: ChangeOrigin?
    public var theirOrigin: ChangeOrigin?

    public enum Kind: String, CaseIterable, Sendable {
        /// Both changed a field.
        case field
        /// It was removed there, and changed or used here.
        case removedThere
        /// It was removed here, and changed or used there.
        case removedHere
    }

    public init(
        id: String, record: LoggedRecord, kind: Kind, field: LoggedField? = nil, base: LoggedValue? = nil,
        ours: LoggedValue? = nil, theirs: LoggedValue? = nil, ourOrigin: ChangeOrigin? = nil,
        theirOrigin: ChangeOrigin? = nil
    ) {
        self.id = id
        self.record = record
        self.kind = kind
        self.field = field
        self.base = base
        self.ours = ours
        self.theirs = theirs
        self.ourOrigin = ourOrigin
        self.theirOrigin = theirOrigin
    }

    /// The side that changed it last. Step numbers are of time first, and no two files give the same.
    public var newer: MergeSide {
        guard let theirs = theirOrigin else { return .ours }
        guard let ours = ourOrigin else { return .theirs }
        return theirs.step > ours.step ? .theirs : .ours
    }
}

/// A record of the other file that the rules do not allow here: nothing of it is taken in.
public struct MergeRefusal: Hashable, Sendable {
    public var record: LoggedRecord
    public var reason: Reason

    public enum Reason: String, CaseIterable, Sendable {
        /// Its code, NIK or serial number stands on another record here.
        case taken
        /// What it refers to is not on file here.
        case missing
        /// It is used here by something that stays.
        case used
        /// What it would say breaks a rule: dates of a class, of a standing, a birth date.
        case rule
    }

    public init(record: LoggedRecord, reason: Reason) {
        self.record = record
        self.reason = reason
    }
}

/// How much a merge brought.
public struct FileMergeCounts: Hashable, Sendable {
    /// Steps of the other file that are new here.
    public var steps = 0
    /// Records that were added, changed and removed here.
    public var added = 0
    public var changed = 0
    public var removed = 0
    /// Records that both sides brought to the same state.
    public var same = 0
    /// Conflicts settled for this file's side, and for the other's.
    public var settledOurs = 0
    public var settledTheirs = 0
    /// Records that the rules refused.
    public var refused = 0

    public init() {}
}

/// What a merge brought, or would bring.
public struct FileMergeOutcome: Sendable {
    /// The step that stands in the log; `nil` where nothing was new, or nothing was kept.
    public var step: ID<Step>?
    /// The end of the other file's log, in hexadecimal digits.
    public var head: String
    /// When the files parted: the last step that both have; `nil` where this file was empty.
    public var partedAt: Date?
    /// What was done there that is new here, by who did it where, the most steps first.
    public var work: [LostWork]
    /// What was done here meanwhile.
    public var ownWork: [LostWork]
    public var counts: FileMergeCounts
    /// Everything that both sides changed, settled or not.
    public var conflicts: [MergeConflict]
    public var refusals: [MergeRefusal]
    /// Codes of slips and stickers from there that stand for something else here: these must be printed anew.
    public var lostLabels: [LabelCode]

    public init(head: String) {
        self.head = head
        work = []
        ownWork = []
        counts = FileMergeCounts()
        conflicts = []
        refusals = []
        lostLabels = []
    }

    /// Whether everything the other file holds was brought in before.
    public var hasNothingNew: Bool { counts.steps == 0 }
}

/// How far a merge has come.
public struct FileMergeProgress: Hashable, Sendable {
    public var phase: Phase
    /// How much of the phase is done, 0 to 1; `nil` where that can't be known.
    public var fraction: Double?

    public enum Phase: String, CaseIterable, Sendable {
        /// The other file is looked through for damage.
        case proving
        /// What both sides did is compared.
        case comparing
        /// What is new is written.
        case writing
    }

    public init(_ phase: Phase, _ fraction: Double? = nil) {
        self.phase = phase
        self.fraction = fraction
    }

    /// How much of the whole merge is done, 0 to 1: each phase takes about a third of the time.
    public var overall: Double {
        let place = Phase.allCases.firstIndex(of: phase) ?? 0
        return (Double(place) + (fraction ?? 0)) / Double(Phase.allCases.count)
    }
}

/// Why two files are not merged. Nothing was changed.
public enum FileMergeTrouble: Error, Sendable {
    /// It is the file itself.
    case sameFile(path: String)
    /// The two were never one file.
    case notRelated(path: String)
    /// There is something that both sides changed, and nobody has said which holds.
    case unsettled([MergeConflict])
    /// The other file was changed since it was rehearsed.
    case changedMeanwhile(path: String)
}
