import SheetFixtures
import Training

@testable import Exchange

/// Somebody whom the rules let in, with what makes trouble in sheets: quotes, separators, formulas, line ends, letters of all kinds.
struct RandomPerson {
    /// Tells people of one test apart.
    let serial: Int

    func participant(_ random: inout Seeded) -> Participant {
        let sex: Sex = Bool.random(using: &random) ? .male : .female
        let born = CalendarDate(iso: "1950-01-01")!.adding(days: Int.random(in: 0..<25_000, using: &random))
        let gazetteer = Gazetteer.tabalong
        let residence: Residence =
            switch Int.random(in: 0..<8, using: &random) {
            case 0: .outside
            case 1: .kecamatan(gazetteer.kecamatan.randomElement(using: &random)!.code)
            default: .desa(gazetteer.desa.randomElement(using: &random)!.code)
            }
        let hasNIK = Int.random(in: 0..<6, using: &random) > 0
        return Participant(
            identity: hasNIK ? .nik(nik(born, sex)) : .none(reason: "belum merekam"),
            // Names of their own: who looks alike is another test.
            name: PersonName(
                word(&random).filter { $0.isLetter || $0 == " " }
                    + " Siti \(WorkbookFixture.letters(serial)) \(word(&random))")!,
            birthplace: text(&random), birthDate: born, sex: sex, residence: residence, address: text(&random),
            phone: Bool.random(using: &random)
                ? PhoneNumber("0812\(Int.random(in: 1_000_000...9_999_999, using: &random))") : nil,
            education: Bool.random(using: &random) ? Education.allCases.randomElement(using: &random) : nil,
            occupation: text(&random))
    }

    private func nik(_ born: CalendarDate, _ sex: Sex) -> NIK {
        let day = Int64(born.day + (sex == .female ? 40 : 0))
        let date = (day * 100 + Int64(born.month)) * 100 + Int64(born.year % 100)
        return try! NIK(number: (630_906 * 1_000_000 + date) * 10_000 + Int64(serial))
    }

    private func text(_ random: inout Seeded) -> String? {
        Bool.random(using: &random)
            ? word(&random).fieldText.flatMap { $0.allSatisfy { "-–—".contains($0) } ? nil : $0 } : nil
    }

    private func word(_ random: inout Seeded) -> String {
        let signs = Array("abcdeXYZ é’‘'\"“,;\t=+-@|/&<>0129.😀ñ#%_x0041_")
        return String((0..<Int.random(in: 1...24, using: &random)).map { _ in signs.randomElement(using: &random)! })
    }
}
