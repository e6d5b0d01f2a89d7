/// Counts by path and cost, for each way of building: the recorded file.
///
/// A line holds one cost of one path, in the order of their names, so that a change shows as the lines that it changes.
public struct CostRecord: Equatable, Sendable {
    /// How a program was built, on which its costs depend.
    public enum Build: String, CaseIterable, Sendable {
        case debug, release
    }

    private var counts: [CostOfPath: [Build: Int]] = [:]

    public init() {}

    /// What a line of a recorded file should have been.
    public struct Flaw: Error, Equatable, CustomStringConvertible {
        public let line: Int
        public var description: String { "line \(line) of the recorded costs is none" }
    }

    private static let heading = "path,cost," + Build.allCases.map(\.rawValue).joined(separator: ",")

    /// Reads the recorded file.
    public init(text: String) throws(Flaw) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.first == Self.heading[...] else { throw Flaw(line: 1) }
        for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            guard cells.count == 2 + Build.allCases.count, let cost = Cost(rawValue: String(cells[1])) else {
                throw Flaw(line: index + 1)
            }
            let key = CostOfPath(String(cells[0]), cost)
            guard counts[key] == nil else { throw Flaw(line: index + 1) }
            for (build, cell) in zip(Build.allCases, cells.dropFirst(2)) where !cell.isEmpty {
                guard let count = Int(cell), count >= 0 else { throw Flaw(line: index + 1) }
                counts[key, default: [:]][build] = count
            }
        }
    }

    /// The file as it is recorded.
    public var text: String {
        counts.keys.sorted().reduce(into: Self.heading + "\n") { text, key in
            let cells = Build.allCases.map { build in counts[key]?[build].map(String.init) ?? "" }
            text += ([key.path, key.cost.rawValue] + cells).joined(separator: ",") + "\n"
        }
    }

    /// The counts of one way of building. Setting them takes the place of all that were there for it.
    public subscript(build: Build) -> [CostOfPath: Int] {
        get { counts.compactMapValues { $0[build] } }
        set {
            for key in Set(counts.keys).union(newValue.keys) {
                counts[key, default: [:]][build] = newValue[key]
                if counts[key]?.isEmpty == true { counts[key] = nil }
            }
        }
    }
}
