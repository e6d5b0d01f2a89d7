import Training
import Words

/// Writing the list in front to a file.
extension ClassesModel: TableScreen {
    public func exported(_ context: Context) -> ExportOffer? {
        guard front.total != nil else { return nil }
        let words = context.words
        let (table, title) =
            switch shelf {
            case .classes: (TableExport(classColumns(words), Array(classes.rows)), words.frame.classes)
            case .programs: (TableExport(programColumns(words), Array(programs.rows)), words.classes.programs)
            case .organizers: (TableExport(organizerColumns(words), Array(organizers.rows)), words.classes.organizers)
            }
        let dated = shelf == .organizers ? title : "\(title) \(context.year)"
        return ExportOffer(.table(table), title: dated, count: front.count)
    }

    private func classColumns(_ words: Phrasebook) -> [ExportColumn<ClassLine>] {
        let terms = words.terms
        return [
            ExportColumn(terms.code) { .text($0.code.text) },
            ExportColumn(terms.program) { .text($0.program.code.text) },
            ExportColumn(terms.title) { .text($0.title) },
            ExportColumn(terms.trackLabel) { .text(terms.track($0.program.track)) },
            ExportColumn(terms.start) { .date($0.trainingClass.value.start) },
            ExportColumn(terms.end) { .date($0.trainingClass.value.end) },
            ExportColumn(terms.place) { TableFact($0.trainingClass.value.place) },
            ExportColumn(words.export.seatsTaken) { .number($0.taken) },
            ExportColumn(terms.seats) { .number($0.trainingClass.value.seats) },
            ExportColumn(terms.instructor) { TableFact($0.trainingClass.value.instructor) },
        ]
            + EnrollmentStatus.allCases.map { status in
                ExportColumn(terms.status(status)) { .number($0.enrollments[status]) }
            }
    }

    private func programColumns(_ words: Phrasebook) -> [ExportColumn<ProgramLine>] {
        let terms = words.terms
        return [
            ExportColumn(terms.code) { .text($0.code.text) },
            ExportColumn(terms.title) { .text($0.title) },
            ExportColumn(terms.year) { .year($0.program.value.year) },
            ExportColumn(terms.trackLabel) { .text(terms.track($0.program.value.track)) },
            ExportColumn(terms.vocation) { TableFact($0.program.value.vocation) },
            ExportColumn(terms.organizer) { TableFact($0.organizer?.name) },
            ExportColumn(terms.fundingLabel) { TableFact($0.program.value.funding.map(terms.funding)) },
            ExportColumn(terms.skkni) { TableFact($0.program.value.skkni) },
            ExportColumn(terms.pokirProposer) { TableFact($0.program.value.pokirProposer) },
            ExportColumn(terms.pokirReference) { TableFact($0.program.value.pokirReference) },
            ExportColumn(words.classes.classCount) { .number($0.classes) },
        ]
    }

    private func organizerColumns(_ words: Phrasebook) -> [ExportColumn<Stored<Organizer>>] {
        let terms = words.terms
        return [
            ExportColumn(terms.code) { .text($0.code.text) },
            ExportColumn(terms.name) { .text($0.title) },
            ExportColumn(terms.kind) { .text(terms.organizerKind($0.value.kind)) },
        ]
    }
}
