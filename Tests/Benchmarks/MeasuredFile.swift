import Foundation
import Sample
import Store
import Training

/// A file of made-up people to measure at.
struct MeasuredFile: Sendable {
    let size: Int
    let store: SilatStore
    /// How long it took to fill the file, in one step as an import does; `nil` where it was there.
    let filling: Duration?
    /// How many bytes the file has.
    let bytes: Int

    static let year = 2025
    static let author = Author(name: "benchmark", desk: "benchmark")

    /// A desa, a program and a class that every file has.
    static let desa = Gazetteer.tabalong.desa[Gazetteer.tabalong.desa.count / 2].code
    static let program = "PBM-01"

    var trainingClass: ID<TrainingClass> {
        get async throws { try await store.trainingClass(code: "K-001").trainingClass.id }
    }

    static func path(of size: Int, in folder: String) -> String { "\(folder)/\(size).silat" }

    /// A file of this size: the one in the folder, or a new one.
    static func of(_ size: Int, in folder: String) async throws -> MeasuredFile {
        let path = path(of: size, in: folder)
        let isThere = FileManager.default.fileExists(atPath: path)
        let filling = isThere ? nil : try await fill(path, size)
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return MeasuredFile(
            size: size, store: try SilatStore.open(at: path, mode: .readWrite), filling: filling,
            bytes: (attributes[.size] as? NSNumber)?.intValue ?? 0)
    }

    private static func fill(_ path: String, _ size: Int) async throws -> Duration {
        let store = try SilatStore.open(at: path, mode: .create)
        // Closing folds the log of writes into the file, so that it has its size.
        defer { store.close() }
        let sample = SampleData(participants: size, year: year, seed: 1)
        return try await ContinuousClock().measure {
            try await store.takeIn(as: .generate, note: "", by: author, keep: true) { try sample.fill($0) }
        }
    }

    var report: String {
        let bytes = "\(size) people: \(bytes / size) bytes each"
        guard let filling else { return bytes }
        let seconds = filling / .seconds(1)
        return bytes + String(format: ", filled in %.1f s, %.0f a second", seconds, Double(size) / seconds)
    }
}
