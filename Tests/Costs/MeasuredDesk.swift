import CCounting
import CostRecord
import DeskScript
import Keyboard
import Store
import Terminal
import ViewModels

/// A desk at a terminal that nobody looks at: after every key the screen is drawn and sent, as the program does.
@MainActor
final class MeasuredDesk {
    /// What was counted so far.
    private(set) var counted = CountedCosts()
    private let paths: Set<MainPath>
    private var desk: ModelDesk?
    private var terminal: TerminalSession?

    static let size = (columns: 80, rows: 24)

    /// - Parameter paths: those of which the costs are wanted.
    init(counting paths: Set<MainPath>) { self.paths = paths }

    /// Sits down at a file: opens it and shows the first screen.
    func start(at file: String) async throws -> SilatStore {
        let store = try SilatStore.open(at: file, mode: .readWrite, now: MainPaths.now)
        let desk = await ModelDesk(
            store, year: MainPaths.year, today: MainPaths.today, columns: Self.size.columns, rows: Self.size.rows,
            author: MainPaths.author)
        let terminal = try TerminalSession { _ in }
        self.desk = desk
        self.terminal = terminal
        terminal.show(await desk.frame)
        return store
    }

    /// Gives the terminal back.
    func close() { terminal?.close() }

    func press(_ keys: Key...) async { for key in keys { await press(key) } }

    func type(_ text: String) async { for character in text { await press(.character(character)) } }

    private func press(_ key: Key) async {
        guard let desk, let terminal else { return }
        await desk.press(key)
        terminal.show(await desk.frame)
    }

    /// Fails where the screen does not show this.
    func sees(_ text: String) async throws { try await desk?.sees(text) }

    /// Takes a path, and adds what that costs where it is wanted.
    func count<Result>(
        _ path: MainPath, times: Int = 1, _ body: () async throws -> Result
    ) async rethrows -> Result {
        guard paths.contains(path) else { return try await body() }
        instructions_from_here()
        let before = costs_now()
        let result = try await body()
        let after = costs_now()
        instructions_up_to_here(path.rawValue)
        counted.add(path.rawValue, times: times) { cost in
            guard let before = before[cost], let after = after[cost] else { return nil }
            return after - before
        }
        return result
    }
}

extension costs {
    /// One of the costs; `nil` for what a program cannot count of itself.
    fileprivate subscript(cost: Cost) -> Int? {
        let count: Int64? =
            switch cost {
            case .allocatedBytes: allocated_bytes
            case .allocations: allocations
            case .diskRead: disk_read
            case .diskSyncs: disk_syncs
            case .diskWritten: disk_written
            case .engineSteps: engine_steps
            case .instructions: nil
            case .retains: retains
            case .rowsIndexed: rows_indexed
            case .rowsScanned: rows_scanned
            case .sorts: sorts
            case .statements: statements
            case .terminalBytes: terminal_bytes
            }
        return count.map { Int($0) }
    }
}
