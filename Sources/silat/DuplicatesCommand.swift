import ArgumentParser
import Exchange
import Store
import Training

/// `silat duplicates`: people who may be on file twice, the likeliest first.
struct DuplicatesCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "duplicates", abstract: spoken.duplicates.help.duplicates)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var form: FormatOption
    @Option(help: ArgumentHelp(spoken.duplicates.help.participant, valueName: "id"))
    var participant: String?
    @Flag(help: ArgumentHelp(spoken.duplicates.help.apartOnly))
    var distinct = false
    @Option(help: ArgumentHelp(spoken.command.help.limit))
    var limit = 100

    var mode: SilatStore.Mode { .readOnly }
    var needs: Permission { .names }

    func validate() throws {
        if limit < 1 { throw ValidationError(spoken.command.limitTooSmall) }
    }

    func run(at desk: Desk) async throws {
        let columns = Column<DuplicatePair>.duplicates(spoken, .tabalong, reveal: false)
        guard !distinct else {
            return try desk.write(Array(try await desk.store.distinctPeople().prefix(limit)), form.format, columns)
        }
        let id = try participant.map(desk.participantID)
        if let id, try await desk.store.participant(id) == nil {
            throw Failure(.refused, try await desk.whyMissing(id))
        }
        let found = try await desk.store.duplicates(of: id, count: limit) { _ in }
        try desk.write(found.pairs, form.format, columns)
        if found.pairs.count < found.total, form.format == .table {
            let number = spoken.language.number
            say(spoken.duplicates.count(number(found.pairs.count), number(found.total)))
        }
    }
}
