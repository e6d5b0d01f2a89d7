import ArgumentParser
import Exchange
import Foundation
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
        @Option(help: ArgumentHelp(spoken.command.help.sourceDate, valueName: "date"))
        var sourceDate: String?
        @Option(help: ArgumentHelp(spoken.command.help.through, valueName: "year"))
        var through: Int?

        var mode: SilatStore.Mode { .create }
        var needs: Permission { .targets }

        func validate() throws {
            let scopes = [kecamatan != nil, track != nil, organizer != nil, through != nil].filter { $0 }
            if scopes.count > 1 { throw ValidationError(spoken.command.oneScope) }
        }

        func run(at desk: Desk) async throws {
            let target = Target(
                year: try await desk.year, scope: try await scope(desk), stage: revised ? .revised : .original,
                count: count, rule: rule, source: source?.fieldText, sourceDate: try sourceDate.map(desk.date))
            _ = try await desk.store.perform(.setTarget(target), by: desk.author)
            try desk.answer(
                form.format,
                spoken.command.targetSet(
                    through.map { "\(target.year)–\($0)" } ?? "\(target.year)", spoken.language.number(count)),
                [
                    ("year", .int(target.year)), ("stage", .string(target.stage.rawValue)), ("count", .int(count)),
                    ("rule", .string(rule.rawValue)), ("scope", .string(target.scope.identifier)),
                ])
        }

        private func scope(_ desk: Desk) async throws -> Target.Scope {
            if let kecamatan { return .kecamatan(try desk.kecamatan(kecamatan)) }
            if let track { return .track(track) }
            if let organizer { return .organizer(try await desk.store.organizer(code: organizer).id) }
            return through.map { .term(through: $0) } ?? .regency
        }
    }

    /// `silat target list`
    struct List: DeskCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: spoken.command.help.list)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var form: FormatOption
        @Flag(help: ArgumentHelp(spoken.command.help.targetHistory))
        var history = false

        var mode: SilatStore.Mode { .readOnly }
        var needs: Permission { .totals }

        func run(at desk: Desk) async throws {
            history ? try await writeHistory(at: desk) : try await writeTargets(at: desk)
        }

        private func writeTargets(at desk: Desk) async throws {
            let organizers = try await organizers(desk)
            let all = try await desk.store.targets().map(\.value)
            let targets = all.filter { global.year == nil || $0.year == global.year }
            try desk.write(
                targets.map { TargetRow($0, organizer: $0.organizer(in: organizers)) }, form.format,
                Column.targets(spoken, .tabalong))
            guard form.format == .table else { return }
            for year in Swift.Set(targets.map(\.year)).sorted() {
                for sentence in all.sums(of: year).compactMap(spoken.sentence(for:)) { say("\(year): \(sentence)") }
            }
        }

        private func writeHistory(at desk: Desk) async throws {
            let organizers = try await organizers(desk)
            var rows: [TargetRow] = []
            for year in try await desk.store.years().sorted() where global.year == nil || year == global.year {
                rows += try await desk.store.targetHistory(of: year).holding.map { version in
                    TargetRow(version.target, organizer: version.target.organizer(in: organizers), version: version)
                }
            }
            try desk.write(rows, form.format, Column.targetHistory(spoken, .tabalong, in: .current))
        }

        private func organizers(_ desk: Desk) async throws -> [ID<Organizer>: Organizer] {
            Dictionary(
                try await desk.store.organizers().map { ($0.id, $0.value) }, uniquingKeysWith: { first, _ in first })
        }
    }
}

extension Target {
    /// The organizer that the target is set for, where it is one organizer's.
    fileprivate func organizer(in organizers: [ID<Organizer>: Organizer]) -> Organizer? {
        if case .organizer(let id) = scope { organizers[id] } else { nil }
    }
}
