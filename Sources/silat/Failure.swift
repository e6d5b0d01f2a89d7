import ArgumentParser
import Exchange
import Foundation
import Terminal
import Training
import Words

/// How a command ends, as other programs see it.
enum ExitStatus: Int32 {
    case done = 0
    /// The words of the command are wrong.
    case usage = 64
    /// The data was refused in whole or in part.
    case refused = 65
    /// There is no such file, or none that can be read.
    case noSuchFile = 66
    /// A file can't be written.
    case cannotWrite = 73
    /// Another program holds the file.
    case busy = 75
}

/// Why a command did not do all it was asked: the one place where an error becomes an exit code and a sentence.
struct Failure: Error {
    let status: ExitStatus
    /// One sentence for standard error; `nil` where all has been said.
    let text: String?
    /// What the parser of arguments answers on standard output, as it does for `--help`.
    private var answer: String?

    init(_ status: ExitStatus, _ text: String?) {
        self.status = status
        self.text = text
    }

    init(_ error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case let refusal as Refusal: self.init(refusal)
        case let failure as StoreFailure: self.init(failure)
        case let failure as OutputFailure: self.init(failure)
        case let trouble as FileMergeTrouble: self.init(.refused, spoken.merge.trouble(trouble, spoken.language))
        case let failure as TerminalFailure: self.init(failure)
        case is CancellationError: self.init(.busy, spoken.command.stopped)
        default: self.init(ofParser: error)
        }
    }

    private init(_ refusal: Refusal) {
        let sentence = spoken.sentence(for: refusal)
        if case .unconfirmed = refusal {
            self.init(.refused, spoken.command.confirm(sentence))
        } else {
            self.init(.refused, sentence)
        }
    }

    private init(_ failure: StoreFailure) {
        let status: ExitStatus =
            switch failure {
            case .noSuchFile, .unreadable: .noSuchFile
            case .older, .noSuchFolder, .cannotCreate, .readOnly, .diskFull, .noRoomForBackup, .accessRefused,
                .system:
                .cannotWrite
            case .notOurs, .newer, .oddSchema, .damaged: .refused
            case .busy: .busy
            }
        self.init(status, spoken.refusals.failure(failure))
    }

    private init(_ failure: OutputFailure) {
        switch failure {
        case .readerLeft: self.init(.done, nil)
        case .cannotWrite(let path, let reason): self.init(.cannotWrite, spoken.command.cannotWrite(path, reason))
        case .tooManyRows(let path, let most):
            let reason = spoken.export.tooManyRows(spoken.language.number(most))
            self.init(.cannotWrite, spoken.command.cannotWrite(path, reason))
        case .textTooLong(let path, let row, let column, let length, let most):
            let reason = spoken.export.textTooLong(row, column, length, most, spoken.language)
            self.init(.cannotWrite, spoken.command.cannotWrite(path, reason))
        }
    }

    private init(_ failure: TerminalFailure) {
        switch failure {
        case .notATerminal: self.init(.usage, spoken.command.notATerminal)
        case .unknownTerminal(let name): self.init(.usage, spoken.command.unknownTerminal(name))
        case .tooSimple(let name): self.init(.usage, spoken.command.simpleTerminal(name))
        case .system(let reason): self.init(.cannotWrite, spoken.command.terminalFailed(reason))
        }
    }

    private init(ofParser error: any Error) {
        let code = Silat.exitCode(for: error)
        if code == .success {
            self.init(.done, nil)
            answer = Silat.fullMessage(for: error)
        } else if code == .validationFailure {
            let hint = spoken.command.seeHelp(Self.command(named: Silat.fullMessage(for: error)))
            self.init(.usage, "\(spoken.command.usage(Self.onOneLine(Silat.message(for: error)))); \(hint)")
        } else {
            self.init(.cannotWrite, String(describing: error))
        }
    }

    /// The parser's lists of values stand below one another; here they stand in the sentence.
    private static func onOneLine(_ message: String) -> String {
        let sentence = message.split(separator: " the following:\n  - ").joined(separator: " ")
            .split(separator: "\n  - ").joined(separator: ", ")
        return sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
    }

    /// The command that a message of the parser is about: it ends in `See 'silat gauge --help' for more information.`
    private static func command(named message: String) -> String {
        let quoted = message.split(separator: "See '").last?.split(separator: " --help'").first
        return quoted.map(String.init).flatMap { $0.hasPrefix("silat") ? $0 : nil } ?? "silat"
    }

    /// Says what happened and returns how the program ends.
    func report() -> ExitStatus {
        if let answer {
            do throws(OutputFailure) {
                try Output.standard.write(answer + "\n")
            } catch {
                return Failure(error).report()
            }
        }
        if let text { say(text) }
        return status
    }
}

/// A message for people, on one line of standard error. A NIK that it repeats, whatever is wrong with it, is masked.
func say(_ text: String) {
    // Where standard error is full or gone, the exit code still tells.
    try? FileHandle.standardError.write(contentsOf: Data("silat: \(text.strippedOfControls.withNIKsMasked)\n".utf8))
}
