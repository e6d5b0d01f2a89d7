/// A row of a roster that a clerk must look at: somebody on file may be the same person, or what is there may have been lost on the way.
public struct ImportDoubt: Hashable, Sendable {
    /// The row as a spreadsheet counts it.
    public var row: Int
    /// What is asked.
    public var kind: Kind
    /// The person as the row says.
    public var read: Participant
    /// Whom the row may mean, as a list shows them; `nil` where nobody on file is concerned.
    public var holder: ParticipantRow?
    /// What is on file about them.
    public var onFile: Participant?

    /// What is asked about a row.
    public enum Kind: String, CaseIterable, Sendable {
        /// The NIK belongs to somebody of another name: the same person, or a wrong number.
        case otherName
        /// Somebody of the same name, birth date and residence, where one of the two has no NIK or other fields differ.
        case samePerson
        /// Somebody of the same name whose NIK is one digit off.
        case nearlySameNIK
        /// The NIK stood in the sheet as a number that ends in 0: its last digit may have been lost.
        case roundedNIK
        /// The same person beyond doubt, but other values than on file; what is on file stays unless the clerk takes them.
        case otherValues

        /// Whether a row must be settled before it is taken; else what is on file stays.
        public var mustBeSettled: Bool { self != .otherValues }
    }

    public init(row: Int, kind: Kind, read: Participant, holder: ParticipantRow? = nil, onFile: Participant? = nil) {
        self.row = row
        self.kind = kind
        self.read = read
        self.holder = holder
        self.onFile = onFile
    }

    /// The fields in which the row says something else than what is on file; what the row leaves empty is no difference.
    public var differing: [ParticipantField] {
        guard let onFile else { return [] }
        return ParticipantField.allCases.filter {
            !$0.isEmpty(in: read) && !$0.agrees(read, onFile) && !($0 == .residence && saysLess(than: onFile))
        }
    }

    /// Whether the row names the kecamatan alone of somebody whose desa is on file.
    private func saysLess(than onFile: Participant) -> Bool {
        read.residence.desa == nil && read.residence.kecamatan != nil
            && read.residence.kecamatan == onFile.residence.kecamatan
    }
}

extension ParticipantField {
    /// Whether a participant says nothing here.
    public func isEmpty(in participant: Participant) -> Bool {
        switch self {
        case .nik: participant.nik == nil
        case .birthplace: participant.birthplace == nil
        case .address: participant.address == nil
        case .phone: participant.phone == nil
        case .education: participant.education == nil
        case .occupation: participant.occupation == nil
        case .name, .birthDate, .sex, .residence: false
        }
    }
}

/// A place as it is written in a roster: the cells for kecamatan and desa.
public struct WrittenPlace: Hashable, Sendable {
    public var kecamatan: String?
    public var desa: String?

    public init(kecamatan: String?, desa: String?) {
        self.kecamatan = kecamatan
        self.desa = desa
    }
}

/// A place that names none of the regency's, or several: asked about once for all rows that have it.
public struct PlaceDoubt: Hashable, Sendable {
    public var written: WrittenPlace
    /// The rows that have it: the first, and how many.
    public var firstRow: Int
    public var rows: Int
    /// The places it may mean, the nearest first.
    public var nearest: [Residence]

    public init(written: WrittenPlace, firstRow: Int, rows: Int, nearest: [Residence]) {
        self.written = written
        self.firstRow = firstRow
        self.rows = rows
        self.nearest = nearest
    }
}

/// What a clerk says of a row that was asked about.
public enum RowChoice: Hashable, Sendable {
    /// It is who is on file; these fields are taken from the row.
    ///
    /// `onFile` is what the clerk was shown: where something else is on file by then, the row counts as not decided.
    case same(taking: Set<ParticipantField>, onFile: Participant?)
    /// It is somebody else, or what stands there is right: it is taken as it is.
    case different
    /// The row is left out.
    case skip
}
