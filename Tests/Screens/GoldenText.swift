import Foundation
import Testing

/// Compares a screen with the text kept under Golden; with `SILAT_RECORD=1` in the environment it is written there instead.
func expectGolden(
    _ lines: [String], _ name: String, filePath: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let folder = URL(fileURLWithPath: filePath).pathComponents
    guard let place = folder.lastIndex(of: "Screens") else {
        Issue.record("golden tests stand in Tests/Screens", sourceLocation: sourceLocation)
        return
    }
    let path = NSString.path(withComponents: Array(folder[...place])) + "/Golden/\(name).txt"
    let text = lines.joined(separator: "\n") + "\n"
    if ProcessInfo.processInfo.environment["SILAT_RECORD"] == "1" {
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return
    }
    let kept = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    guard kept != text else { return }
    let expected = kept.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let differing = (0..<max(expected.count, lines.count + 1)).compactMap { row -> String? in
        let (was, now) = (expected.element(row), lines.element(row))
        return was == now ? nil : "row \(row)\n- \(was)\n+ \(now)"
    }
    Issue.record("\(name) differs:\n\(differing.joined(separator: "\n"))", sourceLocation: sourceLocation)
}

extension [String] {
    fileprivate func element(_ place: Int) -> String { indices.contains(place) ? self[place] : "" }
}
