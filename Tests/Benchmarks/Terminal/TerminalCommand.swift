import ArgumentParser
import Foundation

/// `silat-benchmark terminal`: the built program in a pseudo-terminal.
struct TerminalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "terminal", abstract: "Measures the built program in a pseudo-terminal.",
        discussion: """
            A key is written when the program rests: no byte for 20 ms, no processor time spent, all threads asleep. Its time ends \
            with the last byte that comes for it.
            """)

    @OptionGroup var chosen: MeasuredProgram

    @Option(help: ArgumentHelp("Measure only cases with this in their name.", valueName: "text"))
    var only: String?

    @Flag(help: "Write the time and the bytes of each key too.")
    var each = false

    func run() async throws {
        try chosen.release.warnOfLinking()
        var measured: [(people: Int, figures: TerminalFigures)] = []
        for size in chosen.sizes {
            let file = try await chosen.file(of: size)
            var effort = TerminalMeasurement.Effort()
            effort.only = only
            if each { effort.each = { FileHandle.standardError.write(Data("\(size) \($0)\n".utf8)) } }
            measured.append(
                (size, try await TerminalMeasurement.measure(program: chosen.release.path, file: file, effort: effort)))
        }
        StoreCommand.say(TerminalTable(measured: measured).text)
    }
}

/// The program that is measured from outside, and the files that it is measured at.
struct MeasuredProgram: ParsableArguments {
    @OptionGroup var release: ReleaseProgram

    @Option(parsing: .upToNextOption, help: ArgumentHelp("How many people the files hold.", valueName: "count"))
    var sizes = [1_000, 1_000_000]

    @Option(help: ArgumentHelp("Leave the files in this folder, and take those that are there.", valueName: "folder"))
    var folder = NSTemporaryDirectory()

    func validate() throws {
        guard !sizes.isEmpty, sizes.allSatisfy({ $0 >= 100 }) else {
            throw ValidationError("Files hold 100 people at least.")
        }
    }

    /// The file of so many people, made where there is none.
    func file(of size: Int) async throws -> String {
        // The program is started in a folder of its own, from where a short path leads elsewhere.
        let folder = URL(filePath: folder).standardizedFileURL.path
        try await MeasuredFile.of(size, in: folder).store.close()
        return MeasuredFile.path(of: size, in: folder)
    }
}
