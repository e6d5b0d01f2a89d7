import Synchronization
import Training
import Words

/// Tells a clerk, or another program, what came of an import. Memory does not grow with the number of refused rows.
public final class ImportReport: Sendable {
    private let format: ListFormat
    private let words: Phrasebook
    private let say: @Sendable (String) -> Void
    private let spool = Mutex<Spool?>(nil)

    /// - Parameter say: where sentences for people go, one a line.
    public init(_ format: ListFormat, _ words: Phrasebook, say: @escaping @Sendable (String) -> Void) {
        self.format = format
        self.words = words
        self.say = say
    }

    /// Keeps a refused row for the end: only then it is known whether anything was kept at all.
    ///
    /// - Throws: ``OutputFailure`` where there is no room.
    public func add(_ rejection: Rejection) throws(OutputFailure) {
        let line =
            switch format {
            case .json: rejection.json.text
            case .csv, .table:
                words.command.rejectedRow(
                    rejection.row, rejection.column.rawValue, rejection.value.strippedOfControls,
                    rejection.reason.strippedOfControls)
            }
        let spool = try self.spool.withLock { spool throws(OutputFailure) in
            let open = if let spool { spool } else { try Spool() }
            spool = open
            return open
        }
        try spool.write(line + "\n")
    }

    /// Says what was kept to be looked at, and whether the class is overfull now.
    ///
    /// - Parameter line: the class as it stood before the import.
    public func sayWhatToSettle(_ counts: ImportCounts, class line: ClassLine?) {
        for doubt in Doubt.allCases {
            guard let count = counts.doubts[doubt] else { continue }
            say(words.command.doubtsKept(words.language.number(count), words.terms.doubt(doubt)))
        }
        guard let line else { return }
        let taken = line.taken + counts.enrolled
        let seats = line.trainingClass.value.seats
        if counts.enrolled > 0, taken > seats {
            say(
                words.command.overfull(
                    line.trainingClass.value.code.text, words.language.number(taken), words.language.number(seats)))
        }
    }

    /// Writes the figures, and every refused row: as sentences for people, in `errors` for programs.
    public func write(_ counts: ImportCounts, hasClass: Bool, _ style: TableStyle, to output: Output) throws {
        if format == .json { return try writeJSON(counts, to: output) }
        try spool.withLock(\.self)?.read { text in
            for line in text.split(separator: "\n") { say(String(line)) }
        }
        let list = ListWriter(format, columns: columns(hasClass: hasClass || format == .csv), style: style, to: output)
        try list.add(counts)
        try list.finish()
    }

    private func writeJSON(_ counts: ImportCounts, to output: Output) throws {
        let figures = JSONValue.row(counts, columns(hasClass: true)).text.dropLast()
        try output.write("\(figures), \"errors\": [")
        var isFirst = true
        try spool.withLock(\.self)?.read { text in
            for line in text.split(separator: "\n") {
                try output.write((isFirst ? "\n" : ",\n") + line)
                isFirst = false
            }
        }
        try output.write(isFirst ? "]}\n" : "\n]}\n")
    }

    private func columns(hasClass: Bool) -> [Column<ImportCounts>] {
        [
            Column("read", words.command.read) { .number($0.read) },
            Column("added", words.command.added) { .number($0.added) },
            Column("matched", words.command.matched) { .number($0.matched) },
            Column("enrolled", words.command.enrolledCount, isShown: hasClass) { .number($0.enrolled) },
            Column("already_enrolled", words.command.alreadyEnrolled, isShown: hasClass) {
                .number($0.alreadyEnrolled)
            },
            Column("rejected", words.command.rejected) { .number($0.rejected) },
        ]
    }
}

extension Rejection {
    fileprivate var json: JSONValue {
        ["row": .int(row), "column": .string(column.rawValue), "value": .string(value), "reason": .string(reason)]
    }
}
