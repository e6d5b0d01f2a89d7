import ArgumentParser
import Store
import Training

/// Values of the command line that monitoring and equipment read.
extension Desk {
    /// The person whom a NIK or a number names.
    func person(nik: String?, id: String?) async throws -> Stored<Participant> {
        if let typed = nik {
            let nik = try self.nik(typed == StandardInput.sign ? StandardInput.line() : typed)
            guard let person = try await store.participant(nik: nik) else {
                throw Failure(.refused, spoken.command.noSuchParticipant(nik.masked))
            }
            return person
        }
        let id = try participantID(id ?? "")
        guard let person = try await store.participant(id) else {
            throw Failure(.refused, try await whyMissing(id))
        }
        return person
    }

    /// A code from paper, of the kind asked for.
    func label(_ typed: String, _ kind: LabelCode.Kind) throws -> LabelCode {
        let code: LabelCode
        do throws(LabelCode.Flaw) {
            code = try LabelCode(typed: typed)
        } catch {
            throw Failure(.refused, spoken.monitoring.flaw(error, typed))
        }
        guard code.kind == kind else { throw Failure(.refused, spoken.monitoring.otherKind(code)) }
        return code
    }

    /// The item that a code from a sticker stands for.
    func equipment(_ typed: String) async throws -> ID<Equipment> {
        try await store.equipment(code: label(typed, .equipment))
    }

    /// An item with what lists show beside it.
    func line(of id: ID<Equipment>) async throws -> EquipmentLine {
        guard let history = try await store.equipmentHistory(id, today: today) else { throw Refusal.gone }
        return history.line
    }

    /// The checks that a query finds, nearest first, at most `count`; of classes of one fiscal year where one is asked for.
    ///
    /// Checks of all years are due on one day, so that the newest year is not taken where none is named.
    func checks(_ query: FollowUpQuery, year: Int?, count: Int = .max) async throws -> [DueFollowUp] {
        guard let year else { return try await store.followUps(query, today: today, count: count) }
        let classes = Set(try await store.classes(of: year).map(\.trainingClass.value.code))
        let checks = try await store.followUps(query, today: today, count: .max)
        return Array(checks.lazy.filter { classes.contains($0.trainingClass) }.prefix(count))
    }

    /// The checks with their codes: one that is still to be done and has none is given one, where the file can be written.
    func withCodes(_ checks: [DueFollowUp]) async throws -> [DueFollowUp] {
        let bare = checks.indices.filter { checks[$0].code == nil && checks[$0].state != .done }
        guard !bare.isEmpty else { return checks }
        do {
            var coded = checks
            for (place, code) in zip(bare, try await store.codes(of: bare.map { checks[$0] })) {
                coded[place].code = code
            }
            return coded
        } catch StoreFailure.readOnly {
            return checks
        }
    }
}

/// The people who hold an item.
struct HolderOptions: ParsableArguments {
    @Option(help: ArgumentHelp(spoken.command.help.monitoring.holderNIK))
    var nik: [String] = []
    @Option(help: ArgumentHelp(spoken.command.help.monitoring.holderID))
    var id: [String] = []
    @Option(help: ArgumentHelp(spoken.command.help.monitoring.group, valueName: "name"))
    var group: String?

    func validate() throws {
        let count = nik.count + id.count
        if count == 0 { throw ValidationError(spoken.command.monitoring.holderMissing) }
        if count > 1, group?.fieldText == nil { throw ValidationError(spoken.command.monitoring.groupMissing) }
    }

    /// Who holds, looked up.
    func holder(_ desk: Desk) async throws -> EquipmentHolding.Holder {
        var people: [ID<Participant>] = []
        for nik in nik { people.append(try await desk.person(nik: nik, id: nil).id) }
        for id in id { people.append(try await desk.person(nik: nil, id: id).id) }
        if let group = group?.fieldText { return .group(group, members: people) }
        return .participant(people[0])
    }
}

extension FollowUp.Method: ExpressibleByArgument {}
extension Outcome.Kind: ExpressibleByArgument {}
extension Outcome.Sector: ExpressibleByArgument {}
extension Outcome.IncomeBand: ExpressibleByArgument {}
extension Outcome.Reason: ExpressibleByArgument {}
extension Equipment.Condition: ExpressibleByArgument {}
extension EquipmentList: ExpressibleByArgument {}
extension RecallEntry.State: ExpressibleByArgument {}
