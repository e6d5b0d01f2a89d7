import ArgumentParser
import Exchange
import Foundation
import Store
import Training

/// `silat explain`: how the headline comes about, now or on an earlier day.
struct ExplainCommand: DeskCommand {
    static let configuration = CommandConfiguration(commandName: "explain", abstract: spoken.command.help.explain)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var form: FormatOption
    @OptionGroup var people: PeopleOptions
    @Option(help: ArgumentHelp(spoken.command.help.asOf, valueName: "date"))
    var asOf: String?
    @Option(help: ArgumentHelp(spoken.command.help.explainNames, valueName: "step"))
    var names: String?

    var mode: SilatStore.Mode { names == nil ? .readOnly : people.mode }
    var needs: Permission { names == nil ? .totals : .names }

    func validate() throws {
        if names != nil, asOf != nil { throw ValidationError(spoken.command.pastHasNoNames) }
        _ = try step
    }

    /// The step whose names are asked for.
    private var step: Explanation.Step? {
        get throws {
            guard let names else { return nil }
            let steps = Explanation.Step.allCases
            guard let step = steps.first(where: { $0.identifier == names.lowercased() }) else {
                throw ValidationError(
                    spoken.command.noSuchStep(names.strippedOfControls, steps.map(\.identifier)))
            }
            return step
        }
    }

    func run(at desk: Desk) async throws {
        let year = try await desk.year
        if let step = try step {
            return try await people.write(
                ParticipantQuery(figure: Explanation.figure(step, of: year)), form.format, at: desk)
        }
        let day = try asOf.map { try pastDay($0, at: desk) }
        // Today is not over: what is on file now is all there is of it.
        let moment = day == desk.today ? nil : day?.end(in: .current)
        let explanation = try await desk.store.explanation(of: year, asOf: moment)
        if let day, explanation[.onFile] == 0, explanation.targets.isEmpty {
            throw Failure(.usage, spoken.explanation.nothingYet(day.onScreen))
        }
        let text = ExplanationText(explanation, asOf: day, spoken, in: .current)
        try desk.output.write(text.text(form.format, .spoken))
    }

    /// The day whose end is asked for.
    private func pastDay(_ typed: String, at desk: Desk) throws -> CalendarDate {
        guard let day = CalendarDate(typed: typed, latest: desk.today) else {
            throw Failure(.usage, spoken.command.notADate(typed.strippedOfControls))
        }
        guard day <= desk.today else { throw Failure(.usage, spoken.explanation.dayInFuture(day.onScreen)) }
        return day
    }
}
