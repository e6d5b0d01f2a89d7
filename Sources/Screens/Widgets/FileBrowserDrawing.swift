import Foundation
import Terminal
import Training
import ViewModels
import Words

extension FileBrowser {
    /// Draws the folder, the line that is typed, and the rows in sight.
    func draw(into frame: inout Frame, top: Int, _ body: Body, _ context: Context) {
        let words = context.words.rosters
        drawFolder(into: &frame, top, body, words, context)
        let start = frame.write("> ", at: 1, top + 1, Theme.muted)
        let width = body.columns - start - 1
        let hint = text.isEmpty ? words.typeToNarrow : isPath ? words.pathHint : ""
        let used = text.isEmpty ? 1 : text.text.columns + 2
        if used + hint.columns < width { frame.write(hint, at: start + used, top + 1, Theme.muted) }
        frame.draw(text, at: start, top + 1, width: width)
        if let trouble {
            let sentence = words.cannotOpen(trouble.path.strippedOfControls, trouble.reason.said)
            frame.write(sentence.fitted(body.columns - 2), at: 1, top + 2, Theme.trouble)
        }
        Table(columns(context)).draw(
            rows.items, visible: rows.visible, cursor: isPath ? nil : rows.cursor.index, into: &frame, top: top + 3,
            width: body.columns)
        if !isLoading, rows.items.allSatisfy({ $0 == .above }), !isPath {
            let sentence = text.isEmpty ? words.emptyFolder : words.noSuchName(text.text)
            frame.write(sentence, in: body.columns - 4, .left, at: 3, top + 5 + rows.items.count, Theme.muted)
        }
    }

    private func drawFolder(
        into frame: inout Frame, _ top: Int, _ body: Body, _ words: RosterPhrases, _ context: Context
    ) {
        let hidden = others == 0 ? "" : words.otherFiles(context.words.language.number(others))
        let room = body.columns - 3 - hidden.columns
        let name = folder.strippedOfControls
        frame.write(isLoading && name.isEmpty ? "…" : name.fittedAtEnd(room), at: 1, top, Theme.label)
        frame.write(hidden, at: body.columns - 1 - hidden.columns, top, Theme.muted)
    }

    private func columns(_ context: Context) -> [TableColumn<Row>] {
        let words = context.words.rosters
        return [
            TableColumn(
                words.nameHeading, 30, upTo: 80, style: { $0.isFolder ? Theme.label : Theme.value },
                text: { row in
                    switch row {
                    case .above: ".. (\(words.folderAbove))"
                    case .entry(let entry): entry.isFolder ? "\(entry.shownName)/" : entry.shownName
                    }
                }),
            TableColumn(words.sizeHeading, 12, .right) { row in
                switch row {
                case .above: ""
                case .entry(let entry): entry.isFolder ? words.folder : words.size(entry.size)
                }
            },
            TableColumn(words.changedHeading, 16) { row in
                guard case .entry(let entry) = row, !entry.isFolder else { return "" }
                return entry.modified.toTheMinute(in: context.zone)
            },
        ]
    }
}

extension FileBrowser.Row {
    fileprivate var isFolder: Bool {
        switch self {
        case .above: true
        case .entry(let entry): entry.isFolder
        }
    }
}

extension FolderListing.Trouble {
    fileprivate var said: RosterPhrases.Reason {
        switch self {
        case .missing: .missing
        case .notAllowed: .notAllowed
        case .neither: .neither
        case .unreadable: .unreadable
        }
    }
}

extension String {
    /// The text where it fits into so many terminal columns, else `…` and its end: of a path, what tells it from others.
    func fittedAtEnd(_ width: Int) -> String {
        guard columns > width, width > 0 else { return width > 0 ? self : "" }
        var kept = Substring(self)
        while kept.columns > width - 1 { kept.removeFirst() }
        return "…\(kept)"
    }
}
