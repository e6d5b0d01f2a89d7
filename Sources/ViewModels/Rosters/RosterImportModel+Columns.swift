import Keyboard
import Training
import Words

/// The step in which the columns, the class and what the sender says are seen and changed.
extension RosterImportModel {
    /// Takes the file as it would be read.
    mutating func take(_ preview: RosterPreview, _ context: Context) -> [Effect] {
        let old = self.preview
        self.preview = preview
        previewed = choices
        var effects: [Effect] = []
        if let old, old.hash != preview.hash || old.sheet != preview.sheet || old.columns != preview.columns {
            outcome = nil
            if !rows.isEmpty {
                effects = [.say(Notice(context.words.rosters.decisionsDropped(rows.count), .trouble))]
                rows = [:]
                takings = [:]
            }
            doubts = [:]
        }
        lineUpColumns()
        if step == .file {
            push(.columns, context)
            columnLines.select(columnLines.items.firstIndex(of: firstUnread) ?? 0)
        }
        fit(context)
        return effects
    }

    private mutating func lineUpColumns() {
        guard let preview else { return }
        var lines: [ColumnLine] = [.goOn]
        if preview.sheets.count > 1 { lines.append(.sheet) }
        lines += [.trainingClass, .sender, .expected] + preview.headings.indices.map(ColumnLine.column)
        columnLines.replace(with: lines, sameness: \.self)
    }

    /// Where the highlight begins: on the way on, or where a needed column is missing, on the first that is not read.
    private var firstUnread: ColumnLine {
        guard !missingColumns.isEmpty, let preview, let place = preview.columns.firstIndex(of: nil) else {
            return .goOn
        }
        return .column(place)
    }

    /// The columns without which no row can be read, as far as none of the sheet is taken for them.
    public var missingColumns: [RosterColumn] {
        guard let preview else { return [] }
        let known = Set(preview.columns.compactMap(\.self))
        var missing: [RosterColumn] = []
        if !known.contains(.name) { missing.append(.name) }
        if !known.contains(.nik), !known.contains(.noNIKReason) { missing.append(.nik) }
        if known.isDisjoint(with: [.kecamatan, .desa]) { missing.append(.kecamatan) }
        guard !known.contains(.nik) else { return missing }
        if known.isDisjoint(with: [.birthDate, .birth]) { missing.append(.birthDate) }
        if !known.contains(.sex) { missing.append(.sex) }
        return missing
    }

    /// Goes on, or changes the highlighted line.
    mutating func enterColumns(_ context: Context) -> [Effect] {
        switch columnLines.selected {
        case .goOn, nil: return goOnToCounts(context)
        case .sheet: return pickSheet(context)
        case .trainingClass: return pickClass(context)
        case .sender: return edit(.sender, choices.sender ?? "")
        case .expected: return edit(.expected, expected.map(String.init) ?? "")
        case .column(let place): return pickColumn(place, context)
        }
    }

    mutating func goOnToCounts(_ context: Context) -> [Effect] {
        let missing = missingColumns
        guard missing.isEmpty else {
            columnLines.select(columnLines.items.firstIndex(of: firstUnread) ?? 0)
            let words = context.words.rosters
            return [.say(Notice(words.missing(missing.map(words.columnReads)), .trouble))]
        }
        push(.counts, context)
        guard outcome == nil || isStale else { return [] }
        return rehearse(context)
    }

    // Choosing

    private mutating func pickColumn(_ place: Int, _ context: Context) -> [Effect] {
        guard let preview, preview.headings.indices.contains(place) else { return [] }
        let words = context.words.rosters
        picking = .column(place)
        let choices = RosterColumn.readable.map { column in
            let user = preview.columns.firstIndex(of: column)
            let note = user == place ? words.now : user.map { Self.shown(preview.headings[$0]) } ?? ""
            return Choice(id: column.rawValue, label: words.columnReads(column), note: note)
        }
        let none = Choice(id: "", label: words.notRead, note: preview.columns[place] == nil ? words.now : "")
        openPicker(words.chooseColumn(heading(place, context)), choices + [none], context)
        return []
    }

    private mutating func pickSheet(_ context: Context) -> [Effect] {
        guard let preview else { return [] }
        let words = context.words.rosters
        picking = .sheet
        openPicker(
            words.chooseSheet,
            preview.sheets.map {
                Choice(id: $0, label: Self.shown($0), note: $0 == preview.sheet ? words.now : "")
            }, context)
        return []
    }

