import Keyboard
import Store
import Training
import ViewModels

/// Opens every number of a screen of figures by its keys, and looks whether the list is as long as the number.
public struct FigureWalk {
    private let desk: ModelDesk

    public init(at desk: ModelDesk) { self.desk = desk }

    /// A number that does not open to as many names.
    public struct Mismatch: Error, CustomStringConvertible {
        public let description: String
    }

    /// Walks from the first line to the last, and in each from the left to the right.
    ///
    /// - Returns: how many numbers were opened.
    public func play() async throws -> Int {
        var opened = 0
        await desk.press(.home)
        while true {
            opened += try await playLine()
            let before = try await place
            await desk.press(.down)
            if try await place.line == before.line { return opened }
        }
    }

    private func playLine() async throws -> Int {
        var opened = 0
        await moveUntilItRests(.left)
        while true {
            if let names = try await grid.cell?.names {
                try await open(names)
                opened += 1
            }
            let before = try await place
            await desk.press(.right)
            if try await place == before { return opened }
        }
    }

    private func open(_ names: Names) async throws {
        let before = try await place
        await desk.press(.enter)
        guard case .participants(let list) = await desk.front else {
            throw Mismatch(description: "\(names.title) (\(before)) opened no list")
        }
        guard let figure = list.query.figure, figure == names.figure else {
            throw Mismatch(description: "\(names.title) opened another figure")
        }
        let count = try await desk.store.count(of: list.query)
        let page = try await desk.store.page(of: list.query, .first, count: names.count + 1)
        guard count == names.count, page.rows.count == count else {
            throw Mismatch(
                description: "\(names.title) (\(before)) says \(names.count), counts \(count), lists \(page.rows.count)"
            )
        }
        await desk.press(.escape)
        guard try await place == before else {
            throw Mismatch(description: "\(before) was left for \(try await place)")
        }
    }

    private func moveUntilItRests(_ key: Key) async {
        var before: Place?
        while let now = try? await place, now != before {
            before = now
            await desk.press(key)
        }
    }

    private struct Place: Hashable {
        var line: String
        var column: Int
    }

    private var place: Place {
        get async throws {
            let grid = try await grid
            return Place(line: grid.row?.id ?? "", column: grid.column)
        }
    }

    private var grid: FigureGrid {
        get async throws {
            guard let screen = await desk.front.screen as? any FigureScreen else {
                throw Mismatch(description: "no screen of figures is in front")
            }
            return screen.grid
        }
    }
}
