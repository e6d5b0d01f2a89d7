import ArgumentParser
import CMemory
import Exchange
import Foundation
import Terminal

/// Where the program begins: arguments in, exit code out.
@main
enum EntryPoint {
    static func main() async {
        // With a heap for each thread, what one has freed another does not take: each visit to Kelas left some 5 MB behind. It has to be said before
        // threads have theirs.
        mallopt(M_ARENA_MAX, 1)
        keepStandardStreamsTaken()
        CrashTraces.keepNone()
        // A reader that goes away, as `head` does, is told by write(2), not by a signal that ends the program.
        signal(SIGPIPE, SIG_IGN)
        // Nor may a limit on the size of files end it in the midst of a save: the write fails instead, and that is said.
        signal(SIGXFSZ, SIG_IGN)
        exit(await run(Array(CommandLine.arguments.dropFirst())).rawValue)
    }

    private static func run(_ arguments: [String]) async -> ExitStatus {
        let status = await perform(arguments)
        do throws(OutputFailure) {
            // What a command that failed in part has found out is not held back.
            try Output.standard.flush()
            return status
        } catch {
            let failure = Failure(error).report()
            return status == .done ? failure : status
        }
    }

    private static func perform(_ arguments: [String]) async -> ExitStatus {
        do {
            // Asked by scripts and by hand before all else. The parser would lay out every command and its help for it.
            if arguments == ["--version"] {
                try Output.standard.write(Silat.version + "\n")
                return .done
            }
            var command = try Silat.parseAsRoot(ArgumentOrder(of: Silat.self).sorted(arguments))
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
            return .done
        } catch {
            return Failure(error).report()
        }
    }

    /// Puts /dev/null in the place of a standard stream that is closed: the silat file must not get its number.
    ///
    /// It is opened the wrong way round, so that what should have been written there is still seen to fail.
    private static func keepStandardStreamsTaken() {
        for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) == -1 {
            _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
        }
    }
}
