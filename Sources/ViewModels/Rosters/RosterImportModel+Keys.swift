import Keyboard
import Training
import Words

extension RosterImportModel {
    public static let keys: [KeyBinding<Self>] =
        jobKeys + pickerKeys + editingKeys + warningKeys + fileKeys + columnKeys + countKeys + doubtKeys + placeKeys
        + refusalKeys + resultKeys

    /// While something is under way.
    static let jobKeys: [KeyBinding<Self>] = [
        KeyBinding(
            .escape, label: \.rosters.stop, when: { $0.job?.isStopping == false }, run: { model, _ in model.stop() })
    ]

    /// While a line is typed into.
    static let editingKeys: [KeyBinding<Self>] = [
        KeyBinding(
            .enter, label: \.rosters.keepText, when: { $0.job == nil && $0.editing != nil },
            run: { $0.endEditing($1) }),
        KeyBinding(
            .escape, label: \.rosters.cancelText, when: { $0.job == nil && $0.editing != nil },
            run: { model, _ in
                model.editing = nil
                return []
            }),
    ]

    /// While the clerk is asked whether to import all the same.
    static let warningKeys: [KeyBinding<Self>] = [
        KeyBinding(
            .character("y"), .character("Y"), label: \.rosters.goAhead, when: { !$0.warnings.isEmpty },
            run: { model, _ in model.goAhead() }),
        KeyBinding(
            .escape, label: \.participants.decline, when: { !$0.warnings.isEmpty },
            run: { model, _ in
                model.warnings = []
                return []
            }),
    ]

    /// Picking the file; letters go to ``handle(_:_:)``.
    static let fileKeys: [KeyBinding<Self>] =
        at(
            .file,
            [
                KeyBinding(.enter, label: \.rosters.pick, run: { $0.browse($0.browser.enter(), $1) }),
                KeyBinding(
                    .function(3), label: \.rosters.allFiles,
                    run: { model, _ in
                        model.browser.toggleAll()
                        return []
                    }),
                KeyBinding(
                    .escape, label: \.rosters.clearTyped, when: { !$0.browser.text.isEmpty },
                    run: { model, _ in
                        model.browser.clear()
                        return []
                    }),
                KeyBinding(.escape, label: \.back, run: { $0.goBack($1) }),
            ]
                + KeyBinding.moves(
                    letters: { _ in false },
                    run: { model, move, _ in
                        model.browser.move(move)
                        return []
                    })
        )

    static let columnKeys: [KeyBinding<Self>] =
        at(
            .columns,
            [
                KeyBinding(.enter, label: \.rosters.goOn, run: { $0.enterColumns($1) }),
                KeyBinding(.control("s"), label: \.rosters.rehearse, run: { $0.goOnToCounts($1) }),
                KeyBinding(.escape, label: \.back, run: { $0.goBack($1) }),
            ] + moves { $0.columnLines.move($1) }
        )

    static let countKeys: [KeyBinding<Self>] =
        at(
            .counts,
            [
                KeyBinding(.enter, label: \.rosters.goOn, run: { $0.enterCounts($1) }),
                KeyBinding(.control("s"), label: \.rosters.take, run: { $0.importNow($1) }),
                KeyBinding(.escape, label: \.back, run: { $0.goBack($1) }),
            ] + moves { $0.countLines.move($1) }
        )

