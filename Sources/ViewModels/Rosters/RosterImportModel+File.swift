import Foundation
import Keyboard
import Training
import Words

/// The step in which the file is picked.
extension RosterImportModel {
    /// Looks into the folder that the last file came from; else into the one silat was begun in.
    mutating func askStart(_ context: Context) -> [Effect] {
        let author = context.author
        _ = browser.open("")
        return [
            .ask(tickets.take(Purpose.folder)) { store in
                if let last = try? await store.draft(form: Self.folderDraft, by: author) {
                    let listing = FolderListing.read(last)
                    if case .folder = listing.content { return .folder(listing) }
                }
                let current = FolderListing.read(FileManager.default.currentDirectoryPath)
                if case .folder = current.content { return .folder(current) }
                return .folder(FolderListing.read("~"))
            }
        ]
    }

    /// Does what the browser wants done.
    mutating func browse(_ outcome: FileBrowser.Outcome, _ context: Context) -> [Effect] {
        switch outcome {
        case .nothing: return []
        case .look(let path): return [.ask(tickets.take(Purpose.folder)) { _ in .folder(FolderListing.read(path)) }]
        case .picked(let path): return pick(path, context)
        }
    }

    private mutating func pick(_ path: String, _ context: Context) -> [Effect] {
        if self.path != path {
            choices.sheet = nil
            choices.columns = [:]
            expected = nil
            outcome = nil
            dropDecisions()
        }
        self.path = path
        rejectsPath = defaultRejectsPath(context)
        previewed = choices
        let folder = FolderListing.parent(of: path)
        return readAgain() + [.keepDraft(folder, form: Self.folderDraft)]
    }

    /// Reads the file as the choices say.
    mutating func readAgain() -> [Effect] {
        guard let path else { return [] }
        trouble = nil
        let ticket = tickets.take(Purpose.preview)
        job = Job(kind: .preview, ticket: ticket)
        return [.preview(ticket, path: path, choices)]
    }

    /// Beside the file, under a name that nothing there has.
    private func defaultRejectsPath(_ context: Context) -> String {
        guard let path else { return "" }
        let name = (path as NSString).lastPathComponent as NSString
        let folder = FolderListing.parent(of: path)
        let stem = "\(name.deletingPathExtension)-\(context.words.rosters.rejectsSuffix)"
        let ending = name.pathExtension.isEmpty ? "" : ".\(name.pathExtension)"
        let taken = browser.folder == folder ? browser.names : []
        var free = stem + ending
        var number = 2
        while taken.contains(free) {
            free = "\(stem)-\(number)\(ending)"
            number += 1
        }
        return FolderListing.join(folder, free)
    }

    /// The file's name as a screen may show it.
    public var fileName: String { ((path ?? "") as NSString).lastPathComponent.strippedOfControls }

    /// The name of the file of refused rows, likewise.
    public var rejectsName: String { (rejectsPath as NSString).lastPathComponent.strippedOfControls }

    mutating func dropDecisions() {
        rows = [:]
        takings = [:]
        places = [:]
        doubts = [:]
        placeDoubts = []
    }
}
