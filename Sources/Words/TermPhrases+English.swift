import Training

extension TermPhrases {
    static let english = TermPhrases(
        track: {
            switch $0 {
            case .community: "Community"
            case .competency: "Competency"
            case .nonCompetency: "Non-competency"
            }
        },
        funding: {
            switch $0 {
            case .apbd: "APBD (regency)"
            case .apbn: "APBN (state)"
            case .csr: "CSR"
            case .pokir: "Pokir"
            case .selfFunded: "Self-funded"
            }
        },
        organizerKind: {
            switch $0 {
            case .skpd: "Agency"
            case .kecamatan: "Kecamatan"
            case .desa: "Desa"
            case .lkp: "Course provider"
            case .company: "Company"
            }
        },
        status: { $0.rawValue },
        sex: { $0.englishName },
        education: { $0 == .none ? "No school" : $0.rawValue.uppercased() },
        doubt: {
            switch $0 {
            case .unknownProvince: "the NIK's province code (digits 1–2) is not known"
            case .unknownRegency: "the NIK's regency code (digits 1–4) is not known"
            case .birthDateDiffers: "the birth date differs from the NIK"
            case .sexDiffers: "the sex differs from the NIK"
            case .under15: "younger than 15 on the class's first day"
            case .over64: "older than 64 on the class's first day"
            case .nearlySameNIK: "the NIK is one digit off that of somebody with the same name"
            case .roundedNIK: "the NIK was a number in the sheet; its last digit may be lost"
            case .samePerson: "same name, birth date and desa as somebody else"
            case .classFull: "the class is full"
            }
        },
        step: {
            switch $0 {
            case .addParticipant: "participant added"
            case .editParticipant: "participant edited"
            case .deleteParticipant: "participant deleted"
            case .enroll: "assigned to a class"
            case .setStatus: "status set"
            case .removeEnrollment: "enrollment removed"
            case .addOrganizer: "organizer added"
            case .editOrganizer: "organizer edited"
            case .deleteOrganizer: "organizer deleted"
            case .addProgram: "program added"
            case .editProgram: "program edited"
            case .deleteProgram: "program deleted"
            case .addClass: "class added"
            case .editClass: "class edited"
            case .deleteClass: "class deleted"
            case .setTarget: "target set"
            case .setClaim: "claim set"
            case .recordFollowUp: "follow-up recorded"
            case .recordOutcome: "outcome recorded"
            case .assignVisitor: "visitor assigned"
            case .addEquipment: "equipment added"
            case .editEquipment: "equipment edited"
            case .checkEquipment: "equipment checked"
            case .moveEquipment: "equipment moved"
            case .addRecall: "list of recall made"
            case .setRecallState: "recall updated"
            case .secondEntry: "second entry"
            case .setResidents: "residents set"
            case .mergeParticipants: "participants merged"
            case .keepApart: "decided: two people"
            case .forgetApart: "decision of two people taken back"
            case .importRoster: "roster imported"
            case .repair: "the file repaired"
            case .mergeFile: "file merged"
            case .restore: "restored from a backup"
            case .generate: "sample data made"
            case .reveal: "NIK revealed"
            case .export: "data exported"
            case .setRole: "role of an operator set"
            case .removeOperator: "operator removed"
            case .setLock: "screen lock set"
            case .setPIN: "PIN changed"
            case .failedUnlock: "wrong PIN"
            case .forget: "personal data forgotten on request"
            case .undo: "step undone"
            }
        },
        stage: { $0.rawValue },
        rule: { $0.rawValue },
        outside: "Outside Tabalong", none: "–",
        nik: "NIK", noNIKReason: "Why no NIK", name: "Name", birthplace: "Birthplace",
        birthDate: "Birth date", sexLabel: "Sex", kecamatan: "Kecamatan",
        desa: "Desa", address: "Address", phone: "Phone", educationLabel: "Education",
        occupation: "Occupation", trainingClass: "Class", program: "Program",
        organizer: "Organizer", fundingLabel: "Funding", trackLabel: "Track",
        vocation: "Vocation", skkni: "SKKNI", pokirProposer: "Pokir proposer",
        pokirReference: "Pokir reference", code: "Code", title: "Title", kind: "Kind",
        year: "Year", start: "Start", end: "End", place: "Place", seats: "Seats",
        instructor: "Instructor", statusLabel: "Status", target: "Target", people: "People",
        enrollments: "Enrollments", percent: "Percent", source: "Source document",
        sourceDate: "Date of document", followUpMarks: "Follow-ups", month: "Month", age: "Age",
        ageGroup: { "\($0) years" },
        women: "Women", lastEntry: "Last entry", certificateNumber: "Certificate number",
        dropReason: "Reason for dropping out")
}

extension Sex {
    fileprivate var englishName: String { self == .male ? "male" : "female" }
}
