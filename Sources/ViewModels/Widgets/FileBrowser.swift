import Foundation
import Keyboard
import Training

/// A file to be picked from folders. What is typed narrows the list by name; a `/` or `~` begins a path.
public struct FileBrowser: Sendable {
    /// The folder in sight, in full; empty until the first has come.
    public private(set) var folder = ""
    /// The rows: the folder above, folders, files.
    public private(set) var rows: ItemList<Row>
    /// What was typed.
    public private(set) var text = TextField(limit: 4_000)
    /// Whether files of every kind are shown.
    public private(set) var showsAll = false
    /// How many files are not shown because of their kind.
    public private(set) var others = 0
    /// Why what was asked for can't be opened.
    public private(set) var trouble: (path: String, reason: FolderListing.Trouble)?
    /// Whether a folder is being read.
    public private(set) var isLoading = false
    /// The endings of the files that can be picked, in lower case.
    private let endings: Set<String>
    private var entries: [FolderListing.Entry] = []
    /// Whether Enter was pressed before the folder came.
    private var isEnterWaiting = false
    /// Whether the folder that is being read was typed as a path.
    private var opensTyped = false

    /// One row of the list.
    public enum Row: Hashable, Sendable {
        case above
        case entry(FolderListing.Entry)

        fileprivate var identity: String {
            switch self {
            case .above: ""
            case .entry(let entry): entry.name
            }
        }
    }

    /// What a key or an answer leads to.
    public enum Outcome: Hashable, Sendable {
        case nothing
        /// A path has to be looked at; the answer goes to ``take(_:)``.
        case look(String)
        case picked(String)
    }

    public init(endings: Set<String>) {
        self.endings = endings
        rows = ItemList()
    }

    /// Whether what is typed is a path.
    public var isPath: Bool {
        let start = text.text.drop { "'\" ".contains($0) }
        return start.hasPrefix("/") || start.hasPrefix("~")
    }

    /// The names that stand in the folder.
    public var names: Set<String> { Set(entries.map(\.name)) }

    /// Says how many rows are in sight.
    public mutating func fit(rows count: Int) { if rows.rows != count { rows.rows = count } }

    /// Begins to look at a path.
    public mutating func open(_ path: String) -> Outcome {
        isLoading = true
        return .look(path)
    }

    /// Takes a folder that has come.
    public mutating func take(_ listing: FolderListing) -> Outcome {
        isLoading = false
        switch listing.content {
        case .folder(let entries): show(listing.path, entries)
        case .file:
            isEnterWaiting = false
            trouble = nil
            return .picked(listing.path)
        case .trouble(let reason):
            isEnterWaiting = false
            trouble = (listing.path, reason)
            return .nothing
        }
        guard isEnterWaiting else { return .nothing }
        isEnterWaiting = false
        return enter()
    }

    private mutating func show(_ path: String, _ entries: [FolderListing.Entry]) {
        let isSame = folder == path
        let cameFrom = folder
        folder = path
        self.entries = entries
        trouble = nil
        if opensTyped { text.set("") }
        opensTyped = false
        narrow()
        guard !isSame else { return }
        // Going up leaves the highlight on where one comes from.
        let below = FolderListing.parent(of: cameFrom) == path ? (cameFrom as NSString).lastPathComponent : nil
        rows.select(below.flatMap(place) ?? firstPlace)
    }

    /// Opens the highlighted folder, picks the highlighted file, or goes where a path leads.
    public mutating func enter() -> Outcome {
        if isLoading {
            isEnterWaiting = true
            return .nothing
        }
        if isPath {
            opensTyped = true
            return open(text.text.asPath)
        }
        switch rows.selected {
        case .above: return openAbove()
        case .entry(let entry):
            let path = FolderListing.join(folder, entry.name)
            guard entry.isFolder else { return .picked(path) }
            text.set("")
            return open(path)
        case nil: return .nothing
        }
    }

    private mutating func openAbove() -> Outcome {
        text.set("")
        return open(FolderListing.parent(of: folder))
    }

    public mutating func move(_ move: ListMove) { rows.move(move) }

    /// Shows files of every kind, or only those that can be picked.
    public mutating func toggleAll() {
        showsAll.toggle()
        narrow()
    }

    /// Drops what was typed.
    public mutating func clear() {
        text.set("")
        narrow()
        rows.select(firstPlace)
    }

    /// Takes what is typed or pasted; Backspace in an empty line leads to the folder above.
    public mutating func type(_ event: Event) -> Outcome? {
        let before = text.text
        switch event {
        case .key(.backspace) where text.isEmpty && !isLoading: return openAbove()
        case .key(let key): guard text.handle(key) else { return nil }
        case .paste(let pasted): text.insert(pasted)
        default: return nil
        }
        guard text.text != before else { return .nothing }
        trouble = nil
        narrow()
        rows.select(firstPlace)
        return .nothing
    }

    // What is in sight

    private mutating func narrow() {
        let fitting = entries.filter { $0.isFolder || showsAll || isOfKind($0) }
        others = entries.count - fitting.count
        let words = isPath ? [] : text.text.lowercased().split(separator: " ")
        let found =
            words.isEmpty ? fitting : fitting.filter { entry in words.allSatisfy { entry.key.contains($0) } }
        let above: [Row] = words.isEmpty && folder != "/" && !folder.isEmpty ? [.above] : []
        rows.replace(with: above + found.map(Row.entry), sameness: \.identity)
    }

    /// The first row that is no way back.
    private var firstPlace: Int { rows.items.first == .above && rows.items.count > 1 ? 1 : 0 }

    private func place(_ name: String) -> Int? { rows.items.firstIndex { $0.identity == name } }

    private func isOfKind(_ entry: FolderListing.Entry) -> Bool {
        endings.contains((entry.key as NSString).pathExtension)
    }
}

extension String {
    /// A path as it was typed, or pasted by a file manager: without quotes around it.
    fileprivate var asPath: String {
        let trimmed = trimmingCharacters(in: .whitespaces)
        for quote in ["'", "\""] where trimmed.count > 1 && trimmed.hasPrefix(quote) && trimmed.hasSuffix(quote) {
            return String(trimmed.dropFirst().dropLast())
        }
        return trimmed
    }
}
