import Foundation
import Store
import Synchronization
import Training

/// Kills processes at their work, and looks at the file after each.
struct Kills {
    let folder: String
    var chance: Chance
    var killed = 0
    var savesChecked = 0
    var draftsOffered = 0
    var importsChecked = 0

    private static let signals = [SIGKILL, SIGKILL, SIGTERM, SIGHUP, SIGINT]

    init(in folder: String, seed: UInt64) {
        self.folder = folder
        chance = Chance(seed)
    }

    // MARK: A clerk at work

    /// Kills a clerk so many times, a new file after each hundred.
    mutating func killClerks(_ times: Int) async throws {
        var ledger = Ledger()
        var path = ""
        for round in 0..<times {
            if round % 100 == 0 {
                path = "\(folder)/clerk-\(round).db"
                try await SmallOffice.make(at: path, people: 1)
                ledger = Ledger()
            }
            let first = ledger.nextNumber
            let child = try ChildProcess(["clerk", path, "\(chance.next(1 << 30))", "\(first)"])
            var wanted = chance.next(40) + 1
            while wanted > 0, let line = child.line() {
                ledger.take(line)
                wanted -= 1
            }
            usleep(UInt32(chance.next(3_000)))
            child.kill(Self.signals[chance.next(Self.signals.count)])
            for line in child.lines() { ledger.take(line) }
            guard child.ending() == nil else { throw HarnessError("the clerk ended by herself: \(ledger.last)") }
            killed += 1
            try await look(at: path, &ledger)
        }
    }

    private mutating func look(at path: String, _ ledger: inout Ledger) async throws {
        let store = try SilatStore.open(at: path, mode: .readWrite)
        defer { store.close() }
        for finding in try await store.check() {
            if let problem = finding.problem { throw HarnessError("\(finding.check): \(problem) (\(path))") }
        }
        var onFile: [String: Int] = [:]
        let names = Names()
        try await store.eachParticipant(ParticipantQuery()) { names.add($0.value.name.text) }
        for name in names.all { onFile[name, default: 0] += 1 }
        if let repeated = onFile.first(where: { $0.value > 1 }) { throw HarnessError("twice: \(repeated.key)") }
        func isThere(_ number: Int) -> Bool { onFile["Siti " + SmallOffice.letters(number)] == 1 }

        for number in ledger.saved where !isThere(number) { throw HarnessError("echoed and lost: \(number) (\(path))") }
        for number in ledger.undone where isThere(number) { throw HarnessError("taken back and there: \(number)") }
        savesChecked += ledger.saved.count
        for (first, isDone) in ledger.imports {
            let count = (first..<first + Child.importSize).filter(isThere).count
            guard count == Child.importSize || (count == 0 && !isDone) else {
                throw HarnessError("half an import: \(count) of \(Child.importSize), echoed: \(isDone)")
            }
            importsChecked += 1
        }
        let address = try await SmallOffice(store: store, author: SmallOffice.clerk).person(1)?.value.address
        guard ledger.addresses.contains(address) else {
            throw HarnessError("the edit is lost: \(address ?? "-"), not of \(ledger.addresses)")
        }
        let draft = try await store.draft(form: Child.form, by: SmallOffice.clerk)
        if let typed = ledger.typedAndNotSaved {
            // Where the save went through and its echo did not, she is offered what she need not save again.
            guard draft == "konsep \(typed)" else { throw HarnessError("no draft of \(typed): \(draft ?? "-")") }
            draftsOffered += 1
        }
        try await store.keepDraft(nil, form: Child.form, by: SmallOffice.clerk)
        ledger.settle(address)
    }

    // MARK: Commands and deeds

    /// Kills the built command in the middle of a deed, at random moments.
    mutating func killCommands(_ times: Int) async throws {
        let roster = folder + "/daftar.csv"
        try SmallOffice.roster(Deed.taken).write(toFile: roster, atomically: true, encoding: .utf8)
        let deeds = Deed.allCases.filter { $0.arguments("", roster: "") != nil }
        for (place, deed) in deeds.enumerated() {
            var duration = 0.0
            let rehearsal = try await Rehearsal(deed, in: folder + "/command") { path in
                let start = Date()
                let command = try ChildProcess(
                    ChildProcess.silat, deed.arguments(path, roster: roster) ?? [], messagesToo: true)
                let said = command.lines()
                guard command.ending() == 0 else { throw HarnessError("\(deed): \(said)") }
                duration = Date().timeIntervalSince(start)
            }
            let rounds = times / deeds.count + (place < times % deeds.count ? 1 : 0)
            for round in 0..<rounds {
                let path = try rehearsal.copy("\(round)")
                let command = try ChildProcess(
                    ChildProcess.silat, deed.arguments(path, roster: roster) ?? [], messagesToo: true)
                usleep(UInt32(duration * Double(chance.next(1_100)) * 1_000))
                command.kill(Self.signals[chance.next(Self.signals.count)])
                _ = command.lines()
                if command.ending() == nil { killed += 1 }
                try await rehearsal.goesOn(path, wasDone: false)
                rehearsal.remove(path)
            }
        }
    }

