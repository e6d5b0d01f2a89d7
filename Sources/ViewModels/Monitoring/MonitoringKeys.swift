import Keyboard
import Words

/// The keys by which the screens of monitoring are reached.
public enum MonitoringKeys {
    /// Keys that open Hasil, Peralatan, Pemanggilan and Jejak pokir; a screen adds them to its own.
    public static func shared<Model>(
        when isAvailable: @escaping @Sendable (Model) -> Bool = { _ in true }
    ) -> [KeyBinding<Model>] {
        [
            KeyBinding(
                .character("o"), label: \.monitoring.outcomes, when: isAvailable,
                run: { _, _ in [.open(.outcomes(OutcomesModel()))] }),
            KeyBinding(
                .character("i"), label: \.monitoring.equipment, when: isAvailable,
                run: { _, _ in [.open(.equipment(EquipmentModel()))] }
            ).needs(.names),
            KeyBinding(
                .character("p"), label: \.monitoring.recall, when: isAvailable,
                run: { _, _ in [.open(.recall(RecallModel()))] }
            ).needs(.names),
            KeyBinding(
                .character("d"), label: \.monitoring.pokir, when: isAvailable,
                run: { _, _ in [.open(.pokir(PokirModel()))] }),
        ]
    }
}
