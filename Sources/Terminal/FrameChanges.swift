/// Cells side by side that are to be written anew.
public struct Run: Hashable, Sendable {
    /// The row, from 0.
    public let row: Int
    /// The column of the first cell, from 0.
    public let column: Int
    /// The cells; never begins in the right half of a wide character.
    public let cells: [Cell]
}

extension Frame {
    /// What must be written to turn what a terminal shows into this frame, from the top left.
    ///
    /// - Parameter shown: the frame on the terminal; all rows are written where it is `nil` or has another size.
    public func changes(from shown: Frame?) -> [Run] {
        guard let shown, shown.columns == columns, shown.rows == rows else {
            return (0..<rows).map { run(0..<columns, $0) }
        }
        guard self != shown else { return [] }
        return (0..<rows).flatMap { changes(in: $0, from: shown) }
    }

    private func changes(in row: Int, from shown: Frame) -> [Run] {
        var runs: [Run] = []
        var start: Int?
        for column in 0...columns {
            let isChanged = column < columns && self[column, row] != shown[column, row]
            switch (start, isChanged) {
            case (nil, true): start = self[column, row].isContinuation ? max(0, column - 1) : column
            case (let first?, false):
                // A right half that did not change goes along with its changed left one.
                if column < columns, self[column, row].isContinuation { continue }
                runs.append(run(first..<column, row))
                start = nil
            default: continue
            }
        }
        return runs
    }

    private func run(_ range: Range<Int>, _ row: Int) -> Run {
        Run(row: row, column: range.lowerBound, cells: range.map { self[$0, row] })
    }
}
