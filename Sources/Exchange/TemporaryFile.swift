import Foundation

/// A new file in memory, or where the system has no such folder in the one for temporary files, open and readable by its owner alone; whoever made it takes it away.
struct TemporaryFile {
    /// Where what is on its way out waits. It is personal data: in memory nothing of it stays on a disk.
    static let folder = access("/dev/shm", W_OK) == 0 ? "/dev/shm/" : NSTemporaryDirectory()

    let path: String
    let descriptor: Int32

    /// - Throws: ``OutputFailure`` where there is no room for it.
    init() throws(OutputFailure) {
        var name = Array((Self.folder + "silat-XXXXXX").utf8CString)
        let descriptor = name.withUnsafeMutableBufferPointer { name in name.baseAddress.map(mkstemp) ?? -1 }
        guard descriptor >= 0 else {
            throw .cannotWrite(path: Self.folder, reason: String(cString: strerror(errno)))
        }
        self.descriptor = descriptor
        path = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
