import Foundation
import Training
import Words

/// A file that a screen has written: names behind a figure, a table, or a list for paper.
public struct ExportFile: Sendable {
    private let content: ExportContent
    private let path: String
    private let words: Phrasebook
    private let today: CalendarDate

    /// Something on its way to a file, in the form that the path's ending names.
    ///
    /// - Parameter path: as typed; `~` stands for the home folder.
    public init(_ content: ExportContent, path: String, words: Phrasebook, today: CalendarDate) {
        self.content = content
        self.path = (path as NSString).expandingTildeInPath
        self.words = words
        self.today = today
    }

    /// Writes the file, whole or not at all. That personal data leaves is logged before it does.
    ///
    /// - Returns: how many lines were written.
    /// - Throws: `ExportFailure`, and what the store throws.
    public func write(
        from store: any TrainingStore, by author: Author, replacing: Bool, revealing: Bool,
        _ progress: (Double) -> Void = { _ in }
    ) async throws -> Int {
        do {
            return switch content {
            case .names(let query): try await write(query, from: store, by: author, replacing, revealing, progress)
            case .table(let table): try await write(table, from: store, by: author, replacing, revealing)
            case .list(let list, let id): try await write(list, id, from: store, by: author, replacing, revealing)
            }
        } catch let failure as OutputFailure {
            throw ExportFailure(failure, path: path)
        }
    }

    /// Makes way for a file, and says in which form it is to be.
    private func form<Form>(_ form: (String) -> Form?, _ endings: [String], _ replacing: Bool) throws -> Form {
        guard let form = form(path) else { throw ExportFailure.unknownEnding(path: path, endings: endings) }
        if !replacing, FileManager.default.fileExists(atPath: path) { throw ExportFailure.exists(path: path) }
        return form
    }

    private func write(
        _ query: ParticipantQuery, from store: any TrainingStore, by author: Author, _ replacing: Bool,
        _ revealing: Bool, _ progress: (Double) -> Void
    ) async throws -> Int {
        let format = try form(ExportFormat.init(path:), ExportFormat.endings, replacing)
        let output = try Output.file(path)
        let columns = Column.people(words, .tabalong, reveal: revealing)
        let list = ListWriter(exporting: format, columns: columns, style: .of(words), to: output)
        let count = try await store.count(of: query)
        var written = 0
        var start = PageStart.first
        while true {
            try Task.checkCancellation()
            if written.isMultiple(of: 5_000), written > 0 { progress(min(1, Double(written) / Double(count))) }
            let page = try await store.page(of: query, start, count: 500)
            for row in page.rows { try list.add(row) }
            written += page.rows.count
            guard page.hasLater, let last = page.rows.last else { break }
            start = .after(last)
        }
        try list.finish()
        try Task.checkCancellation()
        // In the log before anybody has the file, and not where it was stopped.
        _ = try await store.perform(.export(what: "names", count: written, withNIK: revealing), by: author)
        try output.keep()
        return written
    }

    private func write(
        _ table: TableExport, from store: any TrainingStore, by author: Author, _ replacing: Bool, _ revealing: Bool
    ) async throws -> Int {
        let format = try form(ExportFormat.init(path:), ExportFormat.endings, replacing)
        let output = try Output.file(path)
        let columns = table.headings.enumerated().map { place, heading in
            Column<[TableFact]>(heading, heading) { row in
                row.indices.contains(place) ? Cell(row[place], reveal: revealing) : .text(nil)
            }
        }
        let list = ListWriter(exporting: format, columns: columns, style: .of(words), to: output)
        let rows = try await table.rows(store)
        if let what = table.what {
            _ = try await store.perform(.export(what: what, count: rows.count, withNIK: revealing), by: author)
        }
        for row in rows { try list.add(row) }
        try list.finish()
        try output.keep()
        return rows.count
    }

    private func write(
        _ kind: PaperList, _ id: ID<TrainingClass>, from store: any TrainingStore, by author: Author,
        _ replacing: Bool, _ revealing: Bool
    ) async throws -> Int {
        let format = try form(PaperListFormat.init(path:), PaperListFormat.endings, replacing)
        let output = try Output.file(path)
        guard let line = try await store.trainingClass(id) else { throw Refusal.gone }
        let contents = try await PaperListContents.read(kind, of: line, from: store)
        _ = try await store.perform(
            .export(what: contents.what, count: contents.people.count, withNIK: revealing), by: author)
        try contents.write(format, words, .tabalong, today: today, reveal: revealing, to: output)
        try output.keep()
        return contents.people.count
    }
}

extension ExportFailure {
    fileprivate init(_ failure: OutputFailure, path: String) {
        switch failure {
        case .readerLeft: self = .cannotWrite(path: path, reason: String(cString: strerror(EPIPE)))
        case .cannotWrite(let path, let reason): self = .cannotWrite(path: path, reason: reason)
        case .tooManyRows(let path, let most): self = .tooManyRows(path: path, most: most)
        case .textTooLong(let path, let row, let column, let length, let most):
            self = .textTooLong(path: path, row: row, column: column, length: length, most: most)
        }
    }
}

extension Cell {
    fileprivate init(_ fact: TableFact, reveal: Bool) {
        switch fact {
        case .nothing: self = .text(nil)
        case .text(let text): self = .text(text)
        case .number(let number): self = .number(number)
        case .year(let year): self = .year(year)
        case .percent(let percent): self = .percent(percent)
        case .date(let date): self = .date(date)
        case .nik(let nik): self = .nik(nik, reveal: reveal)
        case .phone(let phone): self = .text(reveal ? phone.digits : phone.masked)
        }
    }
}

extension TableStyle {
    /// A style for forms that are not tables in a terminal: only what figures and flags are called matters.
    static func of(_ words: Phrasebook) -> TableStyle {
        TableStyle(
            width: \.count, number: { words.language.number($0) }, percent: { words.language.percent($0) },
            flag: { $0 ? words.command.yes : words.command.no })
    }
}
