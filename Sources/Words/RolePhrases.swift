import Training

/// Words for roles, and for who may do what.
public struct RolePhrases: Sendable {
    public let role: @Sendable (Role) -> String
    public let roleLabel: String
    /// What a role would do, as the end of “… may”.
    public let permission: @Sendable (Permission) -> String
    /// What a role may not do, and which may.
    public let notAllowed: @Sendable (Role, Permission) -> String
    public let noSupervisorLeft: String

    // The command line
    public let help: String
    public let setHelp: String
    public let listHelp: String
    public let removeHelp: String
    public let nameHelp: String
    public let roleHelp: String
    public let isSet: @Sendable (_ name: String, _ role: String) -> String
    public let isRemoved: @Sendable (_ name: String) -> String
    public let unknown: @Sendable (_ name: String, _ nearest: [String]) -> String
    public let notInUse: String

    static let indonesian = RolePhrases(
        role: indonesianRole, roleLabel: "Peran", permission: indonesianPermission,
        notAllowed: { role, permission in
            let others = permission.roles.map(indonesianRole).joined(separator: " atau ")
            return
                "peran Anda \(indonesianRole(role)); \(indonesianPermission(permission)) hanya boleh \(others), mintalah kepadanya"
        },
        noSupervisorLeft: "harus ada penyelia di berkas ini; angkat dulu penyelia lain",
        help: "Operator dan perannya: siapa boleh apa.",
        setHelp: "Mencatat operator, atau mengubah perannya. Yang pertama dicatat harus penyelia.",
        listHelp: "Operator yang tercatat.", removeHelp: "Menghapus operator; sesudah itu ia pembaca.",
        nameHelp: "nama operator, seperti pada --operator atau nama login", roleHelp: "perannya",
        isSet: { "\($0) sekarang \($1)" }, isRemoved: { "\($0) tidak lagi tercatat sebagai operator" },
        unknown: { name, nearest in
            "tidak ada operator “\(name)”"
                + (nearest.isEmpty ? "" : "; yang mirip: \(nearest.joined(separator: ", "))")
        },
        notInUse: "belum ada operator yang tercatat, jadi semua orang boleh semuanya")

    static let english = RolePhrases(
        role: englishRole, roleLabel: "Role", permission: englishPermission,
        notAllowed: { role, permission in
            let others = permission.roles.map { "a \(englishRole($0))" }.joined(separator: " or ")
            return "your role is \(englishRole(role)); only \(others) may \(englishPermission(permission)), so ask one"
        },
        noSupervisorLeft: "this file needs a supervisor; make somebody else one first",
        help: "Operators and their roles: who may do what.",
        setHelp: "Put an operator on file, or change their role. The first one has to be a supervisor.",
        listHelp: "The operators on file.", removeHelp: "Take an operator off file; from then on they are a reader.",
        nameHelp: "the operator's name, as with --operator or by login", roleHelp: "the role",
        isSet: { "\($0) is \($1) now" }, isRemoved: { "\($0) is no longer an operator on file" },
        unknown: { name, nearest in
            "no operator “\(name)”" + (nearest.isEmpty ? "" : "; nearest: \(nearest.joined(separator: ", "))")
        },
        notInUse: "no operator is on file, so everybody may do everything")
}

@Sendable private func indonesianRole(_ role: Role) -> String {
    switch role {
    case .clerk: "petugas"
    case .supervisor: "penyelia"
    case .reader: "pembaca"
    }
}

@Sendable private func englishRole(_ role: Role) -> String { role.rawValue }

@Sendable private func indonesianPermission(_ permission: Permission) -> String {
    switch permission {
    case .totals: "membaca angka"
    case .names: "membaca nama peserta"
    case .entering: "mencatat dan mengubah data"
    case .revealing: "membuka NIK dan telepon"
    case .exporting: "menulis nama ke berkas"
    case .maintaining: "menyalin, memulihkan, memperbaiki, atau membagikan berkas"
    case .exportingNIK: "mengekspor NIK dan telepon lengkap"
    case .targets: "menetapkan target"
    case .claims: "menetapkan klaim"
    case .merging: "menggabungkan catatan"
    case .forgetting: "menghapus data pribadi atas permintaan"
    case .operators: "mengatur operator"
    }
}

@Sendable private func englishPermission(_ permission: Permission) -> String {
    switch permission {
    case .totals: "read figures"
    case .names: "read the names of participants"
    case .entering: "enter and change records"
    case .revealing: "reveal NIK and phone"
    case .exporting: "write names to a file"
    case .maintaining: "copy, restore, mend or share the file"
    case .exportingNIK: "export whole NIK and phone numbers"
    case .targets: "set targets"
    case .claims: "set claims"
    case .merging: "merge records"
    case .forgetting: "forget personal data on request"
    case .operators: "say who may do what"
    }
}
