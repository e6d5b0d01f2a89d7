import ArgumentParser
import Exchange
import Store
import Training

/// `silat route-sheet`: the way through a desa, on paper.
struct RouteSheetCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "route-sheet", abstract: spoken.command.help.monitoring.routeSheet)

    /// The forms of a sheet.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, html
    }

    @OptionGroup var global: GlobalOptions
    @Option(help: ArgumentHelp(spoken.command.help.monitoring.sheetDesa))
    var desa: String?
    @Option(help: ArgumentHelp(spoken.command.help.kecamatan))
    var kecamatan: String?
    @Option(help: ArgumentHelp(spoken.command.help.monitoring.sheetVisitor, valueName: "name"))
    var visitor: String?
    @Option(help: ArgumentHelp(spoken.command.help.monitoring.sheetFormat))
    var format: Format = .text
    @Option(name: .shortAndLong, help: ArgumentHelp(spoken.command.help.output, valueName: "file"))
    var output: String?

    var mode: SilatStore.Mode { .readWrite }
    var needs: Permission { .names }

    func validate() throws {
        if desa == nil, kecamatan == nil, visitor?.fieldText == nil {
            throw ValidationError(spoken.command.monitoring.sheetForWhom)
        }
    }

    func run(at desk: Desk) async throws {
        if let output { try global.refuseOwnFile(output) }
        let contents = try await contents(desk)
        let sheet = contents.sheet(spoken, .tabalong)
        guard sheet.people > 0 else { return say(spoken.command.nothingFound) }
        let destination = try output.map(Output.file) ?? .standard
        // Names and phones leave in full: the visitor has to find people. It is logged before they do.
        let what = ["route-sheet", contents.place?.description, contents.visitor].compactMap(\.self)
        _ = try await desk.store.perform(
            .export(what: what.joined(separator: " "), count: sheet.people, withNIK: false), by: desk.author)
        switch format {
        case .text: try destination.write(RouteSheetText(sheet, width: { $0.columns }).text)
        case .html: try destination.write(RouteSheetPage(sheet).html)
        }
        try destination.keep()
        if let output { say(spoken.command.exported(spoken.language.number(sheet.people), output)) }
    }

    private func contents(_ desk: Desk) async throws -> RouteSheetContents {
        let region = try desk.region(kecamatan: kecamatan, desa: desa)
        let query = FollowUpQuery(region: region, visitor: visitor?.fieldText)
        let checks = try await desk.checks(query, year: global.year)
        let codes = try await desk.store.codes(of: checks)
        var equipment = try await desk.store.equipment(.due, in: region, today: desk.today)
        if query.visitor != nil {
            // Items are given to nobody: a visitor looks at those of the people to be seen.
            let seen = Set(checks.map(\.person.id))
            equipment = equipment.filter { seen.contains($0.person.id) }
        }
        var people: [ID<Participant>: Participant] = [:]
        for id in Set(checks.map(\.person.id) + equipment.map(\.person.id)) {
            people[id] = try await desk.store.participant(id)?.value
        }
        return RouteSheetContents(
            place: region?.code, visitor: query.visitor, date: desk.today,
            checks: zip(checks, codes).map { (check: $0, code: $1) }, equipment: equipment, people: people)
    }
}

extension ParticipantQuery.RegionFilter {
    /// The place, where it has a code.
    fileprivate var code: RegionCode? {
        switch self {
        case .within(let code), .desaUnknown(let code): code
        case .outside: nil
        }
    }
}
