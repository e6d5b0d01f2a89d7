import Foundation
import Sample
import Store

/// The same people for everybody: a csv as silat exports it, and what else the contestants start from.
struct PeopleFiles: Sendable {
    let folder: String
    /// The built silat.
    let program: String
    /// How many people there are.
    let size: Int

    /// Everybody, a heading first.
    var csv: String { "\(folder)/\(size).csv" }
    /// The first half of them.
    var half: String { "\(folder)/\(size)-half.csv" }
    /// The names alone, a line each, for a finder of lines.
    var names: String { "\(folder)/\(size)-names.txt" }
    /// A silat file with a target, a program and a class that everybody is imported into.
    var office: String { "\(folder)/office.silat" }
    /// The silat file that an import of everybody made.
    var imported: String { "\(folder)/\(size)-imported.silat" }
    /// The database that sqlite3 made of them.
    var database: String { "\(folder)/\(size)-imported.db" }

    /// The class that everybody is imported into.
    static let trainingClass = "K-001"

    /// A command of silat on a file.
    func silat(_ arguments: [String], on file: String, output: String? = nil) -> MeasuredCommand {
        MeasuredCommand(program, arguments + ["--db", file], output: output)
    }

    /// Makes what is not there yet.
    func make() async throws {
        if !FileManager.default.fileExists(atPath: csv) {
            let path = MeasuredFile.path(of: size, in: folder)
            try await MeasuredFile.of(size, in: folder).store.close()
            _ = try silat(["export", "participants", "--reveal", "-o", csv], on: path).run(in: folder)
        }
        try writeParts()
        if !FileManager.default.fileExists(atPath: office) { try makeOffice() }
    }

    /// The half and the names, line by line: the whole may be large.
    private func writeParts() throws {
        guard !FileManager.default.fileExists(atPath: names) else { return }
        let data = try Data(contentsOf: URL(filePath: csv), options: .mappedIfSafe)
        var lines = 0
        var halfEnd = data.startIndex
        var list = Data()
        var begin = data.startIndex
        while let end = data[begin...].firstIndex(of: UInt8(ascii: "\n")) {
            if lines > 0 {
                // The second cell: a NIK before it has no comma, nor has a name in made-up data.
                let cells = data[begin..<end].split(
                    separator: UInt8(ascii: ","), maxSplits: 2, omittingEmptySubsequences: false)
                if cells.count > 1 { list += cells[1] + [UInt8(ascii: "\n")] }
            }
            begin = data.index(after: end)
            if lines == size / 2 { halfEnd = begin }
            lines += 1
        }
        try data[..<halfEnd].write(to: URL(filePath: half))
        try list.write(to: URL(filePath: names))
    }

    private func makeOffice() throws {
        for line in [
            "target set --year 2025 --count 3000", "organizer add --code DKN --name Dinas --kind skpd",
            "program add --code P-1 --title Menjahit --track community --year 2025 --organizer DKN --funding apbd",
            "class add --code \(Self.trainingClass) --program P-1 --start 2025-02-01 --end 2025-02-12 --seats 10000",
        ] {
            _ = try silat(line.split(separator: " ").map(String.init), on: office).run(in: folder)
        }
    }

    /// Removes a database with what SQLite keeps beside it.
    static func remove(_ path: String) {
        for end in ["", "-wal", "-shm", "-journal"] { try? FileManager.default.removeItem(atPath: path + end) }
    }

    static func bytes(of path: String) -> Int {
        ((try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? NSNumber)?.intValue ?? 0
    }
}
