import CVterm
import EmulatedTerminal
import Foundation
import Keyboard
import Testing

/// A clerk's desk: a program in a real pseudo-terminal, its screen read through the emulator libvterm.
///
/// A story presses keys and says what the screen shows then:
///
///     let desk = try TerminalDesk(["demo"])
///     try desk.sees("11.630 / 3.000")
///     try desk.press(.character("2"))
///     try desk.sees("Peserta")
///     try desk.press(.character("n")).type("6309064505990012").press(.enter)
///     try desk.sees("perempuan")
///     try desk.press(.character("q")).ends(.exited(0))
///
/// - Nothing sleeps: ``sees(_:within:)`` waits on the terminal itself, and where the text does not come in time the test fails
///   with the whole screen in its message. Say what you see before you press on wherever the next key depends on it.
/// - Esc and another key pressed right after it are one key with Alt, as on every terminal. See something between them.
/// - The program gets an empty folder as its home and working folder, a fresh environment with UTF-8, and dies with the desk.
///   Two desks on one file are two programs: hand both the same `--db`.
/// - Keys are encoded by the emulator, so they are what a terminal sends in the modes the program asked for.
/// - A desk belongs to one test. Suites of stories are `.serialized`, so that they don't fight for the processor.
final class TerminalDesk {
    /// The program's folder, home and working folder in one; removed with the desk.
    let folder: URL
    /// All that the program wrote, byte by byte.
    private(set) var rawOutput: [UInt8] = []
    /// Whether the terminal keeps its answers to itself, as one does that has not yet shown what it was given.
    var isBehind = false { didSet { if !isBehind { giveAnswers() } } }
    private var keptAnswers: [UInt8] = []
    /// How the terminal was set before the program started.
    let settingsBefore: PseudoTerminal.Settings
    private let emulator: Emulator
    private let terminal: PseudoTerminal
    /// The file that the program works on stays as long as the program, which makes the day's backup beside it.
    private let office: OfficeFile?

    /// How long anything may take before a story fails: much longer than it takes on the slowest machine.
    static let patience = Duration.seconds(120)

    /// Starts silat.
    ///
    /// - Parameters:
    ///   - arguments: those of the command.
    ///   - office: the file that it works on.
    ///   - environment: added to the fresh one, or put in its place; an empty value takes a variable away.
    convenience init(
        _ arguments: [String] = [], at office: OfficeFile? = nil, environment: [String: String] = [:],
        columns: Int = 80, rows: Int = 24
    ) throws {
        try self.init(
            program: Self.silat.path, arguments + (office?.arguments ?? []), keeping: office,
            environment: environment, columns: columns, rows: rows)
    }

