import Foundation
import GRDB
import Store
import Training

/// One of several desks at a file.
struct BusyDesk {
    let office: SmallOffice
    let number: Int
    var chance: Chance
    private var next: Int

    /// People whom every desk corrects.
    static let shared = 1...8
    static let importSize = 20
    /// Longer than a desk used to wait.
    static let longImport: UInt32 = 7

    init(_ path: String, number: Int) throws {
        let author = Author(name: "petugas \(SmallOffice.letters(number))", desk: "meja\(number)")
        office = SmallOffice(store: try SilatStore.open(at: path, mode: .readWrite), author: author)
        self.number = number
        chance = Chance(UInt64(number + 1))
        next = 1_000 + number * 20_000
    }

    /// Works through so many operations and says what came of each.
    mutating func work(_ operations: Int) async {
        for operation in 0..<operations {
            do {
                if operation == operations / 3, number == 0 {
                    try await takeIn(hold: Self.longImport)
                } else {
                    try await one(operation)
                }
            } catch let refusal as Refusal {
                Child.say("refused \(refusal)")
            } catch { Child.say("failed \(error)") }
        }
        office.store.close()
        Child.say("end")
    }

    private mutating func one(_ operation: Int) async throws {
        switch chance.next(20) {
        case 0..<9:
            next += 1
            _ = try await office.add(next)
            Child.say("people 1")
        case 9..<16: try await correct(Self.shared.lowerBound + chance.next(Self.shared.count), operation)
        case 16, 17: try await takeIn()
        default: try await undo()
        }
    }

    private mutating func takeIn(hold: UInt32 = 0) async throws {
        let first = next + 1
        next += Self.importSize
        try await office.takeIn(first..<first + Self.importSize, hold: hold)
        Child.say("people \(Self.importSize)")
    }

    private func undo() async throws {
        let receipt = try await office.store.perform(.undo, by: office.author)
        switch receipt.undone {
        case .addParticipant: Child.say("people -1")
        case .importRoster: Child.say("people -\(Self.importSize)")
        default: Child.say("undone \(receipt.undone?.rawValue ?? "-")")
        }
    }

    /// Corrects a record as a clerk does: reads it, thinks, saves; where another was faster she sees both and decides anew.
    private mutating func correct(_ person: Int, _ operation: Int) async throws {
        let address = "Jalan \(SmallOffice.letters(number)) \(SmallOffice.letters(operation))"
        guard var seen = try await office.person(person) else { throw HarnessError("\(person) is not on file") }
        usleep(UInt32(chance.next(20_000)))
        while true {
            do {
                _ = try await office.edit(seen, address: address)
                return Child.say("edited \(person) \(address)")
            } catch Refusal.changedMeanwhile(let theirs, let author) {
                let isTold = theirs.version != seen.version && !author.name.isEmpty && !author.desk.isEmpty
                Child.say(isTold ? "conflict" : "failed conflict without who and what")
                seen = theirs
            }
        }
    }
}

/// Several desks at one file, all at once.
struct Desks {
    let folder: String
    var operations = 0
    var edits = 0
    var conflicts = 0
    var people = BusyDesk.shared.count
    var imports = 0

    init(in folder: String) { self.folder = folder }

    mutating func run(desks: Int, operations count: Int) async throws {
        let path = folder + "/meja.db"
        try await SmallOffice.make(at: path, people: BusyDesk.shared.count)
        let children = try (0..<desks).map { try ChildProcess(["desk", path, "\($0)", "\(count)"]) }
        let commands = try (0..<3).map { number in
            let numbers = 200_000 + number * 100..<200_000 + number * 100 + 30
            let roster = "\(folder)/kiriman-\(number).csv"
            try SmallOffice.roster(numbers).write(toFile: roster, atomically: true, encoding: .utf8)
            return try ChildProcess(
                ChildProcess.silat,
                ["import", roster, "--class", SmallOffice.classCode, "--db", path, "--operator", "kurir"],
                messagesToo: true)
        }
        for command in commands {
            let said = command.lines()
            guard command.ending() == 0 else { throw HarnessError("an import at another desk: \(said)") }
            people += 30
            imports += 1
        }
        var landed: [(person: Int, address: String)] = []
        for child in children { try take(child, &landed) }
        try await recount(path, landed)
    }

    private mutating func take(_ child: ChildProcess, _ landed: inout [(person: Int, address: String)]) throws {
        var hasEnded = false
        for line in child.lines() {
            let words = line.split(separator: " ").map(String.init)
            operations += 1
            switch words.first {
            case "people": people += Int(words[1]) ?? 0
            case "edited":
                landed.append((Int(words[1]) ?? 0, words.dropFirst(2).joined(separator: " ")))
                edits += 1
            case "conflict": conflicts += 1
            case "refused", "undone": break
            case "end":
                hasEnded = true
                operations -= 1
            default: throw HarnessError("shown to a clerk: \(line)")
            }
        }
        guard child.ending() == 0, hasEnded else { throw HarnessError("a desk ended before its work") }
    }

    /// Nothing is lost: everybody is there, and every edit that was echoed stands on file or in the log.
    private func recount(_ path: String, _ landed: [(person: Int, address: String)]) async throws {
        let store = try SilatStore.open(at: path, mode: .readWrite)
        for finding in try await store.check() {
            if let problem = finding.problem { throw HarnessError("\(finding.check): \(problem)") }
        }
        let found = try await store.count(of: ParticipantQuery())
        guard found == people else { throw HarnessError("\(found) people on file, \(people) were saved") }
        var numbers: [Int: (id: Int64, address: String?)] = [:]
        for person in BusyDesk.shared {
            guard let stored = try await SmallOffice(store: store, author: SmallOffice.clerk).person(person) else {
                throw HarnessError("person \(person) is lost")
            }
            numbers[person] = (stored.id.rawValue, stored.value.address)
        }
        store.close()
        let queue = try DatabaseQueue(path: path)
        for (person, address) in landed {
            guard let stored = numbers[person] else { continue }
            let inLog = try await queue.read { db in
                try Int.fetchOne(
                    db, sql: "SELECT count(*) FROM change WHERE row = ? AND json_extract(before, '$.address') = ?",
                    arguments: [stored.id, address]) ?? 0
            }
            guard inLog > 0 || stored.address == address else {
                throw HarnessError("an edit is lost: \(address) of person \(person)")
            }
        }
    }
}
