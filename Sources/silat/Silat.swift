import ArgumentParser

/// The command with all its subcommands.
struct Silat: ParsableCommand {
    /// What `--version` answers.
    static let version = "silat 0.5.0"

    static let configuration = CommandConfiguration(
        commandName: "silat", abstract: spoken.command.help.silat,
        discussion: spoken.command.help.globals, version: version,
        subcommands: [
            TerminalCommand.self, DemoCommand.self, GaugeCommand.self, TotalsCommand.self, ExplainCommand.self,
            TargetCommand.self, ClaimCommand.self, ResidentsCommand.self,
            ProgramCommand.self, ClassCommand.self, OrganizerCommand.self, ParticipantCommand.self, EnrollCommand.self,
            DuplicatesCommand.self,
            ImportCommand.self, ExportCommand.self, GenerateCommand.self, CheckCommand.self, LogCommand.self,
            UndoCommand.self, RedoCommand.self, BackupCommand.self, RestoreCommand.self, MergeCommand.self,
            AccessCommand.self,
            FollowUpCommand.self, OutcomesCommand.self, EquipmentCommand.self, RecallCommand.self, PokirCommand.self,
            RouteSheetCommand.self, ListCommand.self, ReportCommand.self, SecondEntryCommand.self,
            OperatorCommand.self,
        ],
        defaultSubcommand: TerminalCommand.self)
}
