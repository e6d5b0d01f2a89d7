import ArgumentParser
import Exchange
import Sample
import Store
import Training

/// `silat generate`: fills a new file with made-up data.
struct GenerateCommand: DeskCommand {
    static let configuration = CommandConfiguration(commandName: "generate", abstract: spoken.command.help.generate)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var form: FormatOption
    @Option(help: ArgumentHelp(spoken.command.help.participants, valueName: "count"))
    var participants: Int
    @Option(help: ArgumentHelp(spoken.command.help.seed))
    var seed: UInt64 = 1

    var mode: SilatStore.Mode { .create }
    var needs: Permission { .entering }

    func validate() throws {
        guard SampleData.sizes.contains(participants) else {
            let sizes = SampleData.sizes
            throw ValidationError(
                spoken.command.sizeOutOfRange(
                    spoken.language.number(sizes.lowerBound), spoken.language.number(sizes.upperBound)))
        }
    }

    func run(at desk: Desk) async throws {
        let there = try await desk.store.count(of: ParticipantQuery())
        guard there == 0 else {
            throw Failure(.refused, spoken.command.hasParticipants(global.path, spoken.language.number(there)))
        }
        let sample = SampleData(participants: participants, year: try await desk.year, seed: seed)
        try await desk.fill(with: sample)
        try desk.answer(
            form.format,
            spoken.command.generated(spoken.language.number(participants), sample.year, global.path),
            [
                ("year", .int(sample.year)), ("participants", .int(participants)), ("target", .int(sample.target)),
                ("seed", .string(String(seed))),
            ])
    }
}

extension Desk {
    /// Writes made-up data into the file, as one step.
    func fill(with sample: SampleData) async throws {
        let note = "\(sample.participants), seed \(sample.seed)"
        try await store.takeIn(as: .generate, note: note, by: author, keep: true) { try sample.fill($0) }
    }
}
