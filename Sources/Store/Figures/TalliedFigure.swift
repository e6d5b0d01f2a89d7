import GRDB
import Training

/// How many a figure counts, where tallies know it: read from a few cells, however many names there are.
struct TalliedFigure {
    let db: Database
    let figure: Figure

    /// The figure's count; `nil` where only its names can tell.
    func count() throws -> Int? {
        guard figure.entered == nil, figure.stage == nil else { return nil }
        switch (figure.unit, figure.trait) {
        case (.people, nil): return try people()
        case (.people, .severalClasses?): return try people(in: isWhole ? .classes : nil, where: "key > 1")
        case (.people, .noNIK?): return try people(in: isWhole ? .regency : nil, where: "key = 1")
        case (.enrollments, nil): return try enrollments()
        case (.repeats(let dimensions), nil): return try repeats(across: dimensions)
        case (.people, .openDoubts?), (.enrollments, _?), (.repeats, _?): return nil
        }
    }

    /// How many enrollments stand in the classes that the figure asks for, whoever is in them.
    func enrollmentsInClasses() throws -> Int {
        var figure = figure
        figure.parts.removeAll { $0.dimension.grouping == nil || $0.dimension == .age }
        (figure.unit, figure.trait, figure.stage, figure.entered) = (.enrollments, nil, nil, nil)
        return try TalliedFigure(db: db, figure: figure).count() ?? 0
    }

    /// How many enrollments people of the figure's kecamatan have, or where it has none, of the whole file.
    func enrollmentsInKecamatan() throws -> Int {
        var everybody = Figure(year: nil, statuses: Set(EnrollmentStatus.allCases), unit: .enrollments)
        if let part = figure.parts.first(where: { $0.dimension == .kecamatan || $0.dimension == .desa }) {
            everybody.parts = [Figure.Part(.kecamatan, RegionCode(part.code)?.kecamatan.description ?? part.code)]
        }
        return try TalliedFigure(db: db, figure: everybody).count() ?? 0
    }

    // MARK: Which tally

    /// The parts that are not asked of the person alone.
    private var classParts: [Figure.Part] { figure.parts.filter { $0.dimension.grouping != nil } }

    private var countsTheUsual: Bool { figure.statuses == Figure.countedStatuses }

    private var hasOneYear: Bool { figure.year != nil && figure.otherYearThan == nil && figure.beginsIn == nil }

    private var isWhole: Bool { classParts.isEmpty && countsTheUsual }

    /// The tally whose cells have every part; `nil` where there is none.
    private var grouping: Tallies.Grouping? {
        if isWhole { return .regency }
        if !countsTheUsual { return classParts.isEmpty ? .status : nil }
        return classParts.count == 1 ? classParts[0].dimension.grouping : nil
    }

    /// The tally of both its parts at once, where there are two and nothing is asked of the person.
    private var crossing: Tallies.Crossing? {
        let parts = figure.parts.compactMap(\.dimension.grouping)
        guard countsTheUsual, figure.parts.count == 2, parts.count == 2 else { return nil }
        return Tallies.Crossing(parts[0], parts[1])
    }

    // MARK: Counts

    private func people() throws -> Int? {
        if let crossing { return hasOneYear ? try sum("people", crossing) : nil }
        return try people(in: grouping)
    }

    private func people(in grouping: Tallies.Grouping?, where condition: String = "true") throws -> Int? {
        // Somebody stands in a tally of statuses once for each that they have.
        guard let grouping, hasOneYear, countsTheUsual || figure.statuses.count == 1 else { return nil }
        return try sum("people", grouping, [Term(sql: condition)])
    }

    private func enrollments() throws -> Int? {
        if figure.beginsIn == nil {
            if let crossing { return try sum("enrollments", crossing) }
            if let grouping, let sum = try sum("enrollments", grouping) { return sum }
        }
        return figure.parts.allSatisfy({ $0.dimension.grouping != nil && $0.dimension != .age })
            ? try enrollmentsByClass() : nil
    }

    private func enrollmentsByClass() throws -> Int {
        let terms = FigureCondition(figure, .classes).classTerms()
        return try fetch(
            """
            SELECT sum(e.enrollments) FROM program p JOIN training_class c ON c.program = p.id
            JOIN class_tally e ON e.class = c.id
            """, terms)
    }

