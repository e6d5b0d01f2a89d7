import Foundation
import Sheets
import Training

/// A roster on disk, open and with its header read; its rows come later, in one pass.
public struct RosterFile: Sendable {
    /// The path as it was given.
    public let path: String
    /// Bytes in the file; 0 for a pipe.
    public let size: Int
    /// Which cell holds what.
    public let header: RosterHeader
    let reader: CSVReader<FileBytes>

    /// Opens a file and reads its header.
    ///
    /// - Throws: ``RosterFlaw`` where it can't be read or its header is none.
    public init(path: String) throws(RosterFlaw) {
        self.path = path
        var record = SheetRecord()
        do throws(SheetFlaw) {
            let bytes = try FileBytes(path: path)
            size = bytes.size
            var reader = try CSVReader(bytes)
            repeat {
                guard try reader.read(&record) else { throw .empty }
            } while record.isBlank
            self.reader = reader
        } catch {
            throw .sheet(error)
        }
        header = try RosterHeader(record)
    }

    /// The file's last component and size: what the log says of it.
    public var note: String { "\((path as NSString).lastPathComponent.strippedOfControls) (\(size) B)" }
}
