/// The columns of a roster.
///
/// The raw value is the heading under which silat itself writes the column; rosters of others name it in many ways, see ``init(heading:)``.
public enum RosterColumn: String, CaseIterable, Sendable {
    case nik
    case name = "nama"
    case birthplace = "tempat_lahir"
    case birthDate = "tanggal_lahir"
    case sex = "jenis_kelamin"
    case kecamatan
    case desa
    case address = "alamat"
    case phone = "telepon"
    case education = "pendidikan"
    case occupation = "pekerjaan"
    /// Why somebody has no NIK yet.
    case noNIKReason = "alasan_tanpa_nik"
    /// Place and date of birth in one: `Tanjung, 12-05-1999`.
    case birth = "tempat_tanggal_lahir"
    /// The line's own number on the sheet; nothing is read from it.
    case lineNumber = "no"
    /// The row of the sheet that a refused row stood in; it and what follows is written beside refused rows, and not looked at
    /// when they are fed back.
    case rejectedRow = "baris_ditolak"
    /// The first column at fault.
    case rejectedColumn = "kolom_ditolak"
    /// What stood there.
    case rejectedValue = "nilai_ditolak"
    /// Why the row was refused, and what would be right.
    case rejection = "alasan_ditolak"

    /// The columns of a roster that silat writes, in the order of the entry form.
    public static let written: [RosterColumn] = [
        .nik, .name, .birthplace, .birthDate, .sex, .kecamatan, .desa, .address, .phone, .education, .occupation,
        .noNIKReason,
    ]

    /// The columns that can be given to a column of a sheet, in the order in which they are offered.
    public static let readable: [RosterColumn] = [
        .nik, .name, .birthplace, .birthDate, .birth, .sex, .kecamatan, .desa, .address, .phone, .education,
        .occupation, .noNIKReason,
    ]

    /// The columns that stand beside refused rows.
    public static let rejections: [RosterColumn] = [.rejectedRow, .rejectedColumn, .rejectedValue, .rejection]
}
