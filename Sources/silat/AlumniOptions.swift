import ArgumentParser
import Training

/// Whom to look for among those who completed a class.
struct AlumniOptions: ParsableArguments {
    @Option(help: ArgumentHelp(spoken.command.help.programCode, valueName: "code"))
    var program: String?
    @Option(help: ArgumentHelp(spoken.command.help.vocation, valueName: "text"))
    var vocation: String?
    @Flag(help: ArgumentHelp(spoken.command.help.monitoring.certified))
    var certified = false
    @Option(help: ArgumentHelp(spoken.command.help.monitoring.ages, valueName: "years"))
    var age: String?
    @Option(help: ArgumentHelp(spoken.command.help.monitoring.places))
    var place: [String] = []
    @Option(help: ArgumentHelp(spoken.command.help.monitoring.latestOutcome))
    var outcome: [Outcome.Kind] = []

    func validate() throws {
        if let age, Self.ages(age) == nil { throw ValidationError(spoken.command.monitoring.agesUnreadable(age)) }
        if program != nil, vocation != nil { throw ValidationError(spoken.command.monitoring.manyPrograms) }
    }

    /// The query, with what it names looked up.
    func query(_ desk: Desk) async throws -> AlumniQuery {
        var query = AlumniQuery(
            vocation: vocation?.fieldText, isCertified: certified, ages: age.flatMap(Self.ages),
            places: try place.map(Self.place), outcomes: Set(outcome))
        if let program { query.program = try await desk.store.program(code: program).program.value.code.text }
        return query
    }

    /// `20-30`, or one age.
    private static func ages(_ typed: String) -> ClosedRange<Int>? {
        let parts = typed.split(whereSeparator: { $0 == "-" || $0 == "–" }).map { Int($0) }
        guard (1...2).contains(parts.count), let first = parts.first ?? nil, let last = parts.last ?? nil,
            (0...150).contains(first), (first...150).contains(last)
        else { return nil }
        return first...last
    }

    private static func place(_ typed: String) throws -> RegionCode {
        if let code = RegionCode(typed), code.isDesa {
            return try PlaceIndex().desa(typed, in: code.kecamatan)
        }
        guard let code = try PlaceIndex().kecamatan(typed).kecamatan else {
            throw Refusal.unknownCode(typed, kind: .kecamatan, nearest: [])
        }
        return code
    }

    /// The query as a person would say it; it is kept with the list.
    static func words(for query: AlumniQuery) -> String {
        let phrases = spoken.command.monitoring
        let gazetteer = Gazetteer.tabalong
        let outcomes = Outcome.Kind.allCases.filter(query.outcomes.contains).map(spoken.monitoring.outcome)
        let places = query.places.map { gazetteer[$0]?.name ?? $0.description }
        let parts = [
            query.program.map(phrases.ofProgram), query.vocation.map(phrases.ofVocation),
            query.isCertified ? phrases.certifiedOnly : nil,
            query.ages.map { phrases.aged($0.lowerBound, $0.upperBound) },
            places.isEmpty ? nil : phrases.livingIn(places), outcomes.isEmpty ? nil : phrases.found(outcomes),
        ].compactMap(\.self)
        return parts.isEmpty ? phrases.everybody : parts.joined(separator: "; ")
    }
}
