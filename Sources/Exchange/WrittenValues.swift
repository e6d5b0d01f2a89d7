import Training

extension Sex {
    /// Reads the sex as rosters write it: L/P, LK/PR, Laki-laki/Perempuan, pria/wanita, M/F.
    public init?(written text: some StringProtocol) {
        switch text.comparable {
        case "l", "lk", "laki", "lakilaki", "pria", "m", "male": self = .male
        case "p", "pr", "perempuan", "wanita", "f", "female": self = .female
        default: return nil
        }
    }
}

extension Education {
    /// Reads an education as rosters write it: by its identifier, in full (`Diploma III`), or by a school of the same
    /// level (SLTP, MTs, SLTA, MA, STM).
    public init?(written text: some StringProtocol) {
        let name = text.comparable
        if let education = Education(rawValue: name) {
            self = education
        } else if let education = Self.otherNames[name] {
            self = education
        } else {
            return nil
        }
    }

    private static let otherNames: [String: Education] = [
        "tidaksekolah": .none, "belumsekolah": .none, "tidaktamatsd": .none, "tidakbersekolah": .none,
        "mi": .sd, "sekolahdasar": .sd, "paketa": .sd,
        "sltp": .smp, "mts": .smp, "paketb": .smp,
        "slta": .sma, "ma": .sma, "man": .sma, "smu": .sma, "paketc": .sma,
        "stm": .smk, "smea": .smk, "mak": .smk,
        "di": .d1, "dii": .d2, "diii": .d3, "div": .d4,
        "diploma1": .d1, "diploma2": .d2, "diploma3": .d3, "diploma4": .d4,
        "diplomai": .d1, "diplomaii": .d2, "diplomaiii": .d3, "diplomaiv": .d4,
        "si": .s1, "sii": .s2, "siii": .s3, "strata1": .s1, "strata2": .s2, "strata3": .s3,
        "sarjana": .s1, "magister": .s2, "doktor": .s3,
    ]

    /// The identifiers, as a message lists them.
    static var identifiers: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