    /// Ends a process at operations of the disk: before one, in the middle of one, and with the power gone.
    ///
    /// - Parameter points: how many operations of each deed; `nil` for every one.
    mutating func killAtOperations(_ points: Int?) async throws {
        for deed in Deed.allCases {
            let rehearsal = try await Rehearsal(deed, in: folder + "/operation") { path in
                let store = try deed.open(path)
                defer { store.close() }
                try await deed.run(store)
            }
            for fault in DiskFault.fatal { try await end(rehearsal, fault, points) }
        }
    }

    private mutating func end(_ rehearsal: Rehearsal, _ fault: DiskFault, _ points: Int?) async throws {
        let all = try await operations(of: rehearsal)
        for operation in Self.chosen(points, of: all, &chance) {
            let path = try rehearsal.copy("\(fault)-\(operation)")
            let child = try ChildProcess(
                ["end", path, "\(chance.next(1 << 30))", rehearsal.deed.rawValue, "\(operation)", fault.rawValue])
            let said = child.lines()
            // Operations that SQLite saved itself this time never come: then the deed was simply done.
            if child.ending() == nil { killed += 1 }
            do { try await rehearsal.goesOn(path, wasDone: said.contains("done")) } catch {
                throw HarnessError("\(rehearsal.deed), \(fault) at \(operation) of \(all): \(error)")
            }
            rehearsal.remove(path)
        }
    }

    private func operations(of rehearsal: Rehearsal) async throws -> Int {
        let path = try rehearsal.copy("count")
        defer { rehearsal.remove(path) }
        let child = try ChildProcess(["end", path, "1", rehearsal.deed.rawValue, "0", "kill"])
        let said = child.lines()
        guard let count = said.last?.split(separator: " ").last.flatMap({ Int($0) }) else {
            throw HarnessError("\(rehearsal.deed): \(said)")
        }
        return count
    }

    /// Operations to fail at: every one, or some by chance, the first and last among them.
    static func chosen(_ points: Int?, of all: Int, _ chance: inout Chance) -> [Int] {
        guard let points, points < all else { return Array(1...max(1, all)) }
        return (0..<points).map { place in 1 + place * all / points + chance.next(max(1, all / points)) }
    }
}

extension Rehearsal {
    /// After an end in its middle: the file is whole, and the deed can be done where it was not.
    func goesOn(_ path: String, wasDone: Bool) async throws {
        if deed.isOpening {
            // What was begun is finished by opening.
            if deed == .create {
                let found = try await deed.verify(path, among: allowed + [try await nothing()])
                if wasDone, found != after { throw HarnessError("echoed and lost: \(found)") }
            } else {
                _ = try await deed.verify(path, among: allowed)
            }
            return
        }
        let found = try await deed.verify(path, among: allowed)
        if found == after { return }
        guard !wasDone else { throw HarnessError("echoed and lost: \(found)") }
        let store = try deed.open(path)
        defer { store.close() }
        try await deed.run(store)
        _ = try await deed.verify(store, among: [after])
    }

    /// What a file holds that was only just made.
    private func nothing() async throws -> Deed.Contents { try await Deed.Contents(of: SilatStore.inMemory()) }
}

/// Names, as a stream of records hands them over.
private final class Names: Sendable {
    private let names = Mutex<[String]>([])

    var all: [String] { names.withLock { $0 } }

    func add(_ name: String) { names.withLock { $0.append(name) } }
}

/// What a clerk's process said it had done.
struct Ledger {
    private(set) var saved: Set<Int> = []
    private(set) var undone: Set<Int> = []
    private(set) var imports: [Int: Bool] = [:]
    /// What the edited address may be: what was echoed last, and what was begun after.
    private(set) var addresses: [String?] = [nil]
    private(set) var typedAndNotSaved: Int?
    private(set) var last = ""
    private(set) var nextNumber = 100

    mutating func take(_ line: String) {
        last = line
        let words = line.split(separator: " ")
        if words.first == "editing" { return addresses.append(words.dropFirst().joined(separator: " ")) }
        if words.first == "edited" {
            addresses = [words.dropFirst().joined(separator: " ")]
            return
        }
        guard words.count == 2, let number = Int(words[1]) else { return }
        nextNumber = max(nextNumber, number + Child.importSize)
        switch words[0] {
        case "typed": typedAndNotSaved = number
        case "saved":
            saved.insert(number)
            typedAndNotSaved = nil
        case "undone": undone.insert(number)
        case "importing": imports[number] = false
        case "imported": imports[number] = true
        default: break
        }
    }

    /// What came of the end is known now.
    mutating func settle(_ address: String?) {
        addresses = [address]
        typedAndNotSaved = nil
        imports = imports.filter { $0.value }
        // One that was not echoed may have been saved.
        nextNumber += Child.importSize
    }
}
