import Foundation
import Sheets

/// The forms of a file that leaves.
public enum ExportFormat: String, CaseIterable, Sendable {
    /// Comma-separated values.
    case csv
    /// A workbook.
    case xlsx
    /// JSON.
    case json

    /// The form that a path's ending names, in any case; `nil` for an ending that names none.
    public init?(path: String) { self.init(rawValue: (path as NSString).pathExtension.lowercased()) }

    /// The endings that name a form, as a message lists them.
    public static var endings: [String] { allCases.map { ".\($0.rawValue)" } }

    /// Whether a spreadsheet opens it and an import reads it: its columns are named as an import knows them.
    public var isSheet: Bool { self != .json }
}

/// Where a workbook is made: it is not written from beginning to end, and needs a file of its own.
final class WorkbookPlace: Sendable {
    let path: String
    /// Whether the file is only on its way elsewhere.
    let isPassing: Bool

    /// A file that is there already.
    init(_ path: String) {
        self.path = path
        isPassing = false
    }

    /// A new file, readable by its owner alone, that goes when this does.
    init() throws(OutputFailure) {
        let file = try TemporaryFile()
        close(file.descriptor)
        path = file.path
        isPassing = true
    }

    deinit { if isPassing { unlink(path) } }
}

extension OutputFailure {
    init(_ failure: WorkbookFailure, path: String) {
        switch failure {
        case .cannotWrite(let reason): self = .cannotWrite(path: path, reason: reason)
        case .tooManyRows(let most): self = .tooManyRows(path: path, most: most)
        case .textTooLong(let row, let column, let length, let most):
            self = .textTooLong(path: path, row: row, column: column, length: length, most: most)
        }
    }
}
