import ArgumentParser
import Exchange
import Store
import Training

/// `silat participant`: who takes part.
struct ParticipantCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "participant", abstract: spoken.command.help.participant,
        subcommands: [Find.self, Show.self, List.self, Merge.self, Distinct.self, Forget.self])

    /// `silat participant find`
    struct Find: DeskCommand {
        static let configuration = CommandConfiguration(commandName: "find", abstract: spoken.command.help.find)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var form: FormatOption
        @OptionGroup var people: PeopleOptions
        @Argument(help: ArgumentHelp(spoken.command.help.words, discussion: spoken.reveal.fromInput))
        var words: [String]

        var mode: SilatStore.Mode { people.mode }
        var needs: Permission { .names }

        func run(at desk: Desk) async throws {
            let typed = words.joined(separator: " ")
            let text = typed == StandardInput.sign ? try StandardInput.line() : typed
            guard text.isAWholeNIK else {
                return try await people.write(ParticipantQuery(words: text), form.format, at: desk)
            }
            let holder = try await desk.store.participant(nik: try desk.nik(text))
            if let holder, people.reveal {
                _ = try await desk.store.perform(.reveal(holder.id, people.reason), by: desk.author)
            }
            let row = if let holder { try await desk.store.row(of: holder.id) } else { ParticipantRow?.none }
            try desk.write(
                row.map { [$0] } ?? [], form.format, Column.people(spoken, .tabalong, reveal: people.reveal))
        }
    }

    /// `silat participant show`
    struct Show: DeskCommand {
        static let configuration = CommandConfiguration(commandName: "show", abstract: spoken.command.help.show)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var form: FormatOption
        @OptionGroup var revealing: RevealOptions
        @Argument(help: ArgumentHelp(spoken.command.help.participantID))
        var id: String

        var mode: SilatStore.Mode { reveal ? .readWrite : .readOnly }
        var needs: Permission { .names }
        private var reveal: Bool { revealing.reveal }

        func run(at desk: Desk) async throws {
            let id = try desk.participantID(id)
            guard let person = try await desk.store.participant(id) else {
                throw Failure(.refused, try await desk.whyMissing(id))
            }
            if reveal { _ = try await desk.store.perform(.reveal(id, revealing.reason), by: desk.author) }
            let file = PersonFile(
                person: person, doubts: try await desk.store.openDoubts(of: id),
                enrollments: try await desk.store.enrollments(of: id))
            try desk.output.write(file.text(form.format, spoken, .tabalong, .spoken, reveal: reveal))
        }
    }

    /// `silat participant list`
    struct List: DeskCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: spoken.command.help.participantList)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var form: FormatOption
        @OptionGroup var people: PeopleOptions
        @Option(help: ArgumentHelp(spoken.command.help.kecamatan))
        var kecamatan: String?
        @Option(help: ArgumentHelp(spoken.command.help.desa))
        var desa: String?
        @Option(name: .customLong("class"), help: ArgumentHelp(spoken.command.help.classCode, valueName: "code"))
        var trainingClass: String?
        @Option(help: ArgumentHelp(spoken.command.help.status))
        var status: EnrollmentStatus?
        @Option(help: ArgumentHelp(spoken.command.help.track))
        var track: Track?
        @Flag(help: ArgumentHelp(spoken.command.help.takenPart))
        var takenPart = false
        @Option(help: ArgumentHelp(spoken.command.help.order))
        var order: ParticipantQuery.Order = .name

        var mode: SilatStore.Mode { people.mode }
        var needs: Permission { .names }

        func run(at desk: Desk) async throws {
            var query = ParticipantQuery(
                region: try desk.region(kecamatan: kecamatan, desa: desa), status: status, order: order)
            if let trainingClass {
                query.trainingClass = try await desk.store.trainingClass(code: trainingClass).trainingClass.id
            }
            if takenPart || track != nil {
                let figure = Figure(year: try await desk.year)
                query.figure = track.map { figure.part(.track, $0.rawValue) } ?? figure
            }
            try await people.write(query, form.format, at: desk)
        }
    }
}

extension String {
    /// Whether this is a NIK rather than words: sixteen digits, in groups or not.
    fileprivate var isAWholeNIK: Bool {
        let digits = filter { !" .-'".contains($0) }
        return digits.count == 16 && digits.allSatisfy(\.isNumber)
    }
}
