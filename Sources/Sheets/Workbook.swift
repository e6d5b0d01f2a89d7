/// A workbook (.xlsx, ISO/IEC 29500): its sheets, and a reader for the rows of each.
///
/// The file is opened anew for each reader and must stay what it was. Nothing in it is trusted: see ``SheetFlaw``.
public struct Workbook: Sendable {
    /// The worksheets in their order; sheets that hold nothing but a chart are none.
    public let sheets: [WorkbookSheet]
    private let path: String
    private let state: FileState
    private let styles: WorkbookStyles
    private let dateSystem: DateSystem
    private let strings: SharedStringsOnce

    /// Opens a workbook and reads what it says of itself.
    ///
    /// - Throws: ``SheetFlaw`` where the file is no such workbook, is locked, broken, or too large to be honest.
    public init(path: String) throws(SheetFlaw) {
        let archive = try WorkbookArchive(path: path)
        let part = try Self.mainPart(of: archive)
        let main = try XMLStream(
            archive.open(part, limit: WorkbookLimits.describingBytes), WorkbookContent())
        try main.finish()
        let relations = try WorkbookRelations(of: part, in: archive)
        var sheets: [WorkbookSheet] = []
        for sheet in main.content.sheets {
            guard let sheetPart = try relations.part(sheet.id), archive.contains(sheetPart) else {
                throw .damagedArchive(PartName.shown(sheet.name))
            }
            if relations.kind(of: sheet.id) == "worksheet" {
                sheets.append(WorkbookSheet(name: sheet.name, isHidden: sheet.isHidden, part: sheetPart))
            }
        }
        self.path = path
        self.sheets = sheets
        state = archive.state
        dateSystem = main.content.dateSystem
        strings = SharedStringsOnce(
            part: try relations.part(kind: "sharedStrings").flatMap { archive.contains($0) ? $0 : nil })
        styles =
            if let part = try relations.part(kind: "styles"), archive.contains(part) {
                try WorkbookStyles(archive.open(part, limit: WorkbookLimits.describingBytes))
            } else { WorkbookStyles() }
    }

    /// Reads the rows of a sheet, from its first one.
    ///
    /// - Parameter sheet: its place in ``sheets``.
    /// - Throws: ``SheetFlaw`` where there is no such sheet, or the file is not what it was.
    public func reader(of sheet: Int) throws(SheetFlaw) -> WorkbookReader {
        guard sheets.indices.contains(sheet) else { throw .noSheet("\(sheet + 1)", sheets: sheets.map(\.name)) }
        let archive: WorkbookArchive
        do throws(SheetFlaw) {
            archive = try WorkbookArchive(path: path)
        } catch {
            throw error == .noSuchFile ? error : .changedWhileRead
        }
        guard archive.state == state else { throw .changedWhileRead }
        let part = try archive.open(sheets[sheet].part, limit: WorkbookLimits.partBytes)
        let rows = WorkbookRows(
            part: part.name, archive: archive, strings: strings, styles: styles, dateSystem: dateSystem)
        return WorkbookReader(archive, try XMLStream(part, rows))
    }

    private static func mainPart(of archive: WorkbookArchive) throws(SheetFlaw) -> String {
        var part = "xl/workbook.xml"
        if archive.contains("_rels/.rels") {
            part = try WorkbookRelations(of: "", in: archive).part(kind: "officeDocument") ?? part
        }
        // The binary form of a workbook (.xlsb) is laid out like this one, but its parts are no XML.
        guard archive.contains(part), !part.lowercased().hasSuffix(".bin") else { throw .notAWorkbook }
        return part
    }
}

/// A sheet of a workbook.
public struct WorkbookSheet: Hashable, Sendable {
    /// The name on its tab.
    public let name: String
    /// Whether the spreadsheet shows it.
    public let isHidden: Bool
    let part: String
}

/// Reads the rows of a sheet, in memory that does not grow with them.
///
/// Rows without a value are passed over: ``SheetRecord/row`` tells where each one stands. So are empty cells at a row's end.
public final class WorkbookReader: SheetReader {
    private let archive: WorkbookArchive
    private let stream: XMLStream<WorkbookRows>
    private var outcome: Result<Void, SheetFlaw>?

    init(_ archive: WorkbookArchive, _ stream: XMLStream<WorkbookRows>) {
        self.archive = archive
        self.stream = stream
    }

    /// Reads the next row that holds a value.
    ///
    /// - Returns: `false` at the end, where `record` is left empty.
    /// - Throws: ``SheetFlaw``, saying where, for a sheet that is broken or unlike any honest one; then at every further call.
    public func read(_ record: inout SheetRecord) throws(SheetFlaw) -> Bool {
        record.clear(row: 0)
        if let outcome {
            try outcome.get()
            return false
        }
        do throws(SheetFlaw) {
            if try stream.advance() {
                swap(&record, &stream.content.record)
                return true
            }
            if archive.hasChanged { throw .changedWhileRead }
            outcome = .success(())
            return false
        } catch {
            outcome = .failure(error)
            throw error
        }
    }
}

/// `workbook/workbookPr` and `workbook/sheets/sheet`.
private final class WorkbookContent: XMLContent {
    private(set) var dateSystem = DateSystem.from1900
    private(set) var sheets: [(name: String, isHidden: Bool, id: String)] = []
    private var isInSheets = false

    override func start(_ name: XMLText, _ attributes: XMLAttributes, depth: Int) {
        switch depth {
        case 1 where !(name == "workbook"): flaw = .notAWorkbook
        case 2:
            isInSheets = name == "sheets"
            if name == "workbookPr", let flag = attributes["date1904"], flag.isTrue { dateSystem = .from1904 }
        case 3 where isInSheets && name == "sheet":
            let isHidden = attributes["state"].map { !($0 == "visible") } ?? false
            var id = ""
            for (name, value) in attributes where name.local == "id" { id = value.string }
            sheets.append((EscapedText.unescape(attributes["name"]?.string ?? ""), isHidden, id))
        default: break
        }
    }
}
