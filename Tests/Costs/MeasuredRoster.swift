import Training

/// A roster as a kecamatan sends it, of people who are not on file yet; none of its rows raises a doubt.
enum MeasuredRoster {
    static let rows = 10_000

    static var text: String {
        let desa = Gazetteer.tabalong.desa
        return (0..<rows).reduce(into: "nik,nama,tempat_lahir,kecamatan,desa,alamat,telepon,pendidikan,pekerjaan\n") {
            let place = desa[$1 % desa.count]
            let kecamatan = Gazetteer.tabalong[place.code.kecamatan]?.name ?? ""
            $0 += "\(nik($1)),\(name($1)),Tanjung,\(kecamatan),\(place.name),RT \($1 % 9 + 1)"
            $0 += ",08125\(1_000_000 + $1),SMA,Petani\n"
        }
    }

    /// Women born in 1965, a year before anybody in made-up data.
    private static func nik(_ row: Int) -> String {
        "630906\(41 + row % 28)\(twoDigits(row / 28 % 12 + 1))65" + "00" + twoDigits(row / 336 + 1)
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static func name(_ row: Int) -> String {
        let last = String(row).compactMap { $0.wholeNumberValue.map { letters[$0] } }
        return "\(first[row % first.count]) \(second[row / first.count % second.count]) A\(String(last))"
    }

    private static let letters = Array("abdegiklmn")
    private static let first = ["Siti", "Noor", "Rahmah", "Aminah", "Hj. Mastura", "Dewi", "Fatimah", "Lailatul"]
    private static let second = ["Hidayah", "Jannah", "Mulyani", "Lestari", "Wahidah", "Hasanah", "Yulianti"]
}
