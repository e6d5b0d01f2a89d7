/// The number of one record, unlike that of any other record in any file.
///
/// It is made of the time it was given, a counter within that millisecond, and the desk that gave it, in this order of
/// weight: later records sort after earlier ones, and two desks never give the same number.
public struct ID<Entity>: Hashable, Comparable, Sendable {
    /// The number itself; positive.
    public let rawValue: Int64

    /// Takes a number that a store gave earlier.
    public init(_ rawValue: Int64) { self.rawValue = rawValue }

    public static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
}

extension ID: CustomStringConvertible, LosslessStringConvertible {
    /// The number in decimal digits, as `participant show` takes it.
    public var description: String { String(rawValue) }

    /// Reads decimal digits.
    public init?(_ description: String) {
        guard description.utf8.allSatisfy(\.isDigit), let number = Int64(description), number > 0 else { return nil }
        self.init(number)
    }
}

/// A record as a store holds it: its number, and the step that last changed it.
public struct Stored<Value: Sendable>: Sendable {
    /// The record's number.
    public let id: ID<Value>
    /// The last step that changed the record; an edit names it, so that it cannot overwrite another desk's.
    public let version: ID<Step>
    /// What the record says.
    public var value: Value

    /// Joins a record with its number and version.
    public init(id: ID<Value>, version: ID<Step>, value: Value) {
        self.id = id
        self.version = version
        self.value = value
    }
}

extension Stored: Equatable where Value: Equatable {}
extension Stored: Hashable where Value: Hashable {}
