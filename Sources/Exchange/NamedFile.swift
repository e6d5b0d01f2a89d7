import Foundation
import Training

/// A file that somebody named to be written, and that is replaced only where they said so.
public struct NamedFile: Sendable {
    /// The path, with the home folder in full.
    public let path: String
    private let replaces: Bool

    /// - Parameter path: as typed; `~` stands for the home folder.
    public init(_ path: String, replacing: Bool) {
        self.path = (path as NSString).expandingTildeInPath
        replaces = replacing
    }

    /// Writes the file, whole or not at all.
    ///
    /// - Throws: ``ExportFailure``, and what `body` throws.
    public func write<Result: Sendable>(_ body: (Output) async throws -> Result) async throws -> Result {
        if !replaces, FileManager.default.fileExists(atPath: path) { throw ExportFailure.exists(path: path) }
        do {
            let output = try Output.file(path)
            let result = try await body(output)
            try output.keep()
            return result
        } catch OutputFailure.cannotWrite(let path, let reason) {
            throw ExportFailure.cannotWrite(path: path, reason: reason)
        }
    }
}
