import Keyboard
import Training
import Words

extension ClassesModel {
    public static let keys: [KeyBinding<Self>] =
        questionKeys + searchKeys + actionKeys
        + KeyBinding.moves(
            when: { $0.mode != .deleting }, letters: { $0.mode == .list }, run: { $0.move($1, $2) })

    /// While the clerk is asked whether a record is to go.
    private static let questionKeys: [KeyBinding<Self>] = [
        KeyBinding(
            .character("y"), .character("Y"), label: { $0.classes.confirm }, when: { $0.mode == .deleting },
            run: { model, _ in
                model.delete()
            }),
        KeyBinding(
            .escape, label: { $0.classes.leaveAsIs }, when: { $0.mode == .deleting },
            run: { model, _ in
                model.mode = .list
                return []
            }),
    ]

    /// While words are typed.
    private static let searchKeys: [KeyBinding<Self>] = [
        KeyBinding(
            .enter, label: { $0.classes.endSearch }, when: { $0.mode == .searching },
            run: { model, _ in
                model.mode = .list
                return []
            }),
        KeyBinding(
            .escape, label: { $0.classes.clearSearch }, when: { $0.mode == .searching },
            run: { model, context in
                model.mode = .list
                model.changeList(model.shelf) { $0.dropSearch() }
                return []
            }),
    ]

    private static let actionKeys: [KeyBinding<Self>] = [
        KeyBinding(
            .enter, label: { $0.open }, when: { $0.mode == .list && $0.selectedNumber != nil && $0.shelf == .classes },
            run: { $0.openSelected($1) }
        ).needs(.names),
        KeyBinding(
            .enter, label: { $0.open }, when: { $0.mode == .list && $0.selectedNumber != nil && $0.shelf != .classes },
            run: { $0.openSelected($1) }),
        KeyBinding(
            .tab, .right, label: { $0.classes.otherList }, when: { $0.mode == .list },
            run: { model, _ in model.turn(by: 1) }),
        KeyBinding(
            .backTab, .left, label: { $0.classes.otherList }, onBottomLine: false, when: { $0.mode == .list },
            run: { model, _ in model.turn(by: -1) }),
        KeyBinding(
            .character("n"), label: { $0.new }, when: { $0.mode == .list }, run: { $0.openNew($1) }
        ).needs(.entering),
        KeyBinding(
            .character("i"), label: \.rosters.importRoster, when: { $0.mode == .list },
            run: { model, _ in model.openImport() }
        ).needs(.entering),
        KeyBinding(
            .character("e"), label: { $0.edit }, when: { $0.mode == .list && $0.selectedNumber != nil },
            run: { model, _ in model.openEdit() }
        ).needs(.entering),
        KeyBinding(
            .character("d"), .delete, label: { $0.delete }, when: { $0.mode == .list && $0.selectedNumber != nil },
            run: { model, _ in
                model.mode = .deleting
                return []
            }
        ).needs(.entering),
        KeyBinding(
            .character("/"), label: { $0.search }, when: { $0.mode == .list },
            run: { model, _ in
                model.mode = .searching
                return []
            }),
        KeyBinding(
            .character("s"), label: { $0.sort }, when: { $0.mode == .list },
            run: { model, context in
                model.changeList(model.shelf) { $0.cycleOrder() }
                return []
            }),
        KeyBinding(
            .character("V"), label: \.secondEntry.rates, onBottomLine: false, when: { $0.mode == .list },
            run: { _, _ in [.open(.errorRates(ErrorRatesModel()))] }),
        exportKey { $0.mode == .list },
        KeyBinding(
            .escape, label: { $0.classes.wholeList }, when: { $0.mode == .list && $0.front.isNarrowed },
            run: {
                $0.widen($1)
            }),
    ]
}
