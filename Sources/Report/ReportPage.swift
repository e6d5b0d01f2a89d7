import Foundation
import Mustache
import Training
import Words

/// The report as one HTML file, for the screen and for A4: nothing is loaded from elsewhere, and nothing runs.
public struct ReportPage: Sendable {
    /// The file.
    public let html: String

    /// - Parameter zone: where the clocks are that times are told by.
    public init(_ report: YearReport, _ words: Phrasebook, in zone: TimeZone) {
        html = Self.template.render(ReportDocument(report, words, in: zone))
    }

    private static let template: MustacheTemplate = {
        MustacheContentTypes.register(ScalarEscaping(), named: "PAGE")
        do {
            return try MustacheTemplate(
                string: String(decoding: PackageResources.year_report_mustache, as: UTF8.self))
        } catch {
            // It is part of the program, and every test of a page reads it.
            fatalError("the template of the report: \(error)")
        }
    }()
}

/// Escapes scalar by scalar: a sign with an accent on it is markup still, which escaping by characters would let pass.
///
/// A percent sign stays on the line of its number.
private struct ScalarEscaping: MustacheContentType {
    func escapeText(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { escaped, scalar in
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }.replacing(" %", with: "\u{A0}%")
    }
}
