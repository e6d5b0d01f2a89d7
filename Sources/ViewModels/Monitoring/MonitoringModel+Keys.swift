import Keyboard
import Training
import Words

extension MonitoringModel {
    public static let keys: [KeyBinding<Self>] =
        [
            KeyBinding(
                .enter, label: \.followUps.down, when: { $0.kecamatanBelow != nil },
                run: { model, context in model.kecamatanBelow.map { model.push($0, context) } ?? [] }),
            KeyBinding(
                .enter, label: \.followUps.checks, when: { $0.isLoaded && $0.grid.row != nil },
                run: { model, context in model.listBelow(context).map { [.open(.followUpList($0))] } ?? [] }
            ).needs(.names),
            KeyBinding(
                .character("l"), label: \.followUps.list, when: { $0.isLoaded && $0.grid.row != nil },
                run: { model, context in [.open(.followUpList(model.listOfAll(context)))] }
            ).needs(.names),
            KeyBinding(.escape, label: \.back, when: { $0.levels.count > 1 }, run: { $0.goBack($1) }),
        ] + MonitoringKeys.shared() + gridKeys.filter { !$0.keys.contains(.enter) }
}
