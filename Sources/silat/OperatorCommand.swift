import ArgumentParser
import Exchange
import Store
import Training

/// `silat operator`: who works with the file, and in which role.
struct OperatorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "operator", abstract: spoken.roles.help,
        subcommands: [Set.self, List.self, Remove.self, PIN.self, Lock.self])

    /// `silat operator set`
    struct Set: DeskCommand {
        static let configuration = CommandConfiguration(commandName: "set", abstract: spoken.roles.setHelp)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var form: FormatOption
        @Argument(help: ArgumentHelp(spoken.roles.nameHelp))
        var name: String
        @Option(help: ArgumentHelp(spoken.roles.roleHelp))
        var role: Role

        var mode: SilatStore.Mode { .create }
        var needs: Permission { .operators }

        func run(at desk: Desk) async throws {
            _ = try await desk.store.perform(.setRole(Operator(name: name, role: role)), by: desk.author)
            try desk.answer(
                form.format, spoken.roles.isSet(name.strippedOfControls, spoken.roles.role(role)),
                [("name", .string(name)), ("role", .string(role.rawValue))])
        }
    }

    /// `silat operator list`
    struct List: DeskCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: spoken.roles.listHelp)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var form: FormatOption

        var mode: SilatStore.Mode { .readOnly }
        var needs: Permission { .totals }

        func run(at desk: Desk) async throws {
            let operators = try await desk.store.operators()
            try desk.write(operators, form.format, Column.operators(spoken))
            if operators.isEmpty { say(spoken.roles.notInUse) }
        }
    }

    /// `silat operator remove`
    struct Remove: DeskCommand {
        static let configuration = CommandConfiguration(commandName: "remove", abstract: spoken.roles.removeHelp)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var form: FormatOption
        @Argument(help: ArgumentHelp(spoken.roles.nameHelp))
        var name: String

        var mode: SilatStore.Mode { .readWrite }
        var needs: Permission { .operators }

        func run(at desk: Desk) async throws {
            let person = try await desk.operatorOnFile(name)
            _ = try await desk.store.perform(.removeOperator(person.id), by: desk.author)
            try desk.answer(
                form.format, spoken.roles.isRemoved(person.value.name.strippedOfControls),
                [("name", .string(person.value.name))])
        }
    }
}

extension Desk {
    /// The operator of a name.
    func operatorOnFile(_ name: String) async throws -> Stored<Operator> {
        let operators = try await store.operators()
        if let found = operators.first(where: { $0.value.name == name }) { return found }
        let similar = nearest(to: name, among: operators.map(\.value.name))
        throw Failure(.refused, spoken.roles.unknown(name.strippedOfControls, similar))
    }
}

extension Role: ExpressibleByArgument {
    /// A role by its name in commands, or by the word that help and answers use for it.
    public init?(argument: String) {
        let typed = argument.lowercased()
        guard let role = Role.allCases.first(where: { $0.rawValue == typed || spoken.roles.role($0) == typed }) else {
            return nil
        }
        self = role
    }

    /// Both names, so that whoever reads one in the help may type it.
    public static var allValueStrings: [String] {
        allCases.flatMap {
            $0.rawValue == spoken.roles.role($0) ? [$0.rawValue] : [$0.rawValue, spoken.roles.role($0)]
        }
    }
}
