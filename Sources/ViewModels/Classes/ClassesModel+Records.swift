import Training
import Words

extension ClassLine: ListedRecord {
    public static var orders: [RecordOrder] { [.code, .start, .title, .freeSeats] }

    public var number: Int64 { trainingClass.id.rawValue }
    public var parent: Int64? { trainingClass.value.program.rawValue }
    public var code: Code { trainingClass.value.code }
    public var title: String { program.title }

    /// Whether no seat is left, or more are taken than there are.
    public var fullness: Fullness {
        let free = trainingClass.value.seats - taken
        return free > 0 ? .hasRoom : free == 0 ? .full : .over
    }

    /// How full a class is.
    public enum Fullness: Sendable { case hasRoom, full, over }

    /// Seats taken and seats there are, `12/16`.
    public var seatsText: String { "\(taken)/\(trainingClass.value.seats)" }

    public func addTexts(to filling: inout WordIndexFilling, _ words: Phrasebook) {
        let value = trainingClass.value
        filling.add(value.code.text)
        filling.add(.shared(ObjectIdentifier(sharedProgram)), program.soughtText(words))
        filling.add(value.place.map { .text($0) }, value.place)
        filling.add(value.instructor.map { .text($0) }, value.instructor)
        filling.add(.day(value.start), words.language.longDate(value.start))
    }

    public func sortKey(_ order: RecordOrder) -> SortKey {
        switch order {
        case .start: .number(trainingClass.value.start.daysSince1970)
        case .title: .text(program.title)
        case .freeSeats: .number(taken - trainingClass.value.seats)
        case .code, .track, .organizer, .kind: .text(code.text)
        }
    }
}

extension ProgramLine: ListedRecord {
    public static var orders: [RecordOrder] { [.code, .title, .track, .organizer] }

    public var number: Int64 { program.id.rawValue }
    public var parent: Int64? { program.value.organizer?.rawValue }
    public var code: Code { program.value.code }
    public var title: String { program.value.title }

    public func addTexts(to filling: inout WordIndexFilling, _ words: Phrasebook) {
        let value = program.value
        filling.add(value.code.text)
        let shared = [
            value.title, words.terms.track(value.track), value.vocation, organizer?.code.text, organizer?.name,
            value.funding.map(words.terms.funding), value.skkni, value.pokirProposer, value.pokirReference,
        ]
        for text in shared { filling.add(text.map { .text($0) }, text) }
    }

    public func sortKey(_ order: RecordOrder) -> SortKey {
        switch order {
        case .title: .text(title)
        case .track: .number(Track.allCases.firstIndex(of: program.value.track) ?? 0)
        case .organizer: .text(organizer?.name ?? "")
        case .code, .start, .kind, .freeSeats: .text(code.text)
        }
    }
}

extension Stored<Organizer>: ListedRecord {
    public static var orders: [RecordOrder] { [.code, .title, .kind] }

    public var number: Int64 { id.rawValue }
    public var parent: Int64? { nil }
    public var code: Code { value.code }
    public var title: String { value.name }

    public func addTexts(to filling: inout WordIndexFilling, _ words: Phrasebook) {
        filling.add("\(value.code) \(value.name) \(words.terms.organizerKind(value.kind))")
    }

    public func sortKey(_ order: RecordOrder) -> SortKey {
        switch order {
        case .title: .text(value.name)
        case .kind: .number(Organizer.Kind.allCases.firstIndex(of: value.kind) ?? 0)
        case .code, .start, .track, .organizer, .freeSeats: .text(code.text)
        }
    }
}

extension Program {
    /// What a program says that words are sought in, for itself and for its classes.
    fileprivate func soughtText(_ words: Phrasebook) -> String {
        [code.text, title, words.terms.track(track), vocation].compactMap(\.self).joined(separator: " ")
    }
}

extension TrainingClass {
    /// The first and the last day as lists show them: `03-02–17-03-2026`, with both years where they differ.
    public var dates: String {
        guard start != end else { return start.onScreen }
        let first = start.year == end.year ? String(start.onScreen.prefix(5)) : start.onScreen
        return "\(first)–\(end.onScreen)"
    }
}
