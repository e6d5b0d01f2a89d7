import Training

/// Everybody by what two records of one person have in common, in memory: an import of very many asks for each of them, and the file's
/// own indexes would be asked a hundred times a row.
///
/// It finds all who come near, and some whose keys only happen to be the same; ``Lookalikes`` judges them.
struct NamesakeIndex {
    private var people: [Int64] = []
    /// By place among ``people``; 0 for none.
    private var niks: [Int64] = []
    private var byNIK = HashChains()
    /// By name and the first half of the NIK: who has a digit wrong in the last half.
    private var byFirstHalf = HashChains()
    /// By name and the last half of the NIK.
    private var byLastHalf = HashChains()
    /// By name, birth date and residence.
    private var byBirth = HashChains()

    /// What is known of somebody, as the columns have it.
    struct Entry {
        var nik: Int64?
        var name: String
        var birthDate: Int
        var kecamatan: Int64
        var desa: Int64?
    }

    mutating func add(_ entry: Entry, _ id: Int64) {
        people.append(id)
        niks.append(entry.nik ?? 0)
        byNIK.append(Self.hash(entry.nik ?? 0))
        let keys = Keys(entry)
        byFirstHalf.append(keys.firstHalf)
        byLastHalf.append(keys.lastHalf)
        byBirth.append(keys.birth)
    }

    /// Whether somebody has this NIK, or had it when they were added.
    func knows(_ nik: Int64) -> Bool {
        var isKnown = false
        byNIK.each(Self.hash(nik)) { isKnown = isKnown || niks[$0] == nik }
        return isKnown
    }

    private static func hash(_ nik: Int64) -> UInt32 {
        // Neighbouring numbers must not stand in neighbouring slots of one chain: Fibonacci's multiplier spreads them.
        UInt32(truncatingIfNeeded: (UInt64(bitPattern: nik) &* 0x9E37_79B9_7F4A_7C15) >> 32)
    }

    /// Who may be the same person.
    func candidates(for entry: Entry) -> Set<Int64> {
        let keys = Keys(entry)
        var found: Set<Int64> = []
        byBirth.each(keys.birth) { if entry.nik == nil || niks[$0] == 0 { found.insert(people[$0]) } }
        guard let nik = entry.nik else { return found }
        // Many of one name may be born on one day in one kecamatan: who is not near is passed over here, where it costs nothing.
        for (half, key) in [(byFirstHalf, keys.firstHalf), (byLastHalf, keys.lastHalf)] {
            half.each(key) { if Lookalikes.differInOneDigit(nik, niks[$0]) { found.insert(people[$0]) } }
        }
        return found
    }

    private struct Keys {
        let firstHalf: UInt32
        let lastHalf: UInt32
        let birth: UInt32

        init(_ entry: Entry) {
            let halves = (entry.nik ?? 0).quotientAndRemainder(dividingBy: 100_000_000)
            firstHalf = Self.key(entry.name, halves.quotient, 1)
            lastHalf = Self.key(entry.name, halves.remainder, 2)
            birth = Self.key(entry.name, Int64(entry.birthDate), entry.desa ?? entry.kecamatan)
        }

        private static func key(_ name: String, _ one: Int64, _ other: Int64) -> UInt32 {
            var hasher = Hasher()
            hasher.combine(name)
            hasher.combine(one)
            hasher.combine(other)
            return UInt32(truncatingIfNeeded: hasher.finalize())
        }
    }
}

/// Places by hash, twelve to sixteen bytes each.
private struct HashChains {
    private var hashes: [UInt32] = []
    private var next: [Int32] = []
    private var heads = [Int32](repeating: -1, count: 1_024)

    /// Adds the next place.
    mutating func append(_ hash: UInt32) {
        if hashes.count == heads.count { grow() }
        hashes.append(hash)
        next.append(-1)
        link(hashes.count - 1)
    }

    func each(_ hash: UInt32, _ body: (Int) -> Void) {
        var place = Int(heads[slot(of: hash)])
        while place >= 0 {
            if hashes[place] == hash { body(place) }
            place = Int(next[place])
        }
    }

    private func slot(of hash: UInt32) -> Int { Int(hash) & (heads.count - 1) }

    private mutating func link(_ place: Int) {
        let slot = slot(of: hashes[place])
        next[place] = heads[slot]
        heads[slot] = Int32(place)
    }

    private mutating func grow() {
        heads = [Int32](repeating: -1, count: heads.count * 2)
        for place in hashes.indices { link(place) }
    }
}
