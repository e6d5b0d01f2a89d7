import ArgumentParser
import Exchange
import Store
import Training

/// What lists of people have in common.
struct PeopleOptions: ParsableArguments {
    @OptionGroup var revealing: RevealOptions
    @Option(help: ArgumentHelp(spoken.command.help.limit))
    var limit: Int?

    /// Whether NIK and phone are shown in full.
    var reveal: Bool { revealing.reveal }
    /// Why.
    var reason: RevealReason { revealing.reason }

    /// Revealing is logged, so it writes.
    var mode: SilatStore.Mode { reveal ? .readWrite : .readOnly }

    func validate() throws {
        if let limit, limit < 1 { throw ValidationError(spoken.command.limitTooSmall) }
    }

    /// Writes everybody whom a query finds, page by page.
    func write(_ query: ParticipantQuery, _ format: ListFormat, at desk: Desk) async throws {
        let most = limit ?? .max
        if reveal {
            let count = min(most, try await desk.store.count(of: query))
            _ = try await desk.store.perform(
                .export(what: "participants", count: count, withNIK: true, reason: reason), by: desk.author)
        }
        let list = desk.list(format, Column.people(spoken, .tabalong, reveal: reveal))
        var written = 0
        var start = PageStart.first
        while written < most {
            let page = try await desk.store.page(of: query, start, count: min(500, most - written))
            for row in page.rows { try list.add(row) }
            written += page.rows.count
            guard page.hasLater, let last = page.rows.last else { break }
            start = .after(last)
            if written == most { say(spoken.command.moreThan(spoken.language.number(most))) }
        }
        try list.finish()
        if written == 0 { say(spoken.command.nothingFound) }
    }
}
