import DeskScript
import Store
import Training
import ViewModels
import Words

typealias EntryDesk = ScreenDesk<ParticipantFormModel>
typealias EntryField = ParticipantFormModel.Field

/// An office with two classes of the year 2026, and desks in it.
struct EntryOffice {
    let store: SilatStore
    let author = Author(name: "rina", desk: "meja1")
    var sewing = ID<TrainingClass>(0)
    var welding = ID<TrainingClass>(0)

    /// A woman born on 5 May 1999, registered in Murung Pudak.
    static func nik(_ serial: Int) -> String {
        let digits = String(serial)
        return "630906450599" + String(repeating: "0", count: 4 - digits.count) + digits
    }

    init() async throws {
        store = try SilatStore.inMemory()
        sewing = try await addClass("K-014", "Menjahit dasar", seats: 16)
        welding = try await addClass("K-015", "Las listrik", seats: 1)
    }

    private func addClass(_ code: String, _ title: String, seats: Int) async throws -> ID<TrainingClass> {
        try await addClass(code, of: addProgram("P\(code)", title), seats: seats)
    }

    func addProgram(_ code: String, _ title: String) async throws -> ID<Program> {
        let program = Program(code: Code(code)!, title: title, year: 2026, track: .community)
        return ID(try await store.perform(.addProgram(program), by: author).record!)
    }

    func addClass(_ code: String, of program: ID<Program>, seats: Int) async throws -> ID<TrainingClass> {
        let run = TrainingClass(
            code: Code(code)!, program: program, start: CalendarDate(iso: "2026-02-01")!,
            end: CalendarDate(iso: "2026-02-10")!, seats: seats)
        return ID(try await store.perform(.addClass(run), by: author).record!)
    }

    var context: Context {
        Context(words: .of(.indonesian), author: author, year: 2026, today: CalendarDate(iso: "2026-11-24")!)
    }

    func desk() async -> EntryDesk { await EntryDesk(ParticipantFormModel(), store, context) }

    /// A desk where one participant was entered: kecamatan, desa and class are carried forward.
    func deskWithOneEntered() async -> EntryDesk {
        let desk = await desk()
        await desk.type(Self.nik(1))
        await desk.press(.enter)
        await desk.type("Rahmawati")
        await desk.press(.enter)
        await desk.type("Tanjung")
        await desk.press(.enter)
        await desk.type("murung")
        await desk.press(.enter)
        await desk.type("maburai")
        await desk.press(.enter, .enter, .enter, .enter, .enter)
        await desk.type("k-014")
        await desk.press(.enter)
        return desk
    }

    @discardableResult
    func add(_ person: Participant, in trainingClass: ID<TrainingClass>? = nil) async throws -> ID<Participant> {
        let action = Action.addParticipant(person, in: trainingClass, confirmed: Set(Doubt.allCases))
        return ID(try await store.perform(action, by: author).record!)
    }

    func person(_ name: String, nik: String) -> Participant {
        Participant(
            identity: .nik(try! NIK(nik)), name: PersonName(name)!, birthDate: CalendarDate(iso: "1999-05-05")!,
            sex: .female, residence: .desa(RegionCode("63.09.06.2004")!))
    }

    func everybody() async throws -> [ParticipantRow] {
        try await store.page(of: ParticipantQuery(order: .newest), .first, count: 50).rows
    }
}

extension ScreenDesk where Model == ParticipantFormModel {
    func text(_ field: EntryField) -> String? {
        model.form[field].map { $0.chosen?.value ?? $0.text }
    }

    func origin(_ field: EntryField) -> FormField<EntryField>.Origin? { model.form[field]?.origin }

    func message(_ field: EntryField) -> FieldMessage? { model.form[field]?.message }

    var focus: EntryField? { model.form.focus }
}
