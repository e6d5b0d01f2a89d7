import Foundation
import Testing

/// Compares what is written with the file kept under Golden; with `SILAT_RECORD=1` in the environment it is written there instead.
func expectGoldenFile(
    _ text: String, _ name: String, filePath: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let path = (filePath as NSString).deletingLastPathComponent + "/Golden/\(name)"
    if ProcessInfo.processInfo.environment["SILAT_RECORD"] == "1" {
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return
    }
    let kept = ((try? String(contentsOfFile: path, encoding: .utf8)) ?? "").split(
        separator: "\n", omittingEmptySubsequences: false)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let same = zip(kept, lines).prefix { $0 == $1 }.count
    func line(_ lines: [Substring]) -> Substring { lines.indices.contains(same) ? lines[same] : "(end)" }
    #expect(line(kept) == line(lines), "\(name), line \(same + 1)", sourceLocation: sourceLocation)
}
