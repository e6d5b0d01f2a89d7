import Foundation
import Training

/// Who may read the file and what stands beside it: its owner, or a group as well where that was asked for.
///
/// Personal data (UU 27/2022): nobody else, ever.
struct FileAccess {
    /// The silat file.
    let path: String

    /// The mode of the file as the system has it; `nil` where it cannot be told.
    var mode: Int? { Self.mode(of: path) }

    /// What is wrong with the modes of the file and its companions, by name and mode; `nil` where nothing is.
    var problem: String? {
        let open = ([path] + companions + backups).filter { Self.isOpenToOthers($0) }
        guard !open.isEmpty else { return nil }
        return open.prefix(3).map { "\(($0 as NSString).lastPathComponent) \(Self.octal(Self.mode(of: $0)))" }
            .joined(separator: ", ")
    }

    /// Whether a group was let in: to read and to write, which no program does by chance.
    var isForGroup: Bool { (mode ?? 0) & 0o060 == 0o060 }

    /// Shuts everybody else out; a group that was let in stays.
    func repair() throws { try set(isForGroup ? .group(nil) : .owner) }

    /// Who may read and write from now on.
    ///
    /// - Throws: ``StoreFailure/accessRefused(path:reason:)``
    func set(_ access: SilatStore.Access) throws {
        let (file, folder) = access.isForGroup ? (mode_t(0o660), mode_t(0o2770)) : (mode_t(0o600), mode_t(0o700))
        if case .group(let name?) = access { try hand(to: name) }
        for path in [path] + companions + backups {
            guard chmod(path, path == AutomaticBackups(path: self.path).folder ? folder : file) == 0 else {
                throw StoreFailure.accessRefused(path: path, reason: String(cString: strerror(errno)))
            }
        }
        try setHome(folder, isForGroup: access.isForGroup)
    }

    /// The folder that the file stands in. SQLite writes beside the file, so a group has to be let into it; one that is not
    /// silat's alone is never shut.
    private func setHome(_ mode: mode_t, isForGroup: Bool) throws {
        let home = URL(fileURLWithPath: path).deletingLastPathComponent().path
        guard isForGroup || (home as NSString).lastPathComponent == "silat" else { return }
        guard !isForGroup || home != NSHomeDirectory(), chmod(home, mode) == 0 else {
            throw StoreFailure.accessRefused(path: home, reason: String(cString: strerror(EPERM)))
        }
    }

    private func hand(to name: String) throws {
        guard let group = getgrnam(name) else {
            throw StoreFailure.accessRefused(path: path, reason: "\(name.strippedOfControls)?")
        }
        let home = URL(fileURLWithPath: path).deletingLastPathComponent().path
        for path in [path, home] + companions + backups {
            guard chown(path, uid_t.max, group.pointee.gr_gid) == 0 else {
                throw StoreFailure.accessRefused(path: path, reason: String(cString: strerror(errno)))
            }
        }
    }

    /// What SQLite keeps beside the file while it is open.
    private var companions: [String] { existing(["-wal", "-shm", "-journal"].map { path + $0 }) }

    /// The folder of automatic backups with all in it.
    private var backups: [String] {
        let folder = AutomaticBackups(path: path).folder
        let inside = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return existing([folder]) + inside.map { "\(folder)/\($0)" }
    }

    private func existing(_ paths: [String]) -> [String] { paths.filter { Self.mode(of: $0) != nil } }

    private static func isOpenToOthers(_ path: String) -> Bool {
        guard let mode = mode(of: path) else { return false }
        // A group that may read and not write was let in by a copy's settings, not by somebody's wish.
        return mode & 0o007 != 0 || (mode & 0o070 != 0 && mode & 0o060 != 0o060)
    }

    private static func mode(of path: String) -> Int? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return (attributes?[.posixPermissions] as? NSNumber)?.intValue
    }

    private static func octal(_ mode: Int?) -> String { mode.map { "0" + String($0 & 0o777, radix: 8) } ?? "?" }
}

extension SilatStore {
    /// Who may read and write the file.
    public enum Access: Hashable, Sendable {
        /// The one whose file it is.
        case owner
        /// A group as well: the one named, or the one that the file belongs to.
        case group(String?)

        var isForGroup: Bool { self != .owner }
    }

    /// Says who may read and write the file, what stands beside it, and its automatic backups.
    ///
    /// - Throws: ``StoreFailure/accessRefused(path:reason:)`` where the system does not let this user say so.
    public func setAccess(_ access: Access) throws(StoreFailure) {
        do { try FileAccess(path: path).set(access) } catch {
            throw StoreFile.failure(error, path: path) as? StoreFailure ?? .system(path: path, detail: "\(error)")
        }
    }
}
