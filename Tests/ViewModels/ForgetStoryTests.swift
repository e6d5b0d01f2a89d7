import DeskScript
import Keyboard
import Store
import Testing
import Training
import Words

@testable import ViewModels

/// A supervisor replaces somebody's data from their file.
@Suite struct ForgetStoryTests {
    @Test func itIsAskedAboutAndDone() async throws {
        let office = try await PeopleOffice(target: 10)
        let id = try await office.add("Aminah", 1, in: office.sewing)
        _ = try await office.store.perform(.export(what: "names", count: 1, withNIK: false), by: office.author)
        let desk = await ModelDesk(office.store)
        await desk.press(.character("2"), .enter, .character("H"))
        try await desk.sees("Hapus data pribadi Aminah?")
        try await desk.sees("Tetap terhitung: 1 keikutsertaan")
        try await desk.sees("nama keluar dari berkas 1 kali")
        await desk.press(.character("x"))
        try await desk.doesNotSee("Hapus data pribadi")
        try await desk.sees("Aminah")
        await desk.press(.character("H"), .character("y"))
        try await desk.sees("✓ Data pribadi dihapus; 1 keikutsertaan tetap terhitung")
        try await desk.sees("Dihapus atas permintaan")
        try await desk.doesNotSee("Aminah")
        try await desk.doesNotSee("Jl. Jaksa")
        try await desk.sees("1 / 10 orang")
        #expect(try await office.store.participant(id)?.value.nik == nil)
        await desk.press(.character("u"))
        try await desk.sees("untuk selamanya")
        await desk.press(.character("H"))
        try await desk.sees("sudah dihapus atas permintaannya")
        await desk.press(.escape)
        try await desk.doesNotSee("Aminah")
        await desk.press(.character("L"))
        try await desk.sees("data pribadi dihapus")
        try await desk.doesNotSee("Aminah")
    }

    @Test func aClerkHasNoKeyForIt() async throws {
        let office = try await PeopleOffice()
        try await office.add("Aminah", 1, in: office.sewing)
        _ = try await office.store.perform(.setRole(Operator(name: "dewi", role: .supervisor)), by: office.other)
        _ = try await office.store.perform(
            .setRole(Operator(name: "rina", role: .clerk)), by: Author(name: "dewi", desk: "x"))
        let desk = await ModelDesk(office.store)
        await desk.press(.character("2"), .enter, .character("H"))
        try await desk.doesNotSee("Hapus data pribadi")
        await desk.press(.character("?"))
        try await desk.doesNotSee("data pribadi")
    }
}
