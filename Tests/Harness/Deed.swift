import Foundation
import Store
import Training

/// Something that is done to a file, whole or not at all: killed, failed and counted in its middle.
enum Deed: String, CaseIterable {
    case save, edit, undo, takeIn, backup, restore, migrate, create

    /// What is compared: a file holds this before or after, and nothing between.
    struct Contents: Equatable, CustomStringConvertible {
        var people: Int
        var steps: Int
        var newest: String
        var address: String?

        init(of store: SilatStore) async throws {
            people = try await store.count(of: ParticipantQuery())
            let log = try await store.log(of: nil, count: 1_000_000)
            steps = log.count
            newest = log.first?.kind.rawValue ?? "-"
            address = try await SmallOffice(store: store, author: SmallOffice.clerk).person(1)?.value.address
        }

        var description: String { "\(people) people, \(steps) steps, newest \(newest), address \(address ?? "-")" }
    }

    /// How many people are there before.
    static let people = 12
    /// Those who come with an import.
    static let taken = 100..<140

    func backupPath(_ path: String) -> String { path + ".cadangan" }

    private var mode: SilatStore.Mode { self == .create ? .create : .readWrite }

    /// Makes the file as it is before.
    func prepare(_ path: String) async throws {
        switch self {
        case .create: break
        case .migrate:
            try FileManager.default.copyItem(atPath: Self.earlierLayout, toPath: path)
            // The fixture can be read by all, as silat's own files never can.
            chmod(path, 0o600)
        case .backup, .restore:
            try await SmallOffice.make(at: path, people: Self.people)
            let store = try SilatStore.open(at: path, mode: .readWrite)
            _ = try await store.backup(to: backupPath(path))
            _ = try await SmallOffice(store: store, author: SmallOffice.clerk).add(Self.people + 1)
            store.close()
        case .save, .edit, .undo, .takeIn: try await SmallOffice.make(at: path, people: Self.people)
        }
    }

    /// A file of the first layout, kept for the tests of the store.
    private static let earlierLayout = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../Store/Fixtures/layout-1.db").standardizedFileURL.path

    /// Whether opening the file is the deed itself.
    var isOpening: Bool { self == .migrate || self == .create }

    func open(_ path: String) throws -> SilatStore { try SilatStore.open(at: path, mode: mode) }

    /// Does it, once.
    func run(_ store: SilatStore) async throws {
        let office = SmallOffice(store: store, author: SmallOffice.clerk)
        switch self {
        case .save: _ = try await office.add(Self.people + 1)
        case .edit: _ = try await office.edit(1, address: "Jalan Kenangan 7")
        case .undo: _ = try await store.perform(.undo, by: SmallOffice.clerk)
        case .takeIn: try await office.takeIn(Self.taken)
        case .backup: _ = try await store.backup(to: backupPath(store.path))
        case .restore:
            _ = try await store.restore(
                from: backupPath(store.path), keepingOldAt: store.path + ".lama", by: SmallOffice.clerk)
        case .migrate, .create: break
        }
    }

    /// The same by the command, where there is one.
    func arguments(_ path: String, roster: String) -> [String]? {
        let desk = ["--db", path, "--operator", SmallOffice.clerk.name]
        return switch self {
        case .takeIn: ["import", roster, "--class", SmallOffice.classCode] + desk
        case .undo: ["undo"] + desk
        case .backup: ["backup", backupPath(path)] + desk
        case .restore: ["restore", backupPath(path), "--yes", "--keep-old", path + ".lama"] + desk
        case .migrate: ["gauge"] + desk
        case .create: ["target", "set", "--year", "2025", "--count", "10"] + desk
        case .save, .edit: nil
        }
    }

    /// Holds the file to its promise: whole, and as it was before or is after; a backup beside it can be gone back to.
    ///
    /// - Returns: what it holds.
    func verify(_ path: String, among allowed: [Contents]) async throws -> Contents {
        let store = try open(path)
        defer { store.close() }
        return try await verify(store, among: allowed)
    }

    func verify(_ store: SilatStore, among allowed: [Contents]) async throws -> Contents {
        for finding in try await store.check() {
            if let problem = finding.problem { throw HarnessError("\(self): \(finding.check) \(problem)") }
        }
        let contents = try await Contents(of: store)
        guard allowed.contains(contents) else {
            throw HarnessError("\(self): found \(contents); allowed: \(allowed.map(\.description))")
        }
        if self == .backup || self == .restore { _ = try await store.preview(restoring: backupPath(store.path)) }
        return contents
    }
}

/// A deed with the file it is done to, and what that holds before and after.
struct Rehearsal {
    let deed: Deed
    let folder: String
    let before: Deed.Contents?
    let after: Deed.Contents

    /// Does it once without any fault, to know what comes of it.
    ///
    /// - Parameter run: does it to the file at a path.
    init(_ deed: Deed, in folder: String, _ run: (String) async throws -> Void) async throws {
        self.deed = deed
        self.folder = folder + "/" + deed.rawValue
        try FileManager.default.createDirectory(atPath: self.folder + "/asli", withIntermediateDirectories: true)
        let original = self.folder + "/asli/silat.db"
        try await deed.prepare(original)
        // A file of an earlier layout holds the same once it was brought up to date.
        before =
            switch deed {
            case .create: nil
            case .migrate: nil
            default: try await Rehearsal.contents(original, deed)
            }
        let copy = try Self.copy(self.folder, "coba")
        try await run(copy)
        after = try await Rehearsal.contents(copy, deed)
    }

    var allowed: [Deed.Contents] { (before.map { [$0] } ?? []) + [after] }

    private static func contents(_ path: String, _ deed: Deed) async throws -> Deed.Contents {
        let store = try deed.open(path)
        defer { store.close() }
        return try await Deed.Contents(of: store)
    }

    /// A fresh copy of the file and what lies beside it.
    func copy(_ name: String) throws -> String { try Self.copy(folder, name) }

    private static func copy(_ folder: String, _ name: String) throws -> String {
        try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
        try FileManager.default.copyItem(atPath: folder + "/asli", toPath: "\(folder)/\(name)")
        return "\(folder)/\(name)/silat.db"
    }

    func remove(_ path: String) {
        try? FileManager.default.removeItem(atPath: (path as NSString).deletingLastPathComponent)
    }
}