    /// By how much the lines of a table taken by the dimensions add up to more than the people: the cells know both.
    private func repeats(across dimensions: [Training.Dimension]) throws -> Int? {
        guard countsTheUsual, let people = try people() else { return nil }
        if dimensions.isEmpty { return try enrollments().map { $0 - people } }
        // Somebody has one sex and lives in one place, and a part of a figure is one line of its own dimension.
        let parts = Set(figure.parts.compactMap(\.dimension.grouping))
        let lines = Array(Set(dimensions.compactMap(\.grouping)).subtracting(parts))
        switch (lines.count, figure.parts.count, parts.first) {
        case (0, _, _): return 0
        case (1, _, nil): return try sum("people", lines[0]).map { $0 - people }
        case (1, 1, let part?):
            return try Tallies.Crossing(part, lines[0]).flatMap { try sum("people", $0) }.map { $0 - people }
        case (2, 0, _):
            return try Tallies.Crossing(lines[0], lines[1]).flatMap { try sum("people", $0) }.map { $0 - people }
        default: return nil
        }
    }

    // MARK: Reading

    private func sum(_ what: String, _ grouping: Tallies.Grouping, _ more: [Term] = []) throws -> Int? {
        var terms = terms(of: grouping.rawValue) + more
        if grouping == .status {
            let statuses = figure.statuses.map { String($0.column) }.sorted().joined(separator: ", ")
            terms.append(Term(sql: "key IN (\(statuses))"))
        }
        for part in figure.parts {
            guard let term = term(part, grouping) else { return nil }
            terms.append(term)
        }
        return try fetch("SELECT sum(\(what)) FROM tally", terms)
    }

    private func sum(_ what: String, _ crossing: Tallies.Crossing) throws -> Int? {
        var terms = terms(of: crossing.number)
        for part in figure.parts {
            let isFirst = part.dimension.grouping == crossing.one
            guard let term = term(part, crossing.one, key: isFirst ? "key" : "crossing") else { return nil }
            terms.append(term)
        }
        return try fetch("SELECT sum(\(what)) FROM tally", terms)
    }

    private func terms(of dimension: Int) -> [Term] {
        var terms = [Term(sql: "dimension = ?", arguments: [dimension.databaseValue])]
        terms.append(
            figure.year.map { Term(sql: "year = ?", arguments: [$0.databaseValue]) } ?? Term(sql: Tallies.ofEveryYear))
        if let year = figure.otherYearThan { terms.append(Term(sql: "year <> ?", arguments: [year.databaseValue])) }
        return terms
    }

    private func fetch(_ select: String, _ terms: [Term]) throws -> Int {
        let sum = Term(terms, after: "\(select) WHERE ")
        return try Int.fetchOne(
            db.cachedStatement(sql: sum.sql), arguments: StatementArguments(sum.arguments)) ?? 0
    }

    /// The part as a condition on cells; `nil` where the tally does not tell it apart.
    private func term(_ part: Figure.Part, _ grouping: Tallies.Grouping, key column: String = "key") -> Term? {
        func key(_ value: Int) -> Term { Term(sql: "\(column) = ?", arguments: [value.databaseValue]) }
        func key(_ table: String) -> Term {
            Term(sql: "\(column) = (SELECT id FROM \(table) WHERE code = ?)", arguments: [part.code.databaseValue])
        }
        switch part.dimension {
        case .kecamatan, .desa: return place(part, grouping)
        case .sex: return Term(sql: "woman = ?", arguments: [(part.code == Sex.female.rawValue).databaseValue])
        case .track: return key(Track(rawValue: part.code)?.column ?? 0)
        case .program: return key("program")
        case .organizer: return part.code.isEmpty ? key(0) : key("organizer")
        case .funding: return key(Funding(rawValue: part.code)?.column ?? 0)
        case .month: return key(Int(part.code.filter { $0 != "-" }) ?? 0)
        case .age: return key((AgeGroup(code: part.code) ?? .under15).rawValue)
        }
    }

    private func place(_ part: Figure.Part, _ grouping: Tallies.Grouping) -> Term? {
        guard let code = RegionCode(part.code) else {
            return Term(sql: "place = ?", arguments: [Residence.outsideColumn.databaseValue])
        }
        let isKecamatan = part.dimension == .kecamatan && !code.isDesa
        guard isKecamatan || !grouping.isByKecamatan else { return nil }
        let number = code.number.databaseValue
        return isKecamatan && !grouping.isByKecamatan
            ? Term(sql: "(place = ? OR place / 10000 = ?)", arguments: [number, number])
            : Term(sql: "place = ?", arguments: [number])
    }
}
