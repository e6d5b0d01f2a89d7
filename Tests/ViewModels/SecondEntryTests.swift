import DeskScript
import Keyboard
import Store
import Testing
import Training
import Words

@testable import ViewModels

@Suite("Masukan kedua")
struct SecondEntryTests {
    private static let udin = Author(name: "udin", desk: "meja2")

    /// A desk of somebody else than the first operator, with the second entry of K-013 in front.
    private func desk(_ year: TrainingYear, by author: Author = udin) async -> ModelDesk {
        let desk = await ModelDesk(year.store, author: author)
        await desk.opensSecondEntry(of: "K-013")
        return desk
    }

    private func lines(_ year: TrainingYear) async throws -> [String: SecondEntryLine] {
        let lines = try await year.store.secondEntries(of: year.classes["K-013"]!)
        return Dictionary(uniqueKeysWithValues: lines.map { ($0.participant.value.name.text, $0) })
    }

    private func verdicts(_ year: TrainingYear) async throws -> [VerifiedField: SecondEntry.Verdict] {
        try await year.store.comparedEntries(SecondEntryScope(year: 2026)).last?.entry.verdicts ?? [:]
    }

    private func model(_ desk: ModelDesk) async throws -> SecondEntryModel {
        guard case .secondEntry(let model) = await desk.front else { throw NotSeen("the form", on: await desk.screen) }
        return model
    }

    private static let siti = PaperForm(
        nik: TrainingYear.nik(4), name: "Siti Aminah", kecamatan: "murung", desa: "maburai")

    // Blind

