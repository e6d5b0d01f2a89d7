import Foundation
import Store
import Training

/// A file with a target, one class and a few people, who are made by numbers.
struct SmallOffice {
    let store: SilatStore
    let author: Author

    static let year = 2025
    static let classCode = "K-001"
    /// At this machine, as the command has it.
    static let clerk = Author(name: "rina", desk: machine)

    private static var machine: String {
        var name = [CChar](repeating: 0, count: 256)
        guard gethostname(&name, name.count - 1) == 0 else { return "silat" }
        return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// Makes a file with so many people in its class, numbered from 1.
    static func make(at path: String, people: Int) async throws {
        let store = try SilatStore.open(at: path, mode: .create)
        defer { store.close() }
        _ = try await store.perform(.setTarget(Target(year: year, count: 10)), by: clerk)
        let program = Program(code: try code("P-1"), title: "Menjahit", year: year, track: .community)
        let programID = try await store.perform(.addProgram(program), by: clerk).record
        let start = try date(month: 1, day: 3)
        let course = TrainingClass(
            code: try code(classCode), program: ID(programID ?? 0), start: start, end: start.adding(days: 10), seats: 16
        )
        _ = try await store.perform(.addClass(course), by: clerk)
        let office = SmallOffice(store: store, author: clerk)
        for number in 1...people { _ = try await office.add(number) }
    }

    /// Adds the person of this number to the class.
    func add(_ number: Int) async throws -> Receipt {
        let joined = try await store.trainingClass(code: Self.classCode).trainingClass.id
        return try await store.perform(
            .addParticipant(try Self.person(number), in: joined, confirmed: Set(Doubt.allCases)), by: author)
    }

    /// Gives the person of this number another address, as seen on file at this moment.
    func edit(_ number: Int, address: String) async throws -> Receipt {
        guard let stored = try await person(number) else { throw HarnessError("person \(number) is not on file") }
        return try await edit(stored, address: address)
    }

    func edit(_ seen: Stored<Participant>, address: String) async throws -> Receipt {
        var edited = seen
        edited.value.address = address
        return try await store.perform(
            .editParticipant(edited, basedOn: seen, confirmed: Set(Doubt.allCases)), by: author)
    }

    /// Takes people in as one step; `hold` is how long that takes, in seconds.
    func takeIn(_ numbers: Range<Int>, hold: UInt32 = 0) async throws {
        let joined = try await store.trainingClass(code: Self.classCode).trainingClass
        let standing = EnrollmentStanding(.registered, on: joined.value.start, detail: nil)
        try await store.takeIn(as: .importRoster, note: "\(numbers)", by: author, keep: true) { intake in
            for number in numbers {
                let id = try intake.add(try Self.person(number), doubts: [])
                if let standing { _ = try intake.enroll(id, in: joined.id, standing: standing) }
            }
            if hold > 0 { sleep(hold) }
        }
    }

    func person(_ number: Int) async throws -> Stored<Participant>? {
        try await store.participant(nik: try Self.nik(number))
    }

    // MARK: People by number

    static func person(_ number: Int) throws -> Participant {
        guard let name = PersonName("Siti " + letters(number)) else { throw HarnessError("no name for \(number)") }
        return Participant(
            identity: .nik(try nik(number)), name: name, birthDate: try birthDate(number), sex: .female,
            residence: .outside)
    }

    static func nik(_ number: Int) throws -> NIK { try NIK(digits(number)) }

    static func digits(_ number: Int) -> String {
        let serial = String(number % 9_000 + 1)
        return "630906\(40 + day(number))\(twoDigits(month(number)))25"
            + String(repeating: "0", count: 4 - serial.count) + serial
    }

    /// Every nine thousand people are born a day later, of 28 days in each of 12 months: enough for three million.
    private static func day(_ number: Int) -> Int { number / 9_000 % 28 + 1 }
    private static func month(_ number: Int) -> Int { number / (9_000 * 28) % 12 + 1 }

    private static func birthDate(_ number: Int) throws -> CalendarDate {
        try date(month: month(number), day: day(number))
    }

    private static func date(month: Int, day: Int) throws -> CalendarDate {
        let text = "2025-\(twoDigits(month))-\(twoDigits(day))"
        guard let date = CalendarDate(iso: text) else { throw HarnessError("no such day: \(text)") }
        return date
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    static func letters(_ number: Int) -> String {
        let letters = Array("abcdefghij")
        return String(String(number).compactMap { $0.wholeNumberValue.map { letters[$0] } })
    }

    private static func code(_ text: String) throws -> Code {
        guard let code = Code(text) else { throw HarnessError("no code: \(text)") }
        return code
    }

    /// A roster of these people, as the command reads it.
    static func roster(_ numbers: Range<Int>) -> String {
        numbers.reduce(into: "nik,nama,kecamatan,desa\n") { text, number in
            text += "\(digits(number)),Siti \(letters(number)),Murung Pudak,Maburai\n"
        }
    }
}

/// The harness itself could not go on, or found a promise broken.
struct HarnessError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
