import CNcurses
import CSignals
import Dispatch
import Foundation
import Keyboard
import Synchronization

/// The terminal the program runs in, from opening to closing: frames go out, events come in.
///
/// ncurses writes and knows the terminals; keys are read here, without it. All of ncurses is called on the main actor.
/// However the program ends, the terminal is given back as it was found: by ``close()`` in order, and after a crash by a signal
/// handler.
@MainActor
public final class TerminalSession {
    private let postAll: @Sendable ([TerminalEvent]) -> Void
    private let queue = DispatchQueue(label: "terminal")
    private let found: termios
    private let screen: OpaquePointer
    /// Where ncurses writes.
    private let output: GatheredOutput
    private let usesUTF8: Bool
    private let speaksECMA48: Bool
    private let reset: [UInt8]
    private var palette: Palette
    private var shown: Frame?
    private var knownSize: Size
    private let watch: DescriptorWatch
    private var isClosed = false
    private let isGone = Mutex(false)
    private let pace = FramePace()
    /// Signalled with each answer of the terminal, for whoever waits to leave.
    private let answers = DispatchSemaphore(value: 0)
    /// Set wherever the terminal no longer shows what was last written.
    private let isDisturbed = Mutex(true)

    private struct Size: Equatable {
        var columns: Int
        var rows: Int
    }

    private static let caught = [SIGTERM, SIGHUP, SIGINT, SIGWINCH, SIGTSTP, SIGCONT]

    /// Takes over the terminal on standard input and output.
    ///
    /// Every key is delivered, Ctrl-C, Ctrl-Z and Ctrl-S too: none kills or stops the program, or the screen.
    ///
    /// - Parameters:
    ///   - environment: for TERM, NO_COLOR and ESCDELAY (how many milliseconds a lone Esc waits; 25).
    ///   - post: takes the events in their order, on a queue of the terminal's own. Keys that were read at once come at once, so that they
    ///     can be answered by one frame. It must not block.
    public init(
        environment: [String: String] = ProcessInfo.processInfo.environment,
        post: @escaping @Sendable ([TerminalEvent]) -> Void
    ) throws(TerminalFailure) {
        try Self.requireTerminal(environment: environment)
        var found = termios()
        guard tcgetattr(STDIN_FILENO, &found) == 0 else { throw .notATerminal }
        usesUTF8 = locale_is_utf8()
        guard let watch = DescriptorWatch() else { throw .system(String(cString: strerror(errno))) }
        let signals = signals_catch(Self.caught, Self.caught.count)
        guard signals >= 0 else { throw .system(String(cString: strerror(errno))) }
        guard let output = GatheredOutput(to: STDOUT_FILENO) else {
            let cause = String(cString: strerror(errno))
            signals_release(false)
            throw .system(cause)
        }
        guard let screen = screen_open(output.stream) else {
            signals_release(false)
            throw .unknownTerminal(environment["TERM"] ?? "")
        }
        postAll = post
        self.found = found
        self.screen = screen
        self.output = output
        self.watch = watch
        knownSize = Size(columns: Int(screen_columns()), rows: Int(screen_rows()))
        reset = Self.resetBytes
        speaksECMA48 = Self.speaksECMA48
        palette = Palette(environment: environment)
        screen_take_keys()
        enter()
        knownSize = measured
        listen(to: signals, escapeDelay: Self.escapeDelay(environment))
    }