    @Test("a form that agrees is keyed blind, with the speed keys of the entry form")
    func agrees() async throws {
        let year = try await TrainingYear.small()
        let desk = await desk(year)
        try await desk.sees("Masukan kedua · K-013 Menjahit Dasar")
        try await desk.sees("0/4 terverifikasi")
        await desk.type(TrainingYear.nik(4))
        // Found, and nothing of what the first entry said: neither name nor place.
        try await desk.sees("Catatan ditemukan · isian pertama oleh rina")
        for unseen in ["Siti", "Maburai", "Murung Pudak  "] { try await desk.doesNotSee(unseen) }
        await desk.press(.enter)
        await desk.type("Siti  Aminah")
        await desk.press(.enter, .enter)
        // Birth date and sex came from the NIK that was keyed.
        #expect(try await model(desk).form.focus == .kecamatan)
        await desk.type("murung")
        await desk.press(.enter)
        await desk.type("maburai")
        await desk.press(.enter, .enter, .enter, .enter, .enter)
        try await desk.sees("✓ Terverifikasi: Siti Aminah · 6309••••••••0004 · tidak ada beda")
        try await desk.sees("1/4 terverifikasi")
        // Kecamatan and desa go on to the next form; nothing else does.
        let form = try await model(desk).form
        #expect(form[.kecamatan]?.chosen?.label == "Murung Pudak" && form[.desa]?.chosen?.label == "Maburai")
        #expect(form[.name]?.isEmpty == true && form.focus == .nik)
        #expect(try await lines(year)["Siti Aminah"]?.verification?.by == Self.udin)
        #expect(
            try await verdicts(year) == Dictionary(uniqueKeysWithValues: VerifiedField.allCases.map { ($0, .agreed) }))
        let step = try #require(try await year.store.log(of: nil, count: 1).first)
        #expect(step.kind == .secondEntry && step.changes == 1 && step.author == Self.udin)
        await desk.press(.escape)
        try await desk.sees("Siti Aminah")
        try await desk.sees("✓")
        try await desk.sees("1/4 terverifikasi")
    }

    @Test("a difference shows at once under its field, and the first entry is kept with one key")
    func firstIsRight() async throws {
        let year = try await TrainingYear.small()
        let desk = await desk(year)
        await desk.type(TrainingYear.nik(4))
        await desk.press(.enter)
        await desk.type("Siti Amina")
        try await desk.doesNotSee("Siti Aminah")
        await desk.press(.enter)
        try await desk.sees("beda: pertama “Siti Aminah”, sekarang “Siti Amina”")
        try await desk.sees("Nama: F2 isian pertama benar · F3 isian kedua benar · atau ketik ulang")
        #expect(try await model(desk).form.focus == .birthplace)
        await desk.press(.function(2))
        try await desk.sees("isian pertama yang dipakai")
        await desk.press(.enter)
        await desk.type("murung")
        await desk.press(.enter)
        await desk.type("maburai")
        await desk.press(.control("s"))
        try await desk.sees("1 isian beda, 0 dibetulkan")
        #expect(try await verdicts(year)[.name] == .firstRight)
        #expect(try await lines(year)["Siti Aminah"]?.isVerified == true)
    }

    @Test("a slip of the second entry is mended by keying it again")
    func keyedAgain() async throws {
        let year = try await TrainingYear.small()
        let desk = await desk(year)
        var form = Self.siti
        form.name = "Siti Amina"
        await desk.keys(form)
        // Saving goes back to what is not decided.
        await desk.press(.enter)
        #expect(try await model(desk).form.focus == .name)
        #expect(try await lines(year)["Siti Aminah"]?.verification == nil)
        await desk.type("h")
        await desk.press(.control("s"))
        try await desk.sees("1 isian beda, 0 dibetulkan")
        #expect(try await verdicts(year)[.name] == .firstRight)
    }

    @Test("where the second entry is right, the record is corrected by the same step")
    func secondIsRight() async throws {
        let year = try await TrainingYear.small()
        let desk = await desk(year)
        var form = Self.siti
        (form.name, form.phone) = ("Siti Aminatun", "0812 3456 7890")
        await desk.keys(form)
        try await desk.sees("beda: pertama (kosong), sekarang “0812•••••890”")
        await desk.press(.function(3), .control("s"))
        #expect(try await model(desk).form.focus == .name)
        await desk.press(.function(3), .control("s"))
        try await desk.sees("✓ Terverifikasi: Siti Aminatun · 6309••••••••0004 · 2 isian beda, 2 dibetulkan")
        let line = try #require(try await lines(year)["Siti Aminatun"])
        #expect(line.participant.value.phone?.digits == "081234567890" && line.isVerified)
        let step = try #require(try await year.store.log(of: line.participant.id, count: 1).first)
        #expect(step.kind == .secondEntry && step.changes == 2)
        // The supervisor takes it back with `u`, whole.
        await desk.press(.escape, .character("u"))
        #expect(try await lines(year)["Siti Aminah"]?.verification == nil)
    }

    @Test("what is still to be keyed is neither compared nor shown, whichever way the clerk leaves")
    func staysBlind() async throws {
        let year = try await TrainingYear.small()
        let siti = try #require(try await lines(year)["Siti Aminah"]).participant
        var edited = siti
        (edited.value.address, edited.value.occupation) = ("Jl. Melati", "Penjahit")
        try await year.perform(.editParticipant(edited, basedOn: siti, confirmed: Set(Doubt.allCases)))
        let desk = await desk(year)
        await desk.type(TrainingYear.nik(4))
        for key in [Key.control("s"), .enter, .backTab, .backTab, .tab, .up] {
            await desk.press(key)
            for unseen in ["Siti", "Melati", "Maburai"] { try await desk.doesNotSee(unseen) }
        }
        // Shift-Tab goes round to the last field; leaving that empty, and no other, is an entry.
        await desk.press(.backTab)
        try await desk.doesNotSee("Melati")
        await desk.press(.tab)
        try await desk.doesNotSee("Melati")
        try await desk.sees("beda: pertama “Penjahit”, sekarang (kosong)")
        #expect(try await model(desk).findings.differed == [.occupation])
    }

    @Test("capitals alone are a difference, and kindly said")
    func capitals() async throws {
        let year = try await TrainingYear.small()
        let desk = await desk(year)
        await desk.type(TrainingYear.nik(4))
        await desk.press(.enter)
        await desk.type("SITI AMINAH")
        await desk.press(.enter)
        try await desk.sees("hanya huruf besar dan kecilnya yang beda: pertama “Siti")
    }

    @Test("a carried place that is not this person's is seen as soon as Enter passes it")
    func carriedPlaceDiffers() async throws {
        let year = try await TrainingYear.small()
        let elsewhere = Participant(
            identity: .nik(try NIK(TrainingYear.nik(31))), name: PersonName("Zainab")!,
            birthDate: CalendarDate(iso: "1999-05-05")!, sex: .female,
            residence: .desa(RegionCode("63.09.06.2005")!))
        try await year.perform(
            .addParticipant(elsewhere, in: year.classes["K-013"], confirmed: Set(Doubt.allCases)))
        let desk = await desk(year)
        await desk.keys(Self.siti)
        await desk.press(.enter)
        await desk.type(TrainingYear.nik(31))
        await desk.press(.enter)
        await desk.type("Zainab")
        await desk.press(.enter)
        try await desk.doesNotSee("beda: ")
        await desk.press(.enter)
        #expect(try await model(desk).form.focus == .address)
        try await desk.sees("beda: pertama “")
        try await desk.sees("Desa: F2 isian pertama benar")
        await desk.press(.function(2), .control("s"))
        #expect(try await verdicts(year)[.desa] == .firstRight)
    }

    @Test("another kecamatan is another desa too, decided once")
    func kecamatanDecidesDesa() async throws {
        let year = try await TrainingYear.small()
        for (key, verdict) in [(Key.function(2), SecondEntry.Verdict.firstRight), (.function(3), .secondRight)] {
            let desk = await desk(year)
            var form = Self.siti
            (form.kecamatan, form.desa) = ("tanjung", "hikun")
            await desk.keys(form)
            await desk.press(.control("s"))
            #expect(try await model(desk).form.focus == .kecamatan)
            await desk.press(key, .control("s"))
            let found = try await verdicts(year)
            #expect(found[.kecamatan] == verdict && found[.desa] == verdict)
            let residence = try await lines(year)["Siti Aminah"]?.participant.value.residence
            #expect((residence?.desa == RegionCode("63.09.06.2004")) == (verdict == .firstRight))
            await desk.press(.escape, .character("u"))
        }
    }

    // Whose form

    @Test("a NIK one digit off names whom it is nearest to, and F6 takes them")
    func oneDigitOff() async throws {
        let year = try await TrainingYear.small()
        let desk = await desk(year)
        await desk.type("6309064505990014")
        try await desk.sees("hanya angka ke-15 yang beda dari")
        try await desk.sees("Siti Aminah (6309••••••••0004)")
        // A slip of this entry: keyed again.
        await desk.press(.control("u"))
        await desk.type("6309064505990004")
        try await desk.doesNotSee("angka ke-15")
        await desk.press(.control("u"))
        // The form says so: the first entry is wrong.
        await desk.type("6309064505990014")
        await desk.press(.function(6))
        try await desk.sees("beda di angka ke-15: pertama 0, sekarang 1")
        await desk.press(.function(3))
        try await desk.sees("isian kedua yang dipakai, catatan dibetulkan saat disimpan;")
        try await desk.sees("pertama: 6309••••••••0004")
        await desk.type("Siti Aminah")
        await desk.press(.enter, .enter)
        await desk.type("murung")
        await desk.press(.enter)
        await desk.type("maburai")
        await desk.press(.control("s"))
        // Once the record is another, what any edit is asked about is asked.
        try await desk.sees("✓ Terverifikasi: Siti Aminah · 6309••••••••0014 · 1 isian beda, 1 dibetulkan")
        #expect(try await year.store.participant(nik: NIK("6309064505990014"))?.value.name.text == "Siti Aminah")
    }

    @Test("a NIK that was put back stays hidden, here and for the next form")
    func putBackStaysHidden() async throws {
        let year = try await TrainingYear.small()
        let siti = try #require(try await lines(year)["Siti Aminah"]).participant
        var edited = siti
        edited.value.phone = PhoneNumber("081211112222")
        try await year.perform(.editParticipant(edited, basedOn: siti, confirmed: Set(Doubt.allCases)))
        let desk = await desk(year)
        var form = Self.siti
        (form.nik, form.phone) = ("6309064505990014", "081211113222")
        await desk.type(form.nik)
        await desk.press(.function(6), .function(2))
        try await desk.sees("6309••••••••0004")
        try await desk.doesNotSee("0599 0004")
        await desk.press(.control("s"), .escape)
        await desk.press(.character("V"))
        await desk.press(.enter)
        try await desk.sees("6309••••••••0004")
        await desk.press(.control("s"))
        #expect(try await model(desk).form.focus == .name)
        await desk.type(form.name)
        await desk.press(.enter, .enter)
        await desk.type("murung")
        await desk.press(.enter)
        await desk.type("maburai")
        await desk.press(.enter, .enter)
        await desk.type(form.phone)
        await desk.press(.enter)
        try await desk.sees("beda di angka ke-9: pertama 2, sekarang 3")
        await desk.press(.function(2), .control("s"))
        try await desk.sees("2 isian beda, 0 dibetulkan")
        for field in [EntryField.nik, .phone] {
            #expect(try await model(desk).form.previous[field] == nil)
            #expect(try await model(desk).form[field]?.isEmpty == true)
        }
    }

    @Test("a NIK that is nobody's here is said at once, and name and birth date may still find whose form it is")
    func notInClass() async throws {
        let year = try await TrainingYear.small()
        let desk = await desk(year)
        await desk.type("6309064505997777")
        try await desk.sees("NIK ini tidak ada di kelas K-013")
        await desk.press(.enter)
        await desk.type("Siti Aminah")
        await desk.press(.enter, .enter)
        try await desk.sees("beda di angka ke-13: pertama 0, sekarang 7")
    }

    @Test("whoever has no NIK is found by name and birth date")
    func withoutNIK() async throws {
        let year = try await TrainingYear.small()
        let nameless = Participant(
            identity: .none(reason: "belum merekam KTP"), name: PersonName("Hj. Marhamah")!,
            birthDate: CalendarDate(iso: "1980-01-02")!, sex: .female,
            residence: .desa(RegionCode("63.09.06.2004")!))
        try await year.perform(.addParticipant(nameless, in: year.classes["K-013"], confirmed: Set(Doubt.allCases)))
        let desk = await desk(year)
        await desk.press(.enter)
        await desk.type("Marhamah")
        await desk.press(.enter, .enter)
        await desk.type("3-1-1980")
        await desk.press(.enter)
        try await desk.sees("mirip: Hj. Marhamah. Ketik ulang, atau F6")
        await desk.press(.up, .control("u"))
        await desk.type("2-1-1980")
        await desk.press(.enter)
        // The title that the second entry left out shows now that it is known whose form it is.
        try await desk.sees("beda: pertama “Hj. Marhamah”, sekarang “Marhamah”")
        await desk.press(.function(2))
        await desk.type("P")
        await desk.press(.enter)
        await desk.type("murung")
        await desk.press(.enter)
        await desk.type("maburai")
        await desk.press(.control("s"))
        try await desk.sees("✓ Terverifikasi: Hj. Marhamah · 1 isian beda, 0 dibetulkan")
        #expect(try await lines(year)["Hj. Marhamah"]?.participant.value == nameless)
    }

    @Test("who was keyed already is said to be, and who entered first is told softly that another should")
    func alreadyAndOwn() async throws {
        let year = try await TrainingYear.small()
        let desk = await desk(year, by: year.author)
        await desk.type(TrainingYear.nik(4))
        try await desk.sees("isian pertama juga oleh Anda; lebih baik orang lain yang mengetik")
        await desk.press(.control("u"))
        await desk.keys(Self.siti)
        await desk.press(.enter)
        await desk.type(TrainingYear.nik(4))
        try await desk.sees("Siti Aminah sudah diketik kedua kali oleh rina (24-11-2026)")
    }

    // Keeping

    @Test("what was keyed and decided survives Esc, and is offered again")
    func draft() async throws {
        let year = try await TrainingYear.small()
        let desk = await desk(year)
        var form = Self.siti
        form.name = "Siti Aminatun"
        await desk.keys(form)
        await desk.press(.function(3), .escape)
        await desk.press(.character("V"))
        try await desk.sees("Siti Aminatun · 6309••••••••0004")
        try await desk.doesNotSee("Siti Aminah")
        await desk.press(.enter)
        try await desk.sees("isian kedua yang dipakai")
        await desk.press(.control("s"))
        try await desk.sees("1 isian beda, 1 dibetulkan")
        await desk.press(.escape, .character("V"))
        #expect(try await model(desk).offersDraft == false)
    }

    @Test("a draft that is offered stays where the clerk only looked at another field")
    func draftStays() async throws {
        let year = try await TrainingYear.small()
        let desk = await desk(year)
        await desk.type("6309")
        await desk.press(.escape, .character("V"), .tab, .tab, .delete, .enter)
        #expect(try await model(desk).offersDraft)
        await desk.press(.escape, .character("V"), .enter)
        #expect(try await model(desk).form[.nik]?.text == "6309")
    }

    @Test("a record changed at another desk meanwhile is compared anew before anything is saved")
    func changedMeanwhile() async throws {
        let year = try await TrainingYear.small()
        let desk = await desk(year)
        await desk.keys(Self.siti)
        let siti = try #require(try await lines(year)["Siti Aminah"]).participant
        var edited = siti
        edited.value.name = PersonName("Siti Aminah Noor")!
        try await year.perform(.editParticipant(edited, basedOn: siti, confirmed: []))
        await desk.press(.enter)
        try await desk.sees("rina mengubah catatan ini sementara Anda mengetik")
        await desk.press(.control("s"))
        try await desk.sees("beda: pertama “Siti Aminah Noor”, sekarang “Siti Aminah”")
        #expect(try await lines(year)["Siti Aminah Noor"]?.verification == nil)
    }

    @Test("a correction that is doubtful is asked about as an edit is")
    func doubtfulCorrection() async throws {
        let year = try await TrainingYear.small()
        let desk = await desk(year)
        await desk.type(TrainingYear.nik(4))
        await desk.press(.enter)
        await desk.type("Siti Aminah")
        await desk.press(.enter, .tab, .tab, .control("u"))
        await desk.type("L")
        await desk.press(.enter, .function(3))
        await desk.type("murung")
        await desk.press(.enter)
        await desk.type("maburai")
        await desk.press(.control("s"))
        try await desk.sees("jenis kelamin berbeda dari NIK")
        #expect(try await lines(year)["Siti Aminah"]?.verification == nil)
        await desk.press(.enter)
        try await desk.sees("1 isian beda, 1 dibetulkan")
        #expect(try await lines(year)["Siti Aminah"]?.participant.value.sex == .male)
    }

    @Test("keys typed ahead of the store wait, and none lands in another form")
    func typedAhead() async throws {
        let year = try await TrainingYear.small()
        let context = Context(
            words: .of(.indonesian), author: Self.udin, year: 2026, today: CalendarDate(iso: "2026-11-24")!)
        let desk = await ScreenDesk(slow: SecondEntryModel(year.classes["K-013"]!), year.store, context)
        for (place, (serial, name)) in [(4, "Siti Aminah"), (1, "Aulia Rahmah")].enumerated() {
            await desk.type(TrainingYear.nik(serial) + name)
            await desk.press(.enter, .enter)
            if place == 0 {
                await desk.type("murung")
                await desk.press(.enter)
                await desk.type("maburai")
                await desk.press(.enter)
            }
            await desk.press(.enter, .enter, .enter, .enter)
        }
        await desk.catchUp()
        #expect(await desk.model.verified == 2)
        for name in ["Siti Aminah", "Aulia Rahmah"] { #expect(try await lines(year)[name]?.isVerified == true) }
        #expect(await desk.model.form.isChanged == false)
    }

    // Who is left, and the rates

    @Test("the list says who is left, and the rates open to names")
    func listAndRates() async throws {
        let year = try await TrainingYear.small()
        let desk = await desk(year)
        var form = Self.siti
        form.name = "Siti Aminatun"
        await desk.keys(form)
        await desk.press(.function(3), .control("s"))
        await desk.type(TrainingYear.nik(1))
        await desk.press(.enter)
        await desk.type("Aulia Rahma")
        await desk.press(.enter, .function(2), .control("s"))
        try await desk.sees("2/4 terverifikasi")
        await desk.press(.function(8))
        try await desk.sees("Masukan kedua kelas K-013")
        try await desk.sees("Budi Santoso")
        try await desk.sees("Aulia Rahmah")
        await desk.press(.character("b"))
        try await desk.sees("Belum diketik kedua kali di kelas K-013")
        try await desk.doesNotSee("Aulia Rahmah")
        await desk.press(.escape, .function(9))
        try await desk.sees("Angka kesalahan isian · K-013 Menjahit Dasar")
        try await desk.sees("100,0 %")
        // 2 of 22 fields differed: 9,09… %, cut.
        try await desk.sees("9,0 %")
        // The line of the name, its column of differences.
        await desk.press(.down, .right, .right, .enter)
        try await desk.sees("Nama: Beda")
        try await desk.sees("Siti Aminatun")
        try await desk.sees("Aulia Rahmah")
        await desk.press(.escape, .right, .right, .enter)
        try await desk.sees("Nama: Pertama salah")
        try await desk.sees("Siti Aminatun")
        try await desk.doesNotSee("Aulia Rahmah")
        await desk.press(.enter)
        try await desk.sees("Siti Aminatun")
    }

    @Test("the year's rates are seen by class and by the operator of the first entry, each with its fields")
    func ratesOfTheYear() async throws {
        var year = try await TrainingYear.small()
        let ani = Author(name: "ani", desk: "meja3")
        let person = Participant(
            identity: .nik(try NIK(TrainingYear.nik(51))), name: PersonName("Laila")!,
            birthDate: CalendarDate(iso: "1999-05-05")!, sex: .female,
            residence: .desa(RegionCode("63.09.06.2004")!))
        try await year.perform(
            .addParticipant(person, in: year.classes["K-013"], confirmed: Set(Doubt.allCases)), by: ani)
        try await year.addPerson("Norma", 52, in: "K-014")
        let desk = await desk(year)
        await desk.keys(Self.siti)
        await desk.press(.enter)
        await desk.type(TrainingYear.nik(51))
        await desk.press(.enter)
        await desk.type("Lela")
        await desk.press(.enter, .function(2), .control("s"))
        try await desk.sees("2/5 terverifikasi")
        await desk.press(.escape, .escape, .character("V"))
        try await desk.sees("Angka kesalahan isian · tahun 2026")
        await desk.press(.character("v"))
        try await desk.sees("2/5")
        try await desk.sees("0/3")
        await desk.press(.enter)
        try await desk.sees("Angka kesalahan isian · K-013 Menjahit Dasar")
        await desk.press(.escape, .character("v"))
        try await desk.sees("Operator pertama")
        await desk.press(.enter)
        try await desk.sees("isian pertama oleh ani")
        await desk.press(.down, .right, .right, .enter)
        try await desk.sees("Laila")
        try await desk.sees("pertama")
    }
}
