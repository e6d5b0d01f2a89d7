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
        if let code = kecamatanByName[name] ?? Self.bare(name, of: ["kecamatan", "kec"], { kecamatanByName[$0] }) {
            return .kecamatan(code)
        }
        if Self.outside.contains(name) { return .outside }
        throw .unknownCode(
            written, kind: .kecamatan, nearest: Self.nearestNames(written, among: gazetteer.kecamatan))
    }

    /// The desa or kelurahan of a kecamatan that a text names.
    ///
    /// - Throws: ``Refusal/unknownCode(_:kind:nearest:)`` naming the nearest desa of that kecamatan.
    public func desa(_ written: String, in kecamatan: RegionCode) throws(Refusal) -> RegionCode {
        if let code = RegionCode(written.filter { $0 != " " }), code.isDesa, code.kecamatan == kecamatan,
            gazetteer[code] != nil
        {
            return code
        }
        let find = { desaByName[Key(kecamatan: kecamatan, name: $0)] }
        let name = written.comparable
        if let code = find(name) ?? Self.bare(name, of: ["kelurahan", "kel", "desa", "ds"], find) {
            return code
        }
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
        var bearers: [RegionCode] = []
        for kecamatan in gazetteer.kecamatan {
            if let code = try? desa(written, in: kecamatan.code) { bearers.append(code) }
        }
        if let only = bearers.first, bearers.count == 1 { return only }
        guard bearers.isEmpty else {
            throw .unknownCode(
                "", kind: .kecamatan, nearest: bearers.compactMap { gazetteer[$0.kecamatan]?.name })
        }
        throw .unknownCode(written, kind: .desa, nearest: Self.nearestNames(written, among: gazetteer.desa))
    }

    /// Where somebody lives, from the two cells of a form on paper; `nil` where both are empty.
    ///
    /// A desa's code needs no kecamatan beside it. Outside the regency a desa is not looked at.
    ///
    /// - Throws: ``Refusal/unknownCode(_:kind:nearest:)`` for the one that is not known. A desa by name with no
    ///   kecamatan is an unknown kecamatan.
    public func residence(kecamatan: String?, desa: String?) throws(Refusal) -> Residence? {
        guard let kecamatan else {
            guard let desa else { return nil }
            if let code = RegionCode(desa.filter { $0 != " " }), code.isDesa, gazetteer[code] != nil {
                return .desa(code)
            }
            let bearers = gazetteer.desa.filter { $0.name.comparable == desa.comparable }
            throw .unknownCode(
                "", kind: .kecamatan, nearest: bearers.compactMap { gazetteer[$0.code.kecamatan]?.name })
        }
        let place = try self.kecamatan(kecamatan)
        guard let code = place.kecamatan, let desa else { return place }
        return .desa(try self.desa(desa, in: code))
    }

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
        return nearest(to: written, among: places.map { isCode ? $0.code.description : $0.name })
    }

    private static let outside: Set<String> = [
        "luartabalong", "luar", "luarkabupaten", "luarkabupatentabalong", "luardaerah", "outside",
        "outsidetabalong", Total.outsideCode,
    ]
}
