/// People by what two records of one person have in common, in memory, each by their place: an import of very many asks for each of them, and the
/// file's own indexes would be asked a hundred times a row.
///
/// It finds all who come near, and some whose keys only happen to be the same; whoever keeps the records judges them.
public struct NamesakeIndex: Sendable {
    /// By place; 0 for none.
    private var niks: [Int64] = []
    private var byNIK = HashedPlaces()
    /// By name and the first half of the NIK: who has a digit wrong in the last half.
    private var byFirstHalf = HashedPlaces()
    /// By name and the last half of the NIK.
    private var byLastHalf = HashedPlaces()
    /// By name, birth date and residence.
    private var byBirth = HashedPlaces()

    /// What somebody is found by.
    public struct Keys: Hashable, Sendable {
        fileprivate let nik: Int64
        fileprivate let firstHalf: UInt32
        fileprivate let lastHalf: UInt32
        fileprivate let birth: UInt32

        /// From a record.
        ///
        /// - Parameters:
        ///   - name: its key.
        ///   - birthDate: as a number of eight digits, the year first.
        public init(nik: Int64?, name: String, birthDate: Int, residence: Residence) {
            self.nik = nik ?? 0
            var hasher = Hasher()
            hasher.combine(name)
            let name = UInt64(truncatingIfNeeded: Int64(hasher.finalize()))
            let halves = self.nik.quotientAndRemainder(dividingBy: 100_000_000)
            let place = residence.desa?.number ?? residence.kecamatan?.number ?? 0
            firstHalf = spread(name ^ UInt64(bitPattern: halves.quotient))
            lastHalf = spread(name ^ UInt64(bitPattern: halves.remainder | 1 << 40))
            birth = spread(name ^ UInt64(bitPattern: Int64(birthDate) << 34 ^ place))
        }

        /// From what is read of somebody.
        public init(_ participant: Participant) {
            self.init(
                nik: participant.nik?.number, name: participant.name.key, birthDate: participant.birthDate.number,
                residence: participant.residence)
        }
    }

    /// An index of nobody.
    public init() {}

    /// Adds somebody, at the next place.
    public mutating func add(_ keys: Keys) {
        let place = niks.count
        niks.append(keys.nik)
        byNIK.add(place, spread(UInt64(bitPattern: keys.nik)))
        byFirstHalf.add(place, keys.firstHalf)
        byLastHalf.add(place, keys.lastHalf)
        byBirth.add(place, keys.birth)
    }

    /// Whether somebody has this NIK, or had it when they were added.
    public func knows(_ nik: Int64) -> Bool {
        var isKnown = false
        byNIK.each(spread(UInt64(bitPattern: nik))) { isKnown = isKnown || niks[$0] == nik }
        return isKnown
    }

    /// The places of those who may be the same person; one may be named twice.
    public func candidates(for keys: Keys) -> [Int] {
        var found: [Int] = []
        byBirth.each(keys.birth) { if keys.nik == 0 || niks[$0] == 0 { found.append($0) } }
        guard keys.nik != 0 else { return found }
        // Many of one name may be born on one day in one kecamatan: who is not near is passed over here, where it costs nothing.
        func take(_ place: Int) {
            if NIK.differInOneDigit(keys.nik, niks[place]) { found.append(place) }
        }
        byFirstHalf.each(keys.firstHalf, take)
        byLastHalf.each(keys.lastHalf, take)
        return found
    }

    /// Adds somebody who comes after all the others, and tells who of these come near.
    public mutating func meet(_ participant: Participant) -> Sighting {
        let keys = Keys(participant)
        let sighting = Sighting(
            place: niks.count, keys: keys, hasNIKOfAnother: keys.nik != 0 && knows(keys.nik),
            near: candidates(for: keys))
        add(keys)
        return sighting
    }
}

/// What those who were met before somebody have in common with them: found where a roster is read, it need not be where it is written.
public struct Sighting: Hashable, Sendable {
    /// How many were met before, whatever becomes of them.
    public let place: Int
    /// What they are found by.
    public let keys: NamesakeIndex.Keys
    /// Whether one of those met before has their NIK.
    public let hasNIKOfAnother: Bool
    /// The places of those who may be the same person.
    public let near: [Int]
}

/// 32 bits that look like chance, from 64 that do not: neighbouring numbers come to stand far apart. The steps are those of the finalizer of
/// MurmurHash3.
private func spread(_ number: UInt64) -> UInt32 {
    var bits = number
    bits = (bits ^ bits >> 33) &* 0xFF51_AFD7_ED55_8CCD
    bits = (bits ^ bits >> 33) &* 0xC4CE_B9FE_1A85_EC53
    return UInt32(truncatingIfNeeded: bits ^ bits >> 33)
}

/// Places by hash, in one table: whoever looks for one reads one line of memory, mostly.
private struct HashedPlaces {
    /// The hash above, the place plus 1 below; 0 where there is none. A place stands in the slot of its hash, or in the next that was free.
    private var slots = [UInt64](repeating: 0, count: 1_024)
    private var count = 0

    mutating func add(_ place: Int, _ hash: UInt32) {
        if count * 4 >= slots.count * 3 { grow() }
        put(UInt64(hash) << 32 | UInt64(place + 1))
        count += 1
    }

    func each(_ hash: UInt32, _ body: (Int) -> Void) {
        let mask = slots.count - 1
        var slot = Int(hash) & mask
        while slots[slot] != 0 {
            if slots[slot] >> 32 == UInt64(hash) { body(Int(slots[slot] & 0xFFFF_FFFF) - 1) }
            slot = (slot + 1) & mask
        }
    }

    private mutating func put(_ entry: UInt64) {
        let mask = slots.count - 1
        var slot = Int(entry >> 32) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = entry
    }

    private mutating func grow() {
        let entries = slots
        slots = [UInt64](repeating: 0, count: entries.count * 2)
        for entry in entries where entry != 0 { put(entry) }
    }
}
