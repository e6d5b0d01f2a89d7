/// Something that is counted while silat works, the same in every run.
public enum Cost: String, CaseIterable, Sendable {
    case allocatedBytes = "allocated_bytes"
    case allocations
    case diskRead = "disk_read"
    case diskSyncs = "disk_syncs"
    case diskWritten = "disk_written"
    case engineSteps = "engine_steps"
    case instructions
    case retains
    case rowsIndexed = "rows_indexed"
    case rowsScanned = "rows_scanned"
    case sorts
    case statements
    case terminalBytes = "terminal_bytes"
}

/// One of the costs of a path.
public struct CostOfPath: Hashable, Comparable, Sendable {
    /// The path's name, as it is recorded.
    public let path: String
    public let cost: Cost

    public init(_ path: String, _ cost: Cost) {
        self.path = path
        self.cost = cost
    }

    public static func < (one: CostOfPath, other: CostOfPath) -> Bool {
        (one.path, one.cost.rawValue) < (other.path, other.cost.rawValue)
    }
}
