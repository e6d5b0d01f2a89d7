import Foundation
import Training

/// Everything that the report of a fiscal year shows, as the store counts it. No name of a participant is in it.
public struct YearReport: Sendable {
    /// The day it was read.
    public var today: CalendarDate
    /// How the year stands.
    public var achievement: Achievement
    /// How the headline comes about; it carries the targets and until when entries count.
    public var explanation: Explanation
    /// All targets of the year.
    public var targets: [Target]
    /// The year's totals, by what they are taken by; see ``dimensions``.
    public var totals: [Training.Dimension: [Total]]
    /// How many people live in a kecamatan, by its code.
    public var residents: [String: Int]
    /// What organizers claimed beside the names on file.
    public var contributions: [Contribution]
    /// What the year's training led to.
    public var ladder: OutcomeLadder
    /// The equipment on file, of whichever year it was handed out.
    public var equipment: EquipmentCounts

    /// What the report takes totals by.
    public static let dimensions: [Training.Dimension] = [.track, .kecamatan, .organizer, .funding, .sex, .month]

    /// The fiscal year.
    public var year: Int { achievement.year }

    /// The totals by a dimension, line by line.
    public subscript(dimension: Training.Dimension) -> [Total] { totals[dimension] ?? [] }
}

/// How the items on file were found when somebody last looked at them.
public struct EquipmentCounts: Hashable, Sendable {
    public var items: Int
    public var conditions: [Equipment.Condition: Int]
    /// Items that nobody has looked at.
    public var neverChecked: Int
    /// Items with a check due by today, and those not looked at for over six months.
    public var due: Int
    public var unchecked: Int

    /// Counts the lines of a register as they stand on a day.
    public init(_ lines: [EquipmentLine], today: CalendarDate) {
        items = lines.count
        conditions = Dictionary(grouping: lines.compactMap(\.lastCheck?.condition)) { $0 }.mapValues(\.count)
        neverChecked = lines.count { $0.lastCheck == nil }
        due = lines.count { $0.isOn(.due, today) }
        unchecked = lines.count { $0.isOn(.unchecked, today) }
    }
}

extension YearReport {
    /// Reads a year. All figures are of one moment, so that they agree.
    ///
    /// - Throws: what the store throws; `StoreFailure.busy` where the file changes faster than it is read.
    public static func read(
        _ store: any TrainingStore, year: Int, today: CalendarDate
    ) async throws -> YearReport {
        for _ in 0..<10 {
            let before = try await store.log(of: nil, count: 1).first?.id
            let report = try await readOnce(store, year, today)
            if try await store.log(of: nil, count: 1).first?.id == before { return report }
        }
        throw StoreFailure.busy(path: "")
    }

    private static func readOnce(
        _ store: any TrainingStore, _ year: Int, _ today: CalendarDate
    ) async throws -> YearReport {
        var totals: [Training.Dimension: [Total]] = [:]
        for dimension in dimensions { totals[dimension] = try await store.totals(by: dimension, of: year) }
        let ladder = try await store.ladder(by: nil, of: year, today: today).first
        return YearReport(
            today: today,
            achievement: try await store.achievement(of: year),
            explanation: try await store.explanation(of: year, asOf: nil),
            targets: try await store.targets().map(\.value).filter { $0.years == year...year },
            totals: totals,
            residents: Dictionary(
                try await store.residents().map { ($0.kecamatan.description, $0.count) },
                uniquingKeysWith: { first, _ in first }),
            contributions: try await store.contributions(of: year),
            ladder: ladder ?? OutcomeLadder(code: "", name: nil, counts: [:], workersAbsorbed: 0),
            equipment: EquipmentCounts(try await store.equipment(.all, in: nil, today: today), today: today))
    }
}
