/// The code of a kecamatan (`63.09.06`) or of a desa or kelurahan (`63.09.06.2003`), as the Ministry of Home Affairs gives it.
public struct RegionCode: Hashable, Comparable, Sendable {
    /// The digits as one number: 630906, or 6309062003.
    public let number: Int64

    /// Takes the digits as one number, of six or ten digits; `nil` otherwise.
    public init?(number: Int64) {
        guard (100_000...999_999).contains(number) || (1_000_000_000...9_999_999_999).contains(number)
        else { return nil }
        self.number = number
    }

    /// Reads a code with or without its dots.
    public init?(_ text: some StringProtocol) {
        let digits = String(text).filter { $0 != "." }
        guard digits.utf8.allSatisfy(\.isDigit), let number = Int64(digits) else { return nil }
        self.init(number: number)
    }

    /// Whether this names a desa or kelurahan rather than a kecamatan.
    public var isDesa: Bool { number > 999_999 }

    /// The kecamatan that the place lies in; itself for a kecamatan.
    public var kecamatan: RegionCode {
        isDesa ? RegionCode(unchecked: number / 10_000) : self
    }

    private init(unchecked number: Int64) { self.number = number }

    public static func < (one: RegionCode, other: RegionCode) -> Bool { one.number < other.number }
}

extension RegionCode: CustomStringConvertible {
    /// The code with its dots, `63.09.06.2003`.
    public var description: String {
        String(unsafeUninitializedCapacity: 13) { buffer in
            var written = WrittenBytes(to: buffer)
            let kecamatan = isDesa ? number / 10_000 : number
            written.add(kecamatan / 10_000, digits: 2)
            written.add(UInt8(ascii: "."))
            written.add(kecamatan / 100 % 100, digits: 2)
            written.add(UInt8(ascii: "."))
            written.add(kecamatan % 100, digits: 2)
            if isDesa {
                written.add(UInt8(ascii: "."))
                written.add(number % 10_000, digits: 4)
            }
            return written.count
        }
    }
}

/// A kecamatan, desa or kelurahan (Wilayah).
public struct Region: Hashable, Sendable {
    /// Its code.
    public let code: RegionCode
    /// Its name, without the word for its kind.
    public let name: String
    /// What it is.
    public let kind: Kind

    /// What a region is.
    public enum Kind: String, Sendable {
        case kecamatan, desa, kelurahan
    }
}

/// The places of the regency, and the codes that a NIK may begin with.
///
/// Compiled from the Ministry of Home Affairs' code list (Kepmendagri 300.2.2-2138/2025); see Resources.
public struct Gazetteer: Sendable {
    /// The kecamatan, by code.
    public let kecamatan: [Region]
    /// The desa and kelurahan of all kecamatan, by code.
    public let desa: [Region]
    /// Province names by two digits.
    public let provinces: [String: String]
    /// Regency names by code, `63.09`.
    public let regencies: [String: String]

    private let names: [RegionCode: Region]
    private let provinceNumbers: Set<Int>
    private let regencyNumbers: Set<Int>

    /// The places of Kabupaten Tabalong, from the data in this module.
    public static let tabalong = Gazetteer(
        kecamatan: PackageResources.kecamatan_csv, desa: PackageResources.desa_csv,
        provinces: PackageResources.provinces_csv, regencies: PackageResources.regencies_csv)

    private init(kecamatan: [UInt8], desa: [UInt8], provinces: [UInt8], regencies: [UInt8]) {
        self.kecamatan = Self.rows(kecamatan).compactMap { row in
            RegionCode(row[0]).map { Region(code: $0, name: row[1], kind: .kecamatan) }
        }
        self.desa = Self.rows(desa).compactMap { row in
            guard let code = RegionCode(row[0]), let kind = Region.Kind(rawValue: row[2]) else {
                return nil
            }
            return Region(code: code, name: row[3], kind: kind)
        }
        self.provinces = Self.pairs(provinces)
        self.regencies = Self.pairs(regencies)
        provinceNumbers = Self.numbers(self.provinces.keys)
        regencyNumbers = Self.numbers(self.regencies.keys)
        names = Dictionary(
            (self.kecamatan + self.desa).map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Whether a NIK begins with a province's code.
    func hasProvince(of nik: NIK) -> Bool { provinceNumbers.contains(nik.provinceNumber) }

    /// Whether a NIK begins with a regency's code.
    func hasRegency(of nik: NIK) -> Bool { regencyNumbers.contains(nik.regencyNumber) }

    /// The place that has this code, if it is one of the regency's.
    public subscript(code: RegionCode) -> Region? { names[code] }

    /// The desa and kelurahan of one kecamatan, by code.
    public func desa(of kecamatan: RegionCode) -> [Region] {
        desa.filter { $0.code.kecamatan == kecamatan }
    }

    /// The name of a residence's kecamatan, `nil` outside the regency.
    public func kecamatanName(of residence: Residence) -> String? {
        residence.kecamatan.flatMap { self[$0]?.name }
    }

    /// The name of a residence's desa, where it is known.
    public func desaName(of residence: Residence) -> String? {
        residence.desa.flatMap { self[$0]?.name }
    }

    // The data files hold no quoted fields; a test reads every row.
    private static func rows(_ bytes: [UInt8]) -> [[String]] {
        String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).dropFirst()
            .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    }

    private static func numbers(_ codes: some Sequence<String>) -> Set<Int> {
        Set(codes.compactMap { code in Int(code.filter { $0 != "." }) })
    }

    private static func pairs(_ bytes: [UInt8]) -> [String: String] {
        Dictionary(rows(bytes).map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
    }
}
