import Foundation

/// What users would pick instead of silat, from Debian's packages.
enum Peer: String, CaseIterable, Sendable {
    case sqlite3
    case fzf
    case visiData = "VisiData"
    case calc = "LibreOffice"

    /// The name in tables.
    var name: String { rawValue }

    /// Where Debian's package puts the program.
    var program: String {
        switch self {
        case .sqlite3: "/usr/bin/sqlite3"
        case .fzf: "/usr/bin/fzf"
        case .visiData: "/usr/bin/vd"
        case .calc: "/usr/bin/soffice"
        }
    }

    /// The packages that bring it.
    var packages: [String] {
        switch self {
        case .sqlite3: ["sqlite3"]
        case .fzf: ["fzf"]
        case .visiData: ["visidata"]
        case .calc: ["libreoffice-calc-nogui", "python3-uno"]
        }
    }

    /// Whether all that is needed of it is there.
    var isThere: Bool {
        let files = [program] + (self == .calc ? ["/usr/lib/python3/dist-packages/uno.py"] : [])
        return files.allSatisfy(FileManager.default.fileExists)
    }

    private var versionArgument: String { self == .sqlite3 ? "-version" : "--version" }

    /// What starts it and ends it at once.
    var starting: MeasuredCommand { MeasuredCommand(program, [versionArgument]) }

    /// What it says of its version.
    func version(in folder: String) throws -> String {
        var asking = starting
        asking.output = folder + "/version.txt"
        _ = try asking.run(in: folder)
        let text = try String(contentsOfFile: folder + "/version.txt", encoding: .utf8)
        let words = text.split(whereSeparator: \.isWhitespace)
        let word = words.first { $0.first?.isNumber ?? false || $0.hasPrefix("v") } ?? "?"
        return String(word.drop { $0 == "v" })
    }
}
