import DeskScript
import Keyboard
import Sample
import Store
import Testing
import Training
import Words

@testable import ViewModels

/// Stories at Pemanggilan: finding alumni, keeping a list, and following it up.
@Suite struct RecallTests {
    private func enter(_ text: String, _ desk: ModelDesk) async {
        await desk.type(text)
        await desk.press(.enter)
    }

    private func desk() async throws -> ModelDesk {
        let desk = await ModelDesk(try await MonitoredYear().store)
        await desk.opens(.recall(RecallModel()))
        return desk
    }

    @Test func findsCountsAndKeepsThoseWhoFit() async throws {
        let desk = try await desk()
        try await desk.sees("Belum ada daftar")
        await desk.type("n")
        // Everybody who completed, until something is asked for.
        try await desk.sees("6 orang cocok")
        await desk.press(.enter)
        await enter("garmen", desk)
        try await desk.sees("4 orang cocok")
        await enter("hanya", desk)
        try await desk.sees("2 orang cocok")
        try await desk.doesNotSee("Siti Aminah")
        await enter("20-30", desk)
        await enter("murung", desk)
        try await desk.sees("atau di")
        await desk.press(.enter)
        await enter("wira", desk)
        try await desk.sees("1 orang cocok")
        try await desk.sees("Aulia Rahmah")
        await desk.press(.enter)
        await enter("Penjahit koperasi", desk)
        try await desk.sees("Tersimpan: “Penjahit koperasi”, 1 orang")
        try await desk.sees(
            "kejuruan Garmen; bersertifikat; umur 20–30 tahun")
        await desk.press(.escape)
        let line = try #require(await desk.screen.first { $0.contains("Penjahit koperasi") })
        #expect(line.contains("24-11-2026"))
    }

    /// Of very many who fit, no more is held than is near those in sight; all are kept.
    @Test func aLongListIsReadPageByPage() async throws {
        let store = try SilatStore.inMemory()
        let author = Author(name: "rina", desk: "meja1")
        try await store.takeIn(as: .generate, note: "", by: author, keep: true) {
            try SampleData(participants: 700, year: MonitoredYear.today.year, seed: 5).fill($0)
        }
        let all = try await store.alumni(AlumniQuery(), today: MonitoredYear.today)
        try #require(all.count > 400)
        let desk = await ModelDesk(store)
        await desk.opens(.recallForm(RecallFormModel(today: MonitoredYear.today)))
        try await desk.sees("\(all.count) orang cocok")
        for key in Array(repeating: Key.pageDown, count: 45) + Array(repeating: .pageUp, count: 30) {
            await desk.press(key)
            let sight = try #require(
                await desk.screen.joined(separator: "\n").firstMatch(of: #/orang cocok .* (\d+)–(\d+)/#))
            let (first, last) = try (#require(Int(sight.1)), #require(Int(sight.2)))
            for line in all[first - 1..<last] { try await desk.sees(String(line.person.name.text.prefix(12))) }
        }
        await desk.press(.enter, .enter, .enter, .enter, .enter, .enter)
        await enter("Semua", desk)
        try await desk.sees("\(all.count) orang")
        let kept = try #require(try await store.recalls().first)
        #expect(try await store.recall(kept.id).map(\.person.id) == all.map(\.person.id))
    }

    @Test func nobodyFitsAndNothingIsKept() async throws {
        let monitored = try await MonitoredYear()
        let desk = await ModelDesk(monitored.store)
        await desk.opens(.recallForm(RecallFormModel(today: MonitoredYear.today)))
        await desk.press(.enter, .enter, .enter)
        await enter("60-70", desk)
        try await desk.sees("0 orang cocok")
        await desk.press(.enter, .enter)
        await enter("Lowongan", desk)
        try await desk.sees("Tidak ada alumni yang cocok")
        #expect(try await monitored.store.recalls().isEmpty)
    }

    @Test func badCriteriaAreSaidUnderTheirFields() async throws {
        let desk = try await desk()
        await desk.type("n")
        await enter("P-01", desk)
        await enter("las", desk)
        try await desk.sees("pilih program atau kejuruan, salah satu")
        await desk.press(.enter)
        await enter("muda", desk)
        try await desk.sees("umur “muda” tidak terbaca")
        await desk.press(.control("s"))
        try await desk.sees("pilih program atau kejuruan, salah satu")
        await desk.press(.escape)
        // What was typed is offered again.
        await desk.type("n")
        try await desk.sees("Ada isian yang belum disimpan")
        await desk.press(.enter)
        try await desk.sees("muda")
    }

    @Test func whoWasAskedAndWhatTheySaidIsKept() async throws {
        let monitored = try await MonitoredYear()
        let people = try await monitored.store.alumni(AlumniQuery(vocation: "Garmen"), today: MonitoredYear.today)
        let recall = Recall(title: "Lowongan garmen", date: MonitoredYear.today, criteria: "kejuruan Garmen")
        let receipt = try await monitored.year.perform(.addRecall(recall, people.map(\.person.id)))
        let desk = await ModelDesk(monitored.store)
        await desk.opens(.recall(RecallModel()))
        await desk.press(.enter)
        try await desk.sees("Lowongan garmen")
        try await desk.sees("4 terdaftar")
        await desk.type("b")
        try await desk.sees("Aulia Rahmah: bersedia. Catatan:")
        await enter("mulai Senin", desk)
        try await desk.sees("3 terdaftar · 1 bersedia")
        try await desk.sees("mulai Senin")
        // Marked ones are set together; q is text while the note is typed.
        await desk.press(.down)
        await desk.type("  t")
        try await desk.sees("Budi Santoso dan 1 lagi: menolak")
        await enter("q", desk)
        try await desk.sees("1 terdaftar · 1 bersedia · 2 menolak")
        await desk.type("p")
        await desk.press(.escape)
        let states = try await monitored.store.recall(ID(receipt.record!)).map { $0.entry?.value.state }
        #expect(states == [.willing, .declined, .declined, .listed])
        await desk.press(.escape)
        try await desk.sees("Pemanggilan kembali alumni")
        await desk.type("u")
        try await desk.sees("Lowongan garmen")
        #expect(try await monitored.store.recall(ID(receipt.record!)).map { $0.entry?.value.state }[1] == .listed)
    }

    @Test func aPhoneIsMaskedUntilItIsRevealed() async throws {
        let office = try await PeopleOffice()
        let person = try await office.add("Aminah", 1, in: office.sewing)
        let enrollment = try #require(try await office.store.enrollments(of: person).first).enrollment.id
        let standing = EnrollmentStanding(.completed, on: CalendarDate(iso: "2026-02-11")!)!
        _ = try await office.store.perform(.setStanding([enrollment], standing), by: office.author)
        let recall = Recall(title: "Lowongan", date: MonitoredYear.today, criteria: "")
        _ = try await office.store.perform(.addRecall(recall, [person]), by: office.author)
        let desk = await ModelDesk(office.store)
        await desk.opens(.recall(RecallModel()))
        await desk.press(.enter)
        try await desk.doesNotSee("081234567890")
        await desk.type("r")
        await desk.press(.enter)
        try await desk.sees("081234567890")
        #expect(try await office.store.log(of: person, count: 1).map(\.kind) == [.reveal])
    }
}
