import Training

extension CommandPhrases {
    static let english = CommandPhrases(
        help: .english, monitoring: .english,
        id: "Number", date: "Date", scope: "For",
        scopeName: {
            switch $0 {
            case .regency: "regency"
            case .kecamatan: "kecamatan"
            case .track: "track"
            case .organizer: "organizer"
            case .term: "term"
            }
        },
        stage: "Stage", rule: "Counted", taken: "Taken", time: "Time", operatorName: "Operator", desk: "Desk",
        changes: "Changes", residents: "Residents", note: "Note", undoes: "Undoes", doubts: "To settle",
        checkLabel: "Check",
        check: {
            switch $0 {
            case .integrity: "integrity of the file"
            case .foreignKeys: "links between records"
            case .tallies: "tallies"
            case .searchIndex: "search index"
            case .logChain: "chain of the log"
            case .schema: "layout of the tables"
            case .version: "layout"
            case .drafts: "drafts"
            case .freeSpace: "room on the disk"
            case .permissions: "rights"
            }
        },
        inOrder: "In order", problem: "Problem", yes: "yes", no: "no",
        usage: { $0 },
        seeHelp: { "see “\($0) --help”" },
        unknownCommand: { typed, nearest in "no command “\(typed)”; nearest: \(nearest.joined(separator: ", "))" },
        incomplete: { typed, next in "after “silat \(typed)” say \(next.joined(separator: " or "))" },
        unknownLanguage: { "unknown language “\($0)”; choose id or en" },
        nikOrID: "name the participant by --nik or --id, one of the two",
        statusMissing: "--date, --certificate and --reason go with --status only",
        oneScope: "choose one of --kecamatan, --track, --organizer and --through",
        limitTooSmall: "--limit must be 1 or more",
        notAnID: { "“\($0)” is no participant's number; see the column id of silat participant find" },
        notADate: { "“\($0)” is no date; write it as 2026-11-24 or 24-11-2026" },
        noSuchDivision: { typed, all in
            "no division “\(typed)”; choose one, or two different with a comma between: \(all.joined(separator: ", "))"
        },
        noSuchStep: { typed, all in "no step “\(typed)”; choose \(all.joined(separator: ", "))" },
        pastHasNoNames: "--names does not go with --as-of: lists of names are always of now",
        notACode: { "“\($0)” is no code; use letters, digits and - _ . / at most 24" },
        certificateMissing: "the status certified needs a certificate's number: --certificate",
        reasonMissing: "the status dropped needs a reason: --reason",
        sizeOutOfRange: { "the number of participants must be \($0) to \($1)" },
        notATerminal: "this needs a terminal; see “silat --help” for commands that do not",
        unknownTerminal: { name in
            name.isEmpty
                ? "TERM is not set; try TERM=xterm-256color"
                : "unknown terminal “\(name)”; set TERM to another, xterm-256color for instance"
        },
        simpleTerminal: { "terminal “\($0)” cannot place its cursor; use another, xterm-256color for instance" },
        terminalFailed: { "the terminal cannot be used: \($0)" },
        noSuchParticipant: { "no participant \($0)" },
        confirm: { "\($0); if that is right, say it again with --confirm" },
        hasParticipants: { "\($0) holds \($1) participants already; made-up data go into a new file only" },
        sameFile: { "\($0) is silat's own file; choose another name" },
        cannotWrite: { "cannot write \($0): \($1)" },
        stopped: "stopped; nothing was changed",
        targetSet: { "target \($0): \($1)" },
        claimSet: { code, year, claimed, named, gap in
            "claim of \(code) for \(year): \(claimed); on file \(named); difference \(gap)"
        },
        residentsSet: { "residents of \($0): \($1)" },
        organizerAdded: { "organizer \($0) added" },
        programAdded: { "program \($0) added for \($1)" },
        classAdded: { "class \($0) added" },
        enrolled: { "\($0), \($1): \($2)" },
        enrolledAlready: { "\($0) is in class \($1) already: \($2)" },
        generated: { "\($0) made-up participants for \($1) written to \($2)" },
        exported: { "\($0) rows written to \($1)" },
        exportIsMasked: "NIK and phone are masked, so this cannot be imported again; use --reveal for the full ones",
        nothingFound: "nothing found",
        moreThan: { "there is more after \($0) rows; change --limit" },
        read: "Read", added: "Added", matched: "On file", enrolledCount: "Enrolled",
        alreadyEnrolled: "Enrolled before", rejected: "Rejected",
        rejectedRow: { row, column, value, reason in
            "row \(row), \(column)\(value.isEmpty ? "" : " “\(value)”"): \(reason)"
        },
        extraColumns: { "other columns are left: \($0)" },
        doubtsKept: { "\($0) participants kept, to settle: \($1)" },
        overfull: { "class \($0) now holds \($1) people for \($2) seats" },
        rejectsWritten: { "\($0) refused rows written to \($1); mend them, then import that file" },
        dryRun: "looked at only; nothing was kept")
}
