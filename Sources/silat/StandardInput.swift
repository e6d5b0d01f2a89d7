import Foundation
import Training

/// What commands read from standard input, so that it need not be an argument, which everybody on the machine can see.
enum StandardInput {
    /// What stands for standard input where a NIK is asked for.
    static let sign = "-"

    /// The lines that say something.
    static func lines() -> [String] {
        var lines: [String] = []
        while let line = readLine() {
            if let text = line.fieldText { lines.append(text) }
        }
        return lines
    }

    /// The first line that says something.
    static func line() throws -> String {
        guard let line = lines().first else { throw Failure(.refused, spoken.reveal.nothingTyped) }
        return line
    }
}
