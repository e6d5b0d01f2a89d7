import ArgumentParser
import Exchange
import Store
import Training

/// `silat target`: yearly targets.
struct TargetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "target", abstract: spoken.command.help.target, subcommands: [Set.self, List.self])

    /// `silat target set`
    struct Set: DeskCommand {
        static let configuration = CommandConfiguration(commandName: "set", abstract: spoken.command.help.targetSet)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var form: FormatOption
        @Option(help: ArgumentHelp(spoken.command.help.count))
        var count: Int
        @Flag(help: ArgumentHelp(spoken.command.help.revised))
        var revised = false
        @Option(help: ArgumentHelp(spoken.command.help.kecamatan))
        var kecamatan: String?
        @Option(help: ArgumentHelp(spoken.command.help.track))
        var track: Track?
        @Option(help: ArgumentHelp(spoken.command.help.organizerCode, valueName: "code"))
        var organizer: String?
        @Option(help: ArgumentHelp(spoken.command.help.rule))
        var rule: CountingRule = .people
        @Option(help: ArgumentHelp(spoken.command.help.source, valueName: "text"))
        var source: String?

        var mode: SilatStore.Mode { .create }

        func validate() throws {
            let scopes = [kecamatan != nil, track != nil, organizer != nil].filter { $0 }
            if scopes.count > 1 { throw ValidationError(spoken.command.oneScope) }
        }

        func run(at desk: Desk) async throws {
            let target = Target(
                year: try await desk.year, scope: try await scope(desk), stage: revised ? .revised : .original,
                count: count, rule: rule, source: source?.fieldText)
            _ = try await desk.store.perform(.setTarget(target), by: desk.author)
            try desk.answer(
                form.format, spoken.command.targetSet(target.year, spoken.language.number(count)),
                [
                    ("year", .int(target.year)), ("stage", .string(target.stage.rawValue)), ("count", .int(count)),
                    ("rule", .string(rule.rawValue)),
                ])
        }

        private func scope(_ desk: Desk) async throws -> Target.Scope {
            if let kecamatan {
                guard let code = try PlaceIndex().kecamatan(kecamatan).kecamatan else {
                    throw Refusal.unknownCode(kecamatan, kind: .kecamatan, nearest: [])
                }
                return .kecamatan(code)
            }
            if let track { return .track(track) }
            if let organizer { return .organizer(try await desk.store.organizer(code: organizer).id) }
            return .regency
        }
    }

    /// `silat target list`
    struct List: DeskCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: spoken.command.help.list)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var form: FormatOption

        var mode: SilatStore.Mode { .readOnly }

        func run(at desk: Desk) async throws {
            let organizers = Dictionary(
                try await desk.store.organizers().map { ($0.id, $0.value) }, uniquingKeysWith: { first, _ in first })
            let rows = try await desk.store.targets().map(\.value)
                .filter { global.year == nil || $0.year == global.year }
                .map { target in
                    if case .organizer(let id) = target.scope { return TargetRow(target, organizer: organizers[id]) }
                    return TargetRow(target, organizer: nil)
                }
            try desk.write(rows, form.format, Column.targets(spoken, .tabalong))
        }
    }
}
