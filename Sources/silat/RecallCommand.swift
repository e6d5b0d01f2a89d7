import ArgumentParser
import Exchange
import Store
import Training

/// `silat recall`: finds alumni for an opening or an advanced class, and keeps what came of asking them.
struct RecallCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recall", abstract: spoken.command.help.monitoring.recall,
        subcommands: [Find.self, Keep.self, List.self, Mark.self])

    /// `silat recall find`
    struct Find: DeskCommand {
        static let configuration = CommandConfiguration(
            commandName: "find", abstract: spoken.command.help.monitoring.findAlumni)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var form: FormatOption
        @OptionGroup var alumni: AlumniOptions
        @OptionGroup var revealing: RevealOptions

        var mode: SilatStore.Mode { reveal ? .readWrite : .readOnly }
        var needs: Permission { .names }
        private var reveal: Bool { revealing.reveal }

        func run(at desk: Desk) async throws {
            let lines = try await desk.store.alumni(try await alumni.query(desk), today: desk.today)
            try await desk.write(lines, form.format, isKept: false, reveal: revealing)
        }
    }

    /// `silat recall keep`
    struct Keep: DeskCommand {
        static let configuration = CommandConfiguration(
            commandName: "keep", abstract: spoken.command.help.monitoring.keepRecall)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var form: FormatOption
        @OptionGroup var alumni: AlumniOptions
        @Option(help: ArgumentHelp(spoken.command.help.monitoring.recallTitle, valueName: "text"))
        var title: String

        var mode: SilatStore.Mode { .readWrite }
        var needs: Permission { .entering }

        func run(at desk: Desk) async throws {
            let query = try await alumni.query(desk)
            let lines = try await desk.store.alumni(query, today: desk.today)
            guard !lines.isEmpty else { throw Failure(.refused, spoken.command.monitoring.nobodyFits) }
            let recall = Recall(
                title: title.fieldText ?? "", date: desk.today, criteria: spoken.criteria(of: query, .tabalong))
            let receipt = try await desk.store.perform(.addRecall(recall, lines.map(\.person.id)), by: desk.author)
            let id = receipt.record?.description ?? ""
            try desk.answer(
                form.format,
                spoken.command.monitoring.recallKept(recall.title, spoken.language.number(lines.count), id),
                [
                    ("id", .string(id)), ("title", .string(recall.title)), ("criteria", .string(recall.criteria)),
                    ("people", .int(lines.count)),
                ])
        }
    }

    /// `silat recall list`
    struct List: DeskCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: spoken.command.help.monitoring.listRecalls)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var form: FormatOption
        @Option(help: ArgumentHelp(spoken.command.help.monitoring.recallID))
        var id: String?
        @OptionGroup var revealing: RevealOptions

        var mode: SilatStore.Mode { reveal ? .readWrite : .readOnly }
        var needs: Permission { .names }
        private var reveal: Bool { revealing.reveal }

        func run(at desk: Desk) async throws {
            if let id {
                let lines = try await desk.recall(id)
                return try await desk.write(lines, form.format, isKept: true, reveal: revealing)
            }
            var rows: [RecallRow] = []
            for recall in try await desk.store.recalls() {
                rows.append(RecallRow(recall, try await desk.store.recall(recall.id)))
            }
            try desk.write(rows, form.format, Column.recalls(spoken))
        }
    }

    /// `silat recall mark`
    struct Mark: DeskCommand {
        static let configuration = CommandConfiguration(
            commandName: "mark", abstract: spoken.command.help.monitoring.markRecall)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var form: FormatOption
        @Option(help: ArgumentHelp(spoken.command.help.monitoring.recallID))
        var id: String
        @Option(help: ArgumentHelp(spoken.command.help.monitoring.recallParticipant, valueName: "id"))
        var participant: [String] = []
        @Option(help: ArgumentHelp(spoken.command.help.monitoring.recallState))
        var state: RecallEntry.State
        @Option(help: ArgumentHelp(spoken.command.help.monitoring.date))
        var date: String?
        @Option(help: ArgumentHelp(spoken.command.help.monitoring.note, valueName: "text"))
        var note: String?

        var mode: SilatStore.Mode { .readWrite }
        var needs: Permission { .entering }

        func validate() throws {
            if participant.isEmpty { throw ValidationError(spoken.command.monitoring.participantMissing) }
        }

        func run(at desk: Desk) async throws {
            let lines = try await desk.recall(id)
            let entries = try participant.map { typed in
                let person = try desk.participantID(typed)
                guard let entry = lines.first(where: { $0.person.id == person })?.entry else {
                    throw Failure(.refused, spoken.command.monitoring.notOnList(person.description))
                }
                return entry.id
            }
            _ = try await desk.store.perform(
                .setRecallState(
                    entries, state, on: try date.map(desk.date) ?? desk.today, note: note?.fieldText), by: desk.author)
            let words = spoken.monitoring.recallState(state)
            try desk.answer(
                form.format,
                spoken.command.monitoring.recallMarked(spoken.language.number(entries.count), words),
                [("id", .string(id)), ("state", .string(state.rawValue)), ("people", .int(entries.count))])
        }
    }
}

extension Desk {
    /// Those on a list of recall.
    fileprivate func recall(_ typed: String) async throws -> [AlumniLine] {
        guard let id = ID<Recall>(typed), try await store.recalls().contains(where: { $0.id == id }) else {
            throw Failure(.refused, spoken.command.monitoring.noSuchRecall(typed))
        }
        return try await store.recall(id)
    }

    /// Writes a list of alumni; that NIK and phones are shown in full is logged before they are.
    fileprivate func write(_ lines: [AlumniLine], _ format: ListFormat, isKept: Bool, reveal revealing: RevealOptions)
        async throws
    {
        let reveal = revealing.reveal
        if reveal {
            _ = try await store.perform(
                .export(what: "alumni", count: lines.count, withNIK: true, reason: revealing.reason), by: author)
        }
        try write(lines, format, Column.alumni(spoken, .tabalong, isKept: isKept, reveal: reveal))
    }
}
