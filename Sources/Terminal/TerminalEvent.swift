public import Keyboard

/// What a terminal tells the program.
public enum TerminalEvent: Hashable, Sendable {
    /// A key or a paste.
    case input(Input)
    /// The terminal has this many columns and rows now.
    case resized(columns: Int, rows: Int)
    /// The system asks the program to sleep; ``TerminalSession/suspend(wholeJob:)`` does, when the program is ready to.
    case stop
    /// The program was asleep and goes on; the screen has been drawn again as it was.
    case continued
    /// The terminal has shown what it was given, and a frame was held back meanwhile: show the newest.
    case caughtUp
    /// The terminal is gone: nobody reads what is written any more.
    case hangUp
    /// The system asks the program to end.
    case terminate
}

/// Why the terminal can't be used.
public enum TerminalFailure: Error, Hashable, Sendable {
    /// Standard input or output is a file or a pipe.
    case notATerminal
    /// TERM is not set, or names a terminal that the system does not know.
    case unknownTerminal(String)
    /// The terminal that TERM names can't place its cursor.
    case tooSimple(String)
    /// The system gave what is needed to no avail: its own words.
    case system(String)
}
