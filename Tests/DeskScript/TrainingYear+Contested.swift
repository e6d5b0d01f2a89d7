import Training

extension TrainingYear {
    /// The small year with something to explain: people in two classes, from elsewhere, without NIK, in doubt; enrollments that
    /// do not count; targets of parts that do not add up; claims that differ from the names.
    ///
    /// By people 7 count, by enrollments 8.
    public static func contested() async throws -> TrainingYear {
        var year = try await small()
        try await year.addOddPeople()
        try await year.addOtherYear()
        try await year.giveUp()
        try await year.setTargets()
        try await year.setClaims()
        return year
    }

    private mutating func addOddPeople() async throws {
        try await enroll("Aulia Rahmah", in: "K-014")
        try await enroll("Norliana", in: "K-015")
        try await add("Hj. Masitah", .none(reason: "belum rekam KTP-el"), .desa(RegionCode("63.09.02.1001")!), "K-013")
        try await add("Fransiska", .nik(try NIK(Self.nik(31))), .outside, "K-014")
        // The NIK of a man: a doubt that is kept on the list.
        try await add("Rusdiana", .nik(try NIK("6309060505990041")), .desa(RegionCode("63.09.06.2004")!), "K-014")
    }

    private func enroll(_ name: String, in code: String) async throws {
        guard let person = people[name], let trainingClass = classes[code] else { return }
        try await perform(.enroll([person], in: trainingClass, standing: nil, confirmed: Set(Doubt.allCases)))
    }

    private func add(
        _ name: String, _ identity: Identity, _ residence: Residence, _ code: String
    ) async throws {
        let person = Participant(
            identity: identity, name: PersonName(name)!, birthDate: CalendarDate(iso: "1999-05-05")!, sex: .female,
            residence: residence)
        try await perform(.addParticipant(person, in: classes[code], confirmed: Set(Doubt.allCases)))
    }

    /// A class that begins this year and counts in the next.
    private mutating func addOtherYear() async throws {
        try await add(
            Program(
                code: Code("P-27")!, title: "Las Lanjutan", year: 2027, track: .competency,
                organizer: organizers["DISNAKER"]))
        try await addClass("K-101", "P-27", "2026-11-02", "2026-11-20", place: nil, seats: 16)
        try await enroll("Rahmini", in: "K-101")
    }

    private func giveUp() async throws {
        let roster = try await store.roster(of: classes["K-013"]!)
        func standing(_ name: String, _ standing: EnrollmentStanding) async throws {
            let line = roster.first { $0.participant.name.text == name }!
            try await perform(.setStanding([line.enrollment.id], standing))
        }
        let day = CalendarDate(iso: "2026-03-01")!
        try await standing("Budi Santoso", .dropped(on: day, reason: "bekerja"))
        try await standing("Siti Aminah", .cancelled(on: day))
    }

    private func setTargets() async throws {
        let day = CalendarDate(iso: "2026-01-05")!
        for target in [
            Target(year: 2026, count: 40, source: "DPA 2026", sourceDate: day),
            Target(
                year: 2026, stage: .revised, count: 50, source: "DPPA 2026", sourceDate: CalendarDate(iso: "2026-09-01")
            ),
            Target(year: 2026, scope: .kecamatan(RegionCode("63.09.06")!), count: 20),
            Target(year: 2026, scope: .kecamatan(RegionCode("63.09.02")!), count: 15),
            Target(year: 2026, scope: .track(.competency), count: 50),
            Target(year: 2026, scope: .organizer(organizers["DISNAKER"]!), count: 30, rule: .enrollments),
            Target(year: 2025, scope: .term(through: 2029), count: 200, source: "RPJMD 2025–2029", sourceDate: day),
        ] { try await perform(.setTarget(target)) }
    }

    private func setClaims() async throws {
        try await perform(
            .setClaim(
                Claim(
                    organizer: organizers["DISNAKER"]!, year: 2026, count: 14,
                    reportedOn: CalendarDate(iso: "2026-11-02"), letter: "045/DTK/2026")))
        try await perform(.setClaim(Claim(organizer: organizers["LKP-ANI"]!, year: 2026, count: 0)))
    }
}
