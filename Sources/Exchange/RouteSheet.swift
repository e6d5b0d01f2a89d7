import Training
import Words

/// What a visitor takes along on paper: whom to see, about what, with boxes to tick. Text and HTML are written from it.
///
/// The NIK is not on it: paper gets lost, and the codes are enough to find the records again.
public struct RouteSheet: Sendable {
    public var language: Language
    public var title: String
    /// Where the sheet leads.
    public var place: String?
    public var printed: String
    public var visitor: Blank
    public var visitDate: Blank
    public var contents: String
    public var instruction: String
    public var page: @Sendable (_ number: Int, _ all: Int) -> String
    /// People with checks; then those who only have equipment to look at.
    public var sections: [Section]

    /// Something to fill in, or filled in already.
    public struct Blank: Sendable {
        public var label: String
        public var text: String?
    }

    /// Some stops under a heading.
    public struct Section: Sendable {
        public var title: String?
        public var stops: [Stop]
    }

    /// Somebody to see.
    public struct Stop: Sendable {
        public var name: String
        public var phone: String
        public var address: String
        public var entries: [Entry]
    }

    /// One thing to find out, under a code of its own.
    public struct Entry: Sendable {
        public var code: LabelCode
        public var facts: [String]
        public var boxes: [String]
        /// The box for when nobody was met, with room for a date.
        public var notMet: String?
        /// What to write on the lines below the boxes.
        public var prompt: String
    }

    /// How many people are on it.
    public var people: Int { sections.map(\.stops.count).reduce(0, +) }
}

/// What a route sheet is made of: the checks and the equipment due, and how to reach everybody.
public struct RouteSheetContents: Sendable {
    /// The desa or kecamatan it is for.
    public var place: RegionCode?
    public var visitor: String?
    public var date: CalendarDate
    public var checks: [(check: DueFollowUp, code: LabelCode)]
    public var equipment: [EquipmentLine]
    public var people: [ID<Participant>: Participant]

    public init(
        place: RegionCode?, visitor: String?, date: CalendarDate, checks: [(check: DueFollowUp, code: LabelCode)],
        equipment: [EquipmentLine], people: [ID<Participant>: Participant]
    ) {
        self.place = place
        self.visitor = visitor
        self.date = date
        self.checks = checks
        self.equipment = equipment
        self.people = people
    }

    /// The sheet in words, in the order of a walk: by desa, within it by name.
    public func sheet(_ words: Phrasebook, _ gazetteer: Gazetteer) -> RouteSheet {
        let sheet = words.routeSheet
        let number = words.language.number
        return RouteSheet(
            language: words.language, title: sheet.title, place: placeName(sheet, gazetteer),
            printed: sheet.printed(date.onScreen),
            visitor: RouteSheet.Blank(label: sheet.visitor, text: visitor),
            visitDate: RouteSheet.Blank(label: sheet.visitDate, text: nil),
            contents: sheet.contents(number(checks.count), number(equipment.count)), instruction: sheet.instruction,
            page: sheet.page, sections: sections(words, gazetteer))
    }

    private func placeName(_ sheet: RouteSheetPhrases, _ gazetteer: Gazetteer) -> String? {
        guard let place else { return nil }
        let name = gazetteer[place]?.name ?? place.description
        return place.isDesa ? sheet.desa(name, gazetteer[place.kecamatan]?.name) : sheet.kecamatan(name)
    }

    private func sections(_ words: Phrasebook, _ gazetteer: Gazetteer) -> [RouteSheet.Section] {
        let checks = Dictionary(grouping: checks, by: \.check.person.id)
        let items = Dictionary(grouping: equipment, by: \.person.id)
        let visited = Set(checks.keys)
        let rows = (self.checks.map(\.check.person) + equipment.map(\.person)).inOrderOfTheWalk
        let stops = { (rows: [ParticipantRow]) in
            rows.map { row in
                let entries =
                    self.entries(checks[row.id] ?? [], words)
                    + (items[row.id] ?? []).map { self.entry($0, words) }
                return self.stop(row, entries, words, gazetteer)
            }
        }
        return [
            RouteSheet.Section(title: nil, stops: stops(rows.filter { visited.contains($0.id) })),
            RouteSheet.Section(
                title: words.routeSheet.equipmentTitle, stops: stops(rows.filter { !visited.contains($0.id) })),
        ].filter { !$0.stops.isEmpty }
    }

