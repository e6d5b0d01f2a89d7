import Training

extension ScreenModel {
    /// What an operator must be allowed to do to have the screen. Keys that lead to it say the same, so that they are not shown; this
    /// holds where a way was forgotten.
    public var permission: Permission {
        switch self {
        case .achievement, .regions, .years, .months, .wall, .explanation, .contributions, .targets: .totals
        case .classes, .monitoring, .outcomes, .pokir, .reports, .export, .help: .totals
        case .participants, .participantFile, .conflict, .roster, .log, .loggedStep: .names
        case .followUpList, .equipment, .equipmentItem, .recall, .recallPeople: .names
        case .duplicates, .merge, .errorRates, .differences, .secondEntryList: .names
        case .secondEntry: .entering
        case .fileMerge: .merging
        case .participantForm, .standing, .rosterImport, .followUpForm, .equipmentForm, .recallForm: .entering
        case .recordForm(let form): form.permission
        }
    }
}

extension RecordFormModel {
    /// What it takes to fill in the form.
    fileprivate var permission: Permission {
        switch subject {
        case .organizer, .program, .trainingClass: .entering
        case .target: .targets
        case .claim: .claims
        }
    }
}
