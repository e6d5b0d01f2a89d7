import Foundation

/// A new file in the system's temporary folder, open and readable by its owner alone; whoever made it takes it away.
struct TemporaryFile {
    let path: String
    let descriptor: Int32

    /// - Throws: ``OutputFailure`` where there is no room for it.
    init() throws(OutputFailure) {
        var name = Array((NSTemporaryDirectory() + "silat-XXXXXX").utf8CString)
        let descriptor = name.withUnsafeMutableBufferPointer { name in name.baseAddress.map(mkstemp) ?? -1 }
        guard descriptor >= 0 else {
            throw .cannotWrite(path: NSTemporaryDirectory(), reason: String(cString: strerror(errno)))
        }
        self.descriptor = descriptor
        path = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
