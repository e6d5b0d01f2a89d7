import DeskScript
import Foundation
import Keyboard
import SheetFixtures
import Store
import Testing
import Training

@testable import ViewModels

/// Drafts that another version wrote, or something else: every form opens, offers them or passes them over, and can be typed into.
/// How much it tries: see ``FuzzBudget``.
@Suite struct DraftFuzzTests {
    /// A form with the name that its draft is kept under.
    private struct Opened {
        let draft: String
        let screen: ScreenModel
    }

    @Test func everyFormOpensOverAnyDraft() async throws {
        let year = try await TrainingYear.small()
        let forms = try await Self.forms(year)
        for seed in FuzzBudget(seeds: 300, share: 0.04).seeds {
            var random = Seeded(state: seed)
            guard let form = forms.randomElement(using: &random) else { return }
            let draft = Self.draft(&random)
            try await year.store.keepDraft(draft, form: form.draft, by: year.author)
            let desk = await ModelDesk(year.store)
            await desk.opens(form.screen)
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                await desk.press(Self.keys.randomElement(using: &random) ?? .tab)
                #expect(await !desk.screen.contains { $0.holdsControls }, "seed \(seed): \(form.draft)")
            }
            // A form that was left goes back: no draft keeps a clerk in it.
            for _ in 0..<8 { await desk.press(.escape) }
            guard case .achievement = await desk.front else {
                Issue.record("seed \(seed): \(form.draft) stays in front\n\(draft)")
                continue
            }
        }
        for finding in try await year.store.check() { #expect(finding.problem == nil, "\(finding.check)") }
    }

    private static let keys: [Key] = [
        .enter, .enter, .tab, .backTab, .down, .up, .character("a"), .character(" "), .function(2), .function(3),
        .function(5), .delete, .backspace,
    ]

    private static func forms(_ year: TrainingYear) async throws -> [Opened] {
        let store = year.store
        let line = try await store.trainingClass(code: "K-013")
        let roster = try await store.roster(of: line.trainingClass.id)
        let today = CalendarDate(iso: "2026-11-24")!
        let siti = try await store.participant(roster[3].participant.id)!
        let organizer = try await store.organizers()[0]
        let program = try await store.program(code: "P-01").program
        let edited = ParticipantFormModel(editing: siti)
        let standing = StandingModel(of: roster, in: line, roster: roster, today: today)
        let second = SecondEntryModel(line.trainingClass.id)
        let recall = RecallFormModel(today: today)
        let equipment = EquipmentFormModel(.new, today: today)
        let outcome = FollowUpFormModel(
            outcomeOf: siti.id, siti.value.name, after: try await store.enrollments(of: siti.id)[0])
        let records = [
            RecordFormModel(organizer: nil), RecordFormModel(organizer: organizer), RecordFormModel(programOf: nil),
            RecordFormModel(edit: program), RecordFormModel(classOf: nil), RecordFormModel(edit: line.trainingClass),
            RecordFormModel(newTargetFor: 2026, existing: []),
            RecordFormModel(claimOf: organizer, year: 2026, existing: nil),
        ]
        return [
            Opened(draft: "participant", screen: .participantForm(ParticipantFormModel())),
            Opened(draft: edited.draftName, screen: .participantForm(edited)),
            Opened(draft: standing.draftName, screen: .standing(standing)),
            Opened(draft: second.draftName, screen: .secondEntry(second)),
            Opened(draft: recall.draftName, screen: .recallForm(recall)),
            Opened(draft: equipment.draftName, screen: .equipmentForm(equipment)),
            Opened(draft: outcome.draftName, screen: .followUpForm(outcome)),
        ] + records.map { Opened(draft: $0.draftName, screen: .recordForm($0)) }
    }

    // Drafts

    /// A draft of one of the shapes that forms keep, with odd things in it; or one with bytes changed; or no draft at all.
    private static func draft(_ random: inout Seeded) -> String {
        let form = form(&random)
        let shapes = [
            #"{"current":\#(form),"earlier":[\#(Self.form(&random))]}"#,
            #"{"version":\#(number(&random)),"form":\#(form)}"#,
            #"{"form":\#(form),"pointedAt":\#(number(&random)),"findings":{"differed":["name"],"second":["nik"],"first":["phone"]}}"#,
            form, "", "null", "[]", "{}", OddText.text(&random),
        ]
        var text = shapes.randomElement(using: &random) ?? ""
        if Bool.random(using: &random) {
            var bytes = Array(text.utf8)
            mutate(&bytes, signs: "{}[]\",:0\\u", &random)
            text = String(decoding: bytes, as: UTF8.self)
        }
        return text
    }

    private static func form(_ random: inout Seeded) -> String {
        var fields: [String: FormDraft.Field] = [:]
        for _ in 0..<Int.random(in: 0...8, using: &random) {
            let id = ids.randomElement(using: &random) ?? ""
            let odd = [OddText.text(&random), values.randomElement(using: &random) ?? ""]
            let choice = Choice(id: odd.randomElement(using: &random) ?? "", code: odd[0], label: odd[1], value: odd[0])
            fields[id] = FormDraft.Field(
                value: FieldValue(
                    text: odd.randomElement(using: &random) ?? "", choice: Bool.random(using: &random) ? choice : nil),
                origin: ["typed", "carried", "fromNIK", "ditto", "onFile", "x"].randomElement(using: &random) ?? "",
                carry: ["never", "filled", "always", ""].randomElement(using: &random) ?? "")
        }
        let draft = FormDraft(fields: fields, focus: ids.randomElement(using: &random))
        return (try? JSONEncoder().encode(draft)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }

    private static func number(_ random: inout Seeded) -> String {
        ["null", "0", "-1", "9223372036854775807", "1e40", "\"1\""].randomElement(using: &random) ?? "0"
    }

    private static let ids =
        ParticipantFormModel.Field.allCases.map(\.rawValue) + [
            "code", "title", "year", "track", "organizer", "program", "start", "end", "seats", "scope", "count",
            "status",
            "date", "visitor", "method", "outcome", "workers", "holder", "serial", "place1", "outcome2", "ages", "",
            "?",
        ]

    private static let values = [
        "6309064505990004", "6309064505990014", "05-05-1999", "31-02-1999", "L", "63.09.06", "63.09.06.2004", "outside",
        "99999999999999999999", "-1", "2026", "081211112222", "working", "attempt", "completed", "K-013",
    ]
}
