import ArgumentParser
import Training

/// What was found, with its details.
struct OutcomeOptions: ParsableArguments {
    /// Whether work is formal.
    enum Formality: String, EnumerableFlag {
        case formal, informal

        static func help(for value: Self) -> ArgumentHelp? {
            ArgumentHelp(spoken.command.help.monitoring.formality)
        }
    }

    /// Whether work uses what was learned.
    enum Relation: String, EnumerableFlag {
        case related, unrelated

        static func help(for value: Self) -> ArgumentHelp? {
            ArgumentHelp(spoken.command.help.monitoring.relation)
        }
    }

    @Option(help: ArgumentHelp(spoken.command.help.monitoring.outcome))
    var outcome: Outcome.Kind?
    @Option(help: ArgumentHelp(spoken.command.help.monitoring.employer, valueName: "name"))
    var employer: String?
    @Option(help: ArgumentHelp(spoken.command.help.monitoring.sector))
    var sector: Outcome.Sector?
    @Flag
    var formality: Formality?
    @Flag
    var relation: Relation?
    @Option(help: ArgumentHelp(spoken.command.help.monitoring.wage))
    var wage: Outcome.IncomeBand?
    @Option(help: ArgumentHelp(spoken.command.help.monitoring.business, valueName: "name"))
    var business: String?
    @Option(help: ArgumentHelp(spoken.command.help.monitoring.nib))
    var nib: String?
    @Option(help: ArgumentHelp(spoken.command.help.monitoring.turnover))
    var turnover: Outcome.IncomeBand?
    @Option(help: ArgumentHelp(spoken.command.help.monitoring.workers))
    var workers: Int?
    @Option(help: ArgumentHelp(spoken.command.help.monitoring.trainedWorkers))
    var trainedWorkers: Int?
    @Option(help: ArgumentHelp(spoken.command.help.monitoring.reason))
    var reason: Outcome.Reason?

    /// The details that were given, each with the outcomes it can belong to.
    private var details: [(option: String, outcomes: Set<Outcome.Kind>)] {
        let all: [(String, Bool, Set<Outcome.Kind>)] = [
            ("--employer", employer != nil, [.working]), ("--sector", sector != nil, [.working, .selfEmployed]),
            ("--\(formality?.rawValue ?? "")", formality != nil, [.working]),
            ("--\(relation?.rawValue ?? "")", relation != nil, [.working]), ("--wage", wage != nil, [.working]),
            ("--business", business != nil, [.selfEmployed]), ("--nib", nib != nil, [.selfEmployed]),
            ("--turnover", turnover != nil, [.selfEmployed]), ("--workers", workers != nil, [.selfEmployed]),
            ("--trained-workers", trainedWorkers != nil, [.selfEmployed]), ("--reason", reason != nil, [.notUsing]),
        ]
        return all.filter(\.1).map { ($0.0, $0.2) }
    }

    func validate() throws {
        let phrases = spoken.command.monitoring
        for (option, outcomes) in details {
            guard let outcome else { throw ValidationError(phrases.detailWithoutOutcome(option)) }
            guard outcomes.contains(outcome) else {
                throw ValidationError(phrases.foreignDetail(option, outcome.rawValue))
            }
        }
        if outcome == .working, relation == nil { throw ValidationError(phrases.relationMissing) }
        if outcome == .notUsing, reason == nil { throw ValidationError(phrases.reasonMissing) }
    }

    /// What was found; `nil` where nothing was.
    var fact: Outcome.Fact? {
        switch outcome {
        case .working:
            .working(
                Outcome.Work(
                    employer: employer?.fieldText, sector: sector, isFormal: formality.map { $0 == .formal },
                    isRelated: relation == .related, wage: wage))
        case .selfEmployed:
            .selfEmployed(
                Outcome.Business(
                    name: business?.fieldText, sector: sector, nib: nib?.fieldText, turnover: turnover,
                    workers: workers ?? 0, trainedWorkers: trainedWorkers ?? 0))
        case .studying: .studying
        case .notUsing: reason.map { .notUsing($0) }
        case .unreachable: .unreachable
        case nil: nil
        }
    }
}
