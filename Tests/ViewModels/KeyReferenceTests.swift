import Foundation
import Testing
import Words

@testable import ViewModels

/// docs/keys.md is made from the key tables, and stays what they say.
@Suite struct KeyReferenceTests {
    @Test func theDocumentIsWhatTheTablesSay() throws {
        let document = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../docs/keys.md").standardized
        if ProcessInfo.processInfo.environment["SILAT_RECORD"] == "1" {
            try reference.write(to: document, atomically: true, encoding: .utf8)
        }
        let written = try String(contentsOf: document, encoding: .utf8)
        #expect(written == reference, "run the tests once with SILAT_RECORD=1 and look at the difference")
    }

    private var reference: String {
        """
        # Keys

        Made from the key tables in `Sources/ViewModels`; `SILAT_RECORD=1 swift test --filter KeyReferenceTests` makes it anew.
        The same tables give the bottom line and the help (`?` or `F1`) of every screen.

        """ + section("On every screen", Session.keys) + section("Why a number is shown", Session.reasonKeys)
            + section("1 Capaian", AchievementModel.keys)
            + section("The years side by side", YearsModel.keys)
            + section("Months", MonthsModel.keys) + section("The wall", WallModel.keys)
            + section("2 Peserta", ParticipantsModel.keys) + section("A participant", ParticipantFileModel.keys)
            + section("Entry form", ParticipantFormModel.keys) + section("Two versions", ConflictModel.keys)
            + section("Kemungkinan ganda", DuplicatesModel.keys) + section("Two records", MergeModel.keys)
            + section("3 Kelas", ClassesModel.keys) + section("Roster", RosterModel.keys)
            + section("Statuses", StandingModel.keys)
            + section("Masukan kedua", SecondEntryModel.keys)
            + section("Second entry: who is left", SecondEntryListModel.keys)
            + section("Error rates", ErrorRatesModel.keys)
            + section("Names behind an error rate", DifferencesModel.keys)
            + section("Forms of records", RecordFormModel.keys)
            + section("Import: the file", RosterImportModel.fileKeys)
            + section("Import: columns", RosterImportModel.columnKeys + RosterImportModel.editingKeys)
            + section("Import: counts", RosterImportModel.countKeys + RosterImportModel.warningKeys)
            + section("Import: people to be sure of", RosterImportModel.doubtKeys)
            + section("Import: places to be sure of", RosterImportModel.placeKeys)
            + section("Import: refusals", RosterImportModel.refusalKeys)
            + section("Import: under way, and done", RosterImportModel.jobKeys + RosterImportModel.resultKeys)
            + section("4 Wilayah", RegionsModel.keys) + section("Asal-usul angka", ExplanationModel.keys)
            + section("Kontribusi", ContributionsModel.keys) + section("Target", TargetsModel.keys)
            + section("5 Pemantauan", MonitoringModel.keys) + section("A list of checks", FollowUpListModel.keys)
            + section("Form of a check", FollowUpFormModel.keys) + section("Hasil", OutcomesModel.keys)
            + section("Peralatan", EquipmentModel.keys) + section("An item of equipment", EquipmentItemModel.keys)
            + section("Forms of equipment", EquipmentFormModel.keys) + section("Pemanggilan", RecallModel.keys)
            + section("A list of recall", RecallPeopleModel.keys) + section("Finding alumni", RecallFormModel.keys)
            + section("Jejak pokir", PokirModel.keys) + section("6 Laporan", ReportsModel.keys)
            + section("Riwayat", LogModel.keys) + section("A step of the log", LoggedStepModel.keys)
            + section("Gabung berkas", FileMergeModel.keys)
            + section("Writing a file", ExportModel.keys) + section("Help", HelpModel.keys)
    }

    private func section<Model>(_ title: String, _ keys: [KeyBinding<Model>]) -> String {
        let indonesian = rows(keys, .of(.indonesian))
        let english = rows(keys, .of(.english))
        let lines = zip(indonesian, english).map { row, translation in
            let symbols = row.keys.map { "`\($0.symbol)`" }.joined(separator: " ")
            return "| \(symbols) | \(row.phrase.help) | \(translation.phrase.help) |"
        }
        return """

            ## \(title)

            | key | Indonesian | English |
            |---|---|---|
            \(lines.joined(separator: "\n"))

            """
    }

    private func rows<Model>(_ keys: [KeyBinding<Model>], _ words: Phrasebook) -> [KeyHint] {
        keys.map { KeyHint(keys: $0.keys, phrase: $0.label(words.keys), isOnBottomLine: $0.isOnBottomLine) }.joined
    }
}
