/// All words that a person reads, in one language. A word missing in a language does not compile.
///
/// Each area of the program has a struct and a file of its own. The book itself is one for all: it is some tens of kilobytes, which each value that
/// holds a copy would move along with it.
public final class Phrasebook: Sendable {
    /// The language the words are in.
    public let language: Language
    /// The field's words: tracks, statuses, kinds, headings of columns and labels of fields.
    public let terms: TermPhrases
    /// What keys do.
    public let keys: KeyPhrases
    /// The header, the tabs and what stands on every screen.
    public let frame: FramePhrases
    /// Why something was refused or failed, and what would be right.
    public let refusals: RefusalPhrases
    /// The entry form.
    public let entry: EntryPhrases
    /// The table of participants, a participant's file, and conflicts.
    public let participants: ParticipantPhrases
    /// Grids of figures, and the names behind them.
    public let figures: FigurePhrases
    /// Wilayah.
    public let regions: RegionPhrases
    /// Organizers, programs, classes, rosters.
    public let classes: ClassPhrases
    /// Capaian.
    public let achievement: AchievementPhrases
    /// How a headline came about.
    public let explanation: ExplanationPhrases
    /// What organizers claimed beside the names on file.
    public let contributions: ContributionPhrases
    /// The targets of a year.
    public let targets: TargetPhrases
    /// Tables of totals.
    public let totals: TotalsPhrases
    /// What became of people: checks, outcomes, equipment and recall.
    public let monitoring: MonitoringTerms
    /// Pemantauan, and the form of a check.
    public let followUps: FollowUpPhrases
    /// The ladder of outcomes, and the pokir trail.
    public let outcomes: OutcomePhrases
    /// The register of equipment.
    public let equipment: EquipmentPhrases
    /// Lists of recall.
    public let recall: RecallPhrases
    /// The route sheet on paper.
    public let routeSheet: RouteSheetPhrases
    /// Tables that leave as files.
    public let export: ExportPhrases
    /// Lists of classes on paper.
    public let paper: PaperListPhrases
    /// The report of a year.
    public let report: ReportPhrases
    /// The command line.
    public let command: CommandPhrases
    /// Rosters in, lists out.
    public let exchange: ExchangePhrases
    public let roster: RosterCommandPhrases
    public let backup: BackupPhrases
    public let waiting: WaitingPhrases
    public let care: CarePhrases
    /// The screens that import a roster.
    public let rosters: RosterPhrases
    /// Forms that are keyed a second time.
    public let secondEntry: SecondEntryPhrases
    /// The log, and what its steps changed.
    public let log: LogPhrases
    /// People who may be one.
    public let duplicates: DuplicatePhrases
    /// What was done in a copy of the file, brought in.
    public let merge: FileMergePhrases
    /// Roles, and who may do what.
    public let roles: RolePhrases
    /// A desk that is locked, and PINs.
    public let lock: LockPhrases
    /// Showing a NIK or phone number in full.
    public let reveal: RevealPhrases
    /// Replacing somebody's personal data.
    public let forget: ForgetPhrases

    /// The words of a language.
    public static func of(_ language: Language) -> Phrasebook {
        switch language {
        case .indonesian: indonesian
        case .english: english
        }
    }

    private static let indonesian = Phrasebook(.indonesian)
    private static let english = Phrasebook(.english)

    private init(_ language: Language) {
        func words<Phrases>(_ indonesian: @autoclosure () -> Phrases, _ english: @autoclosure () -> Phrases) -> Phrases
        {
            switch language {
            case .indonesian: indonesian()
            case .english: english()
            }
        }
        self.language = language
        terms = words(.indonesian, .english)
        keys = words(.indonesian, .english)
        frame = words(.indonesian, .english)
        refusals = words(.indonesian, .english)
        entry = words(.indonesian, .english)
        participants = words(.indonesian, .english)
        figures = words(.indonesian, .english)
        regions = words(.indonesian, .english)
        classes = words(.indonesian, .english)
        achievement = words(.indonesian, .english)
        explanation = words(.indonesian, .english)
        contributions = words(.indonesian, .english)
        targets = words(.indonesian, .english)
        totals = words(.indonesian, .english)
        monitoring = words(.indonesian, .english)
        followUps = words(.indonesian, .english)
        outcomes = words(.indonesian, .english)
        equipment = words(.indonesian, .english)
        recall = words(.indonesian, .english)
        routeSheet = words(.indonesian, .english)
        export = words(.indonesian, .english)
        paper = words(.indonesian, .english)
        report = words(.indonesian, .english)
        command = words(.indonesian, .english)
        exchange = words(.indonesian, .english)
        roster = words(.indonesian, .english)
        backup = words(.indonesian, .english)
        waiting = words(.indonesian, .english)
        care = words(.indonesian, .english)
        rosters = words(.indonesian, .english)
        secondEntry = words(.indonesian, .english)
        log = words(.indonesian, .english)
        duplicates = words(.indonesian, .english)
        merge = words(.indonesian, .english)
        roles = words(.indonesian, .english)
        lock = words(.indonesian, .english)
        reveal = words(.indonesian, .english)
        forget = words(.indonesian, .english)
    }
}

/// The languages that silat speaks.
public enum Language: String, CaseIterable, Sendable {
    case indonesian = "id"
    case english = "en"
}
