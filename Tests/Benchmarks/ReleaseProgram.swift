import ArgumentParser
import Foundation

/// The built silat that is measured.
struct ReleaseProgram: ParsableArguments {
    @Option(name: .customLong("program"), help: ArgumentHelp("The built silat.", valueName: "file"))
    var given = ".build/release/silat"

    /// Where it is, whatever folder it is asked from.
    var path: String { URL(filePath: given).standardizedFileURL.path }

    /// What asks it for its version.
    var program: MeasuredCommand { MeasuredCommand(path, ["--version"]) }

    func validate() throws {
        guard FileManager.default.isExecutableFile(atPath: given) else {
            throw ValidationError(
                "No program \(given). Build it: swift build -c release --static-swift-stdlib --product silat")
        }
    }
}
