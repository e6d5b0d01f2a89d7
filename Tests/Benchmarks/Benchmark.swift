import BenchmarkTables
import Training

/// Something that is measured: at every size in turn, so that all sizes meet the same noise.
struct Benchmark: Sendable {
    let name: String
    let goal: Goal?
    /// Does it once, and says how long that took: what has to be prepared for it is not counted.
    let run: @Sendable (MeasuredFile) async throws -> Duration

    /// What is asked of a case.
    enum Goal: Sendable {
        /// At 1.000.000 people its median takes no longer.
        case within(Duration)
        /// Its median grows with the file by no more than this factor.
        case growth(Double)
    }

    private static let runs = 5...1_000

    init(_ name: String, _ goal: Goal? = nil, run: @Sendable @escaping (MeasuredFile) async throws -> Duration) {
        self.name = name
        self.goal = goal
        self.run = run
    }

    /// A case of which all counts.
    static func timed(
        _ name: String, _ goal: Goal? = nil, _ body: @Sendable @escaping (MeasuredFile) async throws -> Void
    ) -> Benchmark {
        Benchmark(name, goal) { file in
            // What the store still knows of the run before is not measured.
            file.store.forgetAnswers()
            return try await ContinuousClock().measure { try await body(file) }
        }
    }

    /// The times at each file, after one run that fills the caches.
    func measure(_ files: [MeasuredFile], for duration: Duration) async throws -> [Times] {
        for file in files { _ = try await run(file) }
        var times = files.map { _ in Times() }
        while let round = times.map(\.count).min(), round < Self.runs.upperBound {
            let unfinished = files.indices.filter {
                times[$0].count < Self.runs.lowerBound || times[$0].sum < duration
            }
            guard !unfinished.isEmpty else { break }
            for index in unfinished { times[index].add(try await run(files[index])) }
        }
        return times
    }
}
