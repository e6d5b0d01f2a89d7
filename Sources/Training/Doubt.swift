/// Something a clerk confirmed that the rules only ask about; kept on a list to settle.
public enum Doubt: String, CaseIterable, Sendable, Codable {
    /// The NIK's first two digits are no province's.
    case unknownProvince
    /// The NIK's first four digits are no regency's of today.
    case unknownRegency
    /// The birth date is another than the NIK's.
    case birthDateDiffers
    /// The sex is another than the NIK's.
    case sexDiffers
    /// Younger than 15 on the class's first day.
    case under15
    /// Older than 64 on the class's first day.
    case over64
    /// One digit off the NIK of somebody with the same name.
    case nearlySameNIK
    /// No NIK, and somebody of the same name, birth date and desa is on file.
    case samePerson
    /// The NIK stood in a sheet as a number that ends in 0: spreadsheets keep 15 digits and turn the 16th into 0.
    case roundedNIK
    /// The class has no seat left.
    case classFull
}

extension NIK {
    /// What the number makes one ask about, never refuse: codes not in the lists, and a birth date or sex other than typed.
    public func doubts(birthDate: CalendarDate?, sex: Sex?, gazetteer: Gazetteer) -> [Doubt] {
        var doubts: [Doubt] = []
        if !gazetteer.hasProvince(of: self) {
            doubts.append(.unknownProvince)
        } else if !gazetteer.hasRegency(of: self) {
            doubts.append(.unknownRegency)
        }
        if let birthDate, !agrees(with: birthDate) { doubts.append(.birthDateDiffers) }
        if let sex, sex != self.sex { doubts.append(.sexDiffers) }
        return doubts
    }
}

extension Participant {
    /// What the record by itself, and in a class, makes one ask about.
    ///
    /// - Parameter firstDay: the class's first day, where the person joins one; age is looked at on that day.
    public func doubts(firstDay: CalendarDate?, gazetteer: Gazetteer) -> [Doubt] {
        var doubts = nik?.doubts(birthDate: birthDate, sex: sex, gazetteer: gazetteer) ?? []
        if let firstDay {
            switch birthDate.wholeYears(to: firstDay) {
            case ..<15: doubts.append(.under15)
            case 65...: doubts.append(.over64)
            default: break
            }
        }
        return doubts
    }
}
