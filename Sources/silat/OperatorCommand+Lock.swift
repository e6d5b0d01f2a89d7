import ArgumentParser
import Exchange
import Store
import Terminal
import Training

extension OperatorCommand {
    /// `silat operator pin`: the operator's own PIN. It is typed, and never an argument: arguments are seen by everybody on the machine.
    struct PIN: DeskCommand {
        static let configuration = CommandConfiguration(commandName: "pin", abstract: spoken.lock.pinHelp)

        @OptionGroup var global: GlobalOptions
        @Flag(help: ArgumentHelp(spoken.lock.removeHelp))
        var remove = false
        @Option(help: ArgumentHelp(spoken.lock.resetHelp, valueName: "name"))
        var reset: String?

        var mode: SilatStore.Mode { .readWrite }
        var needs: Permission { reset == nil ? .totals : .operators }

        func run(at desk: Desk) async throws {
            if let reset {
                try await desk.store.resetPIN(of: reset, by: desk.author)
                return say(spoken.lock.isReset(reset.strippedOfControls))
            }
            if try await desk.store.deskLock(of: desk.author.name).hasPIN {
                try refuseUnlessRight(await desk.store.tryPIN(ask(spoken.lock.askOld), by: desk.author))
            }
            guard !remove else {
                try await desk.store.setPIN(nil, by: desk.author)
                return say(spoken.lock.isRemoved)
            }
            let pin = try ask(spoken.lock.askNew)
            guard try ask(spoken.lock.askAgain) == pin else { throw Failure(.refused, spoken.lock.differs) }
            try await desk.store.setPIN(pin, by: desk.author)
            say(spoken.lock.isSet)
        }

        private func ask(_ prompt: String) throws -> String {
            guard let line = HiddenLine(prompt).read(), !line.isEmpty else {
                throw Failure(.refused, spoken.lock.notTyped)
            }
            return line
        }

        private func refuseUnlessRight(_ answer: PINAnswer) throws {
            switch answer {
            case .right: return
            case .wrong(let wait): throw Failure(.refused, spoken.lock.isWrong(wait))
            case .tooSoon(let wait): throw Failure(.refused, spoken.lock.tooSoon(wait))
            }
        }
    }

    /// `silat operator lock`: when desks lock themselves.
    struct Lock: DeskCommand {
        static let configuration = CommandConfiguration(commandName: "lock", abstract: spoken.lock.lockHelp)

        @OptionGroup var global: GlobalOptions
        @Option(help: ArgumentHelp(spoken.lock.afterHelp, valueName: "minutes"))
        var after: Int?
        @Flag(help: ArgumentHelp(spoken.lock.offHelp))
        var off = false

        var mode: SilatStore.Mode { .readWrite }
        var needs: Permission { after == nil && !off ? .totals : .operators }

        func validate() throws {
            if after != nil, off { throw ValidationError(spoken.lock.oneOfBoth) }
            if let after, !DeskLock.possibleMinutes.contains(after) {
                throw ValidationError(spoken.sentence(for: .invalid(.lockMinutes)))
            }
        }

        func run(at desk: Desk) async throws {
            if after != nil || off { _ = try await desk.store.perform(.setLock(after: after), by: desk.author) }
            say(try await desk.store.lockMinutes().map(spoken.lock.locksAfter) ?? spoken.lock.neverLocks)
        }
    }
}
