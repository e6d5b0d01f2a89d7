import Foundation
import Training

/// Everything that Capaian shows of a fiscal year, read together.
public struct AchievementFigures: Sendable, Equatable {
    /// How the year stands.
    public var achievement: Achievement
    /// The year's totals by track and by kecamatan.
    public var tracks: [Total]
    public var kecamatan: [Total]
    /// The fiscal years on file, newest first.
    public var years: [Int]
    /// The year's targets: the regency's and those of its parts.
    public var targets: [Target]
    /// The goals of terms that the year belongs to.
    public var goals: [Goal]
    /// How far the year should be by today: by its days, and by the seats of its classes once they are counted.
    public var pace: Pace
    /// What was entered today, and since Monday.
    public var today: Entries
    public var week: Entries
    /// The last twelve months, or those of a year that is over; the earliest first.
    public var months: [Month]

    /// The fiscal year.
    public var year: Int { achievement.year }

    /// The term's goal, and what its years have brought.
    public struct Goal: Hashable, Sendable {
        public var target: Target
        /// The sum of its years' figures: who takes part in two years counts in both.
        public var count: Int

        /// The share of the goal.
        public var percent: Percent? { Percent(count, of: target.count) }
    }

    /// What was entered since a moment, by whom.
    public struct Entries: Hashable, Sendable {
        public var since: Date
        public var by: [EntryCount]

        /// By everybody together.
        public var count: Int { by.map(\.enrollments).reduce(0, +) }
    }

    /// The enrollments in classes that begin in a calendar month, of whichever fiscal year.
    public struct Month: Hashable, Sendable {
        /// `2026-03`, as ``Total/code`` of a month has it.
        public var code: String
        public var enrollments: Int
    }

    /// The regency's targets of the year.
    public var regencyTargets: [Target] { targets.filter { $0.scope == .regency } }
}

extension AchievementFigures {
    /// Reads a year, but for the seats of its pace.
    static func read(
        _ store: any TrainingStore, year: Int, today: CalendarDate, zone: TimeZone
    ) async throws -> AchievementFigures {
        let targets = try await store.targets().map(\.value)
        let years = try await store.years()
        let monday = today.monday.start(in: zone)
        let midnight = today.start(in: zone)
        return AchievementFigures(
            achievement: try await store.achievement(of: year),
            tracks: try await store.totals(by: .track, of: year),
            kecamatan: try await store.totals(by: .kecamatan, of: year),
            years: years,
            targets: targets.filter { $0.years == year...year },
            goals: try await goals(targets, of: year, store),
            pace: Pace(year: year, today: today, seatsBegun: 0, seatsPlanned: 0),
            today: Entries(since: midnight, by: try await store.entries(of: year, since: midnight)),
            week: Entries(since: monday, by: try await store.entries(of: year, since: monday)),
            months: try await months(of: year, today: today, years: years, store))
    }

    private static func goals(
        _ targets: [Target], of year: Int, _ store: any TrainingStore
    ) async throws -> [Goal] {
        var goals: [Goal] = []
        for target in targets.goals where target.years.contains(year) {
            var count = 0
            for year in target.years { count += try await store.achievement(of: year).figure(by: target.rule) }
            goals.append(Goal(target: target, count: count))
        }
        return goals
    }

    /// A class of a fiscal year may begin in the calendar year beside it, so a month is added up over all fiscal years.
    private static func months(
        of year: Int, today: CalendarDate, years: [Int], _ store: any TrainingStore
    ) async throws -> [Month] {
        var counts: [String: Int] = [:]
        for year in years {
            for total in try await store.totals(by: .month, of: year) {
                counts[total.code, default: 0] += total.enrollments
            }
        }
        return MonthCode.twelve(of: year, today: today).map {
            Month(code: $0.code, enrollments: counts[$0.code] ?? 0)
        }
    }
}

/// A calendar month as totals name it: `2026-03`.
public struct MonthCode: Hashable, Comparable, Sendable {
    public var year: Int
    /// 1–12.
    public var month: Int

    /// A month.
    public init(year: Int, month: Int) {
        self.year = year
        self.month = month
    }

    /// Reads `2026-03`.
    public init?(_ code: String) {
        let parts = code.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 2, (1...12).contains(parts[1]) else { return nil }
        self.init(year: parts[0], month: parts[1])
    }

    /// `2026-03`.
    public var code: String { "\(year)-\(month < 10 ? "0" : "")\(month)" }

    /// The twelve months that end with today's; those of the year itself where it is over or has not begun.
    static func twelve(of year: Int, today: CalendarDate) -> [MonthCode] {
        let last = year == today.year ? today.month : 12
        return (last - 11...last).map {
            $0 < 1 ? MonthCode(year: year - 1, month: $0 + 12) : MonthCode(year: year, month: $0)
        }
    }

    public static func < (one: MonthCode, other: MonthCode) -> Bool {
        (one.year, one.month) < (other.year, other.month)
    }
}

extension Achievement {
    /// The figure that a rule asks for, which need not be the year's own.
    func figure(by rule: CountingRule) -> Int { rule == .people ? people : enrollments }
}

extension Sequence where Element == Target {
    /// The goals of terms in force, the earliest first.
    var goals: [Target] {
        let terms = filter { if case .term = $0.scope { true } else { false } }
        let periods = Set(terms.map(\.years))
        return periods.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }.compactMap { period in
            terms.filter { $0.years == period }.inForce(for: .term(through: period.upperBound))
        }
    }
}