    /// Looks whether there is a terminal that a session can be opened in, and changes nothing.
    public nonisolated static func requireTerminal(
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws(TerminalFailure) {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
        try checkTerminal(environment["TERM"] ?? "")
    }

    /// How many columns standard output has; `nil` where it is no terminal.
    public nonisolated static var outputColumns: Int? { measured?.columns }

    /// The terminal's size now, in columns and rows, for the first frame.
    public var size: (columns: Int, rows: Int) {
        knownSize = measured
        return (knownSize.columns, knownSize.rows)
    }

    /// Makes the terminal show a frame: writes what changed since the last one.
    ///
    /// Where the line has not carried yet what was written before, the frame is let go; ``TerminalEvent/caughtUp`` asks for the newest then.
    public func show(_ frame: Frame) {
        guard !isClosed, !isGone.withLock({ $0 }) else { return }
        let changes = frame.changes(from: shown)
        let cells = changes.reduce(0) { $0 + $1.cells.count }
        guard pace.admits(cells) else { return releaseInTime() }
        let everything = isDisturbed.withLock { isDisturbed in
            defer { isDisturbed = false }
            return isDisturbed
        }
        if frame.rows != screen_rows() || frame.columns != screen_columns() {
            resizeterm(Int32(frame.rows), Int32(frame.columns))
            shown = nil
        }
        if shown == nil { screen_blank() }
        for run in shown == nil ? frame.changes(from: nil) : changes { write(run) }
        writeDirectly(
            output.bytes {
                screen_flush(
                    Int32(frame.cursor.map { min($0.row, frame.rows - 1) } ?? -1),
                    Int32(frame.cursor.map { min($0.column, frame.columns - 1) } ?? 0), everything)
            })
        shown = frame
        if speaksECMA48, pace.wrote(everything ? frame.columns * frame.rows : cells) {
            writeDirectly(Array("\u{1B}[5n".utf8))
        }
        if !terminal_is_there(STDOUT_FILENO) { hangUp() }
    }

    /// Puts the program to sleep, as Ctrl-Z does elsewhere, with the terminal as it was found.
    ///
    /// Returns when the program goes on. The screen is drawn again as it was, and ``TerminalEvent/continued`` is posted, after
    /// ``TerminalEvent/resized(columns:rows:)`` where the size changed meanwhile.
    ///
    /// - Parameter wholeJob: whether the processes started together with this one sleep too, as with Ctrl-Z; where the system
    ///   asked this one alone, they were asked themselves.
    public func suspend(wholeJob: Bool = true) {
        guard !isClosed else { return }
        awaitAnswer()
        leave()
        signals_stop(wholeJob)
        awake()
    }

    /// Gives the terminal back as it was found. Nothing is shown any more after that, and no event comes.
    public func close() {
        guard !isClosed else { return }
        isClosed = true
        awaitAnswer()
        // What comes out of the pipe of the signals from now on is for the next session's watch.
        watch.stop()
        leave()
        signals_release(isGone.withLock { $0 })
        delscreen(screen)
    }
}

// MARK: - Opening and closing

extension TerminalSession {
    private nonisolated static func checkTerminal(_ name: String) throws(TerminalFailure) {
        switch terminfo_open() {
        case 1 where terminfo_string("cup") != nil && terminfo_string("clear") != nil: return
        case 1, Int32(SIMPLE_TERMINAL): throw .tooSimple(name)
        default: throw .unknownTerminal(name)
        }
    }

    /// What brings a terminal back from anything we do to it.
    private static var resetBytes: [UInt8] {
        pasteMode(on: false) + ["sgr0", "op", "cnorm", "rmkx", "rmcup"].flatMap { Terminfo.bytes($0) ?? [] } + [
            UInt8(ascii: "\r")
        ]
    }

    /// Bracketed paste, which terminfo does not name. Terminals that know ECMA-48 pass over modes they don't have.
    private static func pasteMode(on: Bool) -> [UInt8] {
        guard speaksECMA48 else { return [] }
        return Array((on ? "\u{1B}[?2004h" : "\u{1B}[?2004l").utf8)
    }

    private static var speaksECMA48: Bool { Terminfo.bytes("cup")?.starts(with: "\u{1B}[".utf8) == true }

    private static func escapeDelay(_ environment: [String: String]) -> Duration {
        let named = environment["ESCDELAY"].flatMap { Int($0) }
        return .milliseconds(named.map { min(max(1, $0), 5000) } ?? 25)
    }

    private func enter() {
        var found = found
        rescue_arm(STDOUT_FILENO, reset, reset.count, &found)
        if isendwin() { reset_prog_mode() }
        isDisturbed.withLock { $0 = true }
        writeDirectly(Self.pasteMode(on: true))
    }

    /// An answer that came after the program has left would be typed into the shell.
    private func awaitAnswer() {
        guard !isGone.withLock({ $0 }) else { return }
        let deadline = DispatchTime.now() + (pace.awaited.isSure ? .seconds(5) : .milliseconds(300))
        // Answers of before are counted as well.
        while pace.awaited.isAsked, answers.wait(timeout: deadline) == .success {}
    }

