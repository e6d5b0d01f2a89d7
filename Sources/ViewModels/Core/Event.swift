import Keyboard
import Synchronization
import Training
import Words

/// Everything that can happen to the program: one stream, in order.
public enum Event: Sendable {
    /// A key was pressed.
    case key(Key)
    /// Text was pasted in one piece.
    case paste(String)
    /// The terminal has this many columns and rows now.
    case resized(columns: Int, rows: Int)
    /// What a screen asked for has come; see ``Effect/ask(_:_:)``.
    case answered(Ticket, Answer)
    /// What a screen wanted done is done.
    case performed(Ticket, Receipt)
    /// What a screen asked for or wanted done was refused or failed.
    case failed(Ticket, Failure)
    /// What was typed into a form could not be kept as a draft; it still stands in the form.
    case draftNotKept(Failure)
    /// What is to be saved waits for another desk that is saving.
    case waiting
    /// The day's backup could not be made; nothing that was saved is in danger by that alone.
    case backupNotMade(Failure)
    /// The file changed, here or at another desk.
    case fileChanged
    /// How the year in view stands now.
    case achievement(Achievement)
    /// A new minute began, on this day.
    case tick(CalendarDate)
    /// No key was pressed for so many whole minutes.
    case idle(minutes: Int)
    /// Time has passed; see ``Effect/wake(_:after:)``.
    case woke(Ticket)
    /// A file was written, with so many lines; see ``Effect/export(_:_:)``.
    case exported(Ticket, count: Int)
    /// A roster was read this far, or a search or a merge has come this far; see ``Effect/takeIn(_:_:)``,
    /// ``Effect/seekDuplicates(_:of:)``.
    case progressed(Ticket, ImportProgress)
    /// This screen came to the front: pushed, or uncovered by what lay over it.
    case appeared
}

/// What a view model wants done outside itself.
public enum Effect: Sendable {
    /// Read from the store; the answer comes as ``Event/answered(_:_:)`` with the same ticket.
    case ask(Ticket, @Sendable (any TrainingStore) async throws -> Answer)
    /// Change what is on file.
    case perform(Ticket, Action)
    /// Ask why a NIK or phone number is to be shown, and enter that in the log; that it is done comes as ``Event/performed(_:_:)``.
    case reveal(Ticket, ID<Participant>)
    /// Write a document as text; its lines come as ``Event/answered(_:_:)``.
    case compose(Ticket, Document, Phrasebook)
    /// Write a file; that it is done comes as ``Event/exported(_:count:)``.
    case export(Ticket, FileExport)
    /// Read a roster as it would be read; the answer is an ``Answer/rosterPreview(_:)``.
    case preview(Ticket, path: String, RosterChoices)
    /// Import a roster, or rehearse that. Meanwhile ``Event/progressed(_:_:)`` comes, and in the end an ``Answer/imported(_:)``.
    case takeIn(Ticket, ImportPlan)
    /// Look for people who may be one, of everybody or of one person. Meanwhile ``Event/progressed(_:_:)`` comes, and in the end an
    /// ``Answer/duplicates(_:)``.
    case seekDuplicates(Ticket, of: ID<Participant>?)
    /// Bring in what was done in a copy of the file, or rehearse that. Meanwhile ``Event/progressed(_:_:)`` comes, and in the end an
    /// ``Answer/fileMerge(_:)``.
    case mergeFile(Ticket, FileMergePlan)
    /// Stop a question, a preview, a search, an export, an import or a merge that is under way: nothing of it is kept, and it fails as
    /// ``Failure/stopped``.
    case stop(Ticket)
    /// Tell the screen when some time has passed, as ``Event/woke(_:)``.
    case wake(Ticket, after: Duration)
    /// Keep what was typed into a form, or forget it.
    case keepDraft(String?, form: String)
    /// Put a screen on top.
    case open(ScreenModel)
    /// Take the top screen away.
    case close
    /// Take the top screen away and put another in its place.
    case replace(ScreenModel)
    /// Show a line above the bottom line until the next key.
    case say(Notice)
    /// Remember how the last check was made, for the next one's form.
    case carryForward(CarriedVisit)
    /// Open what has this code, or say why not.
    case openCode(String)
    /// Show another fiscal year.
    case showYear(Int)
    /// Leave the program.
    case quit
    /// Put the program to sleep, as Ctrl-Z does.
    case suspend
    /// Give back to the system what screens have let go.
    case giveBackMemory(LetGo)
}

