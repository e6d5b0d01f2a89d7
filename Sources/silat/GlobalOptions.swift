import ArgumentParser
import Foundation
import Training
import Words

/// The options that every command has.
struct GlobalOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp(spoken.command.help.db, valueName: "file"))
    var db: String?
    @Option(name: .long, help: ArgumentHelp(spoken.command.help.lang))
    var lang: Language?
    @Option(name: .customLong("operator"), help: ArgumentHelp(spoken.command.help.operatorName, valueName: "name"))
    var operatorName: String?
    @Option(name: .long, help: ArgumentHelp(spoken.command.help.year))
    var year: Int?

    func validate() throws {
        if let year, !(2000...2100).contains(year) {
            throw ValidationError(spoken.sentence(for: .invalid(.year)))
        }
        if lang == nil, let typed = Self.environment("SILAT_LANG"), Language(rawValue: typed) == nil {
            throw ValidationError(spoken.command.unknownLanguage(typed.strippedOfControls))
        }
    }

    /// The silat file.
    var path: String { db ?? Self.environment("SILAT_DB") ?? Self.defaultPath }

    /// Whether the file is the one in the user's data folder.
    var isDefaultPath: Bool { path == Self.defaultPath }

    /// Who sits here, at this machine.
    var author: Author {
        let name = operatorName ?? Self.environment("SILAT_OPERATOR") ?? Self.loginName
        return Author(name: name.fieldText ?? Self.loginName, desk: Self.machineName)
    }

    private static func environment(_ name: String) -> String? {
        ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    private static var defaultPath: String {
        let home = environment("HOME") ?? NSHomeDirectory()
        // The XDG base directory specification has relative paths ignored.
        let data = environment("XDG_DATA_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "\(home)/.local/share"
        return "\(data)/silat/silat.db"
    }

    /// The machine's own name for itself; Foundation's would ask the network.
    private static var machineName: String {
        var name = [CChar](repeating: 0, count: 256)
        guard gethostname(&name, name.count - 1) == 0 else { return "silat" }
        let text = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        return text.fieldText ?? "silat"
    }

    private static var loginName: String {
        let entry = getpwuid(getuid())?.pointee.pw_name.map { String(cString: $0) }
        return entry ?? environment("LOGNAME") ?? String(getuid())
    }
}
