import Training
import Words

/// Writing the names in sight, or behind a figure, to a file.
extension ParticipantsModel: TableScreen {
    public func exported(_ context: Context) -> ExportOffer? {
        guard list.isLoaded else { return nil }
        return ExportOffer(
            .names(query), title: title ?? context.words.participants.title, count: total, hasPersonalNumbers: true)
    }
}
