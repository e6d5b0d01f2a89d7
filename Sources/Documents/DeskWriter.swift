import Exchange
import Foundation
import Report
import Terminal
import Training
import ViewModels
import Words

/// Writes names and documents for the screens of a desk.
public struct DeskWriter: DocumentWriter {
    public init() {}

    public func write(
        _ export: FileExport, from store: any TrainingStore, by author: Author,
        progress: @escaping @Sendable (Double) -> Void
    ) async throws -> Int {
        switch export.content {
        case .records(let content):
            return try await ExportFile(content, path: export.path, words: export.words, today: export.today)
                .write(from: store, by: author, replacing: export.replaces, revealing: export.reveals, progress)
        case .document(let document):
            guard let form = DocumentForm(path: export.path) else {
                throw ExportFailure.unknownEnding(path: export.path, endings: DocumentForm.endings)
            }
            return try await NamedFile(export.path, replacing: export.replaces).write { output in
                let text = try await text(of: document, form, export.words, from: store)
                try output.write(text)
                return text.split(separator: "\n", omittingEmptySubsequences: false).count - 1
            }
        }
    }

    public func lines(
        of document: Document, _ words: Phrasebook, from store: any TrainingStore
    ) async throws -> [String] {
        switch document.kind {
        case .annualReport:
            let report = try await YearReport.read(store, year: document.year, today: document.today)
            return ReportText(report, words, in: document.zone, width: { $0.columns }).lines
        }
    }

    private func text(
        of document: Document, _ form: DocumentForm, _ words: Phrasebook, from store: any TrainingStore
    ) async throws -> String {
        switch form {
        case .text: return try await lines(of: document, words, from: store).map { $0 + "\n" }.joined()
        case .page:
            switch document.kind {
            case .annualReport:
                let report = try await YearReport.read(store, year: document.year, today: document.today)
                return ReportPage(report, words, in: document.zone).html
            }
        }
    }
}