    /// Starts another program.
    init(
        program: String, _ arguments: [String] = [], keeping office: OfficeFile? = nil,
        environment: [String: String] = [:], columns: Int = 80, rows: Int = 24
    ) throws {
        self.office = office
        folder = FileManager.default.temporaryDirectory.appending(path: "desk-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        emulator = Emulator(columns: columns, rows: rows)
        let fresh = [
            "TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": folder.path, "USER": "siti", "LOGNAME": "siti",
            // Swift would ask at the terminal what to do about a crash.
            "SWIFT_BACKTRACE": "enable=no",
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
        ]
        terminal = try PseudoTerminal(
            program, arguments, environment: fresh.merging(environment) { $1 }.filter { !$0.value.isEmpty },
            folder: folder.path, columns: columns, rows: rows)
        settingsBefore = terminal.settings
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// The built silat, which stands beside the bundle of the tests.
    static var silat: URL {
        URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "silat")
    }

    // MARK: What the clerk does

    /// Presses keys one after the other, as fast as the program takes them.
    @discardableResult
    func press(_ keys: Key..., sourceLocation: SourceLocation = #_sourceLocation) throws -> Self {
        try send(keys.flatMap { emulator.bytes(for: $0) }, sourceLocation)
    }

    /// Types text, as fast as the program takes it.
    @discardableResult
    func type(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Self {
        try send(text.flatMap { emulator.bytes(for: .character($0)) }, sourceLocation)
    }

    /// Pastes text in one piece.
    @discardableResult
    func paste(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Self {
        try send(emulator.bytes(forPaste: text), sourceLocation)
    }

    /// Sends bytes as they are, for what no keyboard sends.
    @discardableResult
    func send(_ bytes: [UInt8], _ sourceLocation: SourceLocation = #_sourceLocation) throws -> Self {
        guard !bytes.isEmpty else { return self }
        terminal.write(bytes)
        var isWritten = false
        try wait("the program to read its keys", sourceLocation, until: { isWritten }, written: { isWritten = true })
        return self
    }

    /// Makes the terminal's window larger or smaller.
    @discardableResult
    func resize(columns: Int, rows: Int) -> Self {
        emulator.resize(columns: columns, rows: rows)
        terminal.resize(columns: columns, rows: rows)
        return self
    }

    /// Sends the program a signal.
    @discardableResult
    func kill(_ signal: Int32) -> Self {
        _ = CVterm.kill(terminal.process, signal)
        return self
    }

    /// Takes the terminal away, as a broken ssh line does.
    @discardableResult
    func hangUp() -> Self {
        terminal.hangUp()
        return self
    }

    // MARK: What the clerk sees

    /// Waits until the screen shows a text, in one row.
    @discardableResult
    func sees(
        _ text: String, within time: Duration = patience, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Self {
        try wait("“\(text)”", within: time, sourceLocation, until: { self.shows(text) })
        return self
    }

    /// Waits until the screen no longer shows a text.
    @discardableResult
    func doesNotSee(
        _ text: String, within time: Duration = patience, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Self {
        try wait("“\(text)” to go", within: time, sourceLocation, until: { !self.shows(text) })
        return self
    }

    /// Waits until something is so; `what` names it where it never is.
    @discardableResult
    func sees(
        that what: String, within time: Duration = patience, sourceLocation: SourceLocation = #_sourceLocation,
        _ isSo: () -> Bool
    ) throws -> Self {
        try wait(what, within: time, sourceLocation, until: isSo)
        return self
    }

    /// Waits until the program has ended, and holds how it did against what is expected.
    @discardableResult
    func ends(
        _ expected: PseudoTerminal.Ending = .exited(0), within time: Duration = patience,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Self {
        try wait("the program to end", within: time, sourceLocation, until: { false }, orEnd: true)
        #expect(terminal.ending == expected, "\(picture)", sourceLocation: sourceLocation)
        return self
    }

    /// Whether the screen shows a text now, in one row.
    func shows(_ text: String) -> Bool { screen.contains { $0.contains(text) } }

    /// The rows of the screen, without the blanks at their ends.
    var screen: [String] { emulator.screen }

    /// Where the cursor stands, from 0; `nil` where it is hidden.
    var cursor: (column: Int, row: Int)? { emulator.cursor }

    /// Whether the program's own screen is up, and not the one it was started from.
    var isAlternate: Bool { emulator.isAlternate }

    /// How the first appearance of a text looks; `nil` where it is not on the screen.
    func look(of text: String) -> Emulator.Place? {
        for (row, line) in screen.enumerated() {
            guard let range = line.range(of: text) else { continue }
            return emulator[line[..<range.lowerBound].count, row]
        }
        return nil
    }

    /// Whether anything on the screen has a colour other than the terminal's own.
    var hasColours: Bool {
        (0..<emulator.rows).contains { row in
            (0..<emulator.columns).contains { emulator[$0, row]?.isColoured == true }
        }
    }

    // MARK: The program

    /// How the program ended; `nil` while it runs.
    var ending: PseudoTerminal.Ending? { terminal.ending }

    /// The program's number in the system.
    var process: pid_t { terminal.process }

    /// How the terminal is set now.
    var settings: PseudoTerminal.Settings { terminal.settings }

    /// What the program has asked of the system so far.
    var activity: Activity { Activity(of: terminal.process) }

    // MARK: Waiting

    /// Waits until something is so that does not show on the screen, which is looked for again and again.
    @discardableResult
    func waits(
        for what: String, within time: Duration = patience, sourceLocation: SourceLocation = #_sourceLocation,
        until isSo: () async throws -> Bool
    ) async throws -> Self {
        let deadline = ContinuousClock.now.advanced(by: time)
        while try await !isSo() {
            switch terminal.wait(until: min(deadline, .now.advanced(by: Self.pause))) {
            case .output(let bytes): take(bytes)
            case .ended: throw NotSeen("the program ended before: \(what)\n\(picture)", sourceLocation)
            case .timeIsUp where ContinuousClock.now >= deadline:
                throw NotSeen("in \(time) there was not: \(what)\n\(picture)", sourceLocation)
            case .timeIsUp, .written: continue
            }
        }
        return self
    }

    /// How long to leave between two looks at what does not show on the screen.
    private static let pause = Duration.milliseconds(20)

    private func take(_ bytes: [UInt8]) {
        rawOutput += bytes
        keptAnswers += emulator.show(bytes)
        if !isBehind { giveAnswers() }
    }

    private func giveAnswers() {
        if !keptAnswers.isEmpty { terminal.write(keptAnswers) }
        keptAnswers = []
    }

    private func wait(
        _ what: String, within time: Duration = patience, _ sourceLocation: SourceLocation, until isSo: () -> Bool,
        orEnd mayEnd: Bool = false, written: () -> Void = {}
    ) throws {
        let deadline = ContinuousClock.now.advanced(by: time)
        while !isSo() {
            switch terminal.wait(until: deadline) {
            case .output(let bytes): take(bytes)
            case .written: written()
            case .ended:
                if mayEnd || isSo() { return }
                throw NotSeen("the program ended before: \(what)\n\(picture)", sourceLocation)
            case .timeIsUp:
                throw NotSeen("in \(time) there was not: \(what)\n\(picture)", sourceLocation)
            }
        }
    }

    /// What a story waited for and did not get, with the line of the story and the whole screen.
    struct NotSeen: Error, CustomStringConvertible {
        let description: String

        init(_ what: String, _ place: SourceLocation) { description = "\(place.fileName):\(place.line): \(what)" }
    }

    /// The screen as a failure shows it.
    private var picture: String {
        let edge = String(repeating: "─", count: emulator.columns)
        let place = cursor.map { "cursor at column \($0.column), row \($0.row)" } ?? "cursor hidden"
        let state = ending.map { "\($0)" } ?? "running"
        return ([edge] + screen + [edge, "\(place); \(state); \(rawOutput.count) bytes written"]).joined(
            separator: "\n")
    }
}
