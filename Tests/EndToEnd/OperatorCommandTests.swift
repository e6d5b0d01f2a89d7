import Foundation
import Testing

/// `silat operator`, and what commands answer to those who may not.
@Suite struct OperatorCommandTests {
    /// An office where dewi is a supervisor and udin a clerk; ani is not on file.
    private func filled() throws -> CommandRun {
        let run = try CommandRun()
        try run.setUpYear()
        let roster = try run.write(CommandRun.roster, to: "roster.csv")
        try #require(try run.silat("import", roster, "--class", "K-001").status == 0)
        for (name, role) in [("dewi", "supervisor"), ("udin", "clerk")] {
            let set = try run.silat("operator", "set", name, "--role", role, "--operator", "dewi", "--format", "json")
            try #require(set.status == 0)
            #expect(try set.object()["role"] as? String == role)
        }
        return run
    }

    @Test func aRoleIsTakenByTheNameThatTheHelpGivesIt() throws {
        let run = try filled()
        let set = try run.silat(
            "operator", "set", "udin", "--role", "penyelia", "--operator", "dewi", "--format", "json")
        #expect(set.status == 0, "\(set.messages)")
        #expect(try set.object()["role"] as? String == "supervisor")
        let wrong = try run.silat("operator", "set", "udin", "--role", "bos", "--operator", "dewi")
        #expect(wrong.status == 64 && wrong.messages.contains("penyelia"), "\(wrong.messages)")
    }

    @Test func theListSaysWhoMayDoWhat() throws {
        let run = try filled()
        let list = try run.silat("operator", "list", "--format", "json", "--operator", "ani").array()
        #expect(list.map { $0["name"] as? String } == ["dewi", "udin"])
        #expect(list.map { $0["role"] as? String } == ["supervisor", "clerk"])
        #expect(try run.silat("operator", "remove", "udin", "--operator", "dewi").status == 0)
        #expect(try run.silat("operator", "list", "--format", "json").array().count == 1)
        let last = try run.silat("operator", "remove", "dewi", "--operator", "dewi")
        #expect(last.status == 65 && last.messages.contains("penyelia"))
        let unknown = try run.silat("operator", "remove", "dewy", "--operator", "dewi")
        #expect(unknown.status == 65 && unknown.messages.contains("dewi"))
    }

    @Test(arguments: [
        ["participant", "list"], ["participant", "find", "rahma"], ["participant", "show", "1"], ["log"],
        ["list", "attendance", "--class", "K-001"], ["export", "participants"], ["export", "enrollments"],
        ["explain", "--names", "all"], ["route-sheet"], ["follow-up", "due"], ["recall", "find"],
        ["equipment", "list"],
    ])
    func aReaderIsRefusedNames(_ command: [String]) throws {
        let run = try filled()
        let outcome = try run.silat(command + ["--operator", "ani"])
        guard outcome.status != 64 else { return }
        #expect(outcome.status == 65)
        #expect(outcome.output.isEmpty)
        #expect(outcome.messages.contains("peran Anda pembaca"))
        #expect(!outcome.messages.contains("Rahma"))
    }

    @Test(arguments: [
        ["gauge"], ["totals", "--by", "kecamatan"], ["explain"], ["outcomes"], ["report", "--format", "text"],
        ["export", "totals"], ["check"], ["class", "list"],
    ])
    func aReaderReadsTotals(_ command: [String]) throws {
        let run = try filled()
        #expect(try run.silat(command + ["--year", "2025", "--operator", "ani"]).status == 0)
    }

    @Test func aClerkIsRefusedWhatASupervisorDoes() throws {
        let run = try filled()
        for command in [
            ["target", "set", "--year", "2025", "--count", "5"], ["participant", "list", "--reveal"],
            ["export", "participants", "--reveal"], ["operator", "set", "udin", "--role", "supervisor"],
            ["claim", "set", "--organizer", "DKN", "--year", "2025", "--count", "5"],
        ] {
            let outcome = try run.silat(command + ["--operator", "udin"])
            #expect(outcome.status == 65 && outcome.output.isEmpty, "\(command): \(outcome.output)")
            #expect(outcome.messages.contains("hanya boleh penyelia"), "\(command): \(outcome.messages)")
        }
        #expect(try run.silat("participant", "list", "--operator", "udin").output.contains("6309••••"))
    }
}
