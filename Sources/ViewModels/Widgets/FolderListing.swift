import Foundation
import Training

/// What a path leads to: a folder with what is in it, a file, or nothing that can be opened.
public struct FolderListing: Sendable {
    /// The path that was asked for, in full.
    public let path: String
    /// What is there.
    public let content: Content

    /// What a path leads to.
    public enum Content: Sendable {
        /// A folder's entries but hidden ones, folders first, then by name.
        case folder([Entry])
        case file
        case trouble(Trouble)
    }

    /// Why nothing can be opened there.
    public enum Trouble: Hashable, Sendable { case missing, notAllowed, neither, unreadable }

    /// One thing in a folder.
    public struct Entry: Hashable, Sendable {
        /// Its name as the file system has it.
        public let name: String
        /// The name as a screen may show it.
        public let shownName: String
        public let isFolder: Bool
        /// Bytes; 0 for a folder.
        public let size: Int
        /// When it was changed last.
        public let modified: Date
        /// What the name is sought by.
        let key: String

        public init(name: String, isFolder: Bool, size: Int = 0, modified: Date = .distantPast) {
            self.name = name
            self.isFolder = isFolder
            self.size = size
            self.modified = modified
            shownName = name.strippedOfControls
            key = name.lowercased()
        }
    }

    public init(path: String, _ content: Content) {
        self.path = path
        self.content = content
    }

    /// Looks at a path; `~` at its beginning is the home folder.
    public static func read(_ path: String) -> FolderListing {
        let full = fullPath(path)
        guard let kind = status(of: full) else { return FolderListing(path: full, .trouble(trouble(full))) }
        guard kind.isFolder else { return FolderListing(path: full, kind.isFile ? .file : .trouble(.neither)) }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: full) else {
            return FolderListing(path: full, .trouble(trouble(full)))
        }
        let entries = names.compactMap { name -> Entry? in
            // `~$…` is what a spreadsheet program keeps beside a file that is open.
            guard !name.hasPrefix("."), !name.hasPrefix("~$"), let status = status(of: join(full, name)),
                status.isFolder || status.isFile
            else { return nil }
            return Entry(
                name: name, isFolder: status.isFolder, size: status.isFolder ? 0 : status.size,
                modified: status.modified)
        }
        return FolderListing(path: full, .folder(entries.sorted(by: isBefore)))
    }

    /// A name in a folder, as a path.
    public static func join(_ folder: String, _ name: String) -> String {
        folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
    }

    /// The folder that a path lies in; the root lies in itself.
    public static func parent(of path: String) -> String {
        let parent = (path as NSString).deletingLastPathComponent
        return parent.isEmpty ? "/" : parent
    }

    private static func isBefore(_ one: Entry, _ other: Entry) -> Bool {
        one.isFolder != other.isFolder ? one.isFolder : (one.key, one.name) < (other.key, other.name)
    }

    private static func fullPath(_ path: String) -> String {
        let expanded = (path as NSString).expandingTildeInPath
        let rooted = expanded.hasPrefix("/") ? expanded : join(FileManager.default.currentDirectoryPath, expanded)
        return (rooted as NSString).standardizingPath
    }

    private static func status(
        of path: String
    ) -> (isFolder: Bool, isFile: Bool, size: Int, modified: Date)? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        let kind = status.st_mode & S_IFMT
        let seconds = TimeInterval(status.st_mtim.tv_sec)
        return (kind == S_IFDIR, kind == S_IFREG, Int(status.st_size), Date(timeIntervalSince1970: seconds))
    }

    /// Why the last call on a path failed.
    private static func trouble(_ path: String) -> Trouble {
        if access(path, R_OK) == 0 { return .unreadable }
        return errno == EACCES ? .notAllowed : errno == ENOENT || errno == ENOTDIR ? .missing : .unreadable
    }
}