    /// Has the frame that was held back shown although no answer came: some line has lost it.
    private func releaseInTime() {
        guard pace.needsRelease() else { return }
        let (seconds, _) = FramePace.patience.components
        queue.asyncAfter(deadline: .now() + .seconds(Int(seconds) + 1)) { [weak self] in self?.post(.caughtUp) }
    }

    private func leave() {
        writeDirectly(Self.pasteMode(on: false))
        endwin()
        var found = found
        tcsetattr(STDIN_FILENO, TCSANOW, &found)
        rescue_disarm()
    }

    /// Past ncurses, which knows nothing of bracketed paste.
    private func writeDirectly(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            guard count > 0 || errno == EINTR else { return }
            rest = rest.dropFirst(max(0, count))
        }
    }

    private func awake() {
        enter()
        if let shown { show(shown) }
        let measured = measured
        if measured != knownSize {
            knownSize = measured
            post(.resized(columns: measured.columns, rows: measured.rows))
        }
        post(.continued)
    }

    private nonisolated func post(_ event: TerminalEvent) { postAll([event]) }

    private nonisolated func hangUp() {
        let isNews = isGone.withLock { isGone in
            defer { isGone = true }
            return !isGone
        }
        if isNews { post(.hangUp) }
    }

    private var measured: Size { Self.measured ?? knownSize }

    private nonisolated static var measured: Size? {
        var columns: Int32 = 0
        var rows: Int32 = 0
        return terminal_size(&columns, &rows) ? Size(columns: Int(columns), rows: Int(rows)) : nil
    }
}

// MARK: - Events

extension TerminalSession {
    private func listen(to signals: Int32, escapeDelay: Duration) {
        let postAll = postAll
        let input = TerminalInput(
            KeyDecoder(extra: Terminfo.keys, escapeDelay: escapeDelay), on: queue, isReadable: { terminal_has_input() },
            reported: { [pace, answers] in
                if pace.answered() { postAll([.caughtUp]) }
                answers.signal()
            },
            post: { inputs in postAll(inputs.map { .input($0) }) })
        let keys = DescriptorWatch.Reader(of: STDIN_FILENO) { [weak self] in
            let isThere = input.read(from: STDIN_FILENO)
            if !isThere { self?.hangUp() }
            return isThere
        }
        let numbers = DescriptorWatch.Reader(of: signals) { [weak self] in
            var numbers = [UInt8](repeating: 0, count: 64)
            let count = read(signals, &numbers, numbers.count)
            for number in numbers.prefix(max(0, count)) { self?.receive(Int32(number)) }
            return true
        }
        watch.start([keys, numbers], on: queue)
    }

    private nonisolated func receive(_ signal: Int32) {
        switch signal {
        case SIGTERM, SIGINT: post(.terminate)
        case SIGHUP: hangUp()
        case SIGTSTP: post(.stop)
        case SIGCONT: Task { @MainActor in continueAfterStop() }
        default: resized()
        }
    }

    private nonisolated func resized() {
        isDisturbed.withLock { $0 = true }
        guard let size = Self.measured else { return }
        post(.resized(columns: size.columns, rows: size.rows))
        Task { @MainActor in knownSize = size }
    }

    /// After a stop that can't be caught, in which others may have used the terminal.
    private func continueAfterStop() {
        guard !isClosed else { return }
        signals_await_foreground()
        leave()
        awake()
    }
}

// MARK: - Writing

extension TerminalSession {
    private func write(_ run: Run) {
        var column = run.column
        for cell in run.cells {
            if !cell.isContinuation { write(cell, at: column, run.row) }
            column += 1
        }
    }

    private func write(_ cell: Cell, at column: Int, _ row: Int) {
        let attributes = palette.attributes(of: cell.style)
        let pair = palette.pair(for: cell.style)
        for (offset, scalars) in Glyph.scalars(cell.character, usesUTF8: usesUTF8).enumerated() {
            let text = scalars.map { wchar_t($0.value) } + [0]
            screen_put(Int32(row), Int32(column + offset), text, attributes, pair)
        }
    }
}
