import GRDB
import Training

/// Classes sought by their codes and the titles of their programs.
///
/// A year may have tens of thousands, of some hundred programs: each title is looked at once, and codes are compared as they stand on file.
struct ClassSearch {
    private let db: Database
    private let typed: FoldedText
    /// What was typed as it would stand in a code, whole and by words.
    private let code: [UInt8]
    private let codeWords: [[UInt8]]
    /// How the titles of the year's programs fit.
    private var titles: [Int64: TitleFit] = [:]

    init(_ typed: FoldedText, of year: Int, in db: Database) throws {
        self.db = db
        self.typed = typed
        code = Array(typed.text.uppercased().utf8)
        codeWords = typed.words.map { Array($0.uppercased().utf8) }
        try db.cachedStatement(sql: "SELECT id, title FROM program WHERE year = ?").each([year]) { row in
            titles[row.number(at: 0)] = TitleFit(of: row.text(at: 1) ?? "", typed)
        }
    }

    /// The classes that fit best, and how many fit.
    func best(_ count: Int) throws -> (ids: [Int64], total: Int) {
        var best = BestClasses(count)
        try db.cachedStatement(sql: "SELECT id, program, code FROM training_class").each { row in
            guard let title = titles[row.number(at: 1)], let code = row.text(at: 2), let rank = rank(code, title) else {
                return
            }
            best.add(FittingClass(rank: rank, code: code, id: row.number(at: 0)))
        }
        return (best.ids, best.total)
    }

    /// How well a class fits: the lower the better, `nil` where it does not.
    private func rank(_ text: String, _ title: TitleFit) -> Int? {
        let begins = text.utf8.starts(with: code)
        if title.isTyped || begins && text.utf8.count == code.count { return 0 }
        if begins { return 1 }
        if title.beginsAsTyped { return 2 }
        let fits = title.missing.allSatisfy { text.hasWord(beginning: codeWords[$0]) }
        return fits && !codeWords.isEmpty ? 3 : nil
    }
}

/// How the title of a program fits what was typed.
private struct TitleFit {
    let isTyped: Bool
    let beginsAsTyped: Bool
    /// Which of the words typed begin none of its words.
    let missing: [Int]

    init(of title: String, _ typed: FoldedText) {
        let folded = title.foldedForSearch
        let words = folded.searchWords
        isTyped = folded == typed.text
        beginsAsTyped = folded.hasPrefix(typed.text)
        missing = typed.words.indices.filter { word in !words.contains { $0.hasPrefix(typed.words[word]) } }
    }
}

private struct FittingClass: Comparable {
    let rank: Int
    let code: String
    let id: Int64

    static func < (one: Self, other: Self) -> Bool { (one.rank, one.code, one.id) < (other.rank, other.code, other.id) }
}

/// The best of the classes that fit; the others are only counted.
private struct BestClasses {
    private let limit: Int
    private var kept: [FittingClass] = []
    /// What nobody who is worse than comes in.
    private var bar: FittingClass?
    private(set) var total = 0

    init(_ limit: Int) { self.limit = limit }

    var ids: [Int64] { kept.sorted().prefix(limit).map(\.id) }

    mutating func add(_ fitting: FittingClass) {
        total += 1
        if let bar, bar < fitting { return }
        kept.append(fitting)
        // So many at once that sorting them takes little of the time.
        guard kept.count >= 4 * limit else { return }
        kept = Array(kept.sorted().prefix(limit))
        bar = kept.last
    }
}

extension String {
    /// Whether one of a code's words, which are of capitals and digits, begins so.
    fileprivate func hasWord(beginning: [UInt8]) -> Bool {
        var place = utf8.startIndex
        var isInWord = false
        while place < utf8.endIndex {
            let isPart = utf8[place].isDigit || utf8[place].isPlainLetter
            if isPart, !isInWord, utf8[place...].starts(with: beginning) { return true }
            isInWord = isPart
            place = utf8.index(after: place)
        }
        return false
    }
}
