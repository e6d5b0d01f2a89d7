import Training
import Words

/// The frame of everything that is printed: one HTML file for A4. Nothing is loaded from elsewhere, and nothing runs.
struct PrintedPage {
    var language: Language
    var title: String
    var style: String
    var body: String

    /// The file.
    var html: String {
        """
        <!DOCTYPE html>
        <html lang="\(language.rawValue)">
        <head>
        <meta charset="utf-8">
        <title>\(title.escaped)</title>
        <style>
        \(style)
        </style>
        </head>
        <body>
        \(body)
        </body>
        </html>

        """
    }
}

extension String {
    /// The text as it stands in HTML: no sign of it is markup, and nothing in it steers a terminal.
    var escaped: String {
        // Scalars, not characters: a sign with an accent on it is markup still.
        strippedOfControls.unicodeScalars.reduce(into: "") { text, scalar in
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            case "'": text += "&#39;"
            default: text.unicodeScalars.append(scalar)
            }
        }
    }
}
