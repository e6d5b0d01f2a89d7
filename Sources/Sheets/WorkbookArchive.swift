import CZip
import Foundation

/// A workbook's archive, open for reading. It closes by itself.
final class WorkbookArchive {
    /// Which file it is, and in what state: a workbook opened again must be the same.
    let state: FileState
    private let file: FileBytes
    private let zip: OpaquePointer
    /// Where each part is, by its name in lower case; `nil` where two parts claim the name.
    private var places: [String: UInt64?] = [:]

    /// Opens an archive and looks at the names in it.
    ///
    /// - Throws: ``SheetFlaw`` for what is no archive, for one that is cut off, and for names that lead out of it.
    init(path: String) throws(SheetFlaw) {
        file = try FileBytes(path: path)
        state = try FileState(file.descriptor)
        var head = [UInt8](repeating: 0, count: 512)
        let count = pread(file.descriptor, &head, head.count, 0)
        guard count >= 0 else { throw .unreadable(String(cString: strerror(errno))) }
        head.removeLast(head.count - count)
        guard !head.isEmpty else { throw .empty }
        switch SheetFormat.sniff(head) {
        case .zip: break
        case .compound: throw try CompoundFile.flaw(path: path)
        case .binary: throw .notATable
        case .text: throw .notAWorkbook
        }
        zip = try Self.open(file.descriptor)
        try readNames()
    }

    deinit { zip_discard(zip) }

    /// Whether the file was written to since it was opened.
    var hasChanged: Bool { (try? FileState(file.descriptor)) != state }

    /// Whether there is a part of this name; case does not count.
    func contains(_ part: String) -> Bool { places[part.lowercased()] != nil }

    /// Opens a part.
    ///
    /// - Parameter limit: the most bytes it may unpack to.
    /// - Throws: ``SheetFlaw`` where it is missing, locked or too large.
    func open(_ part: String, limit: Int) throws(SheetFlaw) -> WorkbookPart {
        let name = PartName.shown(part)
        guard let place = places[part.lowercased()], let place else { throw .damagedArchive(name) }
        var facts = zip_stat()
        let needed = UInt64(ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE)
        guard zip_stat_index(zip, place, 0, &facts) == 0, facts.valid & needed == needed
        else { throw .damagedArchive(name) }
        if facts.encryption_method != UInt16(ZIP_EM_NONE) { throw .encrypted }
        guard [ZIP_CM_STORE, ZIP_CM_DEFLATE].contains(Int32(facts.comp_method)) else { throw .damagedArchive(name) }
        let size = Int(clamping: facts.size)
        guard size <= limit, !WorkbookLimits.isBomb(size: size, packed: Int(clamping: facts.comp_size)) else {
            throw .tooLarge(part: name)
        }
        guard let opened = zip_fopen_index(zip, place, 0) else { throw explain(.damagedArchive(name)) }
        return WorkbookPart(opened, name: name, size: size, of: self)
    }

    /// A flaw found while reading, unless it comes from the file having changed meanwhile.
    func explain(_ flaw: SheetFlaw) -> SheetFlaw { hasChanged ? .changedWhileRead : flaw }

    /// Gives libzip a descriptor of its own, which it closes.
    private static func open(_ descriptor: Int32) throws(SheetFlaw) -> OpaquePointer {
        let own = dup(descriptor)
        guard own >= 0 else { throw .unreadable(String(cString: strerror(errno))) }
        var code: Int32 = 0
        if let zip = zip_fdopen(own, 0, &code) { return zip }
        close(own)
        var error = zip_error_t()
        zip_error_init_with_code(&error, code)
        defer { zip_error_fini(&error) }
        throw .damagedArchive(String(cString: zip_error_strerror(&error)))
    }

    private func readNames() throws(SheetFlaw) {
        let count = zip_get_num_entries(zip, 0)
        guard count <= WorkbookLimits.parts else { throw .tooLarge(part: "zip") }
        for place in 0..<UInt64(max(count, 0)) {
            guard let raw = zip_get_name(zip, place, zip_flags_t(ZIP_FL_ENC_RAW)) else { continue }
            let name = String(cString: raw)
            guard !PartName.leadsOut(name) else { throw .unsafeArchive(part: PartName.shown(name)) }
            let key = name.lowercased()
            places.updateValue(places[key] == nil ? place : nil, forKey: key)
        }
    }
}

/// A part of an archive, unpacked as it is read.
final class WorkbookPart {
    /// The name as a message may show it.
    let name: String
    private let file: OpaquePointer
    private let archive: WorkbookArchive
    private var left: Int

    fileprivate init(_ file: OpaquePointer, name: String, size: Int, of archive: WorkbookArchive) {
        self.file = file
        self.name = name
        self.archive = archive
        left = size
    }

    deinit { zip_fclose(file) }

    /// Reads the next bytes.
    ///
    /// - Returns: how many were read; 0 at the end, when the part's checksum is known to be right.
    /// - Throws: ``SheetFlaw`` where the part is broken, or holds more than it declares.
    func read(_ buffer: UnsafeMutablePointer<UInt8>, count: Int) throws(SheetFlaw) -> Int {
        let read = Int(zip_fread(file, buffer, UInt64(count)))
        guard read >= 0, read <= left else { throw explain(.damagedArchive(name)) }
        left -= read
        return read
    }

    /// A flaw found while reading, unless it comes from the file having changed meanwhile.
    func explain(_ flaw: SheetFlaw) -> SheetFlaw { archive.explain(flaw) }
}

/// Which file it is, and when it was last written to.
struct FileState: Hashable, Sendable {
    private let device: UInt64
    private let inode: UInt64
    private let size: Int
    private let seconds: Int
    private let nanoseconds: Int

    init(_ descriptor: Int32) throws(SheetFlaw) {
        var facts = stat()
        guard fstat(descriptor, &facts) == 0 else { throw .unreadable(String(cString: strerror(errno))) }
        guard facts.st_mode & S_IFMT == S_IFREG else { throw .isPipe }
        device = UInt64(facts.st_dev)
        inode = UInt64(facts.st_ino)
        size = Int(facts.st_size)
        seconds = facts.st_mtim.tv_sec
        nanoseconds = facts.st_mtim.tv_nsec
    }
}

/// How much an archive may hold.
enum WorkbookLimits {
    /// The most bytes that a sheet or the shared strings may unpack to: a million rows of 256 short cells are less.
    static let partBytes = 4 << 30
    /// The most bytes of the parts that describe the workbook.
    static let describingBytes = 64 << 20
    /// The most parts: more than a workbook has, and as many as an archive of the plain form can have.
    static let parts = 65_535
    /// The most memory that shared strings may take.
    static let stringBytes = 1 << 30

    /// Whether a part unpacks to so much more than its packed size that somebody meant it to.
    ///
    /// Rows of nothing but repetition pack to about a hundredth; deflate can't do better than a thousandth.
    static func isBomb(size: Int, packed: Int) -> Bool { size > 64 << 20 && size / 400 > packed }
}
