import Foundation

/// Has silat believe that the day's backup was made: copying the file would be measured along with everything else.
struct WithoutBackup {
    private let folder: String
    private let marker: String
    private let isFolderOurs: Bool

    init(of file: String) throws {
        folder = file + ".backups"
        isFolderOurs = !FileManager.default.fileExists(atPath: folder)
        let time = Date().formatted(.iso8601.dateSeparator(.omitted).timeSeparator(.omitted))
        marker = "\(folder)/silat-\(time).db"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data().write(to: URL(filePath: marker))
    }

    func end() {
        try? FileManager.default.removeItem(atPath: isFolderOurs ? folder : marker)
    }
}
