import ArgumentParser
import Training

/// Lets the global options stand before the subcommand as well as after it, where the parser of arguments looks for them.
struct ArgumentOrder {
    private let root: any ParsableCommand.Type

    init(of root: any ParsableCommand.Type) { self.root = root }

    /// The options that take a value and stand on every command.
    private static let globals: Set<String> = ["--db", "--lang", "--operator", "--year"]
    /// What the root answers itself, wherever it stands.
    private static let answeredByRoot: Set<String> = ["--help", "-h", "--version", "help", "--help-hidden"]

    /// The arguments with the global options behind the words that name the subcommand.
    ///
    /// - Throws: ``Failure`` for a word that names no subcommand, with the nearest that do.
    func sorted(_ arguments: [String]) throws -> [String] {
        var moved: [String] = []
        var path: [String] = []
        var rest = arguments[...]
        var command = root
        while let argument = rest.first {
            if let taken = Self.globalOption(in: rest) {
                moved += rest.prefix(taken)
                rest = rest.dropFirst(taken)
            } else if let next = Self.subcommand(argument, of: command) {
                path.append(argument)
                command = next
                rest = rest.dropFirst()
            } else {
                break
            }
        }
        let isAGroup = !command.configuration.subcommands.isEmpty
        if let word = rest.first, isAGroup, !word.hasPrefix("-"), !Self.answeredByRoot.contains(word) {
            throw unknown(word, in: command)
        }
        if rest.isEmpty, isAGroup, !path.isEmpty { throw incomplete(command, path) }
        // An answer of the root's own takes no options; everything else gets them where its parser looks.
        if let word = rest.first, isAGroup, Self.answeredByRoot.contains(word) { return path + rest }
        return path + moved + rest
    }

    /// How many arguments the global option at the front takes up; `nil` where there is none.
    private static func globalOption(in arguments: ArraySlice<String>) -> Int? {
        guard let first = arguments.first else { return nil }
        if globals.contains(first) { return min(2, arguments.count) }
        return globals.contains { first.hasPrefix("\($0)=") } ? 1 : nil
    }

    private static func subcommand(
        _ name: String, of command: any ParsableCommand.Type
    ) -> (any ParsableCommand.Type)? {
        command.configuration.subcommands.first { $0.configuration.commandName == name }
    }

    private func incomplete(_ command: any ParsableCommand.Type, _ path: [String]) -> Failure {
        let names = command.configuration.subcommands.map { $0.configuration }.compactMap(\.commandName)
        return Failure(.usage, spoken.command.incomplete(path.joined(separator: " "), names))
    }

    private func unknown(_ word: String, in command: any ParsableCommand.Type) -> Failure {
        let names = command.configuration.subcommands.map { $0.configuration }.filter(\.shouldDisplay)
            .compactMap(\.commandName)
        let text = spoken.command.unknownCommand(word.strippedOfControls, nearest(to: word, among: names))
        return Failure(.usage, text)
    }
}
