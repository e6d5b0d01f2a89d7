import Foundation

/// The fields of a paper form that are keyed a second time and compared.
///
/// The reason for a missing NIK is none of them: it is the clerk's own remark, and stands on no form.
public enum VerifiedField: String, CaseIterable, Sendable, Codable {
    case nik, name, birthplace
    case birthDate = "birth_date"
    case sex, kecamatan, desa, address, phone, education, occupation

    /// The field of a record that this one is, or is part of.
    private var whole: ParticipantField {
        switch self {
        case .nik: .nik
        case .name: .name
        case .birthplace: .birthplace
        case .birthDate: .birthDate
        case .sex: .sex
        case .kecamatan, .desa: .residence
        case .address: .address
        case .phone: .phone
        case .education: .education
        case .occupation: .occupation
        }
    }

    /// Whether two records say the same.
    public func agrees(_ one: Participant, _ other: Participant) -> Bool {
        switch self {
        case .nik: one.nik == other.nik
        case .kecamatan: one.residence.kecamatan == other.residence.kecamatan
        case .desa: one.residence.desa == other.residence.desa
        default: whole.agrees(one, other)
        }
    }

    /// Puts one record's value in the other. Kecamatan and desa go together: a desa alone lies in no other kecamatan.
    public func copy(from source: Participant, to target: inout Participant) { whole.copy(from: source, to: &target) }
}

/// What came of keying an enrollment's paper form a second time: which fields were compared, and what was found of each.
/// It holds no value of any field.
public struct SecondEntry: Hashable, Sendable {
    /// Whose form, in which class.
    public var enrollment: ID<Enrollment>
    /// What was found of each field that was compared.
    public var verdicts: [VerifiedField: Verdict]

    /// What comparing one field found.
    public enum Verdict: Hashable, Sendable {
        /// Both entries said the same.
        case agreed
        /// They differed, and the first was right: the second was a slip.
        case firstRight
        /// They differed, and the second was right: the record is corrected.
        case secondRight
    }

    /// What came of keying a form a second time.
    public init(enrollment: ID<Enrollment>, verdicts: [VerifiedField: Verdict]) {
        self.enrollment = enrollment
        self.verdicts = verdicts
    }

    /// The fields that were found so, in the order of the form.
    public func fields(_ verdict: Verdict) -> [VerifiedField] {
        VerifiedField.allCases.filter { verdicts[$0] == verdict }
    }

    /// The fields in which the two entries differed.
    public var differing: [VerifiedField] {
        VerifiedField.allCases.filter { verdicts[$0].map { $0 != .agreed } ?? false }
    }
}

/// One person of a class, as the first entry left them, and whether a second has been made.
public struct SecondEntryLine: Hashable, Sendable {
    public var enrollment: ID<Enrollment>
    public var participant: Stored<Participant>
    /// Who entered the person first.
    public var firstBy: Author
    /// The last second entry; `nil` where there was none.
    public var verification: Verification?

    /// A person of a class that is keyed a second time.
    public init(
        enrollment: ID<Enrollment>, participant: Stored<Participant>, firstBy: Author, verification: Verification?
    ) {
        self.enrollment = enrollment
        self.participant = participant
        self.firstBy = firstBy
        self.verification = verification
    }

    /// Whether the record stands as the second entry left it.
    public var isVerified: Bool { verification.map { !$0.isOutdated } ?? false }
}

extension RosterLine {
    /// Whether the record stands as the second entry left it.
    public var isVerified: Bool { verification.map { !$0.isOutdated } ?? false }
}

/// That somebody's form was keyed a second time.
public struct Verification: Hashable, Sendable {
    /// Who keyed it.
    public var by: Author
    /// When.
    public var time: Date
    /// In how many fields the two entries differed.
    public var differing: Int
    /// Whether the record has been changed since: what was compared is no longer what is on file.
    public var isOutdated: Bool

    /// A second entry that was made.
    public init(by: Author, time: Date, differing: Int, isOutdated: Bool) {
        self.by = by
        self.time = time
        self.differing = differing
        self.isOutdated = isOutdated
    }
}

/// Which second entries are asked for.
public struct SecondEntryScope: Hashable, Sendable {
    /// The fiscal year of the class.
    public var year: Int
    /// Only this class.
    public var trainingClass: ID<TrainingClass>?
    /// Only people whom this operator entered first.
    public var firstBy: String?

    /// All second entries of a year, unless narrowed.
    public init(year: Int, trainingClass: ID<TrainingClass>? = nil, firstBy: String? = nil) {
        self.year = year
        self.trainingClass = trainingClass
        self.firstBy = firstBy
    }
}

/// A second entry with whose it was, and both operators: what error rates are counted from, and the names behind them.
public struct ComparedEntry: Hashable, Sendable {
    public var person: ID<Participant>
    public var name: PersonName
    public var nik: NIK?
    public var trainingClass: ID<TrainingClass>
    public var code: Code
    /// Who entered the person first, and who keyed the form again, and when.
    public var firstBy: Author
    public var secondBy: Author
    public var time: Date
    public var entry: SecondEntry

    /// A second entry with whose it was.
    public init(
        person: ID<Participant>, name: PersonName, nik: NIK?, trainingClass: ID<TrainingClass>, code: Code,
        firstBy: Author, secondBy: Author, time: Date, entry: SecondEntry
    ) {
        self.person = person
        self.name = name
        self.nik = nik
        self.trainingClass = trainingClass
        self.code = code
        self.firstBy = firstBy
        self.secondBy = secondBy
        self.time = time
        self.entry = entry
    }
}

/// How often the two entries of some fields differed, and which of them was wrong.
public struct ErrorRate: Hashable, Sendable {
    /// Fields that were keyed twice and compared.
    public var compared = 0
    /// Of these, those that differed because the first entry was wrong.
    public var firstWrong = 0
    /// Of these, those that differed because the second entry was wrong.
    public var secondWrong = 0

    /// Counts the fields given, or all, over some second entries.
    public init(_ entries: some Sequence<ComparedEntry>, of fields: [VerifiedField] = VerifiedField.allCases) {
        for compared in entries {
            for field in fields {
                guard let verdict = compared.entry.verdicts[field] else { continue }
                self.compared += 1
                if verdict == .secondRight { firstWrong += 1 }
                if verdict == .firstRight { secondWrong += 1 }
            }
        }
    }

    /// Those that differed.
    public var differing: Int { firstWrong + secondWrong }

    /// The share that differed, cut to one decimal; `nil` where nothing was compared.
    public var share: Percent? { Percent(differing, of: compared) }
}
