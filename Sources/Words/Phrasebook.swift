/// All words that a person reads, in one language. A word missing in a language does not compile.
///
/// Each area of the program has a struct and a file of its own.
public struct Phrasebook: Sendable {
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

    private static let indonesian = Phrasebook(
        language: .indonesian, terms: .indonesian, keys: .indonesian, frame: .indonesian,
        refusals: .indonesian, entry: .indonesian, participants: .indonesian, figures: .indonesian,
        regions: .indonesian,
        classes: .indonesian,
        achievement: .indonesian, explanation: .indonesian, contributions: .indonesian, targets: .indonesian,
        totals: .indonesian, monitoring: .indonesian, followUps: .indonesian, outcomes: .indonesian,
        equipment: .indonesian, recall: .indonesian, routeSheet: .indonesian, export: .indonesian, paper: .indonesian,
        report: .indonesian,
        command: .indonesian, exchange: .indonesian, roster: .indonesian, backup: .indonesian, waiting: .indonesian,
        care: .indonesian, rosters: .indonesian, secondEntry: .indonesian, log: .indonesian,
        duplicates: .indonesian, merge: .indonesian, roles: .indonesian, lock: .indonesian, reveal: .indonesian,
        forget: .indonesian)

    private static let english = Phrasebook(
        language: .english, terms: .english, keys: .english, frame: .english,
        refusals: .english, entry: .english, participants: .english, figures: .english, regions: .english,
        classes: .english,
        achievement: .english, explanation: .english, contributions: .english, targets: .english, totals: .english,
        monitoring: .english, followUps: .english, outcomes: .english, equipment: .english, recall: .english,
        routeSheet: .english, export: .english, paper: .english, report: .english, command: .english,
        exchange: .english,
        roster: .english, backup: .english, waiting: .english, care: .english, rosters: .english,
        secondEntry: .english, log: .english, duplicates: .english, merge: .english, roles: .english, lock: .english,
        reveal: .english, forget: .english)
}

/// The languages that silat speaks.
public enum Language: String, CaseIterable, Sendable {
    case indonesian = "id"
    case english = "en"
}
