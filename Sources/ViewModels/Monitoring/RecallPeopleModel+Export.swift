import Training
import Words

/// Writing a list of recall to a file.
extension RecallPeopleModel: TableScreen {
    public func exported(_ context: Context) -> ExportOffer? {
        guard isLoaded else { return nil }
        let table = TableExport(columns(context), people.items, what: "alumni")
        return ExportOffer(
            .table(table), title: recall.value.title, count: people.items.count, hasPersonalNumbers: true)
    }

    private func columns(_ context: Context) -> [ExportColumn<AlumniLine>] {
        let (words, gazetteer) = (context.words, context.gazetteer)
        let (terms, recall) = (words.terms, words.recall)
        return [
            ExportColumn(terms.name) { .text($0.person.name.text) },
            ExportColumn(terms.kecamatan) {
                .text(gazetteer.kecamatanName(of: $0.person.residence) ?? terms.outside)
            },
            ExportColumn(terms.desa) { TableFact(gazetteer.desaName(of: $0.person.residence)) },
            ExportColumn(terms.phone) { $0.phone.map(TableFact.phone) ?? .nothing },
            ExportColumn(terms.program) { .text($0.program) },
            ExportColumn(recall.certificate) { TableFact($0.certificate) },
            ExportColumn(recall.latest) { TableFact($0.latest.map(words.monitoring.outcome)) },
            ExportColumn(recall.stateHeading) { line in
                TableFact(line.entry.map { words.monitoring.recallState($0.value.state) })
            },
            ExportColumn(recall.dateHeading) { TableFact($0.entry?.value.date) },
            ExportColumn(recall.note) { TableFact($0.entry?.value.note) },
        ]
    }
}
