import Keyboard
import Training
import Words

extension RegionsModel {
    /// The dimensions, in the order they are offered.
    private static let dimensions: [Dimension] = [
        .kecamatan, .desa, .track, .program, .organizer, .funding, .month, .age, .sex,
    ]

    public static let keys: [KeyBinding<Self>] =
        pickerKeys + (downKeys + openKeys + viewKeys + backKeys + gridKeys).map { $0.only(when: { $0.picker == nil }) }

    /// Enter on a kecamatan's name; elsewhere it opens names, as in every grid.
    private static let downKeys: [KeyBinding<Self>] = [
        KeyBinding(
            .enter, label: \.regions.down, when: { $0.kecamatanBelow != nil },
            run: { model, context in
                guard let code = model.kecamatanBelow else { return [] }
                return model.push(View(rows: .desa, kecamatan: code, columns: model.view.columns), context)
            })
    ]

    /// Opening names, before what the grid has besides: the bottom line of 80 columns names what comes first.
    private static var openKeys: [KeyBinding<Self>] { gridKeys.filter { $0.keys == [.enter] } }

    private static let viewKeys: [KeyBinding<Self>] = [
        KeyBinding(.character("v"), label: \.regions.by, run: { $0.openPicker(.rows, $1) }),
        KeyBinding(.character("m"), label: \.regions.cross, run: { $0.openPicker(.columns, $1) }),
        KeyBinding(
            .character("b"), label: \.regions.picture, when: { $0.view.columns == nil && $0.isLoaded },
            run: { $0.togglePicture($1) }),
        KeyBinding(
            .character("p"), label: \.regions.scale, when: { $0.showsPicture && $0.view.rows == .kecamatan },
            run: { model, context in
                model.scale = model.scale == .target ? .residents : .target
                return model.refill(context)
            }),
        KeyBinding(
            .character("o"), label: \.regions.counted, when: { $0.view.columns != nil },
            run: { model, context in
                model.rule = model.rule == .people ? .enrollments : .people
                return model.refill(context)
            }),
        KeyBinding(
            .character("z"), label: \.regions.unreached, when: { $0.view.rows == .desa && $0.isLoaded },
            run: { model, context in
                model.level.showsUnreachedOnly.toggle()
                return model.refill(context)
            }),
    ]

    private static let backKeys: [KeyBinding<Self>] = [
        KeyBinding(
            .escape, label: \.back, when: { $0.level.showsUnreachedOnly },
            run: { model, context in
                model.level.showsUnreachedOnly = false
                return model.refill(context)
            }),
        KeyBinding(.escape, label: \.back, when: { $0.levels.count > 1 }, run: { $0.goBack($1) }),
    ]

    /// The kecamatan whose name is highlighted.
    private var kecamatanBelow: RegionCode? {
        guard isLoaded, view.rows == .kecamatan, grid.column == 0, let id = grid.row?.id else { return nil }
        return RegionLines.code(ofID: id).flatMap { RegionCode($0) }
    }

    private mutating func refill(_ context: Context) -> [Effect] {
        fill(context)
        return []
    }

    /// Turns tables into bars or back, each with the same line highlighted.
    private mutating func togglePicture(_ context: Context) -> [Effect] {
        let selected = grid.row?.id
        isPicture.toggle()
        fill(context)
        if let selected { grid.select(selected) }
        return []
    }

    // Choosing dimensions

    private mutating func openPicker(_ picking: Picking, _ context: Context) -> [Effect] {
        self.picking = picking
        let words = context.words
        let taken = picking == .rows ? view.rows : view.columns
        let offered = Self.dimensions.filter { picking == .rows || $0 != view.rows }
        let choices = offered.map { dimension in
            Choice(
                id: dimension.rawValue, label: dimension.name(words.terms),
                note: dimension == taken ? words.participants.active : "")
        }
        let title =
            picking == .rows ? words.regions.chooseRows : words.regions.chooseColumns(view.rows.name(words.terms))
        picker = Picker(title, choices, isLoading: false, rows: Self.pickerRows(context))
        return []
    }

    public mutating func picked(_ choice: Choice, _ context: Context) -> [Effect] {
        guard let dimension = Dimension(rawValue: choice.id) else { return [] }
        switch picking {
        case .rows: return showRows(dimension, context)
        case .columns: return showColumns(dimension, context)
        }
    }

    /// Shows the table by another dimension; a crossing stays one.
    private mutating func showRows(_ dimension: Dimension, _ context: Context) -> [Effect] {
        guard dimension != view.rows || view.kecamatan != nil else { return [] }
        let columns = view.columns == dimension ? nil : view.columns
        let plain = dimension == .kecamatan ? [] : [View(rows: dimension)]
        return show(plain + (columns.map { [View(rows: dimension, columns: $0)] } ?? []), context)
    }

    /// Crosses the table; a crossing gives way to the new one.
    private mutating func showColumns(_ dimension: Dimension, _ context: Context) -> [Effect] {
        guard dimension != view.columns else { return [] }
        if view.columns != nil { levels.removeLast() }
        return push(View(rows: view.rows, kecamatan: view.kecamatan, columns: dimension), context)
    }
}
