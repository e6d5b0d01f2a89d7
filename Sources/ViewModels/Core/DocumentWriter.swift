import Training
import Words

/// Writes what screens want written: a view model says what, not how.
public protocol DocumentWriter: Sendable {
    /// Writes a file, whole or not at all; in a task that is cancelled, not at all.
    ///
    /// - Parameter progress: is told how much is written, from 0 to 1, where it is long.
    /// - Returns: how many lines it has.
    /// - Throws: `ExportFailure`, and what the store throws.
    func write(
        _ export: FileExport, from store: any TrainingStore, by author: Author,
        progress: @escaping @Sendable (Double) -> Void
    ) async throws -> Int
    /// A document as plain text of 80 columns, line by line.
    func lines(of document: Document, _ words: Phrasebook, from store: any TrainingStore) async throws -> [String]
}

extension DocumentKind {
    /// What it is called on screen.
    public func name(_ words: Phrasebook) -> String {
        switch self {
        case .annualReport: words.report.annual
        }
    }
}
