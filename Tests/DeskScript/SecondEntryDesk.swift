import Keyboard
import Store
import Training
import ViewModels

/// A paper form as stories key it: the fields after the NIK in which the people of ``TrainingYear`` can differ.
public struct PaperForm: Sendable {
    public var nik: String
    public var name: String
    public var birthDate: String?
    public var kecamatan: String?
    public var desa: String?
    public var phone = ""

    /// A form whose birth date the NIK tells, and whose place is carried from the form before where none is given.
    public init(
        nik: String, name: String, birthDate: String? = nil, kecamatan: String? = nil, desa: String? = nil,
        phone: String = ""
    ) {
        self.nik = nik
        self.name = name
        self.birthDate = birthDate
        self.kecamatan = kecamatan
        self.desa = desa
        self.phone = phone
    }
}

extension ModelDesk {
    /// Opens the second entry of a class, from Kelas.
    public func opensSecondEntry(of code: String) async {
        await press(.character("3"), .character("/"))
        await type(code)
        await press(.enter, .enter, .character("V"))
    }

    /// Keys a form up to the last field, without saving it.
    public func keys(_ form: PaperForm) async {
        await type(form.nik)
        await press(.enter)
        await type(form.name)
        await press(.enter, .enter)
        if let birthDate = form.birthDate {
            await type(birthDate)
            await press(.enter)
            await type("P")
            await press(.enter)
        }
        if let kecamatan = form.kecamatan {
            await type(kecamatan)
            await press(.enter)
            await type(form.desa ?? "")
            await press(.enter)
        }
        await press(.enter)
        await type(form.phone)
        await press(.enter, .enter)
    }
}
