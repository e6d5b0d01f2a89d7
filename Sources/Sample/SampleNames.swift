import Training

/// Makes up names as they are met in Tabalong: Banjar mostly, some Javanese, Dayak and Batak.
struct SampleNames {
    private let people = Weighted<People>([(.banjar, 81), (.javanese, 11), (.dayak, 6), (.batak, 2)])

    private enum People { case banjar, javanese, dayak, batak }

    /// A name; `pilgrim` are those old enough to be H. or Hj.
    func name(_ sex: Sex, pilgrim: Bool, _ random: inout SeededGenerator) -> String {
        let male = sex == .male
        let bare =
            switch random.pick(people) {
            case .banjar: male ? banjarMan(&random) : banjarWoman(&random)
            case .javanese:
                "\(random.pick(male ? Self.javaneseMen : Self.javaneseWomen)) \(random.pick(male ? Self.javaneseMensSecond : Self.javaneseWomensSecond))"
            case .dayak: "\(random.pick(male ? Self.dayakMen : Self.dayakWomen)) \(random.pick(Self.dayakSecond))"
            case .batak: "\(random.pick(male ? Self.batakMen : Self.batakWomen)) \(random.pick(Self.marga))"
            }
        guard pilgrim, random.chance(7) else { return bare }
        return male ? "H. \(bare)" : "Hj. \(bare)"
    }

    private func banjarMan(_ random: inout SeededGenerator) -> String {
        switch random.below(100) {
        case ..<24: random.pick(Self.men)
        case ..<52: "\(random.pick(Self.muhammad)) \(random.pick(Self.men))"
        case ..<62: "Abdul \(random.pick(Self.afterAbdul))"
        case ..<70: "\(random.pick(Self.muhammad)) \(random.pick(Self.men)) \(random.pick(Self.mensSecond))"
        default: "\(random.pick(Self.men)) \(random.pick(Self.mensSecond))"
        }
    }

    private func banjarWoman(_ random: inout SeededGenerator) -> String {
        switch random.below(100) {
        case ..<28: random.pick(Self.women)
        case ..<44: "Siti \(random.pick(Self.afterSiti))"
        case ..<52: "\(random.pick(Self.noor)) \(random.pick(Self.afterNoor))"
        case ..<58: "Siti \(random.pick(Self.afterSiti)) \(random.pick(Self.womensSecond))"
        default: "\(random.pick(Self.women)) \(random.pick(Self.womensSecond))"
        }
    }

