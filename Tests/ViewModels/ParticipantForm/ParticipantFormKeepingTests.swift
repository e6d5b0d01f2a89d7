import DeskScript
import Keyboard
import Testing
import Training
import ViewModels
import Words

/// What is carried, copied, kept and never lost.
@Suite struct ParticipantFormKeepingTests {
    @Test func keysTypedWhileSavingGoIntoTheNextForm() async throws {
        let office = try await EntryOffice()
        let desk = await office.deskWithOneEntered()
        await desk.type(EntryOffice.nik(2) + "Alia")
        await desk.slowDown()
        await desk.press(.control("s"))
        await desk.type(EntryOffice.nik(3) + "Noor")
        await desk.press(.enter)
        await desk.type("Kelua")
        #expect(await desk.text(.name) == "Alia")
        await desk.catchUp()
        #expect(await desk.text(.nik) == EntryOffice.nik(3))
        #expect(await desk.text(.name) == "Noor")
        #expect(await desk.text(.birthplace) == "Kelua")
        #expect(try await office.everybody().first?.name.text == "Alia")
    }

    @Test func keysTypedWhileTheClassesLoadAreKept() async throws {
        let office = try await EntryOffice()
        let desk = await EntryDesk(slow: ParticipantFormModel(), office.store, office.context)
        // The draft may be there; keys wait for it, then for the classes.
        await desk.press(.backTab)
        await desk.type("menj")
        await desk.press(.enter)
        await desk.type(EntryOffice.nik(2))
        await desk.catchUp()
        #expect(await desk.text(.trainingClass) == "K-014 Menjahit dasar")
    }

    @Test func dittoCopiesWhatThePreviousRecordHad() async throws {
        let desk = await (try EntryOffice()).deskWithOneEntered()
        await desk.type(EntryOffice.nik(2) + "Alia")
        await desk.press(.tab)
        await desk.type("\"")
        #expect(await desk.text(.birthplace) == "Tanjung")
        #expect(await desk.origin(.birthplace) == .ditto)
        await desk.press(.control("u"), .function(4))
        #expect(await desk.text(.birthplace) == "Tanjung")
        while await desk.focus != .address { await desk.press(.tab) }
        await desk.type("\"x\"")
        #expect(await desk.text(.address) == "\"x\"", "where there is nothing to copy, a quote is a quote")
        await desk.press(.tab, .function(4))
        #expect(await desk.notices.first?.text == "Belum ada catatan sebelumnya untuk disalin")
    }

    @Test func aPinnedFieldIsCarriedAndAFreedOneIsNot() async throws {
        let office = try await EntryOffice()
        let desk = await office.deskWithOneEntered()
        await desk.type(EntryOffice.nik(2) + "Alia")
        await desk.press(.tab)
        await desk.type("Kelua")
        await desk.press(.function(5))
        while await desk.focus != .desa { await desk.press(.tab) }
        await desk.press(.function(5))
        while await desk.focus != .phone { await desk.press(.tab) }
        await desk.press(.function(5), .control("s"))
        #expect(await desk.text(.birthplace) == "Kelua")
        #expect(await desk.text(.desa) == "")
        #expect(await desk.text(.kecamatan) == "Murung Pudak")
        await desk.type(EntryOffice.nik(3) + "Noor")
        await desk.press(.enter)
        #expect(await desk.focus == .desa, "a pinned birthplace is passed over")
        await desk.press(.enter, .enter)
        #expect(await desk.focus == .education, "a field pinned empty is passed over")
    }

    @Test func aDraftIsOfferedAndTakenUpInOneKey() async throws {
        let office = try await EntryOffice()
        let first = await office.desk()
        await first.type(EntryOffice.nik(2) + "Siti Noor")
        await first.press(.enter)
        await first.type("Kel")
        // No Esc, no end: the machine stopped here.
        let desk = await office.desk()
        #expect(await desk.model.offersDraft)
        #expect(await desk.model.offeredDraftTitle(office.context.words) == "Siti Noor · 6309••••••••0002")
        await desk.press(.enter)
        #expect(await desk.text(.nik) == EntryOffice.nik(2))
        #expect(await desk.text(.name) == "Siti Noor")
        #expect(await desk.text(.birthplace) == "Kel")
        #expect(await desk.focus == .birthplace)
        #expect(await desk.origin(.birthDate) == .fromNIK)
        await desk.type("ua")
        while await desk.focus != .kecamatan { await desk.press(.tab) }
        await desk.type("jaro")
        await desk.press(.control("s"))
        #expect(try await office.everybody().first?.name.text == "Siti Noor")
        #expect(try await office.store.draft(form: "participant", by: office.author) == nil)
    }

