import Keyboard
import Training
import Words

extension RosterModel {
    public static let keys: [KeyBinding<Self>] =
        questionKeys + addingKeys + listKeys
        + KeyBinding.moves(when: { $0.isList }, run: { $0.move($1, $2) })

    /// While the clerk is asked whether enrollments are to be removed.
    private static let questionKeys: [KeyBinding<Self>] = [
        KeyBinding(
            .character("y"), .character("Y"), label: { $0.classes.confirm }, when: { $0.isRemoving },
            run: { model, _ in model.remove() }),
        KeyBinding(
            .escape, label: { $0.classes.leaveAsIs }, when: { $0.isRemoving },
            run: { model, _ in model.decline() }),
    ]

    /// While people are typed into the add line.
    private static let addingKeys: [KeyBinding<Self>] = [
        KeyBinding(
            .enter, label: { $0.classes.confirm }, when: { $0.addLine?.question != nil },
            run: { $0.type(.key(.enter), $1) }),
        KeyBinding(
            .escape, label: { $0.classes.leaveAsIs }, when: { $0.addLine?.question != nil },
            run: { $0.type(.key(.escape), $1) }),
        KeyBinding(
            .enter, label: { $0.classes.enroll }, when: { $0.addLine != nil && $0.addLine?.question == nil },
            run: { $0.type(.key(.enter), $1) }),
        KeyBinding(
            .down, label: { $0.move }, when: { $0.addLine?.hasChoice == true },
            run: { $0.type(.key(.down), $1) }),
        KeyBinding(
            .up, label: { $0.move }, onBottomLine: false, when: { $0.addLine?.hasChoice == true },
            run: { $0.type(.key(.up), $1) }),
        KeyBinding(
            .escape, label: { $0.classes.clearLine },
            when: { $0.addLine?.isEmpty == false && $0.addLine?.question == nil },
            run: { $0.type(.key(.escape), $1) }),
        KeyBinding(
            .escape, label: { $0.classes.doneAdding }, when: { $0.addLine?.isEmpty == true },
            run: { $0.type(.key(.escape), $1) }),
    ]

    private static let listKeys: [KeyBinding<Self>] = [
        KeyBinding(
            .character("a"), label: { $0.classes.add }, when: { $0.isList && $0.line != nil },
            run: { model, context in
                model.mode = .adding(AddLine())
                model.fit(context)
                return []
            }),
        KeyBinding(
            .character("n"), label: { $0.classes.newHere }, when: { $0.isList },
            run: { model, _ in
                model.openNewPerson()
            }),
        KeyBinding(
            .character(" "), label: { $0.classes.mark }, when: { $0.hasRows },
            run: { model, _ in
                model.toggleMark()
            }),
        KeyBinding(
            .character("*"), label: { $0.classes.markAll }, when: { $0.hasRows },
            run: { model, _ in
                model.toggleAllMarks()
            }),
        KeyBinding(.character("t"), label: { $0.classes.standing }, when: { $0.hasRows }, run: { $0.openStanding($1) }),
        KeyBinding(.enter, label: { $0.open }, when: { $0.hasRows }, run: { model, _ in model.openPerson() }),
        KeyBinding(
            .character("i"), label: \.rosters.importRoster, when: { $0.isList && $0.line != nil },
            run: { model, _ in model.line.map { [.open(.rosterImport(RosterImportModel(into: $0)))] } ?? [] }),
        KeyBinding(
            .character("V"), label: \.secondEntry.open, onBottomLine: false, when: { $0.hasRows },
            run: { model, _ in [.open(.secondEntry(SecondEntryModel(model.id)))] }
        ).needs(.entering),
        KeyBinding(
            .character("d"), .delete, label: { $0.classes.remove }, onBottomLine: false, when: { $0.hasRows },
            run: { model, _ in
                model.mode = .removing(model.chosen.map(\.enrollment.id))
                return []
            }),
        KeyBinding(
            .character("e"), label: { $0.classes.editClass }, onBottomLine: false,
            when: { $0.isList && $0.line != nil }, run: { model, _ in model.openClass() }),
        KeyBinding(
            .character("s"), label: { $0.sort }, onBottomLine: false, when: { $0.hasRows },
            run: { model, _ in
                model.cycleOrder()
            }),
        KeyBinding(
            .character("r"), label: { $0.reveal }, onBottomLine: false, when: { $0.hasRows },
            run: { model, _ in
                model.reveal()
            }
        ).needs(.revealing),
        KeyBinding(
            .character("p"), label: { $0.classes.paper }, when: { $0.hasRows },
            run: { model, context in model.askForPaper(context) }),
        KeyBinding(.escape, label: { $0.back }, when: { $0.isList }, run: { _, _ in [.close] }),
        exportKey { $0.hasRows },
    ]

    private var hasRows: Bool { isList && !roster.isEmpty }
}