/// What screens held and no longer need: to take it apart takes time, which no key should wait for.
public final class LetGo: Sendable {
    private let held: Mutex<[any Sendable]>

    init(_ held: [any Sendable]) { self.held = Mutex(held) }

    /// Takes it apart here, whoever else still has this in hand.
    public func takeApart() { held.withLock { $0 = [] } }
}

/// A line of news for the clerk.
public struct Notice: Hashable, Sendable {
    /// What it says, in the language of the screen.
    public var text: String
    /// What kind of news it is.
    public var kind: Kind

    /// How a notice is coloured and marked.
    public enum Kind: Sendable { case done, trouble }

    /// A line of news.
    public init(_ text: String, _ kind: Kind) {
        self.text = text
        self.kind = kind
    }
}

/// Joins an effect to the event that answers it. An answer whose ticket nobody waits for any more is let go.
public struct Ticket: Hashable, Sendable {
    /// The screen that waits; 0 is the session itself.
    public let screen: Int
    /// What it waits for.
    public let purpose: String
    /// Counts up, so that an answer to an earlier question is told from the one to the last.
    public let number: Int
}

/// Hands out the tickets of one screen and remembers the last one for each purpose.
///
/// Each screen on the stack owns one; the number that tells screens apart is given by ``Session``.
public struct TicketBook: Sendable {
    /// The screen whose book this is.
    public let screen: Int
    private var number = 0
    private var waiting: [String: Ticket] = [:]

    /// A book for a screen with a number of its own.
    public init(screen: Int) { self.screen = screen }

    /// A new ticket for a purpose; the earlier one for the same purpose is void.
    public mutating func take(_ purpose: String) -> Ticket {
        number += 1
        let ticket = Ticket(screen: screen, purpose: purpose, number: number)
        waiting[purpose] = ticket
        return ticket
    }

    /// Whether an answer is the one waited for; it is not waited for any longer.
    public mutating func redeem(_ ticket: Ticket) -> Bool {
        guard waiting[ticket.purpose] == ticket else { return false }
        waiting[ticket.purpose] = nil
        return true
    }

    /// Waits for nothing of this purpose any longer: what still comes is let go.
    mutating func void(_ purpose: String) { waiting[purpose] = nil }

    /// What has been asked and is not answered.
    var underWay: [Ticket] { waiting.values.sorted { $0.number < $1.number } }

    /// Whether something of this purpose is under way.
    public func isWaiting(for purpose: String) -> Bool { waiting[purpose] != nil }
}

