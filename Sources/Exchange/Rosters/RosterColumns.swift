import Training

extension Column where Row == Stored<Participant> {
    /// The columns of a roster, so that what goes out can come in again. Masked, it says so in its NIK and phone cells.
    public static func roster(_ gazetteer: Gazetteer, reveal: Bool) -> [Column] {
        RosterColumn.written.map { column in
            Column(column.rawValue, column.rawValue) { column.cell(of: $0.value, gazetteer, reveal: reveal) }
        }
    }
}

extension RosterColumn {
    fileprivate func cell(of person: Participant, _ gazetteer: Gazetteer, reveal: Bool) -> Cell {
        switch self {
        case .nik: .text(person.nik.map { reveal ? $0.digits : $0.masked })
        case .name: .text(person.name.text)
        case .birthplace: .text(person.birthplace)
        case .birthDate: .date(person.birthDate)
        case .sex: .text(person.sex.rawValue)
        // Fixed, not in the language of the screen: an import reads it.
        case .kecamatan: .text(gazetteer.kecamatanName(of: person.residence) ?? "Luar Tabalong")
        case .desa: .text(gazetteer.desaName(of: person.residence))
        case .address: .text(person.address)
        case .phone: .text(person.phone.map { reveal ? $0.digits : $0.masked })
        case .education: .text(person.education?.rawValue)
        case .occupation: .text(person.occupation)
        case .noNIKReason: .text(person.noNIKReason)
        case .birth, .lineNumber, .rejectedRow, .rejectedColumn, .rejectedValue, .rejection: .text(nil)
        }
    }
}

extension Participant {
    /// Why there is no NIK yet.
    var noNIKReason: String? {
        if case .none(let reason) = identity { reason } else { nil }
    }
}
