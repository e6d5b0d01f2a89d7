import CFaultyDisk
import Foundation
import Store
import Training

/// Has the disk fail under a deed at one operation after the other, and looks whether the clerk is told and can go on.
struct Faults {
    let folder: String
    var chance: Chance
    var injected = 0
    /// Failures after which the same program did it again and it was done.
    var wentOn = 0

    init(in folder: String, seed: UInt64) throws {
        guard faulty_disk_install() == 0 else { throw HarnessError("no faulty disk") }
        self.folder = folder
        chance = Chance(seed)
    }

    /// - Parameter points: how many operations of each deed; `nil` for every one.
    mutating func sweep(_ points: Int?) async throws {
        for deed in Deed.allCases {
            var operations = 0
            let rehearsal = try await Rehearsal(deed, in: folder + "/fault") { path in
                var store = deed.isOpening ? nil : try deed.open(path)
                faulty_disk_arm(0, DiskFault.full.number, 0)
                if store == nil { store = try deed.open(path) }
                if let store { try await deed.run(store) }
                operations = faulty_disk_operations()
                faulty_disk_mend()
                store?.close()
            }
            for fault in DiskFault.told {
                for operation in Kills.chosen(points, of: operations, &chance) {
                    do { try await fail(rehearsal, fault, operation) } catch {
                        faulty_disk_mend()
                        throw HarnessError("\(deed), \(fault) at \(operation) of \(operations): \(error)")
                    }
                }
            }
        }
    }

    private mutating func fail(_ rehearsal: Rehearsal, _ fault: DiskFault, _ operation: Int) async throws {
        let deed = rehearsal.deed
        let path = try rehearsal.copy("\(fault)-\(operation)")
        defer { rehearsal.remove(path) }
        var store = deed.isOpening ? nil : try deed.open(path)
        faulty_disk_arm(operation, fault.number, 0)
        var told: (any Error)?
        do {
            if store == nil { store = try deed.open(path) }
            if let store { try await deed.run(store) }
        } catch { told = error }
        if faulty_disk_operations() >= operation { injected += 1 }
        faulty_disk_mend()
        if let told {
            try check(told, of: fault)
            if !deed.isOpening, let store { _ = try await deed.verify(store, among: rehearsal.allowed.dropLast()) }
            // There is room again: the same program goes on.
            if store == nil { store = try deed.open(path) }
            if let store { try await deed.run(store) }
            wentOn += 1
        }
        // An error that nobody was told of must have done no harm.
        if let store { _ = try await deed.verify(store, among: [rehearsal.after]) }
        store?.close()
        _ = try await deed.verify(path, among: [rehearsal.after])
    }

    private func check(_ error: any Error, of fault: DiskFault) throws {
        guard let failure = error as? StoreFailure else {
            throw HarnessError("not said in the field's terms: \(error)")
        }
        switch failure {
        case .diskFull where fault == .full: return
        case .system where fault != .full: return
        // Of a file that could not be made.
        case .cannotCreate: return
        default: throw HarnessError("said wrongly: \(failure)")
        }
    }
}
