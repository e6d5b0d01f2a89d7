import ArgumentParser
import Exchange
import Store
import Training

/// `silat equipment`: items handed out, who has them and how they were found.
struct EquipmentCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "equipment", abstract: spoken.command.help.monitoring.equipment,
        subcommands: [Add.self, Check.self, Move.self, List.self, Show.self])

    /// `silat equipment add`
    struct Add: DeskCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: spoken.command.help.monitoring.addEquipment)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var form: FormatOption
        @OptionGroup var holders: HolderOptions
        @Option(help: ArgumentHelp(spoken.command.help.monitoring.item, valueName: "text"))
        var item: String
        @Option(help: ArgumentHelp(spoken.command.help.monitoring.itemKind, valueName: "text"))
        var kind: String
        @Option(help: ArgumentHelp(spoken.command.help.monitoring.serial, valueName: "number"))
        var serial: String?
        @Option(help: ArgumentHelp(spoken.command.help.monitoring.value, valueName: "rupiah"))
        var value: Int?
        @Option(help: ArgumentHelp(spoken.command.help.funding))
        var funding: Funding?
        @Option(help: ArgumentHelp(spoken.command.help.monitoring.photo, valueName: "file"))
        var photo: String?
        @Option(help: ArgumentHelp(spoken.command.help.monitoring.handover))
        var date: String?
        @Option(help: ArgumentHelp(spoken.command.help.monitoring.letter, valueName: "number"))
        var letter: String?

        var mode: SilatStore.Mode { .readWrite }
        var needs: Permission { .entering }

        func run(at desk: Desk) async throws {
            let equipment = Equipment(
                item: item.fieldText ?? "", kind: kind.fieldText ?? "", serial: serial?.fieldText, value: value,
                funding: funding, photo: photo?.fieldText)
            let receipt = try await desk.store.perform(
                .addEquipment(
                    equipment, try await holders.holder(desk), on: try date.map(desk.date) ?? desk.today,
                    letter: letter?.fieldText), by: desk.author)
            guard let id = receipt.record else { throw Refusal.gone }
            try desk.answer(form.format, try await desk.line(of: ID(id)), spoken.command.monitoring.equipmentAdded)
        }
    }

    /// `silat equipment check`
    struct Check: DeskCommand {
        static let configuration = CommandConfiguration(
            commandName: "check", abstract: spoken.command.help.monitoring.checkEquipment)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var form: FormatOption
        @Option(help: ArgumentHelp(spoken.command.help.monitoring.equipmentCode))
        var code: String
        @Option(help: ArgumentHelp(spoken.command.help.monitoring.date))
        var date: String?
        @Option(help: ArgumentHelp(spoken.command.help.monitoring.visitor, valueName: "visitor"))
        var by: String
        @Option(help: ArgumentHelp(spoken.command.help.monitoring.condition))
        var condition: Equipment.Condition
        @Option(help: ArgumentHelp(spoken.command.help.monitoring.foundAt, valueName: "text"))
        var place: String?
        @Option(help: ArgumentHelp(spoken.command.help.monitoring.note, valueName: "text"))
        var note: String?

        var mode: SilatStore.Mode { .readWrite }
        var needs: Permission { .entering }

        func run(at desk: Desk) async throws {
            let id = try await desk.equipment(code)
            let check = EquipmentCheck(
                equipment: id, date: try date.map(desk.date) ?? desk.today, visitor: by.fieldText ?? "",
                condition: condition, place: place?.fieldText, note: note?.fieldText)
            _ = try await desk.store.perform(.checkEquipment(check), by: desk.author)
            try desk.answer(form.format, try await desk.line(of: id)) { code, item, _ in
                spoken.command.monitoring.equipmentChecked(code, item, spoken.monitoring.condition(condition))
            }
        }
    }

    /// `silat equipment move`
    struct Move: DeskCommand {
        static let configuration = CommandConfiguration(
            commandName: "move", abstract: spoken.command.help.monitoring.moveEquipment)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var form: FormatOption
        @OptionGroup var holders: HolderOptions
        @Option(help: ArgumentHelp(spoken.command.help.monitoring.equipmentCode))
        var code: String
        @Option(help: ArgumentHelp(spoken.command.help.monitoring.handover))
        var date: String?
        @Option(help: ArgumentHelp(spoken.command.help.monitoring.letter, valueName: "number"))
        var letter: String?
        @Option(help: ArgumentHelp(spoken.command.help.monitoring.moveNote, valueName: "text"))
        var note: String?

        var mode: SilatStore.Mode { .readWrite }
        var needs: Permission { .entering }

        func run(at desk: Desk) async throws {
            let id = try await desk.equipment(code)
            let holding = EquipmentHolding(
                equipment: id, date: try date.map(desk.date) ?? desk.today, letter: letter?.fieldText,
                holder: try await holders.holder(desk), note: note?.fieldText)
            _ = try await desk.store.perform(.moveEquipment(holding), by: desk.author)
            try desk.answer(form.format, try await desk.line(of: id), spoken.command.monitoring.equipmentMoved)
        }
    }

    /// `silat equipment list`
    struct List: DeskCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: spoken.command.help.monitoring.listEquipment)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var form: FormatOption
        @Option(help: ArgumentHelp(spoken.command.help.monitoring.whichEquipment))
        var list: EquipmentList = .all
        @Option(help: ArgumentHelp(spoken.command.help.kecamatan))
        var kecamatan: String?
        @Option(help: ArgumentHelp(spoken.command.help.desa))
        var desa: String?

        var mode: SilatStore.Mode { .readOnly }
        var needs: Permission { .names }

        func run(at desk: Desk) async throws {
            let region = try desk.region(kecamatan: kecamatan, desa: desa)
            let lines = try await desk.store.equipment(list, in: region, today: desk.today)
            try desk.write(lines, form.format, Column.equipment(spoken, .tabalong, reveal: false))
        }
    }

    /// `silat equipment show`
    struct Show: DeskCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: spoken.command.help.monitoring.showEquipment)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var form: FormatOption
        @Option(help: ArgumentHelp(spoken.command.help.monitoring.equipmentCode))
        var code: String

        var mode: SilatStore.Mode { .readOnly }
        var needs: Permission { .names }

        func run(at desk: Desk) async throws {
            let id = try await desk.equipment(code)
            guard let history = try await desk.store.equipmentHistory(id, today: desk.today) else { throw Refusal.gone }
            var names: [ID<Participant>: String] = [:]
            for person in history.holdings.flatMap(\.value.holder.people) where names[person] == nil {
                names[person] = try await desk.store.row(of: person)?.name.text
            }
            let file = EquipmentFile(history, names: names)
            try desk.output.write(file.text(form.format, spoken, .tabalong, .spoken))
        }
    }
}

extension Desk {
    /// Answers a command that changed an item, with how it stands now.
    fileprivate func answer(
        _ format: ListFormat, _ line: EquipmentLine,
        _ sentence: (_ code: String, _ item: String, _ holder: String) -> String
    ) throws {
        let item = line.equipment.value
        try answer(
            format, sentence(line.code.description, item.item, line.holderName),
            [
                ("code", .string(line.code.description)), ("id", .string(line.equipment.id.description)),
                ("item", .string(item.item)), ("kind", .string(item.kind)), ("serial", .text(item.serial)),
                ("holder", .string(line.holderName)), ("since", .date(line.holding.date)),
                ("condition", .text(line.lastCheck?.condition.rawValue)), ("next_due", .date(line.nextDue)),
            ])
    }
}
