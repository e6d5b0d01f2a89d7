import Training
import Words

/// Writing the roster to a file, or as a list for paper.
extension RosterModel: TableScreen {
    public func exported(_ context: Context) -> ExportOffer? {
        guard let line else { return nil }
        let code = line.trainingClass.value.code.text
        let table = TableExport(columns(context), roster.items, what: "roster \(code)")
        return ExportOffer(
            .table(table), title: context.words.export.roster(code), count: roster.items.count,
            hasPersonalNumbers: true)
    }

    private func columns(_ context: Context) -> [ExportColumn<RosterLine>] {
        let (words, gazetteer) = (context.words, context.gazetteer)
        let terms = words.terms
        return [
            ExportColumn(terms.name) { .text($0.participant.name.text) },
            ExportColumn(terms.nik) { $0.participant.nik.map(TableFact.nik) ?? .nothing },
            ExportColumn(terms.sexLabel) { .text($0.participant.sex.rawValue) },
            ExportColumn(terms.birthDate) { .date($0.participant.birthDate) },
            ExportColumn(terms.kecamatan) {
                .text(gazetteer.kecamatanName(of: $0.participant.residence) ?? terms.outside)
            },
            ExportColumn(terms.desa) { TableFact(gazetteer.desaName(of: $0.participant.residence)) },
            ExportColumn(terms.statusLabel) { .text(terms.status($0.enrollment.value.standing.status)) },
            ExportColumn(words.classes.since) { .date($0.enrollment.value.standing.date) },
            ExportColumn(words.classes.detail) { TableFact($0.enrollment.value.standing.detail) },
        ]
    }

    /// Asks which list for paper is to be written, and where.
    func askForPaper(_ context: Context) -> [Effect] {
        guard let line else { return [] }
        let code = line.trainingClass.value.code.text
        let words = context.words.paper
        let offers = PaperList.allCases.map { list in
            ExportOffer(
                .list(list, of: id), title: "\(words.title(list)) \(code)", ending: "html", endings: ".html .csv",
                count: nil, hasPersonalNumbers: list == .nominative)
        }
        return [.open(.export(ExportModel(offers, context)))]
    }
}
