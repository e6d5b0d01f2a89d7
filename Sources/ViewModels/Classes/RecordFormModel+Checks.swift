import Training
import Words

extension RecordFormModel: DraftedForm {
    public mutating func fieldChanged(_ id: RecordField, _ context: Context) -> [Effect] {
        if id == .track { showFieldsOfTrack() }
        if id == .scope || id == .lastYear { scopeChanged(context) }
        return [keepDraft()]
    }

    public mutating func fieldLeft(_ id: RecordField, _ context: Context) {
        guard let field = form[id], !field.isEmpty else { return }
        let usual: String? =
            switch id {
            case .code: Code(field.text)?.text
            case .start, .end, .sourceDate, .revisedSourceDate, .reportDate: date(id)?.onScreen
            case .seats, .original, .revised, .claimed: number(id).map(context.words.language.number)
            default: nil
            }
        form[id]?.setUsualForm(usual)
        let replaces = replaces(id)
        form[id]?.typingReplaces = replaces
    }

    /// Whether typing begins a field anew; never the code that a record goes by.
    func replaces(_ id: RecordField) -> Bool { id.isReplacedWhole && !(isOnFile && id == .code) }

    public func message(for id: RecordField, _ context: Context) -> FieldMessage? {
        let words = context.words
        guard let field = form[id], !field.isEmpty else { return messageWhereEmpty(id, words) }
        switch id {
        case .code: return Code(field.text) == nil ? .trouble(words.classes.codeFlaw) : nil
        case .title:
            return field.text.fieldText == nil ? .trouble(words.entry.required(field.label(words))) : nil
        case .year:
            return number(.year).map((2000...2100).contains) == true
                ? nil : .trouble(words.sentence(for: .invalid(.year)))
        case .start, .end: return dateMessage(id, field, words)
        case .seats:
            return number(.seats).map((1...10_000).contains) == true
                ? nil : .trouble(words.sentence(for: .invalid(.seats)))
        case .original, .revised:
            return number(id).map((1...100_000_000).contains) == true
                ? nil : .trouble(words.sentence(for: .invalid(.targetCount)))
        case .claimed:
            return number(id).map((0...100_000_000).contains) == true
                ? nil : .trouble(words.sentence(for: .invalid(.claimCount)))
        case .sourceDate, .revisedSourceDate, .reportDate:
            guard let day = date(id) else { return .trouble(words.entry.noDate(field.text)) }
            return day > context.today ? .trouble(words.sentence(for: .invalid(.documentDate))) : nil
        case .lastYear:
            return number(id).map(termYears.contains) == true
                ? nil : .trouble(words.sentence(for: .invalid(.termYears)))
        case .followUpMarks:
            let marks = Self.marks(field.text) ?? []
            return Program.isSchedule(marks) ? nil : .trouble(words.sentence(for: .invalid(.followUpMarks)))
        default: return nil
        }
    }

    private func messageWhereEmpty(_ id: RecordField, _ words: Phrasebook) -> FieldMessage? {
        switch id {
        case .original where form[.revised]?.isEmpty != false || base[.original] != nil:
            .trouble(words.entry.required(words.classes.originalTarget))
        case .revised where base[.revised] != nil: .trouble(words.classes.revisedStays)
        // A document without a count would be lost.
        case .revised where kept(.revisedSource) != nil || kept(.revisedSourceDate) != nil:
            .trouble(words.entry.required(words.classes.revisedTarget))
        case .original where kept(.source) != nil || kept(.sourceDate) != nil:
            .trouble(words.entry.required(words.classes.originalTarget))
        case .claimed where base[.claimed] != nil: .trouble(words.entry.required(words.contributions.count))
        default: nil
        }
    }

    /// The last years that a term can have.
    private var termYears: ClosedRange<Int> {
        guard case .target(let year, _, _) = subject else { return 2000...2100 }
        return year + 1...year + 9
    }

    private func dateMessage(
        _ id: RecordField, _ field: FormField<RecordField>, _ words: Phrasebook
    ) -> FieldMessage? {
        guard let date = date(id) else { return .trouble(words.entry.noDate(field.text)) }
        if id == .end, let start = self.date(.start), date < start {
            return .trouble(words.sentence(for: .invalid(.classDates)))
        }
        if let year = chosenProgram?.year, date.year != year { return .doubt(words.classes.outsideYear(year)) }
        return nil
    }

    /// The program that the class is of, where its record has come.
    private var chosenProgram: Program? {
        guard let id = form[.program]?.chosen?.id else { return nil }
        return programs?.first { $0.program.id.description == id }?.program.value
    }

    // What stands in the fields

    /// The text of a field as a record keeps it; `nil` where it is empty or not asked for.
    func kept(_ id: RecordField) -> String? {
        guard let field = form[id], !field.isHidden else { return nil }
        return field.text.fieldText
    }

    /// The day typed into a field. Two digits are a year of this century: classes lie ahead as often as behind.
    func date(_ id: RecordField) -> CalendarDate? {
        guard let text = kept(id), let latest = CalendarDate(year: 2099, month: 12, day: 31) else { return nil }
        return CalendarDate(typed: text, latest: latest)
    }

    /// The whole number typed into a field, with or without marks between thousands.
    func number(_ id: RecordField) -> Int? { kept(id).flatMap(Int.init(typed:)) }

    func chosen<Value: RawRepresentable<String>>(_ id: RecordField, as _: Value.Type) -> Value? {
        form[id]?.chosen.flatMap { Value(rawValue: $0.id) }
    }
}

extension FormField {
    /// Writes what stands in the field as it is usually written; where it came from stays.
    fileprivate mutating func setUsualForm(_ usual: String?) {
        guard let usual, usual != text else { return }
        let origin = origin
        text = usual
        self.origin = origin
    }
}

extension Int {
    /// Reads a whole number as people write it, `3000` or `3.000`; `nil` where marks stand elsewhere than between thousands.
    init?(typed text: String) {
        let groups = text.split(omittingEmptySubsequences: false) { ".,".contains($0) || $0.isWhitespace }
        guard groups.allSatisfy({ $0.allSatisfy { ("0"..."9").contains($0) } }),
            groups.dropFirst().allSatisfy({ $0.count == 3 }),
            groups.count == 1 || (1...3).contains(groups.first?.count ?? 0)
        else { return nil }
        self.init(groups.joined())
    }
}
