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
        if let age, AlumniQuery.ages(typed: age) == nil {
            throw ValidationError(spoken.command.monitoring.agesUnreadable(age))
        }
        if program != nil, vocation != nil { throw ValidationError(spoken.command.monitoring.manyPrograms) }
    }

    /// The query, with what it names looked up.
    func query(_ desk: Desk) async throws -> AlumniQuery {
        var query = AlumniQuery(
            vocation: vocation?.fieldText, isCertified: certified, ages: age.flatMap(AlumniQuery.ages),
            places: try place.map(Self.place), outcomes: Set(outcome))
        if let program { query.program = try await desk.store.program(code: program).program.value.code.text }
        return query
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
}