    private static let muhammad = ["Muhammad", "Muhammad", "M.", "Ahmad", "Ahmad", "Akhmad", "Muh.", "Noor"]
    private static let men = [
        "Rahmadi", "Syahrani", "Aminuddin", "Supian", "Hamdani", "Syaifullah", "Rusdiansyah", "Fahriansyah",
        "Norhadi", "Saberi", "Jailani", "Basuni", "Mastur", "Sapriadi", "Kurniadi", "Arbain", "Jumberi", "Gazali",
        "Rizky", "Fauzan", "Ridwan", "Hidayat", "Syarif", "Ilham", "Rijali", "Zainuddin", "Khairullah",
        "Misran", "Suriansyah", "Ansyari", "Hasbullah", "Ramli", "Yusuf", "Ibrahim", "Mas’ud", "Ma'ruf", "Anshari",
        "Fitriadi", "Irwansyah", "Noviandi", "Riduan", "Salman", "Hafizi", "Rafi'i", "Taufik", "Rahmat",
        "Maulidi", "Sahrudin", "Padli", "Arifin", "Helmi", "Junaidi", "Mursidi", "Nafarin", "Syamsuri", "Tarmizi",
        "Wahyudi", "Yamani", "Zaini", "Bahrudin", "Darmawan", "Erwin", "Fikri", "Hairul", "Ikhsan", "Kaspul",
    ]
    private static let afterAbdul = [
        "Hakim", "Rahman", "Gafur", "Hadi", "Karim", "Wahid", "Basit", "Halim", "Latif", "Malik", "Aziz", "Majid",
        "Kadir", "Muthalib", "Salam", "Samad", "Hamid", "Razak",
    ]
    private static let mensSecond = [
        "Rahman", "Hidayatullah", "Saputra", "Ramadhan", "Maulana", "Anwar", "Effendi", "Noor", "Fadillah",
        "Pratama", "Syahputra", "Akbar", "Hakim", "Firdaus", "Ansari", "Fahmi", "Ridha", "Wijaya", "Alamsyah",
        "Ilmi", "Nafis", "Perdana", "Setiawan", "Kurniawan", "Hamidi", "Abidin", "Syahbana", "Hadi", "Arsyad",
    ]
    private static let women = [
        "Norhasanah", "Masrawati", "Fitriani", "Hairunnisa", "Jumiati", "Rusmini", "Mariana", "Norlaila",
        "Misnawati", "Rahmawati", "Herlina", "Norhayati", "Raudatul", "Mahrita", "Sarinah", "Rusdiana", "Salasiah",
        "Jumratul", "Maulida", "Norjannah", "Rabiatul", "Susilawati", "Murniati", "Nur'aini", "Risnawati", "Yulianti",
        "Hartati", "Ernawati", "Linda", "Dahliana", "Helda", "Noorhidayah", "Paridah", "Rohana", "Siti", "Wardah",
        "Zulfa", "Annisa", "Ayu", "Dewi", "Eka", "Fitriah", "Gina", "Hikmah", "Irma", "Jamiah", "Karmila", "Lisda",
        "Mardiana", "Nadia", "Nisa", "Putri", "Rina", "Selvi", "Tuti", "Ulfah", "Widya", "Yana", "Zahra", "Arbayah",
        "Barkiah", "Hamsiah", "Jubaidah", "Kamariah", "Masliani", "Nanda", "Purnama", "Ramlah", "Sufiah",
    ]
    private static let afterSiti = [
        "Aisyah", "Norhayati", "Rahmah", "Fatimah", "Zubaidah", "Hadijah", "Maimunah", "Mariam", "Aminah", "Jamilah",
        "Norjanah", "Noorhayati", "Rohani", "Saudah", "Sarah", "Hajar", "Mastura", "Nurhaliza", "Rukayah", "Zulaikha",
        "Bulkis", "Asiah", "Kholifah", "Munawarah",
    ]
    private static let noor = ["Noor", "Nor", "Nur"]
    private static let afterNoor = [
        "Laila", "Aida", "Hikmah", "Jannah", "Hasanah", "Azizah", "Hidayah", "Fitri", "Baiti", "Latifah", "Syifa",
        "Asiah", "Ainah", "Halimah",
    ]
    private static let womensSecond = [
        "Rahmah", "Wulandari", "Astuti", "Sari", "Handayani", "Amalia", "Putri", "Lestari", "Hasanah", "Jannah",
        "Aulia", "Safitri", "Ramadhani", "Maulidah", "Oktaviani", "Permatasari", "Azizah", "Khairunnisa", "Salsabila",
        "Wahyuni", "Agustina", "Damayanti", "Apriliani", "Hidayati", "Adawiyah", "Husna", "Humaira", "Mufidah",
    ]
    private static let javaneseMen = [
        "Slamet", "Bambang", "Agus", "Eko", "Joko", "Wahyu", "Sugeng", "Teguh", "Dwi", "Tri", "Heru", "Yudi",
        "Sigit", "Didik", "Hari",
    ]
    private static let javaneseMensSecond = [
        "Santoso", "Prasetyo", "Susanto", "Wibowo", "Nugroho", "Setiawan", "Purnomo", "Widodo", "Raharjo", "Hartono",
        "Riyadi", "Sutrisno", "Cahyono", "Kuncoro",
    ]
    private static let javaneseWomen = [
        "Sri", "Dwi", "Tri", "Endang", "Wahyu", "Retno", "Ratna", "Yuni", "Lilis", "Siti", "Eni", "Nining",
    ]
    private static let javaneseWomensSecond = [
        "Wahyuni", "Lestari", "Astuti", "Rahayu", "Handayani", "Winarsih", "Utami", "Ningsih", "Setyowati",
        "Mulyani", "Suryani", "Purwanti",
    ]
    private static let dayakMen = [
        "Yansen", "Markus", "Yohanes", "Kristian", "Dius", "Lukas", "Hendri", "Yulius", "Silas", "Pilemon", "Rinto",
        "Anton",
    ]
    private static let dayakWomen = [
        "Yuliana", "Kristina", "Marta", "Rebeka", "Ester", "Lidia", "Yuliati", "Debora", "Maria", "Meri", "Rosina",
        "Natalia",
    ]
    private static let dayakSecond = [
        "Tundan", "Jagau", "Nahan", "Untung", "Lambung", "Dehen", "Sawung", "Tingang", "Rasau", "Anggen", "Bahen",
        "Lamiang",
    ]
    private static let batakMen = ["Jhon", "Roy", "Rudi", "Hotman", "Togar", "Parlin", "Sahat", "Binsar"]
    private static let batakWomen = ["Rosmawati", "Tiur", "Lasma", "Rotua", "Nova", "Duma", "Marlina"]
    private static let marga = [
        "Simanjuntak", "Siregar", "Nainggolan", "Situmorang", "Sihombing", "Manurung", "Panjaitan", "Sinaga",
        "Hutapea",
    ]
}
