import Training
import Words

/// Writing the checks that are shown to a file: all of them, also those that the screen has no room for.
extension FollowUpListModel: TableScreen {
    public func exported(_ context: Context) -> ExportOffer? {
        guard isLoaded else { return nil }
        let title = context.words.followUps.listTitle(place, shown.heading(context.words.followUps).lowercased())
        let columns = columns(context)
        guard hasMore else {
            let table = TableExport(columns, checks.items, what: "follow-ups")
            return ExportOffer(.table(table), title: title, count: checks.items.count)
        }
        let (query, today, search) = (query, context.today, search.text)
        let table = TableExport(columns, what: "follow-ups") { store in
            try await store.followUps(query, today: today, count: .max).filter { $0.fits(search) }
        }
        return ExportOffer(.table(table), title: title, count: nil)
    }

    private func columns(_ context: Context) -> [ExportColumn<DueFollowUp>] {
        let (words, gazetteer, today) = (context.words, context.gazetteer, context.today)
        let (terms, phrases) = (words.terms, words.followUps)
        return [
            ExportColumn(phrases.codeHeading) { TableFact($0.code?.description) },
            ExportColumn(phrases.nameHeading) { .text($0.person.name.text) },
            ExportColumn(phrases.programHeading) { .text($0.program) },
            ExportColumn(terms.kecamatan) {
                .text(gazetteer.kecamatanName(of: $0.person.residence) ?? terms.outside)
            },
            ExportColumn(terms.desa) { TableFact(gazetteer.desaName(of: $0.person.residence)) },
            ExportColumn(terms.trainingClass) { .text($0.trainingClass.text) },
            ExportColumn(phrases.markHeading) { .number($0.mark) },
            ExportColumn(phrases.dueHeading) { .date($0.dueOn) },
            ExportColumn(terms.statusLabel) { .text(words.monitoring.state($0.state)) },
            ExportColumn(phrases.lateHeading) { check in
                [.due, .late].contains(check.state) ? .number(check.daysLate(today)) : .nothing
            },
            ExportColumn(phrases.attemptsHeading) { .number($0.attempts) },
            ExportColumn(phrases.visitorHeading) { TableFact($0.visitor) },
            ExportColumn(phrases.latestHeading) { TableFact($0.latest.map(words.monitoring.outcome)) },
        ]
    }
}
