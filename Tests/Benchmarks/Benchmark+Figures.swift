import Training

extension Benchmark {
    /// Every case, in the order of the table.
    static let all = figures + crossings + lists + names + changes

    /// The gauge, totals by every dimension, and what explains them.
    private static let figures: [Benchmark] =
        [
            timed("gauge", .within(.milliseconds(5))) { _ = try await $0.store.achievement(of: MeasuredFile.year) }
        ]
        + Dimension.allCases.map { dimension in
            let isQuick = dimension == .kecamatan || dimension == .track
            return timed("totals by \(dimension)", .within(.milliseconds(isQuick ? 5 : 50))) {
                _ = try await $0.store.totals(by: dimension, of: MeasuredFile.year)
            }
        } + [
            timed("explanation", .within(.milliseconds(50))) {
                _ = try await $0.store.explanation(of: MeasuredFile.year, asOf: nil)
            },
            timed("contributions of organizers", .within(.milliseconds(50))) {
                _ = try await $0.store.contributions(of: MeasuredFile.year)
            },
        ]

    private static let crossings: [Benchmark] =
        ([
            (.desa, .track), (.desa, .month), (.kecamatan, .track), (.kecamatan, .month), (.kecamatan, .program),
            (.desa, .age), (.track, .month), (.track, .age), (.organizer, .funding), (.program, .month),
            (.desa, .program),
        ] as [(Dimension, Dimension)]).map { rows, columns in
            timed("\(rows) × \(columns)", .within(.milliseconds(100))) {
                _ = try await $0.store.cross(rows, columns, of: MeasuredFile.year)
            }
        }
}
