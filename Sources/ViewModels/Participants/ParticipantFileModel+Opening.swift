import Training

/// Screens that are opened from participants and belong to other areas.
extension ScreenModel {
    /// The form that edits a participant.
    static func form(editing participant: Stored<Participant>) -> ScreenModel {
        .participantForm(ParticipantFormModel(editing: participant))
    }

    /// A class's roster.
    static func roster(_ id: ID<TrainingClass>) -> ScreenModel { .roster(RosterModel(id)) }
}
