import Training
import Words

/// What the lines and columns of a table are called, and which figure each stands for.
struct RegionLines {
    let view: RegionsModel.View
    let figures: RegionFigures
    let context: Context

    private var words: Phrasebook { context.words }

    /// What makes a line the same after the figures were read again.
    static func id(of line: Total) -> String { "line \(line.code)" }

    /// The code of a line, from its id.
    static func code(ofID id: String) -> String? { id.hasPrefix("line ") ? String(id.dropFirst(5)) : nil }

    /// What stands above the names of the lines.
    var heading: String { view.rows.name(words.terms) }

    /// What names of lines keep where figures want their room: short ones are told apart by less.
    var leastNameWidth: Int {
        switch view.rows {
        case .kecamatan: 14
        case .program, .organizer: 30
        case .desa, .track, .funding, .month, .age, .sex: 18
        }
    }

    // MARK: Figures

    /// Everybody of the table.
    var base: Figure {
        let figure = Figure(year: figures.year)
        return view.kecamatan.map { figure.part(.kecamatan, $0.description) } ?? figure
    }

    /// Everybody of a line.
    func figure(of line: Total) -> Figure { base.part(view.rows, line.code) }

    /// People of a column: of the year, or of the open kecamatan, whose desa add up.
    func people(inColumn column: Total) -> Int {
        guard view.kecamatan != nil, let cross = figures.cross else { return column.people }
        return figures.lines.map { cross[$0.code, column.code].people }.reduce(0, +)
    }

    /// Enrollments of a column.
    func enrollments(inColumn column: Total) -> Int {
        guard view.kecamatan != nil, let cross = figures.cross else { return column.enrollments }
        return figures.lines.map { cross[$0.code, column.code].enrollments }.reduce(0, +)
    }

    /// How often people of a column stand in a line after their first; nobody lives in two desa.
    func overlap(inColumn column: Total) -> Int {
        view.kecamatan == nil ? figures.cross?.overlap(ofColumn: column) ?? 0 : 0
    }

    // MARK: Cells

    /// The name of a line, which opens to its people; that of a kecamatan leads to its desa instead.
    func nameCell(_ line: Total) -> FigureCell {
        let name = name(of: line)
        let isEmpty = line.people == 0
        guard view.rows != .kecamatan || RegionCode(line.code) == nil else {
            return FigureCell(name, look: isEmpty ? .muted : .value)
        }
        var cell = FigureCell(line.people, figure(of: line), title([name]), text: name)
        cell.order = .text(name.lowercased())
        return cell
    }

    /// The word for the total, which opens to everybody.
    var totalCell: FigureCell {
        FigureCell(figures.whole.people, base, title([wholeName]), text: words.regions.total)
    }

    /// A count that opens to its names.
    func count(_ count: Int, _ figure: Figure, _ parts: [String]) -> FigureCell {
        FigureCell(count, figure, title(parts), text: words.language.number(count))
    }

    /// What counting people once takes away, as a negative number that opens to the enrollments beyond the first.
    func overlap(_ count: Int, _ figure: Figure, _ parts: [String], across dimension: Dimension) -> FigureCell {
        let repeated = words.regions.overlapNames(dimension.name(words.terms).lowercased())
        let number = words.language.number(count)
        return FigureCell(count, figure, title(parts + [repeated]), text: count == 0 ? "·" : "−\(number)", look: .label)
    }

    private func title(_ parts: [String]) -> String {
        words.regions.names(parts.joined(separator: " · "), figures.year)
    }

    // MARK: Names

    /// What all lines together are called.
    var wholeName: String {
        view.kecamatan.flatMap { context.gazetteer[$0]?.name } ?? words.regions.regency
    }

    /// What a line is called.
    func name(of line: Total) -> String { name(of: line, view.rows) }

    /// What a line or a column is called.
    func name(of line: Total, _ dimension: Dimension) -> String {
        switch dimension {
        case .kecamatan: line.name ?? placeWithoutName(line)
        case .desa: desaName(line)
        case .track: Track(rawValue: line.code).map(words.terms.track) ?? line.code
        case .program: line.name.map { "\(line.code) \($0)" } ?? line.code
        case .organizer: line.name ?? (line.code.isEmpty ? words.regions.noOrganizer : line.code)
        case .funding:
            Funding(rawValue: line.code).map(words.terms.funding)
                ?? (line.code.isEmpty ? words.regions.noFunding : line.code)
        case .month: line.month.map { words.language.month($0.month, of: $0.year) } ?? line.code
        case .sex: Sex(rawValue: line.code).map(words.terms.sex)?.beginningCapital ?? line.code
        case .age: words.terms.ageGroup(line.code)
        }
    }

    /// What a column is called, in few letters.
    func short(_ line: Total, _ dimension: Dimension) -> String {
        switch dimension {
        case .track: Track(rawValue: line.code).map(words.classes.trackShort)?.beginningCapital ?? line.code
        case .program, .organizer: line.code.isEmpty ? words.terms.none : line.code
        case .month: shortMonth(line)
        case .age: line.code
        case .kecamatan, .desa, .funding, .sex: name(of: line, dimension)
        }
    }

    private func shortMonth(_ line: Total) -> String {
        guard let (year, month) = line.month else { return line.code }
        let name = words.language.shortMonth(month)
        return year == figures.year ? name : "\(name) \(year)"
    }

    private func placeWithoutName(_ line: Total) -> String {
        line.code == Total.outsideCode ? words.terms.outside : line.code
    }

    /// A desa, with its kecamatan where the table has those of several: names come twice.
    private func desaName(_ line: Total) -> String {
        guard let code = RegionCode(line.code) else { return placeWithoutName(line) }
        let name = code.isDesa ? line.name ?? line.code : words.regions.desaUnknown
        guard view.kecamatan == nil, let kecamatan = context.gazetteer[code.kecamatan] else { return name }
        return "\(name), \(kecamatan.name)"
    }
}

extension Total {
    /// The year and the month of a line by month, whose code is `2026-02`.
    fileprivate var month: (year: Int, month: Int)? {
        let parts = code.split(separator: "-").compactMap { Int($0) }
        return parts.count == 2 ? (parts[0], parts[1]) : nil
    }
}

extension String {
    /// The same with a capital at its beginning.
    fileprivate var beginningCapital: String { prefix(1).uppercased() + dropFirst() }
}

extension Dimension {
    /// What it is called.
    func name(_ terms: TermPhrases) -> String {
        switch self {
        case .kecamatan: terms.kecamatan
        case .desa: terms.desa
        case .track: terms.trackLabel
        case .program: terms.program
        case .organizer: terms.organizer
        case .funding: terms.fundingLabel
        case .month: terms.month
        case .sex: terms.sexLabel
        case .age: terms.age
        }
    }
}

extension RegionsModel {
    /// What stands above the table.
    public func title(_ context: Context) -> String {
        let words = context.words.regions
        let terms = context.words.terms
        let kecamatan = view.kecamatan.map { context.gazetteer[$0]?.name ?? $0.description }
        if let columns = view.columns {
            let rows = view.rows.name(terms)
            return words.crossed(
                kecamatan, kecamatan == nil ? rows : rows.lowercased(), columns.name(terms).lowercased(),
                terms.rule(rule), context.year)
        }
        if let kecamatan { return words.desaTitle(kecamatan, context.year) }
        if view.rows == .kecamatan { return words.title(context.year) }
        return words.by(view.rows.name(terms).lowercased(), context.year)
    }

    /// How many desa nobody comes from, in a table of desa; else `nil`.
    public var unreachedCount: Int? { view.rows == .desa ? level.figures?.unreached.count : nil }
}
