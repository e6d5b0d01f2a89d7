import Training
import Words

/// A list for paper as one HTML file: the class above, people in numbered lines, and below it who signs.
struct PaperListPage {
    private let contents: PaperListContents
    private let columns: [Column<ListedPerson>]
    private let words: Phrasebook
    private let today: CalendarDate
    private let reveal: Bool
    private let style: TableStyle

    init(
        _ contents: PaperListContents, columns: [Column<ListedPerson>], words: Phrasebook, today: CalendarDate,
        reveal: Bool
    ) {
        self.contents = contents
        self.columns = columns.filter(\.isShown)
        self.words = words
        self.today = today
        self.reveal = reveal
        style = .of(words)
    }

    private var phrases: PaperListPhrases { words.paper }
    private var list: PaperList { contents.list }

    /// The file.
    var html: String {
        let whose = contents.trainingClass?.trainingClass.value.code ?? contents.organizer?.code
        let title = [phrases.title(list), whose?.text].compactMap(\.self).joined(separator: " ")
        let sheets = sheets
        let body = sheets.enumerated().map { place, sheet in
            self.sheet(sheet, number: place + 1, of: sheets.count)
        }
        return PrintedPage(
            language: words.language, title: title, style: css, body: body.joined(separator: "\n")
        ).html
    }

    // MARK: Sheets of paper

    /// What stands on one sheet.
    private struct Sheet {
        var heading: String?
        /// People with their numbers on the list.
        var lines: [(number: Int, person: ListedPerson)] = []
        /// The sessions that there are boxes for.
        var sessions: ClosedRange<Int>?
        /// Whether the boxes for certificates are on it.
        var isCertified = false
        /// Whether the list ends on it, with those who sign for all of it.
        var isLast = false
    }

    /// How many lines fit a sheet that has a title block above and signatures below.
    private var linesEach: Int {
        switch list {
        case .attendance: isLandscape ? 10 : 16
        case .certificates: 16
        case .nominative: 10
        }
    }

    /// How many sessions have room side by side.
    private static var sessionsEach: Int { 4 }

    private var isLandscape: Bool { list == .nominative || list == .attendance && contents.sessions > 1 }

    private var sheets: [Sheet] {
        var sheets: [Sheet] = []
        switch list {
        case .attendance:
            for first in stride(from: 1, through: contents.sessions, by: Self.sessionsEach) {
                let last = min(first + Self.sessionsEach - 1, contents.sessions)
                var part = cut(contents.people, Sheet(sessions: first...last))
                part[part.count - 1].isLast = true
                sheets += part
            }
            return sheets
        case .certificates:
            let certified = contents.people.filter { $0.standing.status == .certified }
            let others = contents.people.filter { $0.standing.status == .completed }
            let number = words.language.number
            sheets = cut(certified, Sheet(heading: phrases.certified(number(certified.count)), isCertified: true))
            if !others.isEmpty {
                sheets += cut(others, Sheet(heading: phrases.withoutCertificate(number(others.count))))
            }
        case .nominative: sheets = cut(contents.people, Sheet())
        }
        sheets[sheets.count - 1].isLast = true
        return sheets
    }

    /// People on as many sheets as they need, at least one.
    private func cut(_ people: [ListedPerson], _ blank: Sheet) -> [Sheet] {
        let lines = people.enumerated().map { (number: $0.offset + 1, person: $0.element) }
        let starts = stride(from: 0, to: max(1, lines.count), by: linesEach)
        return starts.map { start in
            var sheet = blank
            sheet.lines = Array(lines[start..<min(start + linesEach, lines.count)])
            return sheet
        }
    }

    private func sheet(_ sheet: Sheet, number: Int, of all: Int) -> String {
        let heading = sheet.heading.map { "<h2>\($0.escaped)</h2>\n" } ?? ""
        return """
            <section class="sheet">
            \(head(sheet, phrases.page(number, all)))
            \(heading)\(table(sheet))
            \(sheet.isLast ? closing : "")
            </section>
            """
    }

    // MARK: Above the table

