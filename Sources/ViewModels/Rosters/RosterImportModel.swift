import Keyboard
import Training
import Words

/// The import of a roster, from the file to the names on file: pick, look at the columns, rehearse, settle, import.
///
/// One screen with steps. What was chosen and settled belongs to the whole, so going back loses nothing.
public struct RosterImportModel: PickingScreen {
    public var tickets = TicketBook(screen: 0)
    public var picker: Picker?
    /// The steps that were taken, the one in front last.
    public internal(set) var steps: [Step] = [.file]
    /// What is under way.
    public internal(set) var job: Job?
    /// Why the last thing asked for did not happen; stands until the next is.
    public internal(set) var trouble: String?
    /// Where the file is picked.
    public internal(set) var browser = FileBrowser(endings: ["csv", "tsv", "txt", "xlsx"])

    // The file and its columns
    public internal(set) var path: String?
    public internal(set) var preview: RosterPreview?
    public internal(set) var choices = RosterChoices()
    /// The class that everybody joins.
    public internal(set) var trainingClass: ClassLine?
    /// How many names the sender says there are.
    public internal(set) var expected: Int?
    public internal(set) var columnLines = ItemList<ColumnLine>()
    /// The line that is typed into.
    public internal(set) var editing: Editing?

    // The dry run
    public internal(set) var outcome: ImportOutcome?
    /// Whether something was chosen that ``outcome`` does not know of.
    public internal(set) var isStale = false
    public internal(set) var countLines = ItemList<CountLine>()
    /// Where refused rows go.
    public internal(set) var rejectsPath = ""
    /// What the clerk must know before the import; empty where nothing is asked.
    public internal(set) var warnings: [Warning] = []
    public internal(set) var refusals = ItemList<Rejection>()

    // What is settled
    public internal(set) var rows: [Int: RowChoice] = [:]
    public internal(set) var places: [WrittenPlace: PlaceChoice] = [:]
    /// The rows asked about, those settled among them, by pile.
    public internal(set) var doubts: [Pile: [ImportDoubt]] = [:]
    public internal(set) var placeDoubts: [PlaceDoubt] = []
    /// The doubt in front of each pile, and the place.
    public internal(set) var front: [Pile: Int] = [:]
    public internal(set) var placeInFront = 0
    /// The fields to be taken from the roster, by row.
    var takings: [Int: Set<ParticipantField>] = [:]
    public internal(set) var fields = ItemList(ParticipantField.allCases, rows: ParticipantField.allCases.count)
    public internal(set) var placeOptions = ItemList<PlaceOption>()
    /// Whether NIK and phone of the doubt in front are shown in full.
    public internal(set) var isRevealed = false
    public internal(set) var resultLines = ItemList<ResultLine>()

    /// Where the import was opened.
    let opener: Opener
    /// The choices that the preview in sight was read with.
    var previewed = RosterChoices()
    /// Keys that wait for the file to be read.
    var early: [Event] = []
    var picking: Picking?
    /// The classes that can be picked.
    var classes: [ClassLine] = []
    /// The row whose NIK is to be shown once the log says so.
    var revealing: Int?
    /// Whether the next Esc leaves although something would be lost.
    var isLeaving = false

    /// What is in front.
    public enum Step: Hashable, Sendable {
        case file, columns, counts
        case doubts(Pile)
        case places, refusals, result
    }

    /// The doubts that are looked through together.
    public enum Pile: Hashable, Sendable {
        /// Those that must be settled.
        case open
        /// Other values than on file, which may be.
        case otherValues
    }

    /// Something that takes time and can be stopped.
    public struct Job: Sendable {
        public let kind: Kind
        let ticket: Ticket
        public internal(set) var progress: ImportProgress?
        public internal(set) var isStopping = false

        public enum Kind: Sendable { case preview, rehearsal, importing }
    }

    /// A line of the step of columns.
    public enum ColumnLine: Hashable, Sendable {
        case goOn, sheet, trainingClass, sender, expected
        case column(Int)
    }

