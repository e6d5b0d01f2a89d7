import ArgumentParser
import Foundation

/// `swift run silat-harness`: kills silat, has its disk fail, and sits eight desks at one file.
@main
struct HarnessProgram: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "silat-harness",
        abstract: "Breaks silat in every way it promises to survive, and prints what it survived.",
        subcommands: [Run.self, ChildRole.self], defaultSubcommand: Run.self)

    struct Run: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "run", abstract: "Runs what is asked for, or all.")

        @Option(help: ArgumentHelp("How many processes are killed at random moments.", valueName: "count"))
        var kills = 24
        @Option(help: ArgumentHelp("How many operations of the disk fail in each deed.", valueName: "count"))
        var points = 1
        @Flag(help: "Fail every operation of the disk in each deed.")
        var every = false
        @Option(help: ArgumentHelp("How many desks sit at one file.", valueName: "count"))
        var desks = 8
        @Option(help: ArgumentHelp("How much each desk does.", valueName: "count"))
        var operations = 24
        @Option(help: ArgumentHelp("Only kills, faults or desks.", valueName: "part"))
        var only: Part?
        @Option(
            help: ArgumentHelp("Where chance begins; printed, so that a run can be had again.", valueName: "number"))
        var seed = UInt64.random(in: 1...1_000_000)

        func run() async throws {
            // What is ignored here, under `nohup` or in the background of a script, the children would live through too.
            for ending in [SIGHUP, SIGINT, SIGTERM] { signal(ending, SIG_DFL) }
            let folder = NSTemporaryDirectory() + "silat-harness-\(UUID().uuidString)"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            Child.say("seed \(seed)")
            if only ?? .kills == .kills { try await kill(in: folder) }
            if only ?? .faults == .faults { try await fail(in: folder) }
            if only ?? .desks == .desks { try await sit(in: folder) }
            // A file that broke a promise stays to be looked at.
            try FileManager.default.removeItem(atPath: folder)
        }

        private func kill(in folder: String) async throws {
            var kills = Kills(in: folder, seed: seed)
            try await kills.killClerks(self.kills * 3 / 4)
            try await kills.killCommands(self.kills - self.kills * 3 / 4)
            try await kills.killAtOperations(every ? nil : points)
            Child.say(
                "kills survived: \(kills.killed); saves checked: \(kills.savesChecked); imports checked: "
                    + "\(kills.importsChecked); drafts offered: \(kills.draftsOffered)")
        }

        private func fail(in folder: String) async throws {
            var faults = try Faults(in: folder, seed: seed)
            try await faults.sweep(every ? nil : points * 2)
            Child.say("faults injected: \(faults.injected); told, and done again: \(faults.wentOn)")
        }

        private func sit(in folder: String) async throws {
            var desks = Desks(in: folder)
            let start = Date()
            try await desks.run(desks: self.desks, operations: operations)
            Child.say(
                "desks: \(self.desks); operations: \(desks.operations); edits landed: \(desks.edits); conflicts kept: "
                    + "\(desks.conflicts); people recounted: \(desks.people); \(Int(Date().timeIntervalSince(start))) s"
            )
        }
    }

    /// What is run of the harness.
    enum Part: String, ExpressibleByArgument, CaseIterable { case kills, faults, desks }

    /// What this program does when the harness starts it again.
    struct ChildRole: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "child", shouldDisplay: false)

        @Argument var role: String
        @Argument var path: String
        @Argument var number: UInt64
        @Argument var rest: [String] = []

        func run() async throws {
            switch role {
            case "clerk": try await Child(path: path, seed: number).enters(from: rest.first.flatMap { Int($0) } ?? 0)
            case "desk":
                var desk = try BusyDesk(path, number: Int(number))
                await desk.work(rest.first.flatMap { Int($0) } ?? 0)
            case "end":
                guard rest.count == 3, let deed = Deed(rawValue: rest[0]), let operation = Int(rest[1]),
                    let fault = DiskFault(rawValue: rest[2])
                else { throw ValidationError("end <path> <seed> <deed> <operation> <fault>") }
                try await Child(path: path, seed: number).ends(in: deed, at: operation, fault)
            default: throw ValidationError("no such role: \(role)")
            }
        }
    }
}
