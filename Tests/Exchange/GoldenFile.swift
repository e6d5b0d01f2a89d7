import Foundation
import Testing

/// Compares what is written with the file kept under Golden, or another folder beside the test; with `SILAT_RECORD=1` in the environment it is written there instead.
func expectGoldenFile(
    _ text: String, _ name: String, in folder: String = "Golden", filePath: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let path = (filePath as NSString).deletingLastPathComponent + "/\(folder)/\(name)"
    if ProcessInfo.processInfo.environment["SILAT_RECORD"] == "1" {
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return
    }
    let kept = ((try? String(contentsOfFile: path, encoding: .utf8)) ?? "").split(
        separator: "\n", omittingEmptySubsequences: false)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for row in 0..<max(kept.count, lines.count) {
        let was = kept.indices.contains(row) ? String(kept[row]) : ""
        let now = lines.indices.contains(row) ? String(lines[row]) : ""
        #expect(was == now, "\(name), line \(row + 1)", sourceLocation: sourceLocation)
    }
}
