import DeskScript
import Keyboard
import Sample
import Store
import Testing
import Training
import Words

@testable import ViewModels

/// Stories at Pemantauan: what is due, its lists, and the form of a check.
@Suite struct MonitoringScreenTests {
    /// A desk at the open checks of Maburai.
    private func desk(_ alumni: AlumniOffice) async -> ModelDesk {
        let desk = await ModelDesk(alumni.office.store)
        await desk.type("5")
        return desk
    }

    /// Opens the list of Maburai: Kec. Murung Pudak is the second line of the usual office.
    private func openMaburai(_ desk: ModelDesk) async {
        await desk.press(.down, .enter)
        for _ in 0..<2 where await !desk.frame.text.contains(where: { $0.contains("Maburai · terlambat") }) {
            await desk.press(.enter)
            if await desk.frame.text.contains(where: { $0.contains("Maburai · terlambat") }) { break }
            await desk.press(.escape, .down)
        }
    }

    // Figures

    @Test func countsByKecamatanOpenToDesaAndTheseToTheirChecks() async throws {
        let desk = await desk(try await .usual())
        try await desk.sees("Murung Pudak")
        try await desk.sees("Luar Tabalong")
        await openMaburai(desk)
        try await desk.sees("Maburai · terlambat dan jatuh tempo")
        try await desk.sees("6 pemantauan")
        try await desk.doesNotSee("Dewi")
        await desk.press(.escape)
        try await desk.sees("desa belum dicatat")
    }

    /// Every number of every table opens to as many checks as it counts, and the lines add up to the total.
    @Test func everyNumberOpensToAsManyChecks() async throws {
        let alumni = try await AlumniOffice.usual()
        let office = alumni.office
        let followUp = FollowUp(
            enrollment: try await alumni.checks(of: 0)[0].enrollment, mark: 3, date: CalendarDate(iso: "2026-06-01")!,
            visitor: "Pak Udin", method: .visit, isReached: true)
        _ = try await office.store.perform(.recordFollowUp(followUp, found: .studying), by: office.author)
        var story = try await ScreenStory(office, MonitoringModel())
        await story.settle()
        try await walk(&story, office)
        #expect(story.model.grid.footer[0].cells.map(\.text) == ["Jumlah", "11", "0", "6", "1", "18"])
        for place in story.model.grid.body.items.indices {
            await story.press(.home)
            for _ in 0..<place { await story.press(.down) }
            guard story.model.kecamatanBelow != nil else { continue }
            let line = try #require(story.model.grid.row)
            await story.press(.enter)
            await story.settle()
            #expect(story.model.grid.footer[0].cells.dropFirst().map(\.text) == line.cells.dropFirst().map(\.text))
            try await walk(&story, office)
            await story.press(.escape)
            await story.settle()
        }
    }

    private func walk(_ story: inout ScreenStory<MonitoringModel>, _ office: PeopleOffice) async throws {
        let rows = story.model.grid.rows
        let columns = story.model.grid.columns.count
        await story.press(.home)
        for _ in 0..<columns { await story.press(.left) }
        for row in rows {
            #expect(story.model.grid.row?.id == row.id)
            for column in 1..<columns {
                await story.press(.right)
                let list = try #require(story.model.listBelow(story.context))
                var opened = try await ScreenStory(office, list)
                await opened.settle()
                #expect(String(opened.model.checks.items.count) == row.cells[column].text, "\(row.id) \(column)")
            }
            for _ in 1..<columns { await story.press(.left) }
            await story.press(.down)
        }
    }

    @Test func aChangeElsewhereMovesTheFigures() async throws {
        let alumni = try await AlumniOffice.usual()
        let desk = await desk(alumni)
        try await desk.sees("12")
        let check = try await alumni.checks(of: 1)[0]
        let followUp = FollowUp(
            enrollment: check.enrollment, mark: 3, date: CalendarDate(iso: "2026-06-01")!, visitor: "Bu Ani",
            method: .phone, isReached: true)
        _ = try await alumni.office.store.perform(
            .recordFollowUp(followUp, found: .studying), by: alumni.office.other)
        await desk.hearsOfChange()
        try await desk.sees("11")
    }

    @Test func aNewDayMakesOtherChecksLate() async throws {
        var story = try await ScreenStory(try await AlumniOffice.usual().office, MonitoringModel())
        await story.settle()
        story.take(.tick(story.context.today))
        #expect(story.waiting.isEmpty)
        story.take(.tick(story.context.today.adding(days: 1)))
        // The story's clock stands still, but the question is asked.
        #expect(story.waiting.count == 1)
    }

    // A visitor's day

