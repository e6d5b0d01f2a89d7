/// How the columns of a sheet are to be understood, as far as a clerk has said so.
public struct RosterChoices: Hashable, Sendable {
    /// The sheet of a workbook by name; `nil` for the first that has names in it.
    public var sheet: String?
    /// Columns by the heading as it stands in the sheet; a heading with no column is left out of what is read.
    public var columns: [String: RosterColumn?]
    /// Who sent the roster: what was said of their columns before is known, and kept for the next time.
    public var sender: String?

    public init(sheet: String? = nil, columns: [String: RosterColumn?] = [:], sender: String? = nil) {
        self.sheet = sheet
        self.columns = columns
        self.sender = sender
    }
}

/// A roster as it will be read, before anything is.
public struct RosterPreview: Sendable {
    public var path: String
    /// SHA-256 of the file, in hexadecimal digits.
    public var hash: String
    /// The sheets of a workbook; empty for text.
    public var sheets: [String]
    /// The sheet that is read.
    public var sheet: String?
    /// The header as it stands in the sheet, and its row.
    public var headings: [String]
    public var headerRow: Int
    /// What each heading is taken for.
    public var columns: [RosterColumn?]
    /// The first rows as they will be read.
    public var rows: [Row]
    /// How many names the sheet itself says it has (`Jumlah: 48`), where it does so above the names.
    public var controlTotal: Int?
    /// Earlier imports of the same file that still stand.
    public var earlier: [Step]
    /// Why it can't be read like this: no column for the name, two for the NIK; `nil` where it can.
    public var trouble: String?

    /// One row of a preview.
    public struct Row: Sendable {
        public var row: Int
        /// What stands in the sheet.
        public var cells: [String]
        /// Who that is; `nil` where the row would be refused.
        public var participant: Participant?
        /// Why it would be.
        public var rejection: Rejection?

        public init(row: Int, cells: [String], participant: Participant?, rejection: Rejection?) {
            self.row = row
            self.cells = cells
            self.participant = participant
            self.rejection = rejection
        }
    }

    public init(
        path: String, hash: String, sheets: [String], sheet: String?, headings: [String], headerRow: Int,
        columns: [RosterColumn?], rows: [Row], controlTotal: Int?, earlier: [Step], trouble: String? = nil
    ) {
        self.path = path
        self.hash = hash
        self.sheets = sheets
        self.sheet = sheet
        self.headings = headings
        self.headerRow = headerRow
        self.columns = columns
        self.rows = rows
        self.controlTotal = controlTotal
        self.earlier = earlier
        self.trouble = trouble
    }
}

/// An import as it is wanted.
public struct ImportPlan: Sendable {
    public var path: String
    public var choices: RosterChoices
    /// The class that everybody in the file joins, if any.
    public var trainingClass: ID<TrainingClass>?
    /// Whether it is only rehearsed: everything happens, and nothing is kept.
    public var isRehearsal: Bool
    /// The file as it was rehearsed: where it is another by then, nothing is kept.
    public var hash: String?
    /// What the clerk said of places and of rows.
    public var places: [WrittenPlace: Residence]
    public var rows: [Int: RowChoice]
    /// What happens to a row that must be settled and is not.
    public var unsettled: Unsettled
    /// How many names the sender says there are; the sheet's own control total does not count then.
    public var expected: Int?
    /// Whether names are taken although there are more or fewer than the control total says.
    public var takesAnyTotal: Bool
    /// Where refused rows go.
    public var rejectsPath: String?

    /// What happens to a row that must be settled and is not.
    public enum Unsettled: Sendable {
        /// It is refused, so that it can be fed back later.
        case refused
        /// What can be kept beside its doubt is kept, and stands on the list to settle.
        case kept
    }

    public init(path: String, choices: RosterChoices = RosterChoices(), into trainingClass: ID<TrainingClass>? = nil) {
        self.path = path
        self.choices = choices
        self.trainingClass = trainingClass
        isRehearsal = false
        places = [:]
        rows = [:]
        unsettled = .refused
        takesAnyTotal = false
    }
}

/// What came of an import, or of its rehearsal.
public struct ImportOutcome: Sendable {
    public var counts: ImportCounts
    /// What must be, or may be, looked at; at most ``limit``, while the counts count all.
    public var doubts: [ImportDoubt]
    public var placeDoubts: [PlaceDoubt]
    /// Why rows were refused; at most ``limit``.
    public var rejections: [Rejection]
    /// Lines that are no names (signatures, notes), by row: they are not counted as read.
    public var notes: [Int]
    /// What the sender says, or the sheet itself, and where that is not what was read.
    public var controlTotal: Int?
    /// Where refused rows were written.
    public var rejectsPath: String?

    /// How many of each are listed: more nobody looks through by hand.
    public static let limit = 5_000

    public init(counts: ImportCounts = ImportCounts()) {
        self.counts = counts
        doubts = []
        placeDoubts = []
        rejections = []
        notes = []
    }

    /// Whether the number of names is another than the control total.
    public var missesTotal: Bool { controlTotal.map { $0 != counts.read } ?? false }
}

/// Reads rosters from files; what screens ask for without knowing what a file looks like.
public protocol RosterReading: Sendable {
    /// A roster as it would be read.
    ///
    /// - Throws: ``RosterTrouble``, and what the store throws.
    func preview(of path: String, _ choices: RosterChoices, _ store: any TrainingStore) async throws -> RosterPreview

    /// Does an import, or rehearses it: whole or not at all. A task that is cancelled keeps nothing.
    ///
    /// - Parameter progress: is told how far it has come, some times a second.
    /// - Throws: ``RosterTrouble``, and what the store throws.
    func take(
        _ plan: ImportPlan, into store: any TrainingStore, by author: Author,
        progress: @escaping @Sendable (ImportProgress) -> Void
    ) async throws -> ImportOutcome
}

/// Why a file can't be read, or nothing of it is kept, in the words of the screen.
public struct RosterTrouble: Error, Hashable, Sendable {
    /// What is wrong, where, and what would be right.
    public var sentence: String

    public init(sentence: String) { self.sentence = sentence }
}
