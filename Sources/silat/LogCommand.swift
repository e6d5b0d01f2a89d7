import ArgumentParser
import Exchange
import Foundation
import Store
import Training

/// `silat log`: who did what, the newest first; or what one step changed.
struct LogCommand: DeskCommand {
    static let configuration = CommandConfiguration(commandName: "log", abstract: spoken.command.help.log)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var form: FormatOption
    @Option(help: ArgumentHelp(spoken.command.help.participantID, valueName: "id"))
    var participant: String?
    @Option(help: ArgumentHelp(spoken.command.help.history.step, valueName: "id"))
    var step: String?
    @Option(help: ArgumentHelp(spoken.command.help.history.by, valueName: "name"))
    var by: String?
    @Option(help: ArgumentHelp(spoken.command.help.history.since, valueName: "date"))
    var since: String?
    @Option(help: ArgumentHelp(spoken.command.help.history.until, valueName: "date"))
    var until: String?
    @Option(help: ArgumentHelp(spoken.command.help.history.kind))
    var kind: String?
    @Option(help: ArgumentHelp(spoken.command.help.limit))
    var limit = 100

    var mode: SilatStore.Mode { .readOnly }
    var needs: Permission { .names }

    func validate() throws {
        if limit < 1 { throw ValidationError(spoken.command.limitTooSmall) }
        if step != nil, [participant, by, since, until, kind].contains(where: { $0 != nil }) {
            throw ValidationError(spoken.command.help.history.stepAlone)
        }
        _ = try kinds
    }

    /// The kinds of steps asked for; none where all are.
    private var kinds: Set<Step.Kind> {
        get throws {
            guard let kind else { return [] }
            let named = Step.Kind.allCases.first { $0.identifier == kind.lowercased() || $0.rawValue == kind }
            guard let named else {
                throw ValidationError(
                    spoken.command.help.history.noSuchKind(
                        kind.strippedOfControls,
                        nearest(to: kind.lowercased(), among: Step.Kind.allCases.map(\.identifier))))
            }
            return [named]
        }
    }

    func run(at desk: Desk) async throws {
        if let step { return try await writeChanges(of: desk.stepID(step), at: desk) }
        let query = LogQuery(
            participant: try participant.map(desk.participantID), operatorName: by, kinds: try kinds,
            since: try since.map { try desk.date($0).adding(days: -1).end(in: .current) },
            until: try until.map { try desk.date($0).end(in: .current) })
        let steps = try await desk.store.log(query, before: nil, count: limit)
        try desk.write(
            try await withMerged(steps, about: query.participant, at: desk), form.format,
            Column.log(spoken, in: .current))
    }

    /// Under a merge stand the steps that it brought in, as they were done in the other file.
    private func withMerged(_ steps: [Step], about participant: ID<Participant>?, at desk: Desk) async throws -> [Step]
    {
        var lines: [Step] = []
        for step in steps {
            lines.append(step)
            guard step.kind == .mergeFile else { continue }
            lines += try await desk.store.steps(mergedBy: step.id, about: participant)
        }
        return lines
    }

    private func writeChanges(of id: ID<Step>, at desk: Desk) async throws {
        guard let step = try await desk.store.step(id) else {
            throw Failure(.refused, spoken.command.help.history.noSuchStep(id.description))
        }
        let changes = try await desk.store.changes(of: id, from: 0, count: limit)
        let origins = step.kind == .mergeFile ? Column.origins(spoken, in: .current) : []
        try desk.write(ChangedField.lines(of: changes), form.format, Column.changes(spoken) + origins)
        if changes.count < step.changes {
            let number = spoken.language.number
            say(spoken.command.help.history.moreChanges(number(changes.count), number(step.changes)))
        }
    }
}

extension Desk {
    /// A step's number.
    func stepID(_ typed: String) throws -> ID<Step> {
        guard let id = ID<Step>(typed) else {
            throw Failure(.refused, spoken.command.help.history.notAStep(typed.strippedOfControls))
        }
        return id
    }
}
