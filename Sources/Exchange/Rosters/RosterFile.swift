import Foundation
import Sheets
import Training

/// A roster on disk with its header read; its rows are read in passes, as often as wanted.
public struct RosterFile: Sendable {
    /// The path as it was given.
    public let path: String
    /// SHA-256 of the file, in hexadecimal digits.
    public let hash: String
    /// Bytes in the file.
    public let size: Int
    /// The sheets of a workbook that can be seen; empty for text.
    public let sheets: [String]
    /// The sheet that is read.
    public let sheet: String?
    /// Which cell holds what.
    public let header: RosterHeader
    /// How many names the sheet says that it has, where it does so above the header.
    public let controlTotal: Int?
    let form: RosterForm
    /// How the text is written; of no use for a workbook.
    let dialect: CSVDialect

    /// Opens a file and finds its header.
    ///
    /// - Parameters:
    ///   - choices: what was said of it: the sheet, and what headings are taken for.
    ///   - known: what the sender's headings were taken for before.
    /// - Throws: ``RosterFlaw`` where it can't be read. A header that lacks something is not looked at yet, see
    ///   ``RosterHeader/check()``.
    public init(
        path: String, _ choices: RosterChoices = RosterChoices(), known: [String: RosterColumn?] = [:]
    ) throws(RosterFlaw) {
        let said = known.merging(choices.columns) { _, said in said }
        do throws(SheetFlaw) {
            let facts = try FileFacts(path: path)
            self.path = path
            (hash, size) = (facts.hash, facts.size)
            let beginning: RosterBeginning
            switch facts.format {
            case .text:
                form = .text(facts.encoding)
                (sheets, sheet) = ([], nil)
                let reader = try form.reader(path)
                beginning = try RosterBeginning(reader, said)
                dialect = reader.dialect ?? CSVDialect()
            case .zip, .compound:
                let workbook = try Workbook(path: path)
                let visible = workbook.sheets.indices.filter { !workbook.sheets[$0].isHidden }
                sheets = visible.map { workbook.sheets[$0].name }
                let found = try Self.sheet(of: workbook, among: visible, named: choices.sheet, said)
                (form, beginning) = (.workbook(workbook, sheet: found.sheet), found.beginning)
                sheet = workbook.sheets[found.sheet].name
                dialect = CSVDialect()
            case .binary: throw .notATable
            }
            header = beginning.header
            controlTotal = beginning.controlTotal
        } catch {
            throw .sheet(error)
        }
    }

    /// Whether the file is text; else it is a workbook, which says itself where its cells stand.
    var isText: Bool { if case .text = form { true } else { false } }

    /// The sheet asked for; else the first with a header that is one without doubt, else the first that holds anything.
    private static func sheet(
        of workbook: Workbook, among visible: [Int], named name: String?, _ said: [String: RosterColumn?]
    ) throws(SheetFlaw) -> (sheet: Int, beginning: RosterBeginning) {
        if let name {
            guard let sheet = workbook.sheets.firstIndex(where: { $0.name.comparable == name.comparable }) else {
                throw .noSheet(name, sheets: visible.map { workbook.sheets[$0].name })
            }
            return (sheet, try RosterBeginning(try RosterForm.workbook(workbook, sheet: sheet).reader(""), said))
        }
        var first: (sheet: Int, beginning: RosterBeginning)?
        for sheet in visible {
            do throws(SheetFlaw) {
                let beginning = try RosterBeginning(try RosterForm.workbook(workbook, sheet: sheet).reader(""), said)
                if beginning.header.isCertain { return (sheet, beginning) }
                if first == nil { first = (sheet, beginning) }
            } catch {
                if error != .empty { throw error }
            }
        }
        guard let first else { throw .empty }
        return first
    }

    /// The rows below the header, from the first.
    ///
    /// - Throws: ``RosterFlaw`` where the file is not what it was.
    func rows() throws(RosterFlaw) -> RosterRows {
        do throws(SheetFlaw) {
            let reader = try form.reader(path)
            var record = SheetRecord()
            while record.row < header.row {
                guard try reader.read(&record) else { throw .changedWhileRead }
            }
            return RosterRows(reader: reader, size: size)
        } catch {
            throw .sheet(error)
        }
    }

