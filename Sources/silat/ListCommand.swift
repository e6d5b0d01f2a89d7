import ArgumentParser
import Exchange
import Store
import Training

/// `silat list`: lists of classes for paper.
struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: spoken.paper.help.list,
        subcommands: [Attendance.self, Certificates.self, Nominative.self])

    /// `silat list attendance`
    struct Attendance: DeskCommand {
        static let configuration = CommandConfiguration(
            commandName: "attendance", abstract: spoken.paper.help.attendance)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var destination: PaperListOptions
        @Option(name: .customLong("class"), help: ArgumentHelp(spoken.paper.help.trainingClass))
        var trainingClass: String
        @Option(help: ArgumentHelp(spoken.paper.help.sessions))
        var sessions = 1

        var mode: SilatStore.Mode { .readWrite }
        var needs: Permission { .names }

        func validate() throws {
            guard (1...60).contains(sessions) else { throw ValidationError(spoken.paper.help.sessionsOutOfRange) }
        }

        func run(at desk: Desk) async throws {
            let line = try await desk.store.trainingClass(code: trainingClass)
            var contents = try await PaperListContents.read(.attendance, of: line, from: desk.store)
            contents.sessions = sessions
            try await destination.write(contents, reveal: false, global, desk)
        }
    }

    /// `silat list certificates`
    struct Certificates: DeskCommand {
        static let configuration = CommandConfiguration(
            commandName: "certificates", abstract: spoken.paper.help.certificates)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var destination: PaperListOptions
        @Option(name: .customLong("class"), help: ArgumentHelp(spoken.paper.help.trainingClass))
        var trainingClass: String

        var mode: SilatStore.Mode { .readWrite }
        var needs: Permission { .names }

        func run(at desk: Desk) async throws {
            let line = try await desk.store.trainingClass(code: trainingClass)
            let contents = try await PaperListContents.read(.certificates, of: line, from: desk.store)
            try await destination.write(contents, reveal: false, global, desk)
        }
    }

    /// `silat list nominative`
    struct Nominative: DeskCommand {
        static let configuration = CommandConfiguration(
            commandName: "nominative", abstract: spoken.paper.help.nominative)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var destination: PaperListOptions
        @Option(name: .customLong("class"), help: ArgumentHelp(spoken.paper.help.trainingClass))
        var trainingClass: String?
        @Option(help: ArgumentHelp(spoken.paper.help.organizer))
        var organizer: String?
        @OptionGroup var revealing: RevealOptions

        var mode: SilatStore.Mode { .readWrite }
        var needs: Permission { .names }
        private var reveal: Bool { revealing.reveal }

        func validate() throws {
            guard (trainingClass == nil) != (organizer == nil) else {
                throw ValidationError(spoken.paper.help.oneOfBoth)
            }
        }

        func run(at desk: Desk) async throws {
            try await destination.write(
                try await contents(desk), reveal: reveal, reason: revealing.reason, global, desk)
        }

        private func contents(_ desk: Desk) async throws -> PaperListContents {
            if let trainingClass {
                let line = try await desk.store.trainingClass(code: trainingClass)
                return try await PaperListContents.read(.nominative, of: line, from: desk.store)
            }
            let organizer = try await desk.store.organizer(code: organizer ?? "")
            return try await PaperListContents.read(of: organizer, in: try await desk.year, from: desk.store)
        }
    }
}

/// Where a list for paper goes, and in which form.
struct PaperListOptions: ParsableArguments {
    @Option(name: .customLong("format"), help: ArgumentHelp(spoken.paper.help.format))
    var askedFormat: PaperListFormat?
    @Option(name: .shortAndLong, help: ArgumentHelp(spoken.command.help.output, valueName: "file"))
    var output: String?

    /// The form asked for; else the one that the file's ending names; else HTML.
    var format: PaperListFormat { askedFormat ?? output.flatMap(PaperListFormat.init(path:)) ?? .html }

    /// Writes a list. That names leave is logged before they do.
    func write(
        _ contents: PaperListContents, reveal: Bool, reason: RevealReason? = nil, _ global: GlobalOptions, _ desk: Desk
    ) async throws {
        if let output { try global.refuseOwnFile(output) }
        guard contents.count > 0 else { return say(spoken.paper.help.empty) }
        let destination = try output.map(Output.file) ?? .standard
        _ = try await desk.store.perform(
            .export(what: contents.what, count: contents.count, withNIK: reveal, reason: reveal ? reason : nil),
            by: desk.author)
        try contents.write(format, spoken, .tabalong, today: desk.today, reveal: reveal, to: destination)
        try destination.keep()
        if let output { say(spoken.command.exported(spoken.language.number(contents.count), output)) }
    }
}

extension PaperListFormat: ExpressibleByArgument {}
