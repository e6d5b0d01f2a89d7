import Foundation

/// What the system says in its own words where a file cannot be written or read, in Indonesian; what is not known stays.
@Sendable func indonesianReason(_ reason: String) -> String { indonesianReasons[reason] ?? reason }

/// By the system's words for each error, since the modules that meet one know no language.
private let indonesianReasons: [String: String] = [
    (ENOENT, "berkas atau folder itu tidak ada"),
    (ENOTDIR, "yang di tengah jalurnya bukan folder"),
    (EISDIR, "itu folder, bukan berkas"),
    (EACCES, "tidak ada hak untuk itu"),
    (EPERM, "tidak diizinkan"),
    (EEXIST, "sudah ada"),
    (ENOSPC, "media penyimpanannya penuh"),
    (EROFS, "media penyimpanannya hanya bisa dibaca"),
].reduce(into: [:]) { $0[String(cString: strerror($1.0))] = $1.1 }
