import Foundation

/// Asks for a line that must not be seen: in a terminal it is not echoed; from a pipe it is read as it comes.
public struct HiddenLine: Sendable {
    private let prompt: String

    /// - Parameter prompt: is written to standard error, where a terminal is read.
    public init(_ prompt: String) { self.prompt = prompt }

    /// The line without its end; `nil` where there is none, or where Ctrl-C is in it.
    public func read() -> String? {
        var found = termios()
        let isTerminal = tcgetattr(STDIN_FILENO, &found) == 0
        if isTerminal {
            var hidden = found
            // Ctrl-C and Ctrl-Z are read as characters: ended here, the program would leave a terminal that shows nothing.
            hidden.c_lflag &= ~tcflag_t(ECHO | ISIG)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden)
            // Only now: whoever answers at once must not be seen, nor what they type be thrown away.
            try? FileHandle.standardError.write(contentsOf: Data("\(prompt) ".utf8))
        }
        defer {
            if isTerminal {
                tcsetattr(STDIN_FILENO, TCSAFLUSH, &found)
                try? FileHandle.standardError.write(contentsOf: Data("\n".utf8))
            }
        }
        guard let line = readLine(), !line.contains("\u{3}") else { return nil }
        return line
    }
}
