/// The screens there are: the one list that a new screen is added to.
public enum ScreenModel: Sendable {
    case achievement(AchievementModel)
    case participants(ParticipantsModel)
    case participantFile(ParticipantFileModel)
    case participantForm(ParticipantFormModel)
    case conflict(ConflictModel)
    case duplicates(DuplicatesModel)
    case merge(MergeModel)
    case classes(ClassesModel)
    case roster(RosterModel)
    case standing(StandingModel)
    case secondEntry(SecondEntryModel)
    case secondEntryList(SecondEntryListModel)
    case errorRates(ErrorRatesModel)
    case differences(DifferencesModel)
    case rosterImport(RosterImportModel)
    case recordForm(RecordFormModel)
    case regions(RegionsModel)
    case years(YearsModel)
    case months(MonthsModel)
    case wall(WallModel)
    case explanation(ExplanationModel)
    case contributions(ContributionsModel)
    case targets(TargetsModel)
    case monitoring(MonitoringModel)
    case followUpList(FollowUpListModel)
    case followUpForm(FollowUpFormModel)
    case outcomes(OutcomesModel)
    case equipment(EquipmentModel)
    case equipmentItem(EquipmentItemModel)
    case equipmentForm(EquipmentFormModel)
    case recall(RecallModel)
    case recallPeople(RecallPeopleModel)
    case recallForm(RecallFormModel)
    case pokir(PokirModel)
    case export(ExportModel)
    case reports(ReportsModel)
    case log(LogModel)
    case loggedStep(LoggedStepModel)
    case fileMerge(FileMergeModel)
    case help(HelpModel)

    /// The screen's state as what every screen is.
    public var screen: any Screen {
        get {
            switch self {
            case .achievement(let model): model
            case .participants(let model): model
            case .participantFile(let model): model
            case .participantForm(let model): model
            case .conflict(let model): model
            case .duplicates(let model): model
            case .merge(let model): model
            case .classes(let model): model
            case .roster(let model): model
            case .standing(let model): model
            case .secondEntry(let model): model
            case .secondEntryList(let model): model
            case .errorRates(let model): model
            case .differences(let model): model
            case .rosterImport(let model): model
            case .recordForm(let model): model
            case .regions(let model): model
            case .years(let model): model
            case .months(let model): model
            case .wall(let model): model
            case .explanation(let model): model
            case .contributions(let model): model
            case .targets(let model): model
            case .monitoring(let model): model
            case .followUpList(let model): model
            case .followUpForm(let model): model
            case .outcomes(let model): model
            case .equipment(let model): model
            case .equipmentItem(let model): model
            case .equipmentForm(let model): model
            case .recall(let model): model
            case .recallPeople(let model): model
            case .recallForm(let model): model
            case .pokir(let model): model
            case .export(let model): model
            case .reports(let model): model
            case .log(let model): model
            case .loggedStep(let model): model
            case .fileMerge(let model): model
            case .help(let model): model
            }
        }
        set {
            switch newValue {
            case let model as AchievementModel: self = .achievement(model)
            case let model as ParticipantsModel: self = .participants(model)
            case let model as ParticipantFileModel: self = .participantFile(model)
            case let model as ParticipantFormModel: self = .participantForm(model)
            case let model as ConflictModel: self = .conflict(model)
            case let model as DuplicatesModel: self = .duplicates(model)
            case let model as MergeModel: self = .merge(model)
            case let model as ClassesModel: self = .classes(model)
            case let model as RosterModel: self = .roster(model)
            case let model as StandingModel: self = .standing(model)
            case let model as SecondEntryModel: self = .secondEntry(model)
            case let model as SecondEntryListModel: self = .secondEntryList(model)
            case let model as ErrorRatesModel: self = .errorRates(model)
            case let model as DifferencesModel: self = .differences(model)
            case let model as RosterImportModel: self = .rosterImport(model)
            case let model as RecordFormModel: self = .recordForm(model)
            case let model as RegionsModel: self = .regions(model)
            case let model as YearsModel: self = .years(model)
            case let model as MonthsModel: self = .months(model)
            case let model as WallModel: self = .wall(model)
            case let model as ExplanationModel: self = .explanation(model)
            case let model as ContributionsModel: self = .contributions(model)
            case let model as TargetsModel: self = .targets(model)
            case let model as MonitoringModel: self = .monitoring(model)
            case let model as FollowUpListModel: self = .followUpList(model)
            case let model as FollowUpFormModel: self = .followUpForm(model)
            case let model as OutcomesModel: self = .outcomes(model)
            case let model as EquipmentModel: self = .equipment(model)
            case let model as EquipmentItemModel: self = .equipmentItem(model)
            case let model as EquipmentFormModel: self = .equipmentForm(model)
            case let model as RecallModel: self = .recall(model)
            case let model as RecallPeopleModel: self = .recallPeople(model)
            case let model as RecallFormModel: self = .recallForm(model)
            case let model as PokirModel: self = .pokir(model)
            case let model as ExportModel: self = .export(model)
            case let model as ReportsModel: self = .reports(model)
            case let model as LogModel: self = .log(model)
            case let model as LoggedStepModel: self = .loggedStep(model)
            case let model as FileMergeModel: self = .fileMerge(model)
            case let model as HelpModel: self = .help(model)
            default: assertionFailure("a screen that is not on the list: \(type(of: newValue))")
            }
        }
    }
}
