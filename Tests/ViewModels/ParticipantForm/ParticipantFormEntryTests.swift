import DeskScript
import Keyboard
import Testing
import Training
import ViewModels

@Suite struct ParticipantFormEntryTests {
    @Test func theFirstParticipantIsEntered() async throws {
        let office = try await EntryOffice()
        let desk = await office.deskWithOneEntered()
        let saved = try #require(try await office.everybody().first)
        #expect(saved.name.text == "Rahmawati")
        #expect(saved.nik?.digits == EntryOffice.nik(1))
        #expect(saved.sex == .female)
        #expect(saved.birthDate.description == "1999-05-05")
        #expect(saved.residence.desa != nil)
        #expect(saved.latestClass?.text == "K-014")
        #expect(await desk.model.echo?.text == "✓ Tersimpan: Rahmawati · 6309••••••••0001 · K-014 (Ctrl-P kembali)")
        #expect(await desk.focus == .nik)
    }

    @Test func kecamatanDesaAndClassAreCarriedForwardAndAllElseIsEmpty() async throws {
        let desk = await (try EntryOffice()).deskWithOneEntered()
        for field in EntryField.allCases {
            let isCarried = [.kecamatan, .desa, .trainingClass].contains(field)
            #expect(await (desk.text(field) != "") == isCarried, "\(field)")
            #expect(await (desk.origin(field) == .carried) == isCarried, "\(field)")
        }
    }

    /// NIK, name, birthplace, and at most six keys more.
    @Test(arguments: [true, false]) func aParticipantCostsAtMostSixKeysMore(endsWithSave: Bool) async throws {
        let office = try await EntryOffice()
        let desk = await office.deskWithOneEntered()
        await desk.countKeys()
        await desk.type(EntryOffice.nik(2))
        if endsWithSave { await desk.press(.enter) }
        await desk.type("Siti Noorhayati")
        await desk.press(.enter)
        await desk.type("Kelua")
        if endsWithSave {
            await desk.press(.control("s"))
        } else {
            await desk.press(.enter, .enter, .enter, .enter, .enter)
        }
        let more = await desk.countKeys() - 16 - "Siti Noorhayati".count - "Kelua".count
        #expect(more <= 6)
        let saved = try #require(try await office.everybody().first)
        #expect(saved.name.text == "Siti Noorhayati")
        #expect(saved.latestClass?.text == "K-014")
        #expect(saved.residence.desa != nil)
        let stored = try #require(try await office.store.participant(saved.id))
        #expect(stored.value.birthplace == "Kelua")
        #expect(await desk.focus == .nik)
    }

    @Test func aLetterAfterAWholeNIKBeginsTheName() async throws {
        let desk = await (try EntryOffice()).desk()
        await desk.type(EntryOffice.nik(1) + "Ñoor’aini")
        #expect(await desk.text(.nik) == EntryOffice.nik(1))
        #expect(await desk.text(.name) == "Ñoor’aini")
        #expect(await desk.focus == .name)
    }

    @Test func aNamePastedAfterAWholeNIKIsTheName() async throws {
        let desk = await (try EntryOffice()).desk()
        await desk.paste(EntryOffice.nik(1) + "\n")
        await desk.paste("Siti Noor")
        #expect(await desk.text(.name) == "Siti Noor")
        #expect(await desk.text(.nik) == EntryOffice.nik(1))
    }

    @Test func aLetterBeforeTheNIKIsWholeStaysInIt() async throws {
        let desk = await (try EntryOffice()).desk()
        await desk.type("6309S")
        #expect(await desk.text(.nik) == "6309S")
        await desk.press(.tab)
        #expect(await desk.message(.nik)?.text.contains("karakter ke-5") == true)
    }