    @Test func anOfferedDraftOutlivesWhatIsTypedInstead() async throws {
        let office = try await EntryOffice()
        let first = await office.desk()
        await first.type(EntryOffice.nik(2) + "Siti")
        await first.press(.escape)
        #expect(await first.closed == 1)
        let second = await office.desk()
        await second.type(EntryOffice.nik(3) + "Alia")
        #expect(await second.text(.name) == "Alia")
        await second.press(.escape)
        let third = await office.desk()
        await third.press(.enter)
        #expect(await third.text(.name) == "Alia")
        await third.press(.control("u"))
        for field in [EntryField.nik, .name] {
            while await third.focus != field { await third.press(.tab) }
            await third.press(.control("u"))
        }
        #expect(await third.model.offersDraft, "an empty form offers the one before")
        while await third.focus != .nik { await third.press(.up) }
        await third.press(.enter)
        #expect(await third.text(.name) == "Siti")
    }

    @Test func anOfferedDraftLeavesOtherFieldsTheirKeys() async throws {
        let office = try await EntryOffice()
        let first = await office.desk()
        await first.type("6309")
        await first.press(.escape)
        let desk = await office.desk()
        while await desk.focus != .sex { await desk.press(.tab) }
        await desk.press(.delete)
        #expect(await desk.model.offersDraft, "Del in an empty field elsewhere drops no draft")
        await desk.press(.character(" "), .down, .enter)
        #expect(await desk.model.form[.sex]?.chosen != nil, "Enter chooses from the open list")
        #expect(await desk.text(.nik) == "")
        #expect(await desk.focus != .nik)
        while await desk.focus != .sex { await desk.press(.up) }
        await desk.press(.delete)
        while await desk.focus != .nik { await desk.press(.up) }
        await desk.press(.enter)
        #expect(await desk.text(.nik) == "6309", "back where the form began, the draft is to be had")
    }

    @Test func leavingFromAnotherFieldKeepsTheOfferedDraft() async throws {
        let office = try await EntryOffice()
        let first = await office.desk()
        await first.type("6309")
        await first.press(.escape)
        let second = await office.desk()
        await second.press(.tab, .tab, .escape)
        #expect(await office.desk().model.offersDraft)
    }

    @Test func aDraftCanBeDropped() async throws {
        let office = try await EntryOffice()
        let first = await office.desk()
        await first.type("6309")
        let desk = await office.desk()
        await desk.press(.delete)
        #expect(await !desk.model.offersDraft)
        #expect(try await office.store.draft(form: "participant", by: office.author) == nil)
        #expect(await !(office.desk()).model.offersDraft)
    }

    @Test func seatsTakenAreNoChangeOfTheForm() async throws {
        let office = try await EntryOffice()
        let first = await office.deskWithOneEntered()
        // The class in the new form shows one seat more now than when it was chosen.
        await first.hearsOfChange()
        #expect(await !first.model.form.isChanged)
        await first.press(.escape)
        #expect(await !(office.desk()).model.offersDraft, "nothing was typed")
    }

    @Test func whatAFieldDoesNotHoldIsSaidUnderIt() async throws {
        let desk = await (try EntryOffice()).desk()
        await desk.type(EntryOffice.nik(1))
        await desk.press(.enter)
        await desk.paste(String(repeating: "a", count: 10_000))
        let cut = "9.800 huruf terakhir tidak masuk: isian ini memuat 200; ringkas dulu"
        #expect(await desk.message(.name) == .trouble(cut))
        await desk.press(.control("s"))
        #expect(await desk.focus == .name, "what was cut is not saved as if it were whole")
        #expect(await desk.message(.name) == .trouble(cut))
        await desk.press(.backspace)
        #expect(await desk.message(.name) == nil)
        await desk.press(.tab, .up)
        #expect(await desk.message(.name) == nil, "it was looked at and changed")
        await desk.type("bcd")
        #expect(await desk.message(.name) == .doubt("2 huruf terakhir tidak masuk: isian ini memuat 200"))
        await desk.press(.tab)
        #expect(await desk.message(.name) == .doubt("2 huruf terakhir tidak masuk: isian ini memuat 200"))
    }