    /// A line of the step of counts.
    public enum CountLine: Hashable, Sendable { case goOn, doubts, places, otherValues, refusals, rejects }

    /// A line of the last step.
    public enum ResultLine: Hashable, Sendable { case goOn, refusals }

    /// A line that is typed into.
    public struct Editing: Sendable {
        public let field: Field
        public internal(set) var text: TextField
        /// Why what was typed can't be taken.
        public internal(set) var message: String?

        public enum Field: Sendable { case sender, expected, rejects }
    }

    /// What the clerk must know before the import.
    public enum Warning: Hashable, Sendable {
        case undecided(Int)
        case total(said: Int, read: Int)
        case importedBefore(Training.Step)
    }

    /// What a clerk says of a place.
    public enum PlaceChoice: Hashable, Sendable {
        case residence(Residence)
        case leave
    }

    /// A line under a place: what it may mean.
    public typealias PlaceOption = PlaceChoice

    enum Opener: Sendable { case participants, classes, roster }

    enum Picking: Sendable {
        case column(Int)
        case sheet, trainingClass, place
    }

    enum Purpose {
        static let folder = "folder"
        static let preview = "preview"
        static let rehearsal = "rehearsal"
        static let importing = "import"
        static let classes = "classes"
        static let reveal = "reveal"
    }

    /// Under what the last folder is kept from one sitting to the next.
    static let folderDraft = "roster-folder"

    /// An import from the table of participants.
    public init() { opener = .participants }

    /// An import from Kelas, into the highlighted class where there is one.
    public init(fromClasses trainingClass: ClassLine?) {
        opener = .classes
        self.trainingClass = trainingClass
    }

    /// An import into the class whose roster is in front.
    public init(into trainingClass: ClassLine) {
        opener = .roster
        self.trainingClass = trainingClass
    }

    /// The step in front.
    public var step: Step { steps.last ?? .file }

    /// Whether keys act on the step in front.
    var isIdle: Bool { job == nil && picker == nil && editing == nil && warnings.isEmpty }

    public var takesText: Bool {
        picker != nil || editing != nil || !warnings.isEmpty || (step == .file && job == nil) || job?.kind == .preview
    }

    public var wouldLoseOnQuit: Bool { job?.kind == .importing || decisions > 0 && step != .result }

    /// How many rows and places were settled.
    var decisions: Int { rows.count + places.count }

    public mutating func handle(_ event: Event, _ context: Context) -> [Effect]? {
        switch event {
        case .appeared:
            fit(context)
            return browser.folder.isEmpty && job == nil ? askStart(context) : []
        case .resized:
            fit(context)
            return []
        case .key, .paste: return type(event, context)
        case .progressed(let ticket, let progress):
            if job?.ticket == ticket { job?.progress = progress }
            return []
        case .answered(let ticket, let answer):
            guard tickets.redeem(ticket) else { return nil }
            return take(answer, ticket, context)
        case .performed(let ticket, _):
            guard tickets.redeem(ticket) else { return nil }
            // The doubt in front may be another by now: only who was asked about is shown.
            isRevealed = revealing != nil && revealing == doubt?.row
            revealing = nil
            return []
        case .failed(let ticket, let failure):
            guard tickets.redeem(ticket) else { return nil }
            return failed(ticket, failure, context)
        case .fileChanged, .achievement, .tick, .draftNotKept, .backupNotMade, .waiting, .exported, .woke, .idle:
            return nil
        }
    }

    private mutating func take(_ answer: Answer, _ ticket: Ticket, _ context: Context) -> [Effect] {
        switch answer {
        case .folder(let listing): return browse(browser.take(listing), context)
        case .classes(let classes): return supply(classes, context)
        case .rosterPreview(let preview):
            job = nil
            return take(preview, context) + replayEarly(context)
        case .imported(let outcome):
            let kind = job?.kind
            job = nil
            return kind == .importing ? imported(outcome, context) : rehearsed(outcome, context)
        default: return []
        }
    }

