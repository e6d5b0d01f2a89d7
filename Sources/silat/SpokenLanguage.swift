import Foundation
import Words

/// The words the command speaks in: help is made before arguments are parsed, so the language is looked for first.
let spoken = Phrasebook.of(.spoken(in: CommandLine.arguments, ProcessInfo.processInfo.environment))

extension Language {
    /// The last `--lang` among the arguments, else `SILAT_LANG`, else Indonesian. What names no language is refused later.
    static func spoken(in arguments: [String], _ environment: [String: String]) -> Language {
        var language = environment["SILAT_LANG"].flatMap(Language.init)
        for (place, argument) in arguments.enumerated() {
            if argument == "--lang", place + 1 < arguments.count {
                language = Language(rawValue: arguments[place + 1]) ?? language
            } else if argument.hasPrefix("--lang=") {
                language = Language(rawValue: String(argument.dropFirst("--lang=".count))) ?? language
            }
        }
        return language ?? .indonesian
    }
}