    private func stop(
        _ row: ParticipantRow, _ entries: [RouteSheet.Entry], _ words: Phrasebook, _ gazetteer: Gazetteer
    ) -> RouteSheet.Stop {
        let person = people[row.id]
        let isOneDesa = place?.isDesa ?? false
        let desa = isOneDesa ? nil : gazetteer.desaName(of: row.residence) ?? gazetteer.kecamatanName(of: row.residence)
        return RouteSheet.Stop(
            name: row.name.text, phone: person?.phone?.digits ?? words.routeSheet.noPhone,
            address: [person?.address ?? words.routeSheet.noAddress, desa].compactMap(\.self).joined(separator: ", "),
            entries: entries)
    }

    /// An entry for each class: what somebody does now answers every check of it that is open.
    private func entries(
        _ checks: [(check: DueFollowUp, code: LabelCode)], _ words: Phrasebook
    ) -> [RouteSheet.Entry] {
        Dictionary(grouping: checks, by: \.check.enrollment).values
            .map { $0.sorted { $0.check.mark < $1.check.mark } }
            .compactMap { open in open.last.map { (last: $0, earlier: open.dropLast()) } }
            .sorted { ($0.last.check.dueOn, $0.last.code.number) < ($1.last.check.dueOn, $1.last.code.number) }
            .map { entry($0.last.check, $0.last.code, earlier: Array($0.earlier), words) }
    }

    private func entry(
        _ check: DueFollowUp, _ code: LabelCode, earlier: [(check: DueFollowUp, code: LabelCode)], _ words: Phrasebook
    ) -> RouteSheet.Entry {
        let sheet = words.routeSheet
        let open = earlier.map { sheet.earlier($0.code.description, words.monitoring.mark($0.check.mark)) }
        let facts = [
            "\(check.trainingClass.text) \(check.program)", words.monitoring.mark(check.mark),
            sheet.dueOn(check.dueOn.onScreen, check.daysLate(date)),
            check.attempts > 0 ? sheet.attempts(check.attempts) : nil,
            check.nextTry.map { sheet.nextTry($0.onScreen) },
            check.latest.map { sheet.lastOutcome(words.monitoring.outcome($0)) },
            open.isEmpty ? nil : sheet.alsoOpen(open),
        ]
        return RouteSheet.Entry(
            code: code, facts: facts.compactMap(\.self), boxes: Outcome.Kind.allCases.map(words.monitoring.outcome),
            notMet: sheet.notMet, prompt: sheet.detail)
    }

    private func entry(_ line: EquipmentLine, _ words: Phrasebook) -> RouteSheet.Entry {
        let sheet = words.routeSheet
        let item = line.equipment.value
        var facts = [words.monitoring.itemWithSerial(item.item, item.serial)]
        if case .group(let name, _) = line.holding.holder { facts.append(sheet.heldBy(name)) }
        if let last = line.lastCheck {
            facts.append(sheet.lastCondition(words.monitoring.condition(last.condition), last.date.onScreen))
        } else {
            facts.append(sheet.neverChecked(line.holding.date.onScreen))
        }
        return RouteSheet.Entry(
            code: line.code, facts: facts, boxes: Equipment.Condition.allCases.map(words.monitoring.condition),
            prompt: sheet.note)
    }
}

extension [ParticipantRow] {
    /// Everybody once, by desa and within it by name.
    fileprivate var inOrderOfTheWalk: [ParticipantRow] {
        let rows = Dictionary(map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }).values
        return rows.sorted {
            ($0.residence.place, $0.name.key, $0.id) < ($1.residence.place, $1.name.key, $1.id)
        }
    }
}

extension Residence {
    /// A number that sorts as the codes do; those from outside come last.
    fileprivate var place: String { (desa ?? kecamatan)?.description ?? "outside" }
}
