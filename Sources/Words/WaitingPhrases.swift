/// Words for while another desk holds the file.
public struct WaitingPhrases: Sendable {
    /// Something is to be saved, and another desk is saving.
    public let forOthers: String

    /// Keys wait until the screen has read what it shows.
    public let forReading: String

    static let indonesian = WaitingPhrases(
        forOthers: "menunggu meja lain selesai menyimpan…",
        forReading: "masih dibaca; ketikan menunggu, Esc berhenti menunggu")
    static let english = WaitingPhrases(
        forOthers: "waiting for another desk to finish saving…",
        forReading: "still reading; keys wait, Esc waits no longer")
}
