import Training

/// A route sheet as plain text for A4: 80 columns, 60 lines a page, form feeds between pages.
///
/// Besides what names hold, every character is ASCII, which any printer has.
public struct RouteSheetText: Sendable {
    private let sheet: RouteSheet
    private let width: @Sendable (String) -> Int

    static let columns = 80
    static let lines = 60

    /// - Parameter width: how many columns a text takes.
    public init(_ sheet: RouteSheet, width: @escaping @Sendable (String) -> Int) {
        self.sheet = sheet
        self.width = width
    }

    /// All pages.
    public var text: String {
        let pages = pages()
        return pages.enumerated().map { place, page in
            let head = place == 0 ? firstHead : laterHead
            let number = sheet.page(place + 1, pages.count)
            return ([sides(sheet.title, number)] + head + page).joined(separator: "\n") + "\n"
        }.joined(separator: "\u{0C}")
    }

    // MARK: Pages

    /// What stays together on one page.
    private struct Block {
        var lines: [String]
        /// Whose it is, said again at the top where a page begins amid somebody's entries.
        var goesOnFrom: String?
    }

    private func pages() -> [[String]] {
        var pages: [[String]] = []
        var page: [String] = []
        var room = Self.lines - 1 - firstHead.count
        for block in blocks() {
            // The blank line that ends a block may fall off the page.
            if !page.isEmpty, page.count + block.lines.count - 1 > room {
                pages.append(page)
                page = block.goesOnFrom.map { ["\(cut($0, to: Self.columns - 4)) ..."] } ?? []
                room = Self.lines - 1 - laterHead.count
            }
            page += block.lines
        }
        return (pages + [page]).map { page in page.last == "" ? page.dropLast() : page }
    }

    private func blocks() -> [Block] {
        sheet.sections.flatMap { section in
            section.stops.enumerated().flatMap { place, stop in
                stop.entries.enumerated().map { index, entry in
                    let isFirst = index == 0
                    let title = place == 0 && isFirst ? section.title.map { [$0.uppercased(), ""] } ?? [] : []
                    let head = isFirst ? title + self.head(of: stop) : []
                    return Block(
                        lines: head + lines(of: entry) + [""], goesOnFrom: isFirst ? nil : stop.name.strippedOfControls)
                }
            }
        }
    }

    // MARK: Lines

    private var rule: String { String(repeating: "=", count: Self.columns) }

    private var firstHead: [String] {
        let visitor = sheet.visitor.text ?? String(repeating: "_", count: 28)
        return ends(sheet.place ?? "", sheet.printed) + [""]
            + ends("\(sheet.visitor.label): \(visitor)", "\(sheet.visitDate.label): ____-____-______")
            + ["", sheet.contents] + wrapped([sheet.instruction], to: Self.columns) + [rule, ""]
    }

    private var laterHead: [String] {
        let whose = cut(sheet.place ?? sheet.visitor.text ?? "", to: Self.columns - width(sheet.printed) - 2)
        return [sides(whose, sheet.printed), rule, ""]
    }

    private func head(of stop: RouteSheet.Stop) -> [String] {
        ends(stop.name, stop.phone) + wrapped([stop.address], to: Self.columns - 2).map { "  \($0)" }
    }

    private func lines(of entry: RouteSheet.Entry) -> [String] {
        let code = "  \(entry.code)  "
        let indent = String(repeating: " ", count: width(code))
        let room = Self.columns - width(code)
        let facts = wrapped(entry.facts, to: room)
        var boxes = entry.boxes.map { "[ ] \($0)" }
        if let notMet = entry.notMet { boxes.append("[ ] \(notMet) ____-____-______") }
        let label = "\(entry.prompt): "
        let writing = [
            label + String(repeating: "_", count: max(0, room - width(label))), String(repeating: "_", count: room),
        ]
        let body = facts + rows(of: boxes, to: room) + writing
        return body.enumerated().map { place, line in (place == 0 ? code : indent) + line }
    }

    /// Boxes side by side, as many as fit; none is parted from its word.
    private func rows(of boxes: [String], to room: Int) -> [String] {
        boxes.reduce(into: [String]()) { rows, box in
            if let last = rows.last, width(last) + 2 + width(box) <= room {
                rows[rows.count - 1] = "\(last)  \(box)"
            } else {
                rows.append(box)
            }
        }
    }

    /// Texts one after the other with commas between them, each on one line where it fits, else broken between words.
    private func wrapped(_ texts: [String], to room: Int) -> [String] {
        let pieces = texts.enumerated().flatMap { place, text in
            let text = text.strippedOfControls + (place < texts.count - 1 ? "," : "")
            guard width(text) > room else { return [text] }
            return text.split(separator: " ").map(String.init).flatMap { self.pieces(of: $0, to: room) }
        }
        return pieces.reduce(into: [String]()) { lines, piece in
            if let last = lines.last, width(last) + 1 + width(piece) <= room {
                lines[lines.count - 1] = "\(last) \(piece)"
            } else {
                lines.append(piece)
            }
        }
    }

    private func cut(_ text: String, to room: Int) -> String { pieces(of: text.strippedOfControls, to: room)[0] }

    /// A word that is wider than a line, cut to its width.
    private func pieces(of word: String, to room: Int) -> [String] {
        guard width(word) > room else { return [word] }
        return word.reduce(into: [""]) { pieces, character in
            if width(pieces[pieces.count - 1] + String(character)) > room { pieces.append("") }
            pieces[pieces.count - 1].append(character)
        }
    }

    /// Two texts at both ends of a line, or below one another where there is no room for both.
    private func ends(_ left: String, _ right: String) -> [String] {
        let line = sides(left, right)
        guard width(line) > Self.columns else { return [line] }
        return (wrapped([left], to: Self.columns) + wrapped([right], to: Self.columns)).filter { !$0.isEmpty }
    }

    /// Two texts at both ends of a line.
    private func sides(_ left: String, _ right: String) -> String {
        let left = left.strippedOfControls
        let right = right.strippedOfControls
        return left + String(repeating: " ", count: max(2, Self.columns - width(left) - width(right))) + right
    }
}