/// What a question to the store brought.
public enum Answer: Sendable {
    case achievement(Achievement)
    case totals([Dimension: [Total]])
    case targetsOnFile([Target])
    case achievementFigures(AchievementFigures)
    case pace(Pace, year: Int)
    case years(YearsModel.Years)
    case months([MonthsModel.Month])
    case participant(Stored<Participant>?)
    case participantFile(ParticipantFile?)
    case page(ParticipantPage, total: Int?)
    case count(RowCount)
    case organizers([Stored<Organizer>])
    case programs([ProgramLine])
    case classes([ClassLine])
    /// Some of the classes that fit what was typed, and how many do.
    case fittingClasses([ClassLine], total: Int)
    /// What Kelas lists.
    case organizerList(ListedRows<Stored<Organizer>>)
    case programList(ListedRows<ProgramLine>)
    case classList(ListedRows<ClassLine>)
    case roster(ClassLine?, [RosterLine])
    case secondEntries(ClassLine?, [SecondEntryLine])
    /// Second entries, with the classes of their year.
    case comparedEntries([ComparedEntry], [ClassLine])
    case holder(ParticipantRow?)
    case draft(String?)
    case log([Step])
    case step(Step?)
    /// A step as it stands now, and some of what it changed.
    case loggedStep(Step?, [ChangeEntry])
    case cross(CrossTable)
    case explanation(Explanation)
    case contributions([Contribution])
    case claims(ClaimFigures)
    case targets(TargetFigures)
    case regions(RegionFigures)
    case followUpCounts([FollowUpCount])
    case followUps([DueFollowUp], total: Int?)
    case followUp(FollowUpFile?)
    case path([PathStep])
    case dueFollowUp(DueFollowUp)
    case outcomes(OutcomeFigures)
    case ladder(OutcomeLadder, year: Int)
    case equipment([EquipmentLine])
    case equipmentItem(EquipmentItem?)
    case equipmentCode(ID<Equipment>)
    case people([ParticipantRow])
    case recalls([RecallLine])
    case duplicates(DuplicateList)
    /// Two records to lay side by side.
    case beside(PersonBeside?, PersonBeside?)
    case alumni([AlumniLine])
    /// Whom a search for alumni finds, and what their list says of the first.
    case alumniFound([ID<Participant>], [AlumniLine])
    case pokir([PokirTrail], year: Int)
    case folder(FolderListing)
    case rosterPreview(RosterPreview)
    case imported(ImportOutcome)
    case fileMerge(FileMergeOutcome)
    case document([String])
    case fiscalYears([Int])
    /// Who the operator is to the office, and how their desk is locked.
    case standing(Role, DeskLock)
    case pin(PINAnswer)
    case traces(ForgottenTraces?)
}

/// Something that is to be written to a file.
public struct FileExport: Sendable {
    public var content: Content
    /// Where to, as the clerk typed it; the ending says in which form.
    public var path: String
    /// Whether a file that is there may be replaced.
    public var replaces: Bool
    /// Whether NIK and phone stand in full; the log says so.
    public var reveals: Bool
    /// The words of the screen, and the day.
    public var words: Phrasebook
    public var today: CalendarDate

    /// What is written.
    public enum Content: Sendable {
        /// Names, a table or a list of a class.
        case records(ExportContent)
        /// A document of the office.
        case document(Document)
    }

    public init(
        _ content: Content, path: String, replaces: Bool, reveals: Bool, words: Phrasebook, today: CalendarDate
    ) {
        self.content = content
        self.path = path
        self.replaces = replaces
        self.reveals = reveals
        self.words = words
        self.today = today
    }
}

/// All that is on file about one participant.
public struct ParticipantFile: Sendable, Equatable {
    public var participant: Stored<Participant>
    public var enrollments: [EnrollmentLine]
    public var doubts: [Doubt]
    public var log: [Step]
    /// What became of them, oldest first.
    public var path: [PathStep]
    public var outcomes: [Stored<Outcome>]

    public init(
        participant: Stored<Participant>, enrollments: [EnrollmentLine], doubts: [Doubt],
        log: [Step], path: [PathStep] = [], outcomes: [Stored<Outcome>] = []
    ) {
        self.participant = participant
        self.enrollments = enrollments
        self.doubts = doubts
        self.log = log
        self.path = path
        self.outcomes = outcomes
    }
}

/// Why something asked for did not happen.
public enum Failure: Error, Sendable {
    case refused(Refusal)
    case store(StoreFailure)
    /// A file could not be written.
    case export(ExportFailure)
    /// A roster could not be read, or nothing of it was kept.
    case roster(RosterTrouble)
    /// Two files could not be merged.
    case merge(FileMergeTrouble)
    /// It was stopped before it was done; nothing was kept.
    case stopped
}