    private mutating func pickClass(_ context: Context) -> [Effect] {
        let words = context.words.rosters
        picking = .trainingClass
        let none = trainingClass == nil ? [] : [Choice(id: "", label: words.noClass)]
        openPicker(words.chooseClass, none, isLoading: true, context)
        let year = context.year
        return [.ask(tickets.take(Purpose.classes)) { .classes(try await $0.classes(of: year)) }]
    }

    mutating func supply(_ classes: [ClassLine], _ context: Context) -> [Effect] {
        self.classes = classes
        let choices = classes.map { line in
            Choice(
                id: "\(line.trainingClass.id)", code: line.trainingClass.value.code.text, label: line.program.title,
                note: line.trainingClass.value.start.onScreen)
        }
        return supplyPicker(choices, context)
    }

    mutating func openPicker(_ title: String, _ choices: [Choice], isLoading: Bool = false, _ context: Context) {
        picker = Picker(title, choices, isLoading: isLoading, rows: Self.pickerRows(context))
    }

    public mutating func picked(_ choice: Choice, _ context: Context) -> [Effect] {
        defer { picking = nil }
        switch picking {
        case .column(let place): return take(RosterColumn(rawValue: choice.id), forColumn: place)
        case .sheet:
            choices.sheet = choice.id
            choices.columns = [:]
            return readAgain()
        case .trainingClass:
            trainingClass = classes.first { "\($0.trainingClass.id)" == choice.id }
            isStale = true
            return []
        case .place: return settlePlace(with: choice, context)
        case nil: return []
        }
    }

    /// Takes a column of the sheet for something; what was taken for it before no longer is.
    private mutating func take(_ column: RosterColumn?, forColumn place: Int) -> [Effect] {
        guard let preview, preview.headings.indices.contains(place) else { return [] }
        if let column {
            for (other, heading) in preview.headings.enumerated()
            where other != place && preview.columns[other] == column {
                choices.columns.updateValue(nil, forKey: heading)
            }
        }
        choices.columns.updateValue(column, forKey: preview.headings[place])
        return readAgain()
    }

    // Typing into a line

    mutating func edit(_ field: Editing.Field, _ text: String) -> [Effect] {
        editing = Editing(field: field, text: TextField(text, limit: field == .rejects ? 4_000 : 80))
        return []
    }

    mutating func typeIntoLine(_ event: Event) -> [Effect]? {
        switch event {
        case .key(let key): guard editing?.text.handle(key) == true else { return nil }
        case .paste(let text): editing?.text.insert(text)
        default: return nil
        }
        editing?.message = nil
        return []
    }

    /// Takes what was typed into a line.
    mutating func endEditing(_ context: Context) -> [Effect] {
        guard let line = editing else { return [] }
        let typed = line.text.text.fieldText
        switch line.field {
        case .sender:
            editing = nil
            guard typed != choices.sender else { return [] }
            choices.sender = typed
            // What is known of this sender's columns counts, but for what was said of this file.
            return readAgain()
        case .expected:
            let number = typed.flatMap { Int($0.filter { $0 != "." && $0 != "," }) }
            guard typed == nil || number.map({ $0 > 0 }) == true else {
                editing?.message = context.words.rosters.notANumber(typed ?? "")
                return []
            }
            isStale = isStale || number != expected
            expected = number
        case .rejects: rejectsPath = typed ?? rejectsPath
        }
        editing = nil
        return []
    }

    // What the screen shows

    /// A heading as a screen shows it.
    public func heading(_ place: Int, _ context: Context) -> String {
        let text = Self.shown(preview?.headings[place] ?? "")
        return text.isEmpty ? context.words.rosters.noHeading : text
    }

    /// The first cell of a column that holds something, with what may be a personal number masked.
    public func sample(_ place: Int) -> String {
        let cells = (preview?.rows ?? []).lazy.compactMap { row in
            row.cells.indices.contains(place) ? row.cells[place].fieldText : nil
        }
        return cells.first.map(Self.masked) ?? ""
    }

    /// Text of a file as a screen may show it.
    static func shown(_ text: String) -> String { text.fieldText ?? "" }

    /// A cell in which no more than eight digits can be read: a date can, a NIK or a telephone number can't.
    static func masked(_ text: String) -> String {
        let digits = text.filter(\.isNumber).count
        guard digits > 8 else { return text }
        var place = 0
        return String(
            text.map { character -> Character in
                guard character.isNumber else { return character }
                place += 1
                return place <= 4 || place > digits - 4 ? character : "•"
            })
    }
}
