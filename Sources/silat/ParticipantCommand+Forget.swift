import ArgumentParser
import Exchange
import Foundation
import Store
import Training

extension ParticipantCommand {
    /// `silat participant forget`: replaces somebody's personal data on lawful request, and says what remains.
    struct Forget: DeskCommand {
        static let configuration = CommandConfiguration(commandName: "forget", abstract: spoken.forget.help)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var form: FormatOption
        @Option(help: ArgumentHelp(spoken.forget.reasonHelp, valueName: "text"))
        var reason: String?
        @Flag(name: .customLong("yes"), help: ArgumentHelp(spoken.forget.confirmHelp))
        var isConfirmed = false
        @Argument(help: ArgumentHelp(spoken.command.help.participantID))
        var id: String

        var mode: SilatStore.Mode { .readWrite }
        var needs: Permission { .forgetting }

        func run(at desk: Desk) async throws {
            let id = try desk.participantID(id)
            guard let traces = try await desk.store.traces(of: id) else {
                throw Failure(.refused, spoken.command.noSuchParticipant(id.description))
            }
            // Whoever is forgotten already is forgotten once more: that does what a full disk or a crash may have left undone.
            if isConfirmed {
                _ = try await desk.store.perform(.forget(id, reason: reason?.fieldText), by: desk.author)
            }
            try desk.write(remains(of: traces), form.format, Column.remains(spoken, in: .current))
            if isConfirmed {
                say(spoken.forget.done(spoken.language.number(traces.enrollments)))
                say(spoken.forget.remains)
            } else {
                if traces.isForgotten { say(spoken.forget.already) }
                say(spoken.forget.replaced)
                say(spoken.forget.confirm)
            }
        }

        private func remains(of traces: ForgottenTraces) -> [Remainder] {
            [
                Remainder(kind: .enrollments, count: traces.enrollments),
                Remainder(kind: .followUps, count: traces.followUps),
            ] + backups
                + traces.exports.map { Remainder(kind: .export, time: $0.time, name: $0.note) }
        }

        /// The copies that silat itself keeps beside the file. All that are there are older than now.
        private var backups: [Remainder] {
            let folder = global.path + ".backups"
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
            return names.filter { !$0.hasPrefix(".") && !$0.hasSuffix(".sha256") }.sorted().map { name in
                let path = "\(folder)/\(name)"
                let time = try? FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
                return Remainder(kind: .backup, time: time ?? nil, name: path)
            }
        }
    }
}
