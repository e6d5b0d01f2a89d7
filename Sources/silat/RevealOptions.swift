import ArgumentParser
import Training

/// Whether NIK and phone are shown in full, and why.
struct RevealOptions: ParsableArguments {
    @Flag(help: ArgumentHelp(spoken.command.help.reveal))
    var reveal = false
    @Option(name: .customLong("reason"), help: ArgumentHelp(spoken.reveal.reasonHelp, valueName: "text"))
    var typed: String?

    func validate() throws {
        guard let typed else { return }
        if !reveal { throw ValidationError(spoken.reveal.reasonAlone) }
        guard let reason = RevealReason(typed: typed) else { throw ValidationError(spoken.reveal.needsWords) }
        if reason.holdsNumber { throw ValidationError(spoken.reveal.noNumbers) }
    }

    /// The reason for the log.
    var reason: RevealReason { typed.flatMap(RevealReason.init(typed:)) ?? .command }
}