    /// The file's last component and size: what the log says of it. Ends in the hash, by which the same file is known again.
    public var note: String { "\((path as NSString).lastPathComponent.strippedOfControls) (\(size) B) \(hash)" }

    /// Looks whether the file still is what it was when it was opened.
    ///
    /// - Throws: ``SheetFlaw/changedWhileRead``
    public func checkUnchanged() throws(RosterFlaw) {
        let now: FileFacts
        do throws(SheetFlaw) { now = try FileFacts(path: path) } catch { throw .sheet(.changedWhileRead) }
        guard now.hash == hash else { throw .sheet(.changedWhileRead) }
    }
}

/// How a roster's file is read.
enum RosterForm: Sendable {
    case text(TextEncoding)
    case workbook(Workbook, sheet: Int)

    /// A reader at the file's first row.
    func reader(_ path: String) throws(SheetFlaw) -> RosterReader {
        switch self {
        case .text(let encoding): RosterReader(text: try CSVReader(UTF8Text(try FileBytes(path: path), encoding)))
        case .workbook(let workbook, let sheet): RosterReader(workbook: try workbook.reader(of: sheet))
        }
    }
}

/// Reads rows of text or of a workbook.
// A class: text is read in place, and a copy of its buffer for each piece would be waste.
final class RosterReader {
    private var text: CSVReader<UTF8Text<FileBytes>>?
    private let workbook: WorkbookReader?

    init(text: CSVReader<UTF8Text<FileBytes>>) {
        self.text = text
        workbook = nil
    }

    init(workbook: WorkbookReader) { self.workbook = workbook }

    /// How the text is written; `nil` for a workbook.
    var dialect: CSVDialect? { text?.dialect }

    /// How many bytes were taken in; `nil` for a workbook.
    var consumed: Int? { text?.consumed }

    func read(_ record: inout SheetRecord) throws(SheetFlaw) -> Bool {
        if let workbook { return try workbook.read(&record) }
        return try text?.read(&record) ?? false
    }
}

/// The rows of a roster below its header, and how much of the file they were.
struct RosterRows {
    private let reader: RosterReader
    private let size: Int
    private var isFirst = true

    init(reader: RosterReader, size: Int) {
        self.reader = reader
        self.size = size
    }

    /// Reads the next row; a row that only numbers the columns is passed over.
    mutating func read(_ record: inout SheetRecord) throws(RosterFlaw) -> Bool {
        do throws(SheetFlaw) {
            guard try reader.read(&record) else { return false }
            if isFirst {
                while record.isBlank { guard try reader.read(&record) else { return false } }
                isFirst = false
                if RosterLines.numbersColumns(record) { return try reader.read(&record) }
            }
            return true
        } catch {
            throw .sheet(error)
        }
    }

    /// How much of the file is read, 0 to 1; `nil` where that can't be known.
    var fraction: Double? {
        guard let consumed = reader.consumed, size > 0 else { return nil }
        return min(1, Double(consumed) / Double(size))
    }
}

/// A sheet's first rows: the titles above the header, and the header.
struct RosterBeginning {
    let header: RosterHeader
    let controlTotal: Int?

    /// How far down a header is looked for.
    private static let depth = 60

    /// Finds the first row that is a header without doubt; else the one that has most of a header's words, else the first that has
    /// several cells.
    ///
    /// - Throws: ``SheetFlaw`` where the sheet can't be read or has nothing in it.
    init(_ reader: RosterReader, _ said: [String: RosterColumn?]) throws(SheetFlaw) {
        var record = SheetRecord()
        var best: RosterHeader?
        var total: Int?
        for _ in 0..<Self.depth {
            guard try reader.read(&record) else { break }
            if record.isBlank { continue }
            let header = RosterHeader(record, said: said)
            if header.isCertain {
                best = header
                break
            }
            if record.filled.count <= 3, let said = ControlTotal.read(record) ?? nil { total = said }
            if best.map({ Self.rank(header) > Self.rank($0) }) ?? true { best = header }
        }
        guard let best else { throw .empty }
        header = best
        controlTotal = total
    }

    private static func rank(_ header: RosterHeader) -> [Int] {
        [header.understood, header.cells.count > 1 ? 1 : 0]
    }
}

extension [Int] {
    fileprivate static func > (one: [Int], other: [Int]) -> Bool { other.lexicographicallyPrecedes(one) }
}