    /// Somebody on file beside a row.
    static let doubtKeys: [KeyBinding<Self>] =
        [Pile.open, .otherValues].flatMap { pile in
            at(
                .doubts(pile),
                [
                    KeyBinding(.character("s"), label: \.rosters.same, when: hasOther, run: { $0.same($1) }),
                    KeyBinding(
                        .character("d"), label: \.rosters.different,
                        when: { hasOther($0) && $0.doubt?.kind != .otherName }, run: { $0.different($1) }),
                    KeyBinding(
                        .character("d"), label: \.rosters.rightNIK, when: { !hasOther($0) },
                        run: { $0.different($1) }),
                    // Answered with why not, where somebody presses it out of habit.
                    KeyBinding(
                        .character("d"), label: \.rosters.different, onBottomLine: false,
                        when: { $0.doubt?.kind == .otherName }, run: { $0.different($1) }),
                    KeyBinding(.character("x"), label: \.rosters.skip, run: { $0.skip($1) }),
                    KeyBinding(
                        .character(" "), label: \.rosters.side, when: hasOther, run: { $0.take(fromRoster: nil, $1) }),
                    KeyBinding(
                        .left, label: \.rosters.side, onBottomLine: false, run: { $0.take(fromRoster: false, $1) }),
                    KeyBinding(
                        .right, label: \.rosters.side, onBottomLine: false, run: { $0.take(fromRoster: true, $1) }),
                    KeyBinding(
                        .character("a"), label: \.rosters.takeAll, when: hasOther, run: { model, _ in model.takeAll() }),
                    KeyBinding(
                        .enter, label: \.rosters.goOn, onBottomLine: false, run: { $0.leadOn($1) }),
                    KeyBinding(
                        .character("n"), .pageDown, label: \.rosters.nextDoubt,
                        run: { model, _ in model.moveDoubt(by: 1) }),
                    KeyBinding(
                        .character("p"), .pageUp, label: \.rosters.earlierDoubt, onBottomLine: false,
                        run: { model, _ in model.moveDoubt(by: -1) }),
                    KeyBinding(
                        .character("r"), label: \.reveal, onBottomLine: false, when: { $0.doubt?.holder != nil },
                        run: { model, _ in model.reveal() }
                    ).needs(.revealing),
                    KeyBinding(.escape, label: \.back, run: { $0.goBack($1) }),
                ] + moves { $0.fields.move($1) }
            )
        }

    /// Whether somebody on file stands beside the row.
    private static let hasOther: @Sendable (Self) -> Bool = { $0.doubt?.onFile != nil }

    /// What a place means.
    static let placeKeys: [KeyBinding<Self>] =
        at(
            .places,
            [
                KeyBinding(
                    .enter, label: \.participants.choose,
                    run: { model, context in
                        model.placeOptions.selected.map { model.settlePlace($0, context) } ?? []
                    })
            ]
                + (1...9).map { number in
                    KeyBinding(
                        .character(Character(String(number))), label: \.rosters.number, onBottomLine: false,
                        run: { $0.settlePlace(number: number, $1) })
                } + [
                    KeyBinding(.character("/"), label: \.rosters.anyPlace, run: { $0.pickAnyPlace($1) }),
                    KeyBinding(.character("x"), label: \.rosters.leaveRefused, run: { $0.settlePlace(.leave, $1) }),
                    KeyBinding(
                        .character("n"), label: \.rosters.nextDoubt, run: { model, _ in model.movePlace(by: 1) }),
                    KeyBinding(
                        .character("p"), label: \.rosters.earlierDoubt, onBottomLine: false,
                        run: { model, _ in model.movePlace(by: -1) }),
                    KeyBinding(.escape, label: \.back, run: { $0.goBack($1) }),
                ] + moves { $0.placeOptions.move($1) }
        )

    static let refusalKeys: [KeyBinding<Self>] =
        at(
            .refusals,
            [
                KeyBinding(.enter, .escape, label: \.back, run: { $0.goBack($1) })
            ] + moves { $0.refusals.move($1) }
        )

    static let resultKeys: [KeyBinding<Self>] =
        at(
            .result,
            [
                KeyBinding(.enter, label: \.open, run: { $0.enterResult($1) }),
                KeyBinding(.escape, label: \.back, run: { _, _ in [.close] }),
            ] + moves { $0.resultLines.move($1) }
        )

    /// Keys that act at one step, while nothing is laid over it or under way.
    private static func at(_ step: Step, _ keys: [KeyBinding<Self>]) -> [KeyBinding<Self>] {
        keys.map { $0.only(when: { $0.isIdle && $0.step == step }) }
    }

    private static func moves(
        _ move: @escaping @Sendable (inout Self, ListMove) -> Void
    ) -> [KeyBinding<Self>] {
        KeyBinding.moves(run: { model, by, _ in
            move(&model, by)
            return []
        })
    }
}