    @Test func aDayOfAVisitorGoesFromCheckToCheckOfTheDesa() async throws {
        let alumni = try await AlumniOffice.usual()
        let desk = await desk(alumni)
        await openMaburai(desk)
        await desk.press(.enter)
        try await desk.sees("Pemantauan bulan ke-3 · Aminah")
        try await desk.sees("5 lagi di Maburai")
        try await desk.sees("0812•••••890")
        try await desk.sees("K-014 mengikuti 02-2026 → bersertifikat 02-2026")
        // Who, then what: day and way are proposed.
        await desk.type("Pak Udin")
        await desk.press(.enter)
        await desk.type("2")
        await desk.press(.enter)
        await desk.type("Jahit Aminah")
        await desk.press(.enter)
        await desk.type("8")
        await desk.press(.enter, .enter)
        await desk.type("2")
        await desk.press(.enter)
        await desk.type("2")
        await desk.press(.enter)
        await desk.type("1")
        await desk.press(.enter, .enter)
        try await desk.sees("✓ Tercatat: Aminah · wirausaha dengan 2 pekerja · bulan ke-3")
        #expect(
            try await alumni.facts(of: 0) == [
                .selfEmployed(
                    Outcome.Business(
                        name: "Jahit Aminah", sector: .services, turnover: .to2, workers: 2, trainedWorkers: 1))
            ])
        // The next of the same desa, with the visitor carried.
        try await desk.sees("Pemantauan bulan ke-3 · Budiarti")
        try await desk.sees("Pak Udin")
        await desk.type("1")
        await desk.press(.enter, .enter, .enter, .enter)
        await desk.type("1")
        await desk.press(.enter, .enter, .enter)
        try await desk.sees("✓ Tercatat: Budiarti · bekerja")
        #expect(try await alumni.facts(of: 1) == [.working(Outcome.Work(isRelated: true))])
        for _ in 0..<4 {
            await desk.type("3")
            await desk.press(.enter, .enter)
        }
        try await desk.sees("yang terakhir di desa ini")
        try await desk.sees("Maburai · terlambat dan jatuh tempo")
        try await desk.sees("Tidak ada pemantauan di sini")
        #expect(try await alumni.checks(of: 2).map(\.state) == [.done, .done, .upcoming])
        // One undo takes the last back.
        await desk.type("u")
        try await desk.sees("1 pemantauan")
        #expect(try await alumni.facts(of: 2) == [.studying])
    }

    /// What a plain check costs: the result, why, and a last Enter past the note.
    @Test func aPlainCheckTakesFiveKeys() async throws {
        let alumni = try await AlumniOffice.usual()
        let office = alumni.office
        let context = Context(
            words: .of(.indonesian), author: office.author, year: 2026, today: CalendarDate(iso: "2026-11-24")!)
        let check = try await alumni.checks(of: 0)[0]
        let desk = await ScreenDesk(FollowUpFormModel(check), office.store, context)
        await desk.type("Pak Udin")
        await desk.press(.enter)
        await desk.type("4")
        await desk.press(.enter)
        await desk.type("2")
        await desk.press(.enter, .enter)
        #expect(await desk.model.check?.person.name.text == "Budiarti")
        await desk.countKeys()
        await desk.type("4")
        await desk.press(.enter)
        await desk.type("2")
        await desk.press(.enter, .enter)
        #expect(await desk.countKeys() == 5)
        #expect(await desk.model.check?.person.name.text == "Citra")
        #expect(try await alumni.facts(of: 1) == [.notUsing(.noCapital)])
        #expect(await desk.notices.first?.text.contains("belum memanfaatkan (tidak ada modal)") == true)
    }

    /// Keys typed while a save is under way belong to the next check, and none is lost.
    @Test func keysTypedAheadBelongToTheNextCheck() async throws {
        let alumni = try await AlumniOffice.usual()
        let office = alumni.office
        let context = Context(
            words: .of(.indonesian), author: office.author, year: 2026, today: CalendarDate(iso: "2026-11-24")!,
            visit: CarriedVisit(
                visitor: "Pak Udin", method: .phone, date: CalendarDate(iso: "2026-11-23")!,
                enteredOn: CalendarDate(iso: "2026-11-24")!))
        let desk = await ScreenDesk(slow: FollowUpFormModel(try await alumni.checks(of: 0)[0]), office.store, context)
        for _ in 0..<3 {
            await desk.type("3")
            await desk.press(.enter, .enter)
        }
        await desk.catchUp()
        for place in 0..<3 {
            #expect(try await alumni.facts(of: place) == [.studying])
            let done = try await office.store.followUps(of: try await alumni.checks(of: place)[0].enrollment)
            #expect(done.map(\.value.visitor) == ["Pak Udin"])
            #expect(done.map(\.value.method) == [.phone])
            #expect(done.map(\.value.date.description) == ["2026-11-23"])
        }
    }

    // Attempts

    @Test func threeAttemptsMakeSomebodyUnreachable() async throws {
        let alumni = try await AlumniOffice([("Aminah", "63.09.06.2004")])
        let desk = await desk(alumni)
        for attempt in 1...3 {
            await desk.type("l")
            await desk.press(.enter)
            if attempt == 1 {
                await desk.type("Pak Udin")
                await desk.press(.enter)
            } else {
                try await desk.sees("\(attempt - 1) kali dicoba")
            }
            await desk.type("5")
            await desk.press(.enter)
            if attempt < 3 {
                try await desk.sees("Coba lagi")
                try await desk.sees("08-12-2026")
            } else {
                try await desk.sees("tercatat tidak terjangkau")
                try await desk.doesNotSee("Coba lagi")
            }
            await desk.press(.enter)
            try await desk.sees("percobaan ke-\(attempt)")
            // The check of month 6 follows; back to the figures.
            await desk.press(.escape, .escape)
        }
        #expect(try await alumni.facts(of: 0) == [.unreachable])
        #expect(try await alumni.checks(of: 0).map(\.state) == [.done, .late, .upcoming])
    }

    @Test func anAttemptThatWasUndoneDoesNotCount() async throws {
        let alumni = try await AlumniOffice([("Aminah", "63.09.06.2004")])
        let desk = await desk(alumni)
        await desk.type("l")
        await desk.press(.enter)
        await desk.type("Pak Udin")
        await desk.press(.enter)
        await desk.type("5")
        await desk.press(.enter, .enter, .escape)
        #expect(try await alumni.checks(of: 0)[0].attempts == 1)
        await desk.type("u")
        #expect(try await alumni.checks(of: 0)[0].attempts == 0)
    }

    // What is wrong

    @Test func whatIsWrongStandsUnderItsFieldAndNothingIsSaved() async throws {
        let alumni = try await AlumniOffice.usual()
        let desk = await desk(alumni)
        await openMaburai(desk)
        await desk.press(.enter, .control("s"))
        try await desk.sees("Petugas harus diisi")
        await desk.type("Pak Udin")
        await desk.press(.tab)
        await desk.type("25112026")
        await desk.press(.tab)
        try await desk.sees("tanggal tidak boleh di masa depan")
        await desk.press(.backTab)
        await desk.type("01012026")
        await desk.press(.tab, .tab)
        await desk.type("2")
        await desk.press(.enter, .control("s"))
        // The class ended later: only the store knows.
        try await desk.sees("tanggalnya sebelum kelas selesai")
        await desk.type("24112026")
        await desk.press(.tab, .tab, .tab, .tab, .tab)
        await desk.type("123")
        await desk.press(.control("s"))
        try await desk.sees("NIB terdiri dari 13 angka")
        #expect(try await alumni.facts(of: 0).isEmpty)
    }

    @Test func escKeepsWhatWasTypedAndOffersItAgain() async throws {
        let alumni = try await AlumniOffice.usual()
        let desk = await desk(alumni)
        await openMaburai(desk)
        await desk.press(.enter)
        await desk.type("Pak Udin")
        await desk.press(.enter)
        await desk.type("2")
        await desk.press(.enter)
        await desk.type("Warung Kopi")
        await desk.press(.escape)
        try await desk.sees("Maburai · terlambat")
        await desk.press(.enter)
        try await desk.sees("wirausaha Warung Kopi")
        await desk.press(.enter)
        await desk.press(.control("s"))
        try await desk.sees("Tercatat: Aminah · wirausaha")
        await desk.press(.escape)
        guard case .selfEmployed(let business)? = try await alumni.facts(of: 0).first else {
            Issue.record("no business")
            return
        }
        #expect(business.name == "Warung Kopi")
    }

    // Giving to a visitor

    @Test func marksChecksAndGivesThemToAVisitor() async throws {
        let alumni = try await AlumniOffice.usual()
        let desk = await desk(alumni)
        await openMaburai(desk)
        await desk.type("  a")
        try await desk.sees("Tugaskan 2 pemantauan kepada:")
        await desk.type("Bu Ani")
        await desk.press(.enter)
        try await desk.sees("2 pemantauan ditugaskan kepada Bu Ani")
        // The name used last is proposed; typing begins another.
        await desk.type("a")
        try await desk.sees("Bu Ani")
        await desk.type("Pak Udin")
        await desk.press(.enter)
        try await desk.sees("1 pemantauan ditugaskan kepada Pak Udin")
        #expect(try await alumni.checks(of: 0)[0].visitor == "Bu Ani")
        #expect(try await alumni.checks(of: 2)[0].visitor == "Pak Udin")
        await desk.type("fani")
        await desk.press(.enter)
        try await desk.sees("2 pemantauan")
        // Only what was given to her comes one after the other.
        await desk.press(.enter)
        try await desk.sees("1 lagi di Maburai")
        try await desk.sees("Bu Ani")
    }

    @Test func anEmptyNameTakesThemBack() async throws {
        let alumni = try await AlumniOffice.usual()
        let desk = await desk(alumni)
        await openMaburai(desk)
        await desk.type("aBu Ani")
        await desk.press(.enter)
        #expect(try await alumni.checks(of: 0)[0].visitor == "Bu Ani")
        await desk.type("a")
        await desk.press(.control("u"), .enter)
        try await desk.sees("tidak ditugaskan lagi")
        #expect(try await alumni.checks(of: 0)[0].visitor == nil)
    }

    @Test func theFilterShowsOtherStates() async throws {
        let desk = await desk(try await .usual())
        await openMaburai(desk)
        await desk.type("fakan")
        await desk.press(.enter)
        try await desk.sees("Maburai · akan datang")
        try await desk.sees("3 pemantauan")
    }

    @Test func aNameIsSoughtInTheListAsOneTypes() async throws {
        let desk = await desk(try await .usual())
        await openMaburai(desk)
        await desk.type("  /cit")
        try await desk.sees("2 pemantauan")
        try await desk.doesNotSee("Aminah")
        // Marks out of sight are taken off.
        try await desk.doesNotSee("ditandai")
        await desk.press(.enter)
        try await desk.sees("“cit”")
        await desk.press(.enter)
        try await desk.sees("Pemantauan bulan ke-3 · Citra")
        await desk.press(.escape, .escape)
        try await desk.sees("6 pemantauan")
    }

    // Codes

    @Test func aCodeOpensThatVeryCheckFromAnyScreen() async throws {
        let alumni = try await AlumniOffice.usual()
        let check = try await alumni.checks(of: 3)[1]
        let code = try await alumni.office.store.codes(of: [check])[0]
        let desk = await ModelDesk(alumni.office.store)
        for tab in ["1", "2", "3", "4", "5"] {
            await desk.type(tab + "#")
            try await desk.sees("Kode:")
            await desk.type(code.description.lowercased())
            await desk.press(.enter)
            try await desk.sees("Pemantauan bulan ke-6 · Dewi")
            try await desk.sees(code.description)
            await desk.press(.escape)
            try await desk.doesNotSee("bulan ke-6")
        }
        // Typed into the search of Peserta as well.
        await desk.type("2/" + code.description)
        await desk.press(.enter)
        try await desk.sees("Pemantauan bulan ke-6 · Dewi")
    }

    @Test func aWrongCodeIsSaidToBeWrong() async throws {
        let alumni = try await AlumniOffice.usual()
        let code = try await alumni.office.store.codes(of: [try await alumni.checks(of: 0)[0]])[0]
        let desk = await ModelDesk(alumni.office.store)
        await desk.type("#halo")
        await desk.press(.enter)
        try await desk.sees("bukan kode")
        // The prompt stays, with what was typed, to be mended.
        await desk.press(.control("u"))
        let wrong = String(code.description.dropLast()) + String((code.checkDigit + 1) % 10)
        await desk.type(wrong)
        await desk.press(.enter)
        try await desk.sees("tidak cocok")
        await desk.press(.backspace)
        try await desk.doesNotSee("tidak cocok")
        await desk.type(String(code.checkDigit))
        await desk.press(.enter)
        try await desk.sees("Pemantauan bulan ke-3 · Aminah")
        await desk.press(.escape)
        await desk.type("#" + LabelCode(.followUp, 9_999).description)
        await desk.press(.enter)
        try await desk.sees("tidak ada catatan berkode P-9999")
        await desk.press(.escape)
        try await desk.doesNotSee("Kode:")
    }

    @Test func aHashIsTextWhereTextIsTyped() async throws {
        let desk = await ModelDesk(try await AlumniOffice.usual().office.store)
        await desk.type("2n#")
        try await desk.doesNotSee("Kode:")
    }

    // The path

    @Test func theFileShowsThePathAndTakesOutcomesOutsideTheSchedule() async throws {
        let alumni = try await AlumniOffice.usual()
        let store = alumni.office.store
        let enrollment = try await alumni.checks(of: 0)[0].enrollment
        func record(_ date: String, _ fact: Outcome.Fact) async throws {
            let outcome = Outcome(enrollment: enrollment, date: CalendarDate(iso: date)!, fact: fact)
            _ = try await store.perform(.recordOutcome(outcome), by: alumni.office.author)
        }
        try await record("2026-05-12", .notUsing(.noCapital))
        let desk = await desk(alumni)
        await openMaburai(desk)
        await desk.type("p")
        try await desk.sees("Perjalanan")
        try await desk.sees("bersertifikat 02-2026 →")
        await desk.type("h")
        try await desk.sees("Hasil · Aminah")
        await desk.type("2")
        await desk.press(.enter, .enter, .enter, .enter, .enter)
        await desk.type("2")
        await desk.press(.enter, .control("s"))
        try await desk.sees("✓ Tercatat: Aminah · wirausaha dengan 2 pekerja")
        try await desk.sees("wirausaha dengan 2 pekerja 11-2026")
        try await desk.sees("belum memanfaatkan (tidak ada modal) 05-2026")
        #expect(try await alumni.facts(of: 0).map(\.kind) == [.notUsing, .selfEmployed])
        // No check of the schedule was made by that.
        #expect(try await alumni.checks(of: 0).map(\.state) == [.late, .late, .upcoming])
    }

    @Test func whoeverCompletedNothingHasNoOutcome() async throws {
        let office = try await PeopleOffice()
        try await office.add("Gina", 1, in: office.sewing)
        let desk = await ModelDesk(office.store)
        await desk.type("2")
        await desk.press(.enter)
        await desk.type("h")
        try await desk.sees("Belum ada kelas yang diselesaikan")
    }

    @Test func thePathIsCutAtItsBeginningWhereThereIsLittleRoom() {
        let words = Phrasebook.of(.indonesian)
        let day = CalendarDate(iso: "2026-02-11")!
        let steps = [
            PathStep(date: day, trainingClass: Code("K-014")!, event: .status(.registered)),
            PathStep(date: day, trainingClass: Code("K-014")!, event: .status(.certified)),
            PathStep(date: day, trainingClass: Code("K-020")!, event: .outcome(.studying)),
        ]
        let path = PathText(steps, words)
        #expect(
            path.lines(width: 200) == [
                "K-014 terdaftar 02-2026 → bersertifikat 02-2026 → K-020 belajar lagi 02-2026"
            ])
        #expect(path.lines(width: 30).allSatisfy { $0.count <= 30 })
        #expect(path.lines(width: 30).count == 3)
        #expect(path.lines(width: 34, atMost: 1) == ["… → K-020 belajar lagi 02-2026"])
    }
}

