import DeskScript
import Keyboard
import Store
import Testing
import Training
import Words

@testable import ViewModels

/// What a role cannot do is neither shown nor taken.
@Suite struct RoleStoryTests {
    private let dewi = Author(name: "dewi", desk: "meja9")

    /// An office with somebody in a class, where rina, who sits at the desk, has a role.
    private func office(_ role: Role) async throws -> PeopleOffice {
        let office = try await PeopleOffice(target: 10)
        try await office.add("Aminah", 1, in: office.sewing)
        _ = try await office.store.perform(.setRole(Operator(name: "dewi", role: .supervisor)), by: dewi)
        _ = try await office.store.perform(.setRole(Operator(name: "rina", role: role)), by: dewi)
        return office
    }

    @Test func aReaderSeesTotalsAndNobody() async throws {
        let desk = await ModelDesk(try await office(.reader).store)
        try await desk.sees("1 Capaian  3 Kelas  4 Wilayah  5 Pemantauan  6 Laporan")
        try await desk.sees("1 / 10 orang")
        try await desk.doesNotSee("t target")
        for key: Key in [.character("2"), .character("L"), .character("u"), .character("#"), .character("t")] {
            await desk.press(key)
            guard case .achievement = await desk.front else {
                Issue.record("\(key) leads to \(await desk.front)")
                return
            }
        }
        await desk.press(.character("?"))
        try await desk.doesNotSee("riwayat: siapa")
        try await desk.doesNotSee("nama-nama")
        await desk.press(.escape, .character("3"))
        try await desk.sees("K-014")
        await desk.press(.enter, .character("n"), .character("d"), .character("i"))
        guard case .classes = await desk.front else { return await notThere(desk) }
        await desk.press(.character("4"), .home, .right)
        for _ in 0..<12 {
            await desk.press(.enter, .right)
            guard case .regions = await desk.front else { return await notThere(desk) }
        }
    }

    /// Where a way to names was forgotten, the screen itself is not opened.
    @Test func aScreenOfNamesIsNotOpenedForAReader() async throws {
        let office = try await office(.reader)
        let desk = await ModelDesk(office.store)
        await desk.opens(.roster(RosterModel(office.sewing)))
        guard case .achievement = await desk.front else { return await notThere(desk) }
        try await desk.sees("! peran Anda pembaca; membaca nama peserta hanya boleh petugas atau penyelia")
    }

    @Test func aClerkEntersAndRevealsNothing() async throws {
        let desk = await ModelDesk(try await office(.clerk).store)
        await desk.press(.character("t"))
        guard case .achievement = await desk.front else { return await notThere(desk) }
        await desk.press(.character("2"))
        try await desk.sees("Aminah")
        await desk.press(.enter)
        try await desk.sees("ubah")
        try await desk.doesNotSee("buka NIK")
        await desk.press(.character("r"))
        try await desk.sees("6309••••••••0001")
        try await desk.doesNotSee("6309 0645")
    }

    @Test func aSupervisorHasEverything() async throws {
        let desk = await ModelDesk(try await office(.supervisor).store)
        try await desk.sees("2 Peserta")
        await desk.press(.character("t"))
        try await desk.sees("Target awal")
    }

    /// A role that is taken away at another desk takes the screens of names away with it.
    @Test func aRoleChangesWhileOneSitsThere() async throws {
        let office = try await office(.clerk)
        let desk = await ModelDesk(office.store)
        await desk.press(.character("2"), .enter)
        try await desk.sees("Aminah")
        _ = try await office.store.perform(.setRole(Operator(name: "rina", role: .reader)), by: dewi)
        await desk.hearsOfChange()
        try await desk.doesNotSee("Aminah")
        try await desk.doesNotSee("2 Peserta")
        try await desk.sees("1 / 10 orang")
    }

    private func notThere(_ desk: ModelDesk) async {
        Issue.record("\(await desk.screen.joined(separator: "\n"))")
    }
}
