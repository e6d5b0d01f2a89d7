import Foundation
import Training

extension Benchmark {
    /// The list of everybody, and what is found in it key by key.
    static let lists: [Benchmark] =
        pages(ParticipantQuery(), "everybody by name")
        + [
            (ParticipantQuery(words: "sit"), "typing sit"), (ParticipantQuery(words: "siti rah"), "typing siti rah"),
            (ParticipantQuery(words: "63090645"), "typing 63090645"),
            (ParticipantQuery(region: .within(MeasuredFile.desa)), "of a desa"),
            (ParticipantQuery(order: .newest), "everybody, newest first"),
        ].map { query, name in
            timed("\(name): first page") { _ = try await $0.store.page(of: query, .first, count: pageLength) }
        }

    /// The names behind figures from the whole year down to a handful: the first page, the last one, and how many they are.
    static let names: [Benchmark] = figuresWithNames.flatMap { name, figure in
        pages(ParticipantQuery(figure: figure), name)
            + [timed("\(name): count") { _ = try await $0.store.count(of: ParticipantQuery(figure: figure)) }]
    }

    private static let figuresWithNames: [(String, Figure)] = {
        let year = Figure(year: MeasuredFile.year)
        let ofDesa = year.part(.desa, MeasuredFile.desa.description)
        return [
            ("the year", year),
            ("its enrollments", year.counting(.enrollments)),
            ("its repeats", year.counting(.repeats(across: []))),
            ("repeats across tracks", year.counting(.repeats(across: [.track]))),
            ("severalClasses", Figure(year: MeasuredFile.year, trait: .severalClasses)),
            ("kecamatan × track", year.part(.kecamatan, "63.09.06").part(.track, Track.community.rawValue)),
            ("desa × month", ofDesa.part(.month, "2025-06")),
            ("track × month", year.part(.track, Track.competency.rawValue).part(.month, "2025-09")),
            ("one program", year.part(.program, MeasuredFile.program)),
            ("a late month", year.part(.month, "2025-12")),
            ("outside", year.part(.kecamatan, Total.outsideCode)),
            ("one age", year.part(.age, AgeGroup.from45.code)),
            ("cancelled", Figure(year: MeasuredFile.year, statuses: [.cancelled], unit: .enrollments)),
            ("noNIK", Figure(year: MeasuredFile.year, trait: .noNIK)),
            ("entered just now", Figure(year: MeasuredFile.year, entered: .init(since: Date()))),
        ]
    }()

    private static let pageLength = 50

    private static func pages(_ query: ParticipantQuery, _ name: String) -> [Benchmark] {
        [(PageStart.first, "first page"), (.last, "last page")].map { start, page in
            timed("\(name): \(page)") { _ = try await $0.store.page(of: query, start, count: pageLength) }
        }
    }
}