    private mutating func failed(_ ticket: Ticket, _ failure: Failure, _ context: Context) -> [Effect] {
        let sentence = context.sentence(for: failure)
        let isStopped = if case .stopped = failure { true } else { false }
        switch ticket.purpose {
        case Purpose.preview:
            job = nil
            early = []
            choices = previewed
            if !isStopped { trouble = sentence }
            return []
        case Purpose.rehearsal, Purpose.importing:
            job = nil
            isStale = isStale || !isStopped || ticket.purpose == Purpose.rehearsal
            trouble = isStopped ? nil : sentence
            // Without counts there is nothing to see on their step.
            if outcome == nil { back(to: .columns) }
            lineUpCounts()
            return isStopped ? [.say(Notice(sentence, .done))] : []
        default: return [.say(Notice(sentence, .trouble))]
        }
    }

    // Keys that no table takes

    private mutating func type(_ event: Event, _ context: Context) -> [Effect]? {
        if let job {
            guard job.kind == .preview else { return nil }
            early.append(event)
            return []
        }
        if picker != nil { return picker?.type(event) == true ? [] : nil }
        if editing != nil { return typeIntoLine(event) }
        guard warnings.isEmpty else {
            guard case .key = event else { return nil }
            warnings = []
            return []
        }
        guard step == .file else { return nil }
        trouble = nil
        isLeaving = false
        return browser.type(event).map { browse($0, context) }
    }

    /// Gives out the keys that were pressed while the file was read.
    private mutating func replayEarly(_ context: Context) -> [Effect] {
        let events = early
        early = []
        var effects: [Effect] = []
        for event in events {
            // Beyond the step of columns, what a key would do has not been seen yet.
            guard job == nil || job?.kind == .preview else { break }
            effects += respond(to: event, context) ?? []
        }
        return effects
    }

    // Steps

    mutating func push(_ step: Step, _ context: Context) {
        trouble = nil
        steps.append(step)
        fit(context)
    }

    mutating func back(to step: Step) {
        while steps.count > 1, self.step != step { steps.removeLast() }
    }

    /// One step back; what was settled meanwhile is rehearsed.
    mutating func goBack(_ context: Context) -> [Effect] {
        trouble = nil
        guard steps.count > 1 else { return leave(context) }
        steps.removeLast()
        fit(context)
        return step == .counts && isStale ? rehearse(context) : []
    }

    private mutating func leave(_ context: Context) -> [Effect] {
        guard decisions > 0, !isLeaving else { return [.close] }
        isLeaving = true
        return [.say(Notice(context.words.rosters.leaveLoses(decisions), .trouble))]
    }

    /// Takes the number of rows in sight from the size of the screen.
    mutating func fit(_ context: Context) {
        let body = context.bodyRows
        picker?.resize(rows: Self.pickerRows(context))
        browser.fit(rows: max(1, body - Self.browserRows))
        columnLines.rows = max(1, body - Self.sampleRows(context) - Self.columnRows - notices)
        countLines.rows = CountLine.count
        refusals.rows = max(1, body - Self.refusalRows)
        placeOptions.rows = max(1, body - Self.placeRows)
    }

    static func pickerRows(_ context: Context) -> Int { max(1, context.bodyRows - 5) }

    /// Rows of each step outside its list.
    public static let browserRows = 5
    static let columnRows = 4
    static let refusalRows = 6
    static let placeRows = 7

    /// How many of the file's first rows are in sight.
    public static func sampleRows(_ context: Context) -> Int { max(3, min(8, context.bodyRows / 5)) }

    /// The lines between the heading and the lines of the step of columns.
    public var notices: Int {
        (preview?.earlier.isEmpty == false ? 1 : 0) + (missingColumns.isEmpty ? 0 : 1)
    }
}

extension RosterImportModel.CountLine {
    fileprivate static let count = 6
}
