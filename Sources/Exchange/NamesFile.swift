import Foundation
import Training
import Words

/// The names behind a figure, written to a file: as many lines as the figure says, NIK masked.
public struct NamesFile: Sendable {
    /// Which names, in which order.
    private let query: ParticipantQuery
    private let path: String
    private let words: Phrasebook

    /// Names on their way to a file; a path that ends in `.json` gets JSON, any other comma-separated values.
    ///
    /// - Parameter path: as typed; `~` stands for the home folder.
    public init(_ query: ParticipantQuery, path: String, words: Phrasebook) {
        self.query = query
        self.path = path
        self.words = words
    }

    /// Writes the file, whole or not at all. That names leave is logged before they do.
    ///
    /// - Returns: how many lines were written.
    /// - Throws: ``ExportFailure``, and what the store throws.
    public func write(from store: any TrainingStore, by author: Author, replacing: Bool) async throws -> Int {
        try await NamedFile(path, replacing: replacing).write { output in
            try await writeLines(from: store, by: author, to: output)
        }
    }

    private func writeLines(
        from store: any TrainingStore, by author: Author, to output: Output
    ) async throws -> Int {
        let list = ListWriter(
            path.lowercased().hasSuffix(".json") ? .json : .csv,
            columns: Column.people(words, .tabalong, reveal: false), style: .plain(words), to: output)
        let count = try await store.count(of: query)
        _ = try await store.perform(.export(what: "names", count: count, withNIK: false), by: author)
        var written = 0
        var start = PageStart.first
        while true {
            let page = try await store.page(of: query, start, count: 500)
            for row in page.rows { try list.add(row) }
            written += page.rows.count
            guard page.hasLater, let last = page.rows.last else { break }
            start = .after(last)
        }
        try list.finish()
        return written
    }
}

extension TableStyle {
    /// A style for forms that are not tables: only what a figure is called matters.
    fileprivate static func plain(_ words: Phrasebook) -> TableStyle {
        TableStyle(
            width: \.count, number: { words.language.number($0) }, percent: { words.language.percent($0) },
            flag: { $0 ? words.command.yes : words.command.no })
    }
}
