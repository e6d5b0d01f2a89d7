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

    public func searchText(_ words: Phrasebook) -> String {
        let value = trainingClass.value
        return [
            value.code.text, program.title, program.code.text, words.terms.track(program.track), program.vocation,
            value.place, value.instructor, words.language.longDate(value.start),
        ].compactMap(\.self).joined(separator: " ")
    }

    public func sortText(_ order: RecordOrder, _ words: Phrasebook) -> String {
        switch order {
        case .start: trainingClass.value.start.description
        case .title: program.title
        case .freeSeats: sortable(taken - trainingClass.value.seats)
        case .code, .track, .organizer, .kind: code.text
        }
    }
}

extension ProgramLine: ListedRecord {
    public static var orders: [RecordOrder] { [.code, .title, .track, .organizer] }

    public var number: Int64 { program.id.rawValue }
    public var parent: Int64? { program.value.organizer?.rawValue }
    public var code: Code { program.value.code }
    public var title: String { program.value.title }

    public func searchText(_ words: Phrasebook) -> String {
        let value = program.value
        return [
            value.code.text, value.title, words.terms.track(value.track), value.vocation,
            organizer?.code.text, organizer?.name, value.funding.map(words.terms.funding), value.skkni,
            value.pokirProposer, value.pokirReference,
        ].compactMap(\.self).joined(separator: " ")
    }

    public func sortText(_ order: RecordOrder, _ words: Phrasebook) -> String {
        switch order {
        case .title: title
        case .track: String(Track.allCases.firstIndex(of: program.value.track) ?? 0)
        case .organizer: organizer?.name ?? ""
        case .code, .start, .kind, .freeSeats: code.text
        }
    }
}

extension Stored<Organizer>: ListedRecord {
    public static var orders: [RecordOrder] { [.code, .title, .kind] }

    public var number: Int64 { id.rawValue }
    public var parent: Int64? { nil }
    public var code: Code { value.code }
    public var title: String { value.name }

    public func searchText(_ words: Phrasebook) -> String {
        "\(value.code) \(value.name) \(words.terms.organizerKind(value.kind))"
    }

    public func sortText(_ order: RecordOrder, _ words: Phrasebook) -> String {
        switch order {
        case .title: value.name
        case .kind: String(Organizer.Kind.allCases.firstIndex(of: value.kind) ?? 0)
        case .code, .start, .track, .organizer, .freeSeats: code.text
        }
    }
}

/// A number as text that sorts as the number does.
private func sortable(_ number: Int) -> String {
    let digits = String(number + 1_000_000_000)
    return String(repeating: "0", count: max(0, 20 - digits.count)) + digits
}

extension TrainingClass {
    /// The first and the last day as lists show them: `03-02–17-03-2026`, with both years where they differ.
    public var dates: String {
        guard start != end else { return start.onScreen }
        let first = start.year == end.year ? String(start.onScreen.prefix(5)) : start.onScreen
        return "\(first)–\(end.onScreen)"
    }
}