/// A long list of checks comes in two pieces.
@Suite struct LongFollowUpListTests {
    @Test func theFirstChecksComeBeforeTheRest() async throws {
        let office = try await PeopleOffice()
        try await office.store.takeIn(as: .generate, note: "", by: office.author, keep: true) { intake in
            for serial in 1...150 {
                let made = try intake.add(PeopleOffice.person("Warga \(serial)", 2_000 + serial), doubts: [])
                _ = try intake.enroll(
                    made, in: office.sewing, standing: .completed(on: CalendarDate(iso: "2026-02-11")!))
            }
        }
        var story = try await ScreenStory(office, FollowUpListModel(nil, place: "Tabalong"))
        #expect(story.model.holds(.key(.down)))
        await story.answer(last: false)
        #expect(story.model.checks.items.count == FollowUpListModel.first)
        #expect(story.model.hasMore)
        // The heading is the one that all of the list has: nothing changes when the rest comes.
        let length = story.model.length
        #expect(length.count > 150 && !length.hasMore)
        let needRest: [Key] = [.end, .character("/"), .character(" "), .character("x")]
        #expect(needRest.filter { !story.model.holds(.key($0)) } == [])
        for key in [Key.down, .pageDown, .enter, .escape, .character("q")] { #expect(!story.model.holds(.key(key))) }
        for _ in 1...80 { await story.press(.down) }
        // Near the end of what has come a step waits as well.
        #expect(story.model.holds(.key(.pageDown)))
        let highlighted = story.model.checks.selected?.key
        await story.settle()
        #expect(story.model.checks.items.count > 150)
        #expect(!story.model.hasMore)
        #expect(story.model.length == length)
        #expect(story.model.checks.items.count == length.count)
        #expect(story.model.checks.selected?.key == highlighted)
        for key in needRest { #expect(!story.model.holds(.key(key))) }
    }
}
