import BenchmarkTables
import Keyboard

/// Something that is done over a slow line; each begins where the one before has ended.
struct LineDeed {
    let name: String
    let promise: LinePromise
    /// What leads there, which is not timed.
    var way: [Key] = []
    let keys: [Key]
    /// Between two keys; none where they are typed at once.
    var pause = Duration.zero
    /// The most large repaints that it may take, where keys are to be folded.
    var mostRepaints: Int?

    /// A key that is held down comes so often.
    private static let held = Duration.milliseconds(33)
    /// A good typist.
    private static let typing = Duration.milliseconds(120)
    private static let presses = 20

    /// From the first screen through all that clerks do, and back to the first screen.
    static let all = list + form + screens

    private static let list = [
        LineDeed(name: "Peserta", promise: .screen, keys: [.character("2")]),
        LineDeed(name: "step in a table", promise: .key, keys: [.down]),
        LineDeed(name: "page of a table", promise: .part, way: [.pageDown], keys: [.pageDown]),
        LineDeed(
            name: "PgDn held, \(presses) presses", promise: .screen, way: [.home],
            keys: Array(repeating: .pageDown, count: presses), pause: held, mostRepaints: 4),
        LineDeed(
            name: "arrow held for 3 s", promise: .screen, way: [.home],
            keys: Array(repeating: .down, count: 90), pause: held),
        LineDeed(
            name: "search, typed fast", promise: .screen, way: text("/"), keys: text("siti rah"), pause: typing),
    ]

    private static let form = [
        LineDeed(name: "form opened", promise: .part, way: [.escape, .escape], keys: text("n")),
        LineDeed(name: "letter in a field", promise: .key, way: [.tab, .tab], keys: text("S")),
        LineDeed(name: "ten letters ahead", promise: .key, keys: text("iti Noorha")),
        LineDeed(name: "name, typed fast", promise: .key, keys: text("yati binti Abdullah"), pause: typing),
        LineDeed(name: "next field", promise: .key, keys: [.tab]),
        LineDeed(name: "back by Esc", promise: .screen, way: [.backTab, .control("u")], keys: [.escape]),
    ]

    private static let screens = [
        LineDeed(name: "Kelas", promise: .screen, keys: text("3")),
        LineDeed(name: "Wilayah", promise: .screen, keys: text("4")),
        LineDeed(name: "Pemantauan", promise: .screen, keys: text("5")),
        LineDeed(name: "Laporan", promise: .screen, keys: text("6")),
        LineDeed(name: "Capaian", promise: .screen, keys: text("1")),
        LineDeed(name: "help", promise: .screen, keys: text("?")),
        LineDeed(name: "names behind a figure", promise: .screen, way: [.escape, .end], keys: [.enter]),
        LineDeed(name: "back to the figure", promise: .screen, keys: [.escape]),
    ]

    /// Somebody new is entered and saved.
    ///
    /// - Parameter round: nobody can be entered twice.
    static func save(round: Int) -> LineDeed {
        LineDeed(
            name: "save of somebody new", promise: .part,
            way: text("2n63090645055099\(round)\(round)Zulaikha Uji Baris\r\rkelua\r\t"), keys: [.control("s")])
    }

    static let quit = LineDeed(
        name: "PgDn held, then quit", promise: .screen, way: [.escape],
        keys: Array(repeating: .pageDown, count: 60) + text("q"), pause: held)

    /// What leads there, in pieces that can be sent at once: what follows Esc in one breath would be another key.
    var wayInPieces: [[Key]] {
        way.reduce(into: [[]]) { pieces, key in
            pieces[pieces.count - 1].append(key)
            if key == .escape { pieces.append([]) }
        }.filter { !$0.isEmpty }
    }

    private static func text(_ text: String) -> [Key] {
        text.map { $0 == "\r" ? .enter : $0 == "\t" ? .tab : .character($0) }
    }
}
