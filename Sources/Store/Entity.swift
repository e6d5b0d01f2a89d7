import Training

/// The tables that hold records, with the columns that the log keeps.
///
/// Raw values stand in the log and are never given anew.
enum Entity: Int, CaseIterable {
    case organizer = 1
    case program, trainingClass, participant, enrollment, target, doubt, claim, residents
    case followUp, outcome, assignment, equipment, holding, holder, equipmentCheck, recall, recallEntry
    case secondEntry = 19
    case mergedParticipant = 21
    case distinctPeople
    case deskOperator = 26
    case setting

    var table: String {
        switch self {
        case .organizer: "organizer"
        case .program: "program"
        case .trainingClass: "training_class"
        case .participant: "participant"
        case .enrollment: "enrollment"
        case .target: "target"
        case .doubt: "doubt"
        case .claim: "claim"
        case .residents: "residents"
        case .followUp: "follow_up"
        case .outcome: "outcome"
        case .assignment: "assignment"
        case .equipment: "equipment"
        case .holding: "holding"
        case .holder: "holder"
        case .equipmentCheck: "equipment_check"
        case .recall: "recall"
        case .recallEntry: "recall_entry"
        case .deskOperator: "operator"
        case .setting: "setting"
        case .secondEntry: "second_entry"
        case .mergedParticipant: "merged_participant"
        case .distinctPeople: "distinct_people"
        }
    }

    /// The columns besides `id`, in the order in which rows are written.
    var columns: [String] {
        switch self {
        case .organizer: ["code", "name", "kind"]
        case .program:
            [
                "code", "title", "year", "track", "vocation", "organizer", "funding", "skkni", "pokir_proposer",
                "pokir_reference", "follow_up_months",
            ]
        case .trainingClass: ["code", "program", "start_date", "end_date", "place", "seats", "instructor"]
        case .participant:
            [
                "nik", "no_nik_reason", "name", "name_key", "birthplace", "birth_date", "sex", "kecamatan", "desa",
                "address", "phone", "education", "occupation",
            ]
        case .enrollment: ["participant", "class", "status", "since", "detail"]
        case .target: ["year", "scope", "scope_key", "stage", "count", "rule", "source", "source_date"]
        case .doubt: ["participant", "kind"]
        case .claim: ["organizer", "year", "count", "reported_on", "letter"]
        case .residents: ["kecamatan", "count", "source"]
        case .followUp: ["enrollment", "mark", "date", "visitor", "method", "reached", "next_try", "note"]
        case .outcome:
            [
                "enrollment", "date", "kind", "uses", "employer", "sector", "formal", "band", "business", "nib",
                "workers", "trained_workers", "reason", "note",
            ]
        case .assignment: ["enrollment", "mark", "visitor"]
        case .equipment: ["item", "kind", "serial", "value", "funding", "photo"]
        case .holding: ["equipment", "date", "letter", "group_name", "note"]
        case .holder: ["holding", "participant"]
        case .equipmentCheck: ["equipment", "date", "visitor", "condition", "place", "note"]
        case .recall: ["title", "date", "criteria"]
        case .recallEntry: ["recall", "participant", "state", "date", "note"]
        case .deskOperator: ["name", "role"]
        case .setting: ["name", "value"]
        case .secondEntry: ["enrollment", "compared", "first_wrong", "second_wrong"]
        case .mergedParticipant: ["gone", "stays"]
        case .distinctPeople: ["one", "other"]
        }
    }

    private static let inserts = allCases.reduce(into: [Entity: String]()) { statements, entity in
        let places = Array(repeating: "?", count: entity.columns.count + 1).joined(separator: ", ")
        statements[entity] =
            "INSERT INTO \(entity.table) (id, \(entity.columns.joined(separator: ", "))) VALUES (\(places))"
    }

    /// The statement that writes a new row: `id` first, then ``columns``.
    var insert: String { Self.inserts[self] ?? "" }
}
