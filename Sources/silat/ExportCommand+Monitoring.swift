import ArgumentParser
import Exchange
import Store
import Training

extension ExportCommand {
    /// `silat export follow-ups`
    struct FollowUps: DeskCommand {
        static let configuration = CommandConfiguration(
            commandName: "follow-ups", abstract: spoken.command.help.monitoring.exportFollowUps)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var destination: ExportOptions
        @OptionGroup var revealing: RevealOptions

        var mode: SilatStore.Mode { .readWrite }
        var needs: Permission { .names }
        private var reveal: Bool { revealing.reveal }

        func run(at desk: Desk) async throws {
            let query = FollowUpQuery(states: Set(DueFollowUp.State.allCases))
            let checks = try await desk.checks(query, year: global.year)
            let columns = Column.followUpRecords(spoken, .tabalong, today: desk.today, reveal: reveal)
            try await destination.write(columns, global) { list in
                _ = try await desk.store.perform(
                    .export(
                        what: "follow-ups", count: checks.count, withNIK: reveal,
                        reason: reveal ? revealing.reason : nil), by: desk.author)
                for check in checks { try list.add(try await record(of: check, desk)) }
            }
            // Nothing reads these files back, so that masking takes nothing from them.
            destination.report(checks.count, reveal: true)
        }

        private func record(of check: DueFollowUp, _ desk: Desk) async throws -> FollowUpRecord {
            guard check.state == .done || check.attempts > 0 else { return FollowUpRecord(check, done: [], found: []) }
            let done = try await desk.store.followUps(of: check.enrollment).map(\.value)
            let found = try await desk.store.outcomes(of: check.person.id).map(\.value)
            return FollowUpRecord(check, done: done, found: found)
        }
    }

    /// `silat export equipment`
    struct Items: DeskCommand {
        static let configuration = CommandConfiguration(
            commandName: "equipment", abstract: spoken.command.help.monitoring.exportEquipment)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var destination: ExportOptions
        @OptionGroup var revealing: RevealOptions

        var mode: SilatStore.Mode { .readWrite }
        var needs: Permission { .names }
        private var reveal: Bool { revealing.reveal }

        func run(at desk: Desk) async throws {
            let lines = try await desk.store.equipment(.all, in: nil, today: desk.today)
            try await destination.write(Column.equipment(spoken, .tabalong, reveal: reveal), global) { list in
                _ = try await desk.store.perform(
                    .export(
                        what: "equipment", count: lines.count, withNIK: reveal, reason: reveal ? revealing.reason : nil),
                    by: desk.author)
                for line in lines { try list.add(line) }
            }
            destination.report(lines.count, reveal: true)
        }
    }
}