    private func head(_ sheet: Sheet, _ page: String) -> String {
        let rows = facts(sheet).map { label, text in
            "<dt>\(label.escaped)</dt><dd>\(text.map(\.escaped) ?? "<span class=\"blank\">&nbsp;</span>")</dd>"
        }
        return """
            <header>
            <p class="page">\(page.escaped)</p>
            <h1>\(phrases.title(list).uppercased().escaped)</h1>
            <dl>
            \(rows.joined(separator: "\n"))
            </dl>
            </header>
            """
    }

    private func facts(_ sheet: Sheet) -> [(label: String, text: String?)] {
        var facts: [(label: String, text: String?)] = []
        if let line = contents.trainingClass {
            let value = line.trainingClass.value
            facts = [
                (phrases.program, "\(line.program.code) \(line.program.title)"),
                (phrases.trainingClass, value.code.text),
                (words.terms.place, value.place),
                (phrases.dates, period(value)),
                (words.terms.instructor, value.instructor),
                (words.terms.organizer, contents.organizer?.name ?? words.terms.none),
            ]
        } else {
            facts = [
                (words.terms.organizer, contents.organizer.map { "\($0.code) \($0.name)" }),
                (words.terms.year, String(contents.year)),
            ]
        }
        if sheet.sessions == 1...1 { facts.append((phrases.day, nil)) }
        facts.append((phrases.total, total))
        return facts
    }

    private func period(_ value: TrainingClass) -> String {
        let day = words.language.longDate
        return value.start == value.end ? day(value.start) : phrases.period(day(value.start), day(value.end))
    }

    private var total: String {
        let people = Dictionary(
            contents.people.map { ($0.person.id, $0.person.value.sex) }, uniquingKeysWith: { first, _ in first })
        let number = words.language.number
        let women = people.values.filter { $0 == .female }.count
        let sum = phrases.people(number(people.count), number(people.count - women), number(women))
        return people.count == contents.people.count ? sum : phrases.enrollments(number(contents.people.count), sum)
    }

    // MARK: The table

    private func table(_ sheet: Sheet) -> String {
        guard !sheet.lines.isEmpty else { return "<p>\(phrases.nobody.escaped)</p>" }
        let headings = headings(sheet)
        // The number of each column stands below its heading, as lists of offices have it.
        let numbers = headings.enumerated().map { "<th\($0.element.span)>\($0.offset + 1)</th>" }
        let rows = sheet.lines.enumerated().map { place, line in
            row(line.number, line.person, sheet, place: place)
        }
        return """
            <table>
            <thead>
            <tr>\(headings.map { "<th\($0.span)>\($0.html)</th>" }.joined())</tr>
            <tr class="numbers">\(numbers.joined())</tr>
            </thead>
            <tbody>
            \(rows.joined(separator: "\n"))
            </tbody>
            </table>
            """
    }

    private func headings(_ sheet: Sheet) -> [(html: String, span: String)] {
        var headings = [(html: phrases.number.escaped, span: "")]
        for column in columns(sheet) {
            headings.append((column.heading.escaped, ""))
            if list == .nominative, column.key == "nik" { headings.append((phrases.birth.escaped, "")) }
        }
        if sheet.isCertified { headings.append((phrases.received.escaped, "")) }
        guard let sessions = sheet.sessions else { return headings }
        if sessions == 1...1 { return headings + [(phrases.signature.escaped, " colspan=\"2\"")] }
        return headings
            + sessions.map { session in
                let day = "\(phrases.sessionDay) <span class=\"blank\">&nbsp;</span>"
                return ("\(phrases.session(session).escaped)<br>\(day)", " colspan=\"2\"")
            }
    }

    /// Who has no certificate has no number of one either.
    private func columns(_ sheet: Sheet) -> [Column<ListedPerson>] {
        guard list == .certificates, !sheet.isCertified else { return columns }
        return columns.compactMap { column in
            switch column.key {
            case "certificate": nil
            case "date": Column(column.key, phrases.completedOn, column.value)
            default: column
            }
        }
    }

    private func row(_ number: Int, _ line: ListedPerson, _ sheet: Sheet, place: Int) -> String {
        var cells = ["<td class=\"number\">\(number)</td>"]
        for column in columns(sheet) {
            let text = style.text(column.value(line))
            cells.append("<td class=\"\(column.key)\">\(text.escaped)</td>")
            if list == .nominative, column.key == "nik" {
                let place = line.person.value.birthplace.map { "\($0.escaped), " } ?? ""
                let day = line.person.value.birthDate.onScreen
                cells.append("<td>\(place)<span class=\"day\">\(day)</span></td>")
            }
        }
        if sheet.isCertified { cells.append("<td class=\"received\">\(number).</td>") }
        let sessions = sheet.sessions.map(\.count) ?? 0
        cells += (0..<sessions).flatMap { _ in boxes(number, place, of: sheet.lines.count) }
        return "<tr>\(cells.joined())</tr>"
    }

    /// Boxes to sign in go zigzag: each is two lines high, odd numbers at the left, even ones beside them.
    private func boxes(_ number: Int, _ place: Int, of count: Int) -> [String] {
        guard place % 2 == 0 else { return [] }
        let hasNext = place + 1 < count
        let span = hasNext ? " rowspan=\"2\"" : ""
        return [
            "<td class=\"sign\"\(span)>\(number).</td>",
            "<td class=\"sign even\"\(span)>\(hasNext ? "\(number + 1)." : "")</td>",
        ]
    }

    // MARK: Below the table

    private var closing: String {
        let day = list == .attendance ? "<span class=\"blank\">&nbsp;</span>" : words.language.longDate(today).escaped
        let instructor = contents.trainingClass?.trainingClass.value.instructor
        let signer = list == .attendance ? words.terms.instructor : words.terms.organizer
        let name = list == .attendance ? instructor : nil
        let note = list == .nominative && !reveal ? "<p class=\"note\">\(phrases.masked.escaped)</p>\n" : ""
        return """
            <footer>
            \(note)<div class="signers">
            <div>
            <p>&nbsp;</p>
            <p>\(phrases.acknowledged.escaped)</p>
            \(signature(nil))
            </div>
            <div>
            <p><span class="blank">&nbsp;</span>, \(day)</p>
            <p>\(signer.escaped),</p>
            \(signature(name))
            </div>
            </div>
            </footer>
            """
    }

    private func signature(_ name: String?) -> String {
        """
        <p class="signature">\(name.map(\.escaped) ?? "<span class=\"blank\">&nbsp;</span>")</p>
        <p>\(phrases.staffNumber.escaped)</p>
        """
    }

    // MARK: Looks

    private var css: String {
        """
        @page { size: A4\(isLandscape ? " landscape" : ""); margin: \(isLandscape ? "12mm" : "15mm"); }
        body { font: \(list == .nominative ? "9pt" : "10.5pt")/1.25 sans-serif; color: #000; margin: 0 auto; max-width: \(isLandscape ? "273mm" : "180mm"); }
        .sheet { break-after: page; }
        .sheet:last-child { break-after: auto; }
        h1 { font-size: 14pt; text-align: center; margin: 0 0 3mm; }
        h2 { font-size: 11pt; margin: 0 0 2mm; }
        p { margin: 0; }
        .page { text-align: right; font-size: 8pt; }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.5mm 4mm; margin: 0 0 4mm; }
        dd { margin: 0; }
        dd::before { content: ": "; }
        table { border-collapse: collapse; width: 99.5%; }
        .day { white-space: nowrap; }
        thead { display: table-header-group; }
        tr { break-inside: avoid; }
        th, td { border: 1px solid #000; padding: 1mm 1.5mm; text-align: left; vertical-align: middle; }
        th { text-align: center; background: #eee; print-color-adjust: exact; }
        .numbers th { font-size: 7pt; font-weight: normal; padding: 0; }
        td.number, td.sex { text-align: center; width: 8mm; }
        td.nik, td.phone { white-space: nowrap; }
        td { height: \(list == .nominative ? "6mm" : "7.5mm"); }
        td.sign { vertical-align: top; width: \(contents.sessions > 1 ? "17mm" : "32mm"); font-size: 8pt; border-right: 0; }
        td.sign.even { border-left: 0; border-right: 1px solid #000; }
        td.received { width: 35mm; font-size: 8pt; vertical-align: top; }
        .blank { display: inline-block; min-width: 28mm; border-bottom: 1px dotted #000; }
        th .blank { min-width: 16mm; }
        footer { break-inside: avoid; margin-top: 5mm; }
        .note { font-size: 8pt; margin-bottom: 2mm; }
        .signers { display: flex; justify-content: space-between; }
        .signers > div { width: 70mm; }
        .signature { margin-top: 18mm; font-weight: bold; text-decoration: underline; }
        .signature .blank { min-width: 60mm; }
        """
    }
}
