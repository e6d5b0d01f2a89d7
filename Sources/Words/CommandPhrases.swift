import Training

/// What the command says: labels of its lists, and its messages.
public struct CommandPhrases: Sendable {
    public let help: CommandHelpPhrases
    /// Monitoring and equipment.
    public let monitoring: MonitoringCommandPhrases

    // Labels that only lists have
    public let id: String
    public let date: String
    public let scope: String
    public let scopeName: @Sendable (Target.Scope) -> String
    public let stage: String
    public let rule: String
    public let taken: String
    public let time: String
    public let operatorName: String
    public let desk: String
    public let changes: String
    public let residents: String
    public let note: String
    public let undoes: String
    public let doubts: String
    public let checkLabel: String
    public let check: @Sendable (CheckFinding.Check) -> String
    public let inOrder: String
    public let problem: String
    public let yes: String
    public let no: String

    // What was wrong with the words of the command
    /// What the parser of arguments found, which it says in English.
    public let usage: @Sendable (_ found: String) -> String
    public let seeHelp: @Sendable (_ command: String) -> String
    public let unknownCommand: @Sendable (_ typed: String, _ nearest: [String]) -> String
    public let incomplete: @Sendable (_ typed: String, _ next: [String]) -> String
    public let unknownLanguage: @Sendable (_ typed: String) -> String
    public let nikOrID: String
    public let statusMissing: String
    public let oneScope: String
    public let limitTooSmall: String
    public let notAnID: @Sendable (_ typed: String) -> String
    public let notADate: @Sendable (_ typed: String) -> String
    public let noSuchDivision: @Sendable (_ typed: String, _ all: [String]) -> String
    public let noSuchStep: @Sendable (_ typed: String, _ all: [String]) -> String
    public let pastHasNoNames: String
    public let notACode: @Sendable (_ typed: String) -> String
    public let certificateMissing: String
    public let reasonMissing: String
    public let sizeOutOfRange: @Sendable (_ least: String, _ most: String) -> String

    // What the terminal program needs
    public let notATerminal: String
    public let unknownTerminal: @Sendable (_ name: String) -> String
    public let simpleTerminal: @Sendable (_ name: String) -> String
    public let terminalFailed: @Sendable (_ reason: String) -> String

    // What was refused
    public let noSuchParticipant: @Sendable (_ who: String) -> String
    public let confirm: @Sendable (_ refusal: String) -> String
    public let hasParticipants: @Sendable (_ path: String, _ count: String) -> String
    public let sameFile: @Sendable (_ path: String) -> String
    public let cannotWrite: @Sendable (_ path: String, _ reason: String) -> String
    public let stopped: String

    // What was done
    public let targetSet: @Sendable (_ years: String, _ count: String) -> String
    public let claimSet:
        @Sendable (_ code: String, _ year: Int, _ claimed: String, _ named: String, _ gap: String) -> String
    public let residentsSet: @Sendable (_ kecamatan: String, _ count: String) -> String
    public let organizerAdded: @Sendable (_ code: String) -> String
    public let programAdded: @Sendable (_ code: String, _ year: Int) -> String
    public let classAdded: @Sendable (_ code: String) -> String
    public let enrolled: @Sendable (_ name: String, _ code: String, _ status: String) -> String
    public let enrolledAlready: @Sendable (_ name: String, _ code: String, _ status: String) -> String
    public let generated: @Sendable (_ count: String, _ year: Int, _ path: String) -> String
    public let exported: @Sendable (_ count: String, _ path: String) -> String
    public let exportIsMasked: String
    public let nothingFound: String
    public let moreThan: @Sendable (_ limit: String) -> String

    // Imports
    public let read: String
    public let added: String
    public let matched: String
    public let enrolledCount: String
    public let alreadyEnrolled: String
    public let rejected: String
    public let rejectedRow: @Sendable (_ row: Int, _ column: String, _ value: String, _ reason: String) -> String
    public let extraColumns: @Sendable (_ columns: String) -> String
    public let doubtsKept: @Sendable (_ count: String, _ doubt: String) -> String
    public let overfull: @Sendable (_ code: String, _ taken: String, _ seats: String) -> String
    public let rejectsWritten: @Sendable (_ count: String, _ path: String) -> String
    public let dryRun: String
}
