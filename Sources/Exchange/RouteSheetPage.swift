import Training

/// A route sheet as one HTML file that prints on A4: nothing is loaded from elsewhere, and nothing runs.
public struct RouteSheetPage: Sendable {
    private let sheet: RouteSheet

    public init(_ sheet: RouteSheet) { self.sheet = sheet }

    /// The file.
    public var html: String {
        let title = [sheet.title, sheet.place ?? sheet.visitor.text].compactMap(\.self).joined(separator: " - ")
        let sections = sheet.sections.map(section).joined(separator: "\n")
        return PrintedPage(
            language: sheet.language, title: title, style: Self.style, body: "\(head)\n\(sections)"
        ).html
    }

    private static let style = """
        @page { size: A4; margin: 15mm; @bottom-right { content: counter(page) " / " counter(pages); } }
        body { font: 11pt/1.35 sans-serif; color: #000; margin: 0 auto; max-width: 180mm; }
        header { border-bottom: 2px solid #000; margin-bottom: 4mm; }
        h1 { font-size: 15pt; margin: 0; }
        h2 { font-size: 12pt; margin: 6mm 0 2mm; break-after: avoid; }
        h3 { font-size: 11pt; margin: 4mm 0 0; break-after: avoid; }
        p { margin: 1mm 0; }
        .two, h3 { display: flex; justify-content: space-between; gap: 5mm; }
        .address { break-after: avoid; }
        .entry { display: flex; gap: 4mm; margin: 2mm 0 3mm 4mm; break-inside: avoid; }
        .entry > div { flex: 1; }
        .code { font: bold 11pt monospace; white-space: nowrap; }
        .boxes { display: flex; flex-wrap: wrap; gap: 1mm 5mm; }
        .box { display: inline-block; width: 3.2mm; height: 3.2mm; border: 1px solid #000; margin-right: 1mm; }
        .blank { display: inline-block; min-width: 45mm; border-bottom: 1px solid #000; }
        .write { border-bottom: 1px solid #000; height: 7mm; }
        """

    private var head: String {
        """
        <header>
        <h1>\(sheet.title.escaped)</h1>
        <p class="two"><span>\((sheet.place ?? "").escaped)</span><span>\(sheet.printed.escaped)</span></p>
        <p class="two"><span>\(filled(sheet.visitor))</span><span>\(filled(sheet.visitDate))</span></p>
        <p>\(sheet.contents.escaped) \(sheet.instruction.escaped)</p>
        </header>
        """
    }

    private func filled(_ blank: RouteSheet.Blank) -> String {
        "\(blank.label.escaped): \(blank.text.map(\.escaped) ?? "<span class=\"blank\"></span>")"
    }

    private func section(_ section: RouteSheet.Section) -> String {
        let title = section.title.map { "<h2>\($0.escaped)</h2>\n" } ?? ""
        return "<section>\n\(title)\(section.stops.map(stop).joined(separator: "\n"))\n</section>"
    }

    private func stop(_ stop: RouteSheet.Stop) -> String {
        """
        <h3><span>\(stop.name.escaped)</span><span>\(stop.phone.escaped)</span></h3>
        <p class="address">\(stop.address.escaped)</p>
        \(stop.entries.map(entry).joined(separator: "\n"))
        """
    }

    private func entry(_ entry: RouteSheet.Entry) -> String {
        var boxes = entry.boxes.map { "<span><span class=\"box\"></span>\($0.escaped)</span>" }
        if let notMet = entry.notMet {
            boxes.append("<span><span class=\"box\"></span>\(notMet.escaped) <span class=\"blank\"></span></span>")
        }
        return """
            <div class="entry"><span class="code">\(entry.code)</span><div>
            <p>\(entry.facts.joined(separator: ", ").escaped)</p>
            <p class="boxes">\(boxes.joined())</p>
            <p class="write">\(entry.prompt.escaped):</p>
            <p class="write"></p>
            </div></div>
            """
    }
}
