import Store
import Training
import Words

/// Runs the screens on a store until the operator leaves.
func runTerminalProgram(store: SilatStore, author: Author, year: Int, words: Phrasebook) async throws {
}
