import Testing

@testable import Training

/// Names that are one to the ear, and names that are not.
@Suite struct NameSoundTests {
    @Test(
        arguments: [
            ["Muhammad Yusuf", "M. Yusuf", "Muh. Yusup", "Moh Yusuf", "Mohammad Yoesoef", "MUHAMAD YUSUF"],
            [
                "Abdul Rahman", "Abd. Rahman", "Abdurrahman", "Abdurahman", "Abd Rachman", "Abdoel Rahman",
                "Abdurrohman",
            ],
            ["Abdul Latif", "Abdullatif", "Abd. Lathif", "ABDUL LATIP"],
            ["Abdul Aziz", "Abdulazis", "Abd. Azis", "Abdul 'Aziz"], ["Abdussamad", "Abdul Samad", "Abd. Shamad"],
            ["Ahmad Fauzi", "Achmad Fauzi", "Akhmad Pauzi", "Ahmad Fausi", "H. Ach. Fauzi, S.Pd"],
            ["Siti Aminah", "St. Aminah", "Sitti Amina", "Hj. Siti Aminah"],
            ["Noorhayati", "Nur Hayati", "Norhayati", "Noer Hayati"],
            ["Djainab", "Zainab", "Jainab"], ["Soetjipto", "Sucipto"], ["Sjahrani", "Syahrani", "Sahrani"],
            ["Rizky Ariyanti", "Rizki Arianti", "Riski Aryanti", "Rizqi Arianty"],
            ["Khairul Anwar", "Chairul Anwar", "Khoirul Anwar"],
            ["Mas'ud", "Masud", "Mas`ud"], ["Utsman", "Usman"], ["Dzulkifli", "Zulkifli", "Julkipli"],
            ["Njoman", "Nyoman"],
            ["Vivi Alfiansyah", "Pipi Alpiansyah"], ["Sumiati", "Sumiyati", "Soemiati"], ["Chandra", "Candra"],
            ["Christina", "Kristina"],
            ["Fatimah", "Fathimah", "Patimah"], ["Halimatus Sa'diyah", "Halimatussa'diyah"],
        ])
    func spellingsOfOneName(_ names: [String]) throws {
        let sounds = try names.map { NameSound(try #require(PersonName($0))).description }
        #expect(Set(sounds).count == 1, "\(zip(names, sounds).map { "\($0): \($1)" })")
    }

    @Test(
        arguments: [
            ("Siti Aminah", "Siti Aisyah"), ("Ahmad Yani", "Ahmad Yanti"), ("Abdul Rahman", "Abdul Rahim"),
            ("Muhammad Yusuf", "Muhammad Yasin"), ("Nurhayati", "Nurhalimah"), ("Panji", "Panyi"), ("Rahmat", "Rahmah"),
            ("Hamidah", "Hamdiah"), ("Juhri", "Juhdi"), ("Syahrul", "Syahril"), ("M", "Muhammad"), ("Abdul", "Abdi"),
        ])
    func namesApart(_ one: String, _ other: String) throws {
        let (one, other) = (try #require(PersonName(one)), try #require(PersonName(other)))
        #expect(NameSound(one) != NameSound(other))
    }

    @Test(
        arguments: [
            ("Rahmawati", "Rahmwati", NameLikeness.similar), ("Muhammad Yusuf", "Yusuf Maulana", .other),
            ("Muhammad Yusuf Maulana", "Muhammad Yusuf", .similar), ("Siti Aminah", "Aminah", .similar),
            ("Aminah", "AMINAH", .same), ("Hj. Aminah", "Aminah, S.Pd", .same), ("Aminah", "Amina", .sounding),
            ("Ali", "Adi", .other), ("Norhayati", "Nurhayani", .similar), ("Budi Santoso", "Budi Susanto", .other),
        ])
    func howLikeTwoNamesAre(_ one: String, _ other: String, _ expected: NameLikeness) throws {
        let (one, other) = (try #require(PersonName(one)), try #require(PersonName(other)))
        #expect(NameLikeness(one, other) == expected)
        #expect(NameLikeness(other, one) == expected)
        #expect(NameLikeness(one, one) == .same)
    }

    /// Whatever was typed as a name has a sound, and folding the sound again changes nothing that matters.
    @Test(arguments: 1...20) func anyLettersHaveASound(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let letters = Array("abcdefghijklmnopqrstuvwxyz' .-éüß国")
        for _ in 1...500 {
            let text = String(
                (0...Int.random(in: 0...24, using: &random)).map { _ in letters.randomElement(using: &random)! })
            guard let name = PersonName(text) else { continue }
            let sound = NameSound(name)
            #expect(sound.letters.isEmpty == name.key.isEmpty, "\(text)")
            #expect(NameLikeness(name, PersonName(text.uppercased()) ?? name) >= .sounding, "\(text)")
        }
    }
}
