import Foundation
import Training

/// What Wilayah shows, as it was read.
public struct RegionFigures: Sendable {
    public let year: Int
    /// The lines, of the open kecamatan where one is open.
    public let lines: [Total]
    /// The lines by the columns of a crossing, or by track beside plain totals; `nil` where it has not come, or for totals by
    /// track.
    public internal(set) var cross: CrossTable?
    /// The columns beside plain totals.
    public let tracks: [Total]
    /// Everybody of the regency, or of the open kecamatan.
    public let whole: Total
    /// How many people live in each kecamatan, by code, where that is known.
    public let residents: [String: Int]

    /// Reads a table.
    static func read(
        _ view: RegionsModel.View, of year: Int, from store: any TrainingStore
    ) async throws -> RegionFigures {
        let cross = view.crossesAtOnce ? try await store.cross(view.rows, view.columns ?? .track, of: year) : nil
        let lines =
            if let cross { cross.rows } else { try await store.totals(by: view.rows, of: year) }
        let residents = try await store.residents().map { ($0.kecamatan.description, $0.count) }
        return RegionFigures(
            year: year, lines: lines.filter { view.holds($0) }, cross: cross,
            tracks: view.hasTracks ? try await store.totals(by: .track, of: year) : [],
            whole: try await whole(view, of: year, from: store),
            residents: Dictionary(residents, uniquingKeysWith: { first, _ in first }))
    }

    private static func whole(
        _ view: RegionsModel.View, of year: Int, from store: any TrainingStore
    ) async throws -> Total {
        if let kecamatan = view.kecamatan {
            let totals = try await store.totals(by: .kecamatan, of: year)
            return totals.first { $0.code == kecamatan.description }
                ?? Total(code: kecamatan.description, name: nil, people: 0, enrollments: 0)
        }
        let achievement = try await store.achievement(of: year)
        let sexes = try await store.totals(by: .sex, of: year)
        return Total(
            code: "", name: nil, target: achievement.target, rule: achievement.rule, people: achievement.people,
            enrollments: achievement.enrollments, women: sexes.map(\.women).reduce(0, +),
            lastEntry: sexes.compactMap(\.lastEntry).max())
    }

    /// Desa that nobody comes from.
    public var unreached: [Total] { lines.filter { $0.isUnreachedDesa } }

    /// The sum of the lines' targets where it is not the target of the whole; else `nil`.
    public var otherSumOfTargets: (sum: Int, lines: Int)? {
        let targets = lines.compactMap(\.target)
        let sum = targets.reduce(0, +)
        return targets.isEmpty || sum == whole.target ? nil : (sum, targets.count)
    }
}

extension RegionsModel.View {
    /// Whether it has columns by track beside its totals.
    var hasTracks: Bool { columns == nil && rows != .track }

    /// Whether the crossing comes with the totals. By what people can have several of, everybody must be looked at, which takes a
    /// while in a large file: there the totals do not wait for the tracks.
    var crossesAtOnce: Bool { columns != nil || hasTracks && rows.isOfPerson }

    /// Whether the tracks are asked for by themselves.
    var asksTracks: Bool { hasTracks && !crossesAtOnce }

    /// Whether a line belongs to the table.
    ///
    /// In an open kecamatan the line of those whose desa is not on file bears the kecamatan's own code.
    fileprivate func holds(_ line: Total) -> Bool {
        kecamatan == nil || RegionCode(line.code)?.kecamatan == kecamatan
    }
}

extension Total {
    /// Whether it is a desa that nobody comes from.
    var isUnreachedDesa: Bool { people == 0 && RegionCode(code)?.isDesa == true }
}
