import Training

extension ClassPhrases {
    static let english = ClassPhrases(
        programs: "Programs", organizers: "Organizers",
        trackShort: {
            switch $0 {
            case .community: "community"
            case .competency: "competency"
            case .nonCompetency: "non-comp."
            }
        },
        dates: "Dates", classCount: "Classes", full: "full", overfull: "over",
        sortedBy: {
            let names = ["start": "first day", "freeSeats": "free seats", "newest": "newest first"]
            return "by \(names[$0] ?? $0)"
        },
        searching: "Find:", shown: { "\($0) of \($1)" },
        ofProgram: { "Classes of program \($0)" }, ofOrganizer: { "Programs of \($0)" },
        noOrganizers: [
            "No organizers yet – press n to add one.",
            "Who holds training: agencies, kecamatan, desa, course providers, companies.",
        ],
        noPrograms: {
            ["No programs in \($0) yet – press n to add one.", "Its organizer can be added first: press Tab."]
        },
        noClasses: {
            [
                "No classes in \($0) yet – press n to add one.",
                "A class belongs to a program: press Tab for the list of programs.",
            ]
        },
        nothingFound: "Nothing fits; Esc shows all.",
        programFirst: "A class belongs to a program. Add the program first, with n.",
        askDelete: { "Delete \($0)? y: yes, delete · any other key: no" }, deleted: "Deleted; u takes it back",
        newRecord: { "New \($0.lowercased())" }, codeHint: "letters, digits, - _ . /",
        followUpMarksHint: "months 3, 6, 12 where left empty",
        codeFlaw: "a code has letters, digits and - _ . / only, at most 24",
        originalTarget: "Original target", revisedTarget: "Revised target", countingRule: "Counted",
        revisedStays: "a revised target that was set cannot be emptied; write another figure",
        outsideYear: { "outside the program's fiscal year (\($0)); please look again" },
        saved: { "Saved: \($0)" },
        draftOffered: { "Typed and not saved: \($0). Enter: go on with it · Del: drop it" },
        draftOfferedElsewhere: { "Typed and not saved: \($0). Enter or Del in the field “\($1)”" },
        goneWhileEditing: "Another desk has deleted this record; Ctrl-S saves it as a new one",
        otherDesk: "another desk", theirValue: { "\($0): \($1) (F6 takes it)" },
        changedElsewhere: { "\($0) (\($1)) changed it and it was loaded here; look, then Ctrl-S again" },
        bothChanged: { "\($0) (\($1)) changed it too; see the fields that differ, then Ctrl-S again" },
        number: "No.", since: "Since", detail: "Certificate / reason", noNIK: "no NIK",
        seatsTaken: { "\($0) seats taken" }, taughtBy: { "taught by \($0)" },
        emptyRoster: "Nobody yet – press a to add people by NIK or name.",
        marked: { "\($0) marked" }, addLabel: "Add:", addHint: "NIK or name, then Enter",
        inClass: "in this class", enrolled: { "\($0) · \($1) · now in \($2)" },
        alreadyIn: { name, status in "\(name) is in this class already" + (status.map { " (\($0))" } ?? "") },
        notOnFile: { "NIK \($0) is not on file – Enter opens the form of a new participant for this class" },
        nobody: { "No participant fits “\($0)”" }, several: "Several people fit; choose with ↑ ↓, then Enter",
        askEnroll: { "\($0): \($1). Enter: enrol anyway · Esc: no" },
        askRemove: { count, name in
            count == 1
                ? "Remove \(name) from this class? y: yes · any other key: no"
                : "Remove \(count) people from this class? y: yes · any other key: no"
        },
        removed: { "Enrollments removed: \($0); u takes it back" },
        changeStanding: { $0 == 1 ? "Change the status of one person" : "Change the status of \($0) people" },
        certificate: { $0 == 1 ? "Certificate number" : "First number" }, now: "Now", becomes: "Becomes",
        inFuture: "this day has not come yet; please look again",
        noSeries: "the first number needs a digit, so that the next can be counted",
        numberTaken: { "number \($0) is \($1)'s already" },
        standingSet: { "\($1): \($0); u takes it back" },
        nothingToChange: "Nothing to change: all have certificates")
}
