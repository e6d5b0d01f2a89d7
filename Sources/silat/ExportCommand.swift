import ArgumentParser
import Exchange
import Foundation
import Store
import Training

/// `silat export`: data for other programs.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: spoken.command.help.export,
        subcommands: [Participants.self, Enrollments.self, Totals.self, FollowUps.self, Items.self])

    /// `silat export participants`
    struct Participants: DeskCommand {
        static let configuration = CommandConfiguration(
            commandName: "participants", abstract: spoken.command.help.exportParticipants)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var destination: ExportOptions
        @OptionGroup var revealing: RevealOptions
        @Option(name: .customLong("class"), help: ArgumentHelp(spoken.command.help.exportClass))
        var trainingClass: String?

        var mode: SilatStore.Mode { .readWrite }
        var needs: Permission { .names }
        private var reveal: Bool { revealing.reveal }

        func run(at desk: Desk) async throws {
            var query = ParticipantQuery()
            if let trainingClass {
                query.trainingClass = try await desk.store.trainingClass(code: trainingClass).trainingClass.id
            }
            let count = try await desk.store.count(of: query)
            let what = ["participants", trainingClass?.strippedOfControls].compactMap(\.self).joined(separator: " ")
            let columns =
                destination.format.isSheet
                ? Column<Stored<Participant>>.roster(.tabalong, reveal: reveal)
                : Column<Stored<Participant>>.participants(spoken, .tabalong, reveal: reveal)
            try await destination.write(columns, global) { list in
                // What leaves is logged before it leaves.
                _ = try await desk.store.perform(
                    .export(what: what, count: count, withNIK: reveal, reason: reveal ? revealing.reason : nil),
                    by: desk.author)
                try await list.addAside { add in try await desk.store.eachParticipant(query, add) }
            }
            destination.report(count, reveal: reveal)
        }
    }

    /// `silat export enrollments`
    struct Enrollments: DeskCommand {
        static let configuration = CommandConfiguration(
            commandName: "enrollments", abstract: spoken.command.help.exportEnrollments)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var destination: ExportOptions
        @OptionGroup var revealing: RevealOptions

        var mode: SilatStore.Mode { .readWrite }
        var needs: Permission { .names }
        private var reveal: Bool { revealing.reveal }

        func run(at desk: Desk) async throws {
            let year = try await desk.year
            let count = try await desk.store.classes(of: year).map(\.enrollments.total).reduce(0, +)
            let columns = Column<EnrollmentRow>.enrollments(spoken, .tabalong, reveal: reveal)
            try await destination.write(columns, global) { list in
                _ = try await desk.store.perform(
                    .export(
                        what: "enrollments \(year)", count: count, withNIK: reveal,
                        reason: reveal ? revealing.reason : nil), by: desk.author)
                try await list.addAside { add in
                    try await desk.store.eachEnrollment(year: year) { try add(EnrollmentRow($0, $1)) }
                }
            }
            destination.report(count, reveal: reveal)
        }
    }

    /// `silat export totals`
    struct Totals: DeskCommand {
        static let configuration = CommandConfiguration(
            commandName: "totals", abstract: spoken.command.help.exportTotals)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var destination: ExportOptions
        @Option(help: ArgumentHelp(spoken.command.help.by))
        var by: Training.Dimension = .kecamatan

        var mode: SilatStore.Mode { .readOnly }
        var needs: Permission { .totals }

        func run(at desk: Desk) async throws {
            let achievement = try await desk.store.achievement(of: try await desk.year)
            let rows = try await desk.store.totalsRows(by: by, achievement)
            try await destination.write(Column.totals(spoken, by: by), global) { list in
                for row in rows { try list.add(row) }
            }
            destination.report(rows.count, reveal: true)
        }
    }
}

/// Where an export goes, and in which form.
struct ExportOptions: ParsableArguments {
    @Option(name: .customLong("format"), help: ArgumentHelp(spoken.command.help.exportFormat))
    var askedFormat: ExportFormat?
    @Option(name: .shortAndLong, help: ArgumentHelp(spoken.command.help.output, valueName: "file"))
    var output: String?

    /// The form asked for; else the one that the file's ending names; else comma-separated values.
    var format: ExportFormat { askedFormat ?? output.flatMap(ExportFormat.init(path:)) ?? .csv }

    func validate() throws {
        if format == .xlsx, output == nil, isatty(STDOUT_FILENO) == 1 {
            throw ValidationError(spoken.export.workbookNeedsFile)
        }
    }

    /// Writes a list to standard output, or to a file that appears whole or not at all.
    func write<Row: Sendable>(
        _ columns: [Column<Row>], _ global: GlobalOptions, _ body: (ListWriter<Row>) async throws -> Void
    ) async throws {
        if let output { try global.refuseOwnFile(output) }
        let destination = try output.map(Output.file) ?? .standard
        let list = ListWriter(exporting: format, columns: columns, style: .spoken, to: destination)
        try await body(list)
        try list.finish()
        try destination.keep()
    }

    /// Says how much went where, and that masked data can't come back.
    func report(_ count: Int, reveal: Bool) {
        if let output { say(spoken.command.exported(spoken.language.number(count), output)) }
        if !reveal, format.isSheet { say(spoken.command.exportIsMasked) }
    }
}

extension ExportFormat: ExpressibleByArgument {}