    @Test func enterVisitsEmptyOptionalFieldsAndTabVisitsAll() async throws {
        let desk = await (try EntryOffice()).deskWithOneEntered()
        await desk.type(EntryOffice.nik(2))
        var byEnter: [EntryField?] = []
        for _ in 0..<6 {
            await desk.press(.enter)
            byEnter.append(await desk.focus)
        }
        #expect(byEnter == [.name, .birthplace, .address, .phone, .education, .occupation])
        await desk.press(.enter)
        #expect(await desk.focus == .name, "an empty name cannot be saved")
        #expect(await desk.message(.name)?.kind == .trouble)

        var byTab: [EntryField?] = []
        for _ in 0..<12 {
            await desk.press(.tab)
            byTab.append(await desk.focus)
        }
        #expect(
            byTab == [
                .birthplace, .birthDate, .sex, .kecamatan, .desa, .address, .phone, .education, .occupation,
                .trainingClass, .nik, .name,
            ])
        await desk.press(.up, .up)
        #expect(await desk.focus == .nik, "the arrows stop at the ends")
    }

    @Test func withoutANIKTheReasonIsAskedUnderIt() async throws {
        let office = try await EntryOffice()
        let desk = await office.deskWithOneEntered()
        #expect(await desk.model.form[.noNIKReason]?.isHidden == true)
        await desk.press(.enter)
        #expect(await desk.focus == .noNIKReason)
        await desk.type("belum merekam")
        await desk.press(.enter)
        await desk.type("Udin")
        await desk.press(.enter, .enter)
        #expect(await desk.focus == .birthDate)
        await desk.type("12 mei 1999")
        await desk.press(.enter)
        #expect(await desk.text(.birthDate) == "12-05-1999")
        await desk.type("l")
        await desk.press(.control("s"))
        let saved = try #require(try await office.everybody().first)
        #expect(saved.name.text == "Udin")
        #expect(saved.nik == nil)
        #expect(saved.sex == .male)
        #expect(await desk.model.form[.noNIKReason]?.isHidden == true)
    }

    @Test func aReasonIsRequiredWhereThereIsNoNIK() async throws {
        let desk = await (try EntryOffice()).desk()
        await desk.press(.control("s"))
        #expect(await desk.focus == .noNIKReason)
        #expect(await desk.message(.noNIKReason)?.text == "Alasan tanpa NIK harus diisi")
        #expect(await desk.message(.name)?.kind == .trouble)
    }

    @Test func theNIKFillsBirthDateAndSexAndTakesThemBack() async throws {
        let desk = await (try EntryOffice()).desk()
        await desk.type("630906450599")
        #expect(await desk.model.form[.nik]?.aside == "perempuan · 05-05-1999 · Murung Pudak")
        #expect(await desk.text(.birthDate) == "")
        await desk.type("0012")
        #expect(await desk.text(.birthDate) == "05-05-1999")
        #expect(await desk.origin(.birthDate) == .fromNIK)
        #expect(await desk.text(.sex) == "P")
        await desk.press(.backspace)
        #expect(await desk.text(.birthDate) == "")
        #expect(await desk.text(.sex) == "")
    }

    @Test func whatTheClerkTypedWinsOverTheNIKAndIsAskedAbout() async throws {
        let office = try await EntryOffice()
        let desk = await office.deskWithOneEntered()
        await desk.type(EntryOffice.nik(2) + "Alia")
        await desk.press(.tab, .tab, .control("u"))
        await desk.type("06051999")
        await desk.press(.tab)
        #expect(await desk.message(.birthDate)?.kind == .doubt)
        await desk.press(.control("s"))
        #expect(await desk.model.question?.doubts == [.birthDateDiffers])
        #expect(try await office.everybody().count == 1)
        await desk.type("x")
        #expect(await desk.notices.first?.kind == .trouble, "a letter answers nothing, and is not taken in silence")
        #expect(await desk.model.question != nil)
        await desk.press(.escape)
        #expect(await desk.model.question == nil)
        #expect(await desk.focus == .birthDate)
        await desk.press(.control("s"), .enter)
        let saved = try #require(try await office.everybody().first)
        #expect(saved.birthDate.description == "1999-05-06")
        #expect(try await office.store.openDoubts(of: saved.id) == [.birthDateDiffers])
    }

    @Test func aFlawStandsUnderTheNIKAtOnceWhenItIsWhole() async throws {
        let desk = await (try EntryOffice()).desk()
        await desk.type("630906451399001")
        #expect(await desk.message(.nik) == nil)
        await desk.type("2")
        #expect(await desk.message(.nik)?.text.contains("angka 9–10 (13)") == true)
        await desk.type("Siti")
        #expect(await desk.text(.name) == "Siti", "the clerk's eyes are on the paper")
        await desk.press(.control("s"))
        #expect(await desk.focus == .nik)
    }

    @Test func separatorsInTheNIKAreTakenAndNotKept() async throws {
        let desk = await (try EntryOffice()).desk()
        await desk.paste("'6309.0645 0599-0012")
        #expect(await desk.text(.nik) == "6309064505990012")
        await desk.press(.control("u"))
        await desk.type("6309 0645.0599 0012")
        #expect(await desk.text(.nik) == "6309064505990012")
    }

    @Test func desaDependsOnTheKecamatan() async throws {
        let desk = await (try EntryOffice()).deskWithOneEntered()
        #expect(await desk.text(.desa) != "")
        while await desk.focus != .kecamatan { await desk.press(.tab) }
        await desk.type("tanta")
        await desk.press(.tab)
        #expect(await desk.text(.kecamatan) == "Tanta")
        #expect(await desk.text(.desa) == "")
        await desk.press(.up)
        await desk.type("luar")
        await desk.press(.tab)
        #expect(await desk.text(.kecamatan) == "Luar Tabalong")
        #expect(await desk.focus == .address, "outside there is no desa to ask for")
    }

    @Test func valuesThatCannotBeAreNamed() async throws {
        let desk = await (try EntryOffice()).desk()
        for (field, typed, expected) in [
            (EntryField.name, "12", "harus memuat huruf"), (.birthDate, "31-02-1999", "bukan tanggal"),
            (.birthDate, "24-11-2027", "masa depan"), (.phone, "0812x", "nomor telepon"),
            (.kecamatan, "zzz", "tidak ada pilihan"), (.kecamatan, "t", "cocok dengan"),
        ] {
            while await desk.focus != field { await desk.press(.tab) }
            await desk.press(.control("u"))
            await desk.type(typed)
            await desk.press(.tab)
            #expect(await desk.message(field)?.text.contains(expected) == true, "\(typed)")
            #expect(await desk.text(field) == typed, "nothing typed is lost")
        }
    }
}