    @Test func aListThatTakesAnyTextSaysWhatItDoesNotHold() async throws {
        let desk = await (try EntryOffice()).desk()
        while await desk.focus != .birthplace { await desk.press(.tab) }
        await desk.paste(String(repeating: "b", count: 201))
        #expect(await desk.message(.birthplace)?.text.hasPrefix("1 huruf terakhir tidak masuk") == true)
    }

    @Test func pastedTextIsOneLine() async throws {
        let desk = await (try EntryOffice()).desk()
        await desk.press(.tab, .tab)
        let long = String(repeating: "Jl. Ahmad Yani RT 3 é ", count: 12)
        while await desk.focus != .address { await desk.press(.tab) }
        await desk.paste("Gang\nMawar\u{1B}[31m " + long)
        let text = await desk.text(.address) ?? ""
        #expect(text.hasPrefix("Gang Mawar[31m Jl."))
        #expect(text.count == 200)
    }

    @Test func aFailureIsSaidAndNothingIsLost() async throws {
        let office = try await EntryOffice()
        let desk = await office.deskWithOneEntered()
        let gone = try #require(try await office.everybody().first)
        _ = try await office.store.perform(.deleteParticipant(gone.id), by: office.author)
        _ = try await office.store.perform(.deleteClass(office.sewing), by: office.author)
        await desk.type(EntryOffice.nik(2) + "Alia")
        await desk.press(.control("s"))
        #expect(await desk.model.trouble?.hasPrefix("Belum tersimpan: ") == true)
        #expect(await desk.text(.name) == "Alia")
        #expect(await desk.text(.nik) == EntryOffice.nik(2))
        await desk.press(.control("p"))
        #expect(await desk.notices.first?.text == "Catatan tadi sudah tidak ada; mungkin dihapus di meja lain")
        #expect(await desk.text(.name) == "Alia")
    }

    @Test func theBottomLineFitsEightyColumns() async throws {
        let office = try await EntryOffice()
        for words in [office.context.words, .of(.english)] {
            for model in try await statesOfTheForm(office) {
                // Pinning is named last: it is what a narrow line can do without.
                let shown = model.hints(words).filter { $0.isOnBottomLine && $0.keys != [.function(5)] }.map {
                    "\($0.keys[0].symbol) \($0.phrase.short)  "
                }
                let line = (shown + ["F1 \(words.keys.help.short)  "]).joined()
                #expect(line.count <= 79, "\(line)")
            }
        }
    }

    private func statesOfTheForm(_ office: EntryOffice) async throws -> [ParticipantFormModel] {
        let desk = await office.desk()
        var states = [await desk.model]
        await desk.type("6309")
        await desk.press(.tab)
        states.append(await desk.model)
        states.append(await (office.desk()).model)
        let entered = await office.deskWithOneEntered()
        states.append(await entered.model)
        await entered.press(.control("p"))
        states.append(await entered.model)
        await entered.press(.escape)
        await entered.type(EntryOffice.nik(1))
        states.append(await entered.model)
        await entered.press(.enter)
        states.append(await entered.model)
        return states
    }

    /// Whatever is pressed, the focus stands on a field that can be typed into, and nothing is saved that fails a check.
    @Test(arguments: [1, 2, 3] as [UInt64]) func anyKeysInAnyOrderLeaveTheFormWhole(seed: UInt64) async throws {
        let office = try await EntryOffice()
        let desk = await office.deskWithOneEntered()
        var state = seed
        func random(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        let keys: [Key] = [
            .enter, .tab, .backTab, .up, .down, .left, .home, .backspace, .delete, .control("s"), .control("p"),
            .control("w"), .control("u"), .control("r"), .function(4), .function(5), .function(6), .function(7),
            .escape,
            .character("\""), .character(" "), .character("k"), .character("p"), .character("1"), .character("é"),
        ]
        for step in 0..<400 {
            if random(12) == 0 {
                await desk.type(EntryOffice.nik(1 + random(30)))
            } else {
                await desk.press(keys[random(keys.count)])
            }
            let field = await desk.model.form.focused
            #expect(field?.canBeVisited == true, "seed \(seed), step \(step)")
            #expect(await !desk.model.holdsKeys, "seed \(seed), step \(step): keys wait for ever")
        }
    }
}
