import ArgumentParser
import Exchange
import Store
import Training

extension ParticipantCommand {
    /// `silat participant merge`
    struct Merge: DeskCommand {
        static let configuration = CommandConfiguration(commandName: "merge", abstract: spoken.duplicates.help.merge)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var form: FormatOption
        @Argument(help: ArgumentHelp(spoken.duplicates.help.stays, valueName: "id"))
        var stays: String
        @Argument(help: ArgumentHelp(spoken.duplicates.help.goes, valueName: "id"))
        var goes: String
        @Option(help: ArgumentHelp(spoken.duplicates.help.take, valueName: "fields"))
        var take: String?
        @Option(help: ArgumentHelp(spoken.duplicates.help.newNIK))
        var nik: String?
        @Flag(help: ArgumentHelp(spoken.command.help.confirm))
        var confirm = false

        var mode: SilatStore.Mode { .readWrite }
        var needs: Permission { .merging }

        func validate() throws { _ = try fields }

        /// The fields that are taken from the record that goes.
        private var fields: [ParticipantField] {
            get throws {
                try (take ?? "").split(separator: ",").map { typed in
                    let name = typed.lowercased().filter { !$0.isWhitespace }
                    guard let field = ParticipantField.allCases.first(where: { $0.identifier == name }) else {
                        throw ValidationError(
                            spoken.duplicates.noSuchField(
                                name.strippedOfControls, ParticipantField.allCases.map(\.identifier)))
                    }
                    return field
                }
            }
        }

        func run(at desk: Desk) async throws {
            let (kept, gone) = (try await desk.person(nik: nil, id: stays), try await desk.person(nik: nil, id: goes))
            var value = kept.value
            for field in ParticipantField.missing(in: kept.value, butIn: gone.value) + (try fields) {
                field.copy(from: gone.value, to: &value)
            }
            if let nik { value.identity = .nik(try desk.nik(nik)) }
            let merge = Training.Merge(kept, saying: value, takesIn: gone)
            let receipt = try await desk.store.perform(
                .mergeParticipants(merge, confirmed: confirm ? Set(Doubt.allCases) : []), by: desk.author)
            try desk.answer(
                form.format, spoken.duplicates.merged(gone.value.name.text, kept.value.name.text),
                [
                    ("id", .string(kept.id.description)), ("merged_id", .string(gone.id.description)),
                    ("step", .text(receipt.step?.description)), ("changes", .int(receipt.changed)),
                ])
        }
    }

    /// `silat participant distinct`
    struct Distinct: DeskCommand {
        static let configuration = CommandConfiguration(
            commandName: "distinct", abstract: spoken.duplicates.help.distinct)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var form: FormatOption
        @Argument(help: ArgumentHelp(spoken.command.help.participantID, valueName: "id"))
        var one: String
        @Argument(help: ArgumentHelp(spoken.command.help.participantID, valueName: "id"))
        var other: String
        @Flag(help: ArgumentHelp(spoken.duplicates.help.undo))
        var undo = false

        var mode: SilatStore.Mode { .readWrite }
        var needs: Permission { .merging }

        func run(at desk: Desk) async throws {
            let (one, other) = (try await desk.person(nik: nil, id: one), try await desk.person(nik: nil, id: other))
            let action = undo ? Action.forgetApart(one.id, other.id) : .keepApart(one.id, other.id)
            let receipt = try await desk.store.perform(action, by: desk.author)
            let words = spoken.duplicates
            let sentence =
                switch (undo, receipt.step != nil) {
                case (false, true): words.apart
                case (false, false): words.wereApart
                case (true, true): words.forgotten
                case (true, false): words.wereNotApart
                }
            try desk.answer(
                form.format, sentence(one.value.name.text, other.value.name.text),
                [
                    ("one_id", .string(one.id.description)), ("other_id", .string(other.id.description)),
                    ("distinct", .bool(!undo)), ("changed", .bool(receipt.step != nil)),
                ])
        }
    }
}

extension Desk {
    /// Why nobody is on file under a number: there never was anybody, or they were merged.
    func whyMissing(_ id: ID<Participant>) async throws -> String {
        guard let stays = try await store.whoStays(for: id), let person = try await store.participant(stays) else {
            return spoken.command.noSuchParticipant(id.description)
        }
        return spoken.duplicates.mergedAway(id.description, stays.description, person.value.name.text)
    }
}
