import Foundation
import GRDB
import Training

extension Entity {
    /// The columns that may say something of one person: forgetting that person replaces them, here and in the log.
    ///
    /// Sex, kecamatan, desa and education stay, and so does the number of a certificate: figures and registers need them.
    var personalColumns: [String] {
        switch self {
        case .participant:
            ["nik", "no_nik_reason", "name", "name_key", "birthplace", "birth_date", "address", "phone", "occupation"]
        case .enrollment: ["detail"]
        case .followUp, .recallEntry, .holding: ["note"]
        case .outcome: ["employer", "business", "nib", "note"]
        case .equipment: ["photo"]
        case .equipmentCheck: ["place", "note"]
        case .organizer, .program, .trainingClass, .target, .doubt, .claim, .residents, .assignment, .holder, .recall,
            .deskOperator, .setting, .secondEntry, .mergedParticipant, .distinctPeople:
            []
        }
    }

    /// Values of a row, or of some of its columns, with what may say something of the person replaced.
    ///
    /// - Parameter birthDate: what stands in the place of a birth date, where that is known better than by its year.
    func forgetting(_ values: [String: DatabaseValue], birthDate: Int? = nil) -> [String: DatabaseValue] {
        let marker = ForgottenTraces.marker.databaseValue
        let hadNumber = values["nik"]?.isNull == false
        var values = values
        for column in personalColumns {
            guard let value = values[column], !value.isNull else { continue }
            values[column] =
                switch (self, column) {
                case (.participant, "name"), (.participant, "no_nik_reason"): marker
                case (.participant, "name_key"): (PersonName(ForgottenTraces.marker)?.key).databaseValue
                case (.participant, "birth_date"):
                    (birthDate ?? Self.firstDay(ofYear: value)).databaseValue
                // Why somebody gave up; the number of a certificate stays.
                case (.enrollment, _): Self.isCertified(values["status"]) ? value : marker
                default: .null
                }
        }
        // Whoever has no number has a reason for it.
        if self == .participant, hadNumber, values["no_nik_reason"]?.isNull == true {
            values["no_nik_reason"] = marker
        }
        return values
    }

    private static func firstDay(ofYear date: DatabaseValue) -> Int {
        (Int.fromDatabaseValue(date) ?? 19_000_101) / 10_000 * 10_000 + 101
    }

    private static func isCertified(_ status: DatabaseValue?) -> Bool {
        status.flatMap { Int.fromDatabaseValue($0) } == EnrollmentStatus.certified.column
    }
}
