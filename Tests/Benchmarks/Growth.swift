import BenchmarkTables
import Foundation
import Sample
import Store
import Training

/// How silat grows with its file: everything that is asked of it, measured at files of growing size.
struct Growth {
    let folder: String
    /// The built silat.
    let program: String
    let sizes: [Int]
    /// Imports that were measured already, by the number of people: seconds.
    var imports: [Int: Finding] = [:]

    private(set) var terminals: [TerminalFigures] = []
    private(set) var starts: [Times] = []
    private(set) var changes: [String: [Times]] = [:]
    private(set) var unsynced: [Times] = []
    private var bytes: [Int] = []

    init(folder: String, program: String, sizes: [Int]) {
        (self.folder, self.program, self.sizes) = (folder, program, sizes.sorted())
    }

    static let save = "save of somebody with a class"
    static let totals = "totals by kecamatan"
    static let searches = ["typing sit", "typing siti rah", "typing 63090645"].map { $0 + ": first page" }

    /// Measures all sizes; what is short, in turn.
    mutating func measure(seconds: Double, say: (String) -> Void) async throws {
        for size in sizes { try await measureImport(of: size, say: say) }
        var files: [MeasuredFile] = []
        for size in sizes {
            let file = try await MeasuredFile.of(size, in: folder)
            say(file.report)
            files.append(file)
        }
        for benchmark in Benchmark.all where ([Self.save, Self.totals] + Self.searches).contains(benchmark.name) {
            changes[benchmark.name] = try await benchmark.measure(files, for: .seconds(seconds))
            say(benchmark.name)
        }
        unsynced = try await withoutSync(files, for: .seconds(seconds))
        bytes = files.map(\.bytes)
        for file in files { file.store.close() }
        starts = try takeStarts()
        for size in sizes {
            var effort = TerminalMeasurement.Effort.short
            effort.starts = 0
            effort.rest = .seconds(10)
            do {
                terminals.append(
                    try await TerminalMeasurement.measure(
                        program: program, file: MeasuredFile.path(of: size, in: folder), effort: effort))
            } catch {
                // What was measured before, perhaps for an hour, is worth being told all the same.
                say("terminal at \(Measure.count(size)): \(error)")
                terminals.append(TerminalFigures())
                continue
            }
            say("terminal at \(Measure.count(size))")
        }
    }

    /// One import where there was none; it takes minutes where files are large.
    private mutating func measureImport(of size: Int, say: (String) -> Void) async throws {
        guard imports[size] == nil else { return }
        let files = PeopleFiles(folder: folder, program: program, size: size)
        try await files.make()
        var times = Times()
        repeat {
            PeopleFiles.remove(files.imported)
            try FileManager.default.copyItem(atPath: files.office, toPath: files.imported)
            var command = files.silat(["import", files.csv, "--class", PeopleFiles.trainingClass], on: files.imported)
            command.limit = .seconds(7_200)
            let outcome = try command.run(in: folder)
            guard outcome.status != nil else {
                imports[size] = .over(seconds: outcome.time / .seconds(1))
                break
            }
            times.add(outcome.time)
        } while times.sum < .seconds(5) && times.count < 5
        PeopleFiles.remove(files.imported)
        guard times.count > 0 else { return }
        imports[size] = Finding(times)
        say("import of \(Measure.count(size)): \(Measure.seconds.text(times.median / .seconds(1)))")
    }

    /// Saves to copies of the files in memory, where the disk's sync costs nothing; none where they do not fit.
    private func withoutSync(_ files: [MeasuredFile], for duration: Duration) async throws -> [Times] {
        guard let benchmark = Benchmark.all.first(where: { $0.name == Self.save }) else { return [] }
        let memory = "/dev/shm/silat-benchmark-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: memory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: memory) }
        let attributes = try FileManager.default.attributesOfFileSystem(forPath: memory)
        var space = (attributes[.systemFreeSize] as? NSNumber)?.intValue ?? 0
        var copies: [MeasuredFile] = []
        for file in files {
            space -= file.bytes + 100_000_000
            guard space > 0 else { break }
            let path = "\(memory)/\(file.size).silat"
            try FileManager.default.copyItem(atPath: MeasuredFile.path(of: file.size, in: folder), toPath: path)
            copies.append(
                MeasuredFile(
                    size: file.size, store: try SilatStore.open(at: path, mode: .readWrite), filling: nil,
                    bytes: file.bytes))
        }
        defer { for copy in copies { copy.store.close() } }
        return try await benchmark.measure(copies, for: duration)
    }

    /// Starts at all sizes in turn.
    private func takeStarts() throws -> [Times] {
        let paths = sizes.map { MeasuredFile.path(of: $0, in: folder) }
        let restored = try paths.map(WithoutBackup.init(of:))
        defer { for each in restored { each.end() } }
        var times = paths.map { _ in Times() }
        for _ in 0..<20 {
            for (place, path) in paths.enumerated() {
                let terminal = try MeasuredTerminal(program: program, arguments: ["--db", path])
                times[place].add(terminal.toFirstScreen)
                try terminal.quit()
            }
        }
        return times
    }

    // MARK: Results

    /// A curve for each quantity.
    var curves: [GrowthCurve] {
        func curve(_ name: String, in unit: Measure, _ values: [Double?]) -> GrowthCurve {
            GrowthCurve(
                name, in: unit,
                zip(sizes, values).compactMap { size, value in value.map { .init(size: size, value: $0) } })
        }
        func medians(_ times: [Times]) -> [Double?] { times.map { $0.median / .seconds(1) } }
        let search = sizes.indices.map { place in
            Self.searches.compactMap { changes[$0]?[place].median }.max().map { $0 / .seconds(1) }
        }
        let browsed = terminals.map { $0.memory.browsed > 0 ? $0 : nil }
        return [
            curve("start to the first screen, median", in: .seconds, medians(starts)),
            curve("key to its last byte, p99", in: .seconds, browsed.map { $0.map { $0.allKeys.p99 / .seconds(1) } }),
            curve("search, first page, slowest words", in: .seconds, search),
            curve("save of one person with a class, median", in: .seconds, medians(changes[Self.save] ?? [])),
            curve("totals by kecamatan, median", in: .seconds, medians(changes[Self.totals] ?? [])),
            curve("import of a csv, all checks", in: .seconds, sizes.map { imports[$0]?.median }),
            curve("memory after browsing everything", in: .bytes, browsed.map { $0.map { Double($0.memory.browsed) } }),
            curve("size of the file", in: .bytes, bytes.map(Double.init)),
        ]
    }
}
