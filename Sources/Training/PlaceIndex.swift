import Foundation

/// Finds the regency's places by how people write them: by name or code, whatever the case, accents and apostrophes,
/// with or without the word for their kind.
public struct PlaceIndex: Sendable {
    /// The places that are found.
    public let gazetteer: Gazetteer
    private let kecamatanByName: [String: RegionCode]
    private let desaByName: [Key: RegionCode]

    private struct Key: Hashable {
        let kecamatan: RegionCode
        let name: String
    }

    /// Makes the places of a gazetteer findable.
    public init(_ gazetteer: Gazetteer = .tabalong) {
        self.gazetteer = gazetteer
        kecamatanByName = Dictionary(
            gazetteer.kecamatan.map { ($0.name.comparable, $0.code) }, uniquingKeysWith: { first, _ in first })
        desaByName = Dictionary(
            gazetteer.desa.map { (Key(kecamatan: $0.code.kecamatan, name: $0.name.comparable), $0.code) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The kecamatan that a text names, or ``Residence/outside`` for `Luar Tabalong`, `outside` and their like.
    ///
    /// - Throws: ``Refusal/unknownCode(_:kind:nearest:)`` naming the nearest kecamatan.
    public func kecamatan(_ written: String) throws(Refusal) -> Residence {
        if let code = RegionCode(written.filter { $0 != " " }), !code.isDesa, gazetteer[code] != nil {
            return .kecamatan(code)
        }
        let name = written.comparable
        if let code = kecamatanByName[name] ?? Self.bare(name, of: Self.kecamatanWords, { kecamatanByName[$0] }) {
            return .kecamatan(code)
        }
        if Self.outside.contains(name) { return .outside }
        if let code = Self.only(written, Self.kecamatanWords, among: gazetteer.kecamatan) { return .kecamatan(code) }
        throw .unknownCode(
            written, kind: .kecamatan, nearest: Self.nearestNames(written, among: gazetteer.kecamatan))
    }

    /// The desa or kelurahan of a kecamatan that a text names.
    ///
    /// - Throws: ``Refusal/unknownCode(_:kind:nearest:)`` naming the nearest desa of that kecamatan.
    public func desa(_ written: String, in kecamatan: RegionCode) throws(Refusal) -> RegionCode {
        if let code = known(written, in: kecamatan) { return code }
        throw .unknownCode(
            written, kind: .desa, nearest: Self.nearestNames(written, among: gazetteer.desa(of: kecamatan)))
    }

    /// The desa or kelurahan that a text names by itself, where only one bears the name.
    ///
    /// - Throws: ``Refusal/unknownCode(_:kind:nearest:)``: for a name that several bear, a kecamatan with theirs as the nearest.
    public func desa(_ written: String) throws(Refusal) -> RegionCode {
        // A wrong code most likely lies in the kecamatan that was meant.
        if let code = RegionCode(written.filter { $0 != " " }), code.isDesa, gazetteer[code.kecamatan] != nil {
            return try desa(written, in: code.kecamatan)
        }
        let bearers = desa(named: written)
        if let only = bearers.first, bearers.count == 1 { return only }
        guard bearers.isEmpty else {
            throw .unknownCode(
                "", kind: .kecamatan, nearest: bearers.compactMap { gazetteer[$0.kecamatan]?.name })
        }
        throw .unknownCode(written, kind: .desa, nearest: Self.nearestNames(written, among: gazetteer.desa))
    }

    /// Where somebody lives, from the two cells of a form on paper; `nil` where both are empty.
    ///
    /// A desa needs no kecamatan beside it where only one bears its name, or where the cell names both: `Ds. Maburai Kec. Murung
    /// Pudak`. Outside the regency a desa is not looked at.
    ///
    /// - Throws: ``Refusal/unknownCode(_:kind:nearest:)`` for the one that is not known. A desa that several bear, with no
    ///   kecamatan, is an unknown kecamatan.
    public func residence(kecamatan: String?, desa: String?) throws(Refusal) -> Residence? {
        guard let kecamatan else {
            guard let desa else { return nil }
            if let both = Self.apart(desa) { return try residence(kecamatan: both.kecamatan, desa: both.desa) }
            return .desa(try self.desa(desa))
        }
        if desa == nil, let both = Self.apart(kecamatan) {
            return try residence(kecamatan: both.kecamatan, desa: both.desa)
        }
        let place = try self.kecamatan(kecamatan)
        guard let code = place.kecamatan, let desa else { return place }
        return .desa(try self.desa(desa, in: code))
    }

    /// The places that a roster's cells may mean where they name none, or several: the nearest first, at most five.
    public func nearest(to written: WrittenPlace) -> [Residence] {
        let within = written.kecamatan.flatMap { try? kecamatan($0) }
        guard let desa = written.desa else {
            return Self.nearestPlaces(written.kecamatan ?? "", among: gazetteer.kecamatan).map { .kecamatan($0) }
        }
        // The desa as it is written may lie in another kecamatan than the one beside it.
        let bearers = self.desa(named: desa)
        let inside = within?.kecamatan.map { gazetteer.desa(of: $0) } ?? gazetteer.desa
        let near = bearers + Self.nearestPlaces(desa, among: inside)
        var offered = near.unique.map { Residence.desa($0) }
        if let within, within.kecamatan != nil { offered.append(within) }
        return Array(offered.prefix(5))
    }

    /// Every desa of the regency that a text names.
    private func desa(named written: String) -> [RegionCode] {
        // A whole name is no other one cut short: Tanta is not Tantaringin.
        let whole = gazetteer.kecamatan.compactMap { named(written, in: $0.code) }
        return whole.isEmpty ? gazetteer.kecamatan.compactMap { known(written, in: $0.code) } : whole
    }

    private func known(_ written: String, in kecamatan: RegionCode) -> RegionCode? {
        named(written, in: kecamatan) ?? Self.only(written, Self.desaWords, among: gazetteer.desa(of: kecamatan))
    }

    /// The desa that a text names by its code or its whole name.
    private func named(_ written: String, in kecamatan: RegionCode) -> RegionCode? {
        if let code = RegionCode(written.filter { $0 != " " }), code.isDesa, code.kecamatan == kecamatan,
            gazetteer[code] != nil
        {
            return code
        }
        let find = { desaByName[Key(kecamatan: kecamatan, name: $0)] }
        let name = written.comparable
        return find(name) ?? Self.bare(name, of: Self.desaWords, find)
    }

    /// A cell that names a desa and its kecamatan, taken apart.
    private static func apart(_ written: String) -> (desa: String, kecamatan: String)? {
        for word in [" kecamatan ", " kec. ", " kec "] {
            guard let range = written.range(of: word, options: .caseInsensitive) else { continue }
            let desa = String(written[..<range.lowerBound]).trimmingCharacters(in: apartTrimmed)
            let kecamatan = String(written[range.upperBound...]).trimmingCharacters(in: apartTrimmed)
            if !desa.isEmpty, !kecamatan.isEmpty { return (desa, kecamatan) }
        }
        return nil
    }

    private static let apartTrimmed = CharacterSet(charactersIn: " ,;/-.")

    /// The one place whose name a text cuts short.
    private static func only(_ written: String, _ kinds: [String], among places: [Region]) -> RegionCode? {
        guard let short = PlaceAbbreviation(written, without: Set(kinds)) else { return nil }
        let fitting = places.filter { short.fits($0.name) }
        return fitting.count == 1 ? fitting.first?.code : nil
    }

    private static let kecamatanWords = ["kecamatan", "kec"]
    private static let desaWords = ["kelurahan", "kel", "desa", "ds"]

    /// Looks a name up again without the word for its kind before it.
    private static func bare(
        _ name: String, of words: [String], _ find: (String) -> RegionCode?
    ) -> RegionCode? {
        for word in words where name.hasPrefix(word) {
            if let code = find(String(name.dropFirst(word.count))) { return code }
        }
        return nil
    }

    private static func nearestNames(_ written: String, among places: [Region]) -> [String] {
        let isCode = written.contains { $0.isNumber } && !written.contains { $0.isLetter }
        return Training.nearest(to: written, among: places.map { isCode ? $0.code.description : $0.name })
    }

    private static func nearestPlaces(_ written: String, among places: [Region]) -> [RegionCode] {
        let names = nearestNames(written, among: places)
        return names.flatMap { name in places.filter { $0.name == name || $0.code.description == name }.map(\.code) }
    }

    private static let outside: Set<String> = [
        "luartabalong", "luar", "luarkabupaten", "luarkabupatentabalong", "luarkab", "luarkabtabalong", "luardaerah",
        "outside",
        "outsidetabalong", Total.outsideCode,
    ]
}
