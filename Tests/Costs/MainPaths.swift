import CCounting
import CostRecord
import Exchange
import Foundation
import Keyboard
import Store
import Training
import Words

/// What clerks do all day, and what is counted of it.
enum MainPath: String, CaseIterable {
    /// A file is opened, and the first screen shown: in a program that has just begun.
    case start
    /// A letter is typed into a field of the entry form, and its draft kept.
    case key
    /// A participant is saved with an enrollment, and the next form shown.
    case save
    /// A save is taken back.
    case undo
    /// The list of participants is scrolled by a page.
    case page
    /// A letter is typed into the search.
    case search
    /// The totals by kecamatan are opened.
    case totals
    /// A row of a roster is imported into a class; there are 10.000.
    case roster = "import"
}

/// Plays the main paths at one desk, always the same way.
@MainActor
enum MainPaths {
    nonisolated static let year = 2026
    nonisolated static let today = "2026-11-24"
    nonisolated static let author = Author(name: "rina", desk: "meja1")
    /// Noon of ``today``, when the clock stands still.
    nonisolated static let now: @Sendable () -> Date = { Date(timeIntervalSince1970: 1_795_521_600) }

    /// The classes that people are saved into one by one, and by a roster.
    private nonisolated static let classes = ["K-SATU", "K-BANYAK"]
    private static let times = 10

    /// Puts a program and its classes into a file.
    nonisolated static func prepare(_ store: SilatStore) async throws {
        let program = Program(code: try code("P-UKUR"), title: "Menjahit", year: year, track: .community)
        let record = try await store.perform(.addProgram(program), by: author).record
        guard let record, let start = CalendarDate(iso: "2026-03-02") else { throw CostsFailure("no program") }
        for name in classes {
            let course = TrainingClass(
                code: try code(name), program: ID(record), start: start, end: start.adding(days: 10),
                seats: MeasuredRoster.rows)
            _ = try await store.perform(.addClass(course), by: author)
        }
    }

    private nonisolated static func code(_ text: String) throws -> Code {
        guard let code = Code(text) else { throw CostsFailure("no code: \(text)") }
        return code
    }

    /// Plays them on a filled file, which is another one afterwards.
    static func count(_ paths: Set<MainPath>, at file: String) async throws -> CountedCosts {
        guard terminal_take(Int32(MeasuredDesk.size.columns), Int32(MeasuredDesk.size.rows)) else {
            throw CostsFailure("no terminal")
        }
        defer { terminal_give_back() }
        costs_begin()
        let desk = MeasuredDesk(counting: paths)
        let store = try await desk.count(.start) { try await desk.start(at: file) }
        defer {
            desk.close()
            store.close()
        }
        if paths != [.roster] {
            try await browse(desk, store)
            try await enter(desk)
            try await takeBack(desk)
        }
        if paths.contains(.roster) { try await importRoster(desk, store, beside: file) }
        return desk.counted
    }

    private static func browse(_ desk: MeasuredDesk, _ store: SilatStore) async throws {
        for _ in 0..<times {
            await desk.press(.character("1"))
            // As after a save: what the store still knows of the time before is not counted.
            store.forgetAnswers()
            await desk.count(.totals) { await desk.press(.character("4")) }
            try await desk.sees("Murung Pudak")
        }
        await desk.press(.character("2"))
        for _ in 0..<times { await desk.count(.page) { await desk.press(.pageDown) } }
        await desk.press(.character("/"))
        for word in ["siti rahmah", "murung pudak", "noor"] {
            for letter in word { await desk.count(.search) { await desk.press(.character(letter)) } }
            await desk.press(.control("u"))
        }
        await desk.press(.escape)
    }

    /// One participant after the other; of the first nothing is counted, as what is carried forward is entered with it.
    private static func enter(_ desk: MeasuredDesk) async throws {
        await desk.press(.character("n"))
        await desk.type(nik(0) + "Qomariah Pertama")
        await desk.press(.enter)
        for text in ["Tanjung", "murung p", "maburai", "Jalan Jaksa", "", "", ""] {
            await desk.type(text)
            await desk.press(.enter)
        }
        await desk.type(classes[0])
        await desk.press(.enter)
        try await desk.sees("✓ Tersimpan: Qomariah Pertama")
        for number in 1...times {
            await desk.type(nik(number) + "Q")
            let name = "omariah Nomor \(letters[number])"
            for letter in name { await desk.count(.key) { await desk.press(.character(letter)) } }
            await desk.count(.save) { await desk.press(.control("s")) }
            try await desk.sees("✓ Tersimpan: Q\(name)")
        }
        await desk.press(.escape)
    }

    private static let letters = Array("abcdefghijklmnopqrstuvwxyz")

    /// Women a little older than anybody in made-up data.
    private static func nik(_ number: Int) -> String { "630906" + "\(41 + number)0564" + "0001" }

    private static func takeBack(_ desk: MeasuredDesk) async throws {
        for _ in 0..<times {
            await desk.count(.undo) { await desk.press(.character("u")) }
            try await desk.sees("✓ Diurungkan")
        }
    }

    private static func importRoster(_ desk: MeasuredDesk, _ store: SilatStore, beside file: String) async throws {
        let path = file + ".csv"
        try Data(MeasuredRoster.text.utf8).write(to: URL(filePath: path))
        let joined = try await store.trainingClass(code: classes[1]).trainingClass.id
        let rosters = RosterDesk(words: .of(.indonesian), today: { .today(now()) })
        let outcome = try await desk.count(.roster, times: MeasuredRoster.rows) {
            try await rosters.take(ImportPlan(path: path, into: joined), into: store, by: author) { _ in }
        }
        guard outcome.counts.enrolled == MeasuredRoster.rows else {
            throw CostsFailure("imported \(outcome.counts.enrolled) of \(MeasuredRoster.rows) rows")
        }
    }
}

/// What was to be measured did not happen.
struct CostsFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
