import ArgumentParser
import BenchmarkTables
import Foundation

/// Where results go besides standard output.
struct ResultDestination: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Write the result into this Markdown file, in the place of the last one if it has one.", valueName: "file"))
    var markdown: String?

    @Option(
        help: ArgumentHelp(
            "Work in this folder, leave the files there, and take those that are there.", valueName: "folder"))
    var folder: String?

    /// Writes a line at once, so that a run can be followed through a pipe.
    func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

    /// Writes a section of the Markdown file.
    func write(_ section: String, _ text: String) throws {
        guard let markdown else { return }
        let document = (try? String(contentsOfFile: markdown, encoding: .utf8)) ?? ""
        let written = MarkedSection.replacing(section, in: document, with: text)
        try Data(written.utf8).write(to: URL(filePath: markdown))
    }
}

/// The folder that files are made in: the one that was named, or one that is gone when all is measured.
struct WorkFolder {
    let path: String
    private let isOurs: Bool

    init(_ given: String?) throws {
        isOurs = given == nil
        path = URL(filePath: given ?? NSTemporaryDirectory() + "silat-benchmark-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    func remove() { if isOurs { try? FileManager.default.removeItem(atPath: path) } }
}
