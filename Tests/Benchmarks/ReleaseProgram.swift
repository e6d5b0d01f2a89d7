import ArgumentParser
import Foundation

/// The built silat that is measured.
struct ReleaseProgram: ParsableArguments {
    @Option(name: .customLong("program"), help: ArgumentHelp("The built silat.", valueName: "file"))
    var given = ".build/release/silat"

    /// Where it is, whatever folder it is asked from.
    var path: String { URL(filePath: given).standardizedFileURL.path }

    /// Its version, and how it is linked where that is not as it is released: such a program starts later and takes more memory.
    func version(in folder: String) throws -> String {
        let version = try Self.answer(of: MeasuredCommand(path, ["--version"]), in: folder)
        let number = version.split(whereSeparator: \.isWhitespace).last.map(String.init) ?? "?"
        return number + (try isStatic(in: folder) ? "" : " (NOT statically linked to the Swift library)")
    }

    /// Says on standard error where it is not linked as it is released.
    func warnOfLinking() throws {
        let folder = try WorkFolder(nil)
        defer { folder.remove() }
        guard try !isStatic(in: folder.path) else { return }
        FileHandle.standardError.write(
            Data("\(given) is not statically linked to the Swift library; what is released is.\n".utf8))
    }

    /// Whether it needs no library of Swift's, as `ldd` of the C library tells.
    private func isStatic(in folder: String) throws -> Bool {
        try !Self.answer(of: MeasuredCommand("/usr/bin/ldd", [path]), in: folder).contains("libswiftCore")
    }

    private static func answer(of command: MeasuredCommand, in folder: String) throws -> String {
        var asking = command
        let file = folder + "/answer-\(UUID().uuidString).txt"
        asking.output = file
        defer { try? FileManager.default.removeItem(atPath: file) }
        _ = try asking.run(in: folder)
        return try String(contentsOfFile: file, encoding: .utf8)
    }

    func validate() throws {
        guard FileManager.default.isExecutableFile(atPath: given) else {
            throw ValidationError(
                "No program \(given). Build it: swift build -c release --static-swift-stdlib --product silat")
        }
    }
}
