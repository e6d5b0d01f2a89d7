import CFaultyDisk
import Foundation
import Store
import Training

/// What a process does that the harness starts in order to kill it, or beside others: it says on standard output what is done.
struct Child {
    let path: String
    let seed: UInt64

    static func say(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        // In one write, so that a line is there whole or not at all.
        _ = bytes.withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
    }

    /// Does a deed on a disk that fails at the chosen operation: the process ends there.
    func ends(in deed: Deed, at operation: Int, _ fault: DiskFault) async throws {
        guard faulty_disk_install() == 0 else { throw HarnessError("no faulty disk") }
        // What is not the deed has to be over before the disk is armed.
        var store = deed.isOpening ? nil : try deed.open(path)
        faulty_disk_arm(operation, fault.number, UInt32(truncatingIfNeeded: seed))
        if store == nil { store = try deed.open(path) }
        if let store { try await deed.run(store) }
        Self.say("done")
        store?.close()
        Self.say("operations \(faulty_disk_operations())")
    }

    /// A clerk who enters, corrects, imports and takes back until somebody ends that.
    func enters(from first: Int) async throws {
        let office = SmallOffice(store: try SilatStore.open(at: path, mode: .readWrite), author: SmallOffice.clerk)
        var chance = Chance(seed)
        var number = first
        Self.say("ready")
        while true {
            switch chance.next(10) {
            case 0:
                Self.say("importing \(number)")
                try await office.takeIn(number..<number + Self.importSize)
                Self.say("imported \(number)")
                number += Self.importSize
            case 1:
                let address = "Jalan \(SmallOffice.letters(number))"
                Self.say("editing \(address)")
                _ = try await office.edit(1, address: address)
                Self.say("edited \(address)")
            case 2:
                // Only what was saved here just now: then the ledger knows whom it takes back.
                _ = try await office.add(number)
                Self.say("undoing \(number)")
                _ = try await office.store.perform(.undo, by: office.author)
                Self.say("undone \(number)")
                number += 1
            default:
                try await office.store.keepDraft("konsep \(number)", form: Self.form, by: office.author)
                Self.say("typed \(number)")
                _ = try await office.add(number)
                Self.say("saved \(number)")
                try await office.store.keepDraft(nil, form: Self.form, by: office.author)
                Self.say("cleared \(number)")
                number += 1
            }
        }
    }

    static let importSize = 25
    static let form = "harness"
}

/// Numbers by chance, the same for the same seed.
struct Chance {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    /// A number from 0, below the bound.
    mutating func next(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int((state >> 11) % UInt64(max(1, bound)))
    }
}

/// How the disk fails.
enum DiskFault: String, CaseIterable {
    case full, error, torn, kill, tornKill, powerCut

    var number: Int32 {
        switch self {
        case .full: Int32(bitPattern: FAULTY_DISK_FULL.rawValue)
        case .error: Int32(bitPattern: FAULTY_DISK_ERROR.rawValue)
        case .torn: Int32(bitPattern: FAULTY_DISK_TORN.rawValue)
        case .kill: Int32(bitPattern: FAULTY_DISK_KILL.rawValue)
        case .tornKill: Int32(bitPattern: FAULTY_DISK_TORN_KILL.rawValue)
        case .powerCut: Int32(bitPattern: FAULTY_DISK_POWER_CUT.rawValue)
        }
    }

    /// Those that the program lives to tell of.
    static let told: [DiskFault] = [.full, .error, .torn]
    /// Those that end it.
    static let fatal: [DiskFault] = [.kill, .tornKill, .powerCut]
}
