/// How many enrollments a class has of each status: six small numbers, since a list holds those of tens of thousands of classes.
public struct EnrollmentCounts: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    private var counts = SIMD8<Int32>()

    /// Counts by status; of the statuses left out there are none.
    public init(dictionaryLiteral elements: (EnrollmentStatus, Int)...) {
        for (status, count) in elements { self[status] = count }
    }

    /// How many have a status, from 0 to some two thousand million: a class has fewer seats.
    public subscript(status: EnrollmentStatus) -> Int {
        get { Int(counts[Self.place(of: status)]) }
        set { counts[Self.place(of: status)] = Int32(clamping: newValue) }
    }

    /// How many there are in all.
    public var total: Int { counts.indices.reduce(0) { $0 + Int(counts[$1]) } }

    private static func place(of status: EnrollmentStatus) -> Int {
        switch status {
        case .registered: 0
        case .attending: 1
        case .completed: 2
        case .certified: 3
        case .dropped: 4
        case .cancelled: 5
        }
    }
}
