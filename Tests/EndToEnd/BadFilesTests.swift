import CVterm
import EmulatedTerminal
import Foundation
import Keyboard
import Testing
import Training

/// Files and terminals that cannot serve: the clerk is told in a sentence, and nothing is changed.
@Suite(.serialized) struct BadFilesTests {
    @Test func withoutATerminalThereIsNoFile() throws {
        let run = try CommandRun()
        for arguments in [[], ["demo"], ["--db", "new.db"]] {
            let outcome = try run.silat(arguments)
            #expect(outcome.status == 64 && outcome.output.isEmpty)
            #expect(outcome.messages.hasPrefix("silat: ") && outcome.messages.split(separator: "\n").count == 1)
        }
        // Neither is a terminal that is too simple one.
        let desk = try failing(["--db", "new.db"], "silat: ", 64, ["TERM": "dumb"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: desk.folder.path).isEmpty)
        let left = try FileManager.default.contentsOfDirectory(atPath: run.folder).filter { !$0.hasPrefix(".") }
        #expect(left.isEmpty)
    }

    @Test func aFileThatIsNotSilats() throws {
        let desk = try TerminalDesk(
            program: "/bin/sh",
            ["-c", "echo 'nothing of the kind' > text.db; \"$0\" --db text.db; cat text.db; exit 3", silat])
        try desk.sees("silat: text.db bukan berkas silat").sees("nothing of the kind").ends(.exited(3))
        try failing(["--db", "/etc/passwd"], "silat: /etc/passwd bukan berkas silat", 65)
        try failing(["--db", "."], "silat: . bukan berkas silat", 65)
    }

    @Test func aFileOfANewerSilat() async throws {
        let office = try await OfficeFile()
        let path = office.path + "-newer"
        office.store.close()
        var bytes = try Data(contentsOf: URL(filePath: office.path))
        // The user version of an SQLite file, four bytes from the 61st on.
        bytes.replaceSubrange(60..<64, with: [0, 0, 3, 231])
        try bytes.write(to: URL(filePath: path))
        let desk = try failing(["--db", path], "tata letak 999", 65)
        #expect(!desk.isAlternate)
        #expect(try Data(contentsOf: URL(filePath: path)) == bytes)
    }

    @Test func aFolderThatIsMissing() throws {
        let desk = try failing(["--db", "nowhere/silat.db"], "silat: tidak dapat membuat nowhere/silat.db", 73)
        #expect(try FileManager.default.contentsOfDirectory(atPath: desk.folder.path).isEmpty)
    }

    /// A file that may not grow is as good as a full disk: the form stands, and saves when there is room again.
    @Test func aFileThatCannotGrow() async throws {
        let office = try await OfficeFile()
        let desk = try TerminalDesk(at: office)
        try desk.sees("1 / 10 orang").press(.character("2")).sees("Rahmawati").press(.character("n")).sees(
            "Peserta baru")
        try limit(desk, "4096:unlimited")
        try desk.type(OfficeFile.nik(2)).type("Siti Aminah").press(.enter, .enter).sees("> Kecamatan")
        try desk.type("kelua").press(.enter).sees("> Desa").press(.control("s"))
        try desk.sees("Belum tersimpan:").sees("Nama             Siti Aminah").sees("1 / 10 orang")
        #expect(try await office.person(2) == nil)

        try limit(desk, "unlimited")
        try desk.press(.control("s")).sees("✓ Tersimpan: Siti Aminah")
        #expect(try await office.person(2)?.name.text == "Siti Aminah")
        #expect(try await office.store.check().allSatisfy { $0.problem == nil })
    }

    /// The last to leave folds the log into the file; where that cannot be, the terminal is left in order all the same.
    @Test func leavingAFileThatCannotGrow() async throws {
        let office = try await OfficeFile()
        let desk = try TerminalDesk(at: office)
        office.store.close()
        try desk.sees("1 / 10 orang").press(.character("2")).sees("Rahmawati").press(.character("e"))
        try desk.sees("Ubah peserta").press(.tab, .tab, .control("u")).type("Barabai").press(.control("s"))
        try desk.sees("Tersimpan: Rahmawati").sees("Peserta · menurut nama")
        try limit(desk, "4096:unlimited")
        try desk.press(.character("q")).ends(.exited(0))
        #expect(!desk.isAlternate && desk.settings == desk.settingsBefore)
        #expect(FileManager.default.fileExists(atPath: office.path + "-wal"))
        let next = try TerminalDesk(at: office).sees("1 / 10 orang").press(.character("2")).sees("Rahmawati")
        try next.press(.enter).sees("Tempat lahir   Barabai")
    }

    /// A program that holds the file: the form stands, says what it waits for, and is saved once the file is free.
    @Test func aFileThatAnotherHolds() async throws {
        let office = try await OfficeFile()
        let desk = try TerminalDesk(at: office)
        try desk.sees("1 / 10 orang").press(.character("2")).sees("Rahmawati").press(.character("n")).sees(
            "Peserta baru")
        try desk.type(OfficeFile.nik(2)).type("Siti Aminah").press(.enter, .enter).sees("> Kecamatan")
        try desk.type("kelua").press(.enter).sees("> Desa")
        // Locks belong to a process: they go when any of its descriptors of the file is closed.
        office.store.close()
        let held = try hold(office)
        try desk.press(.control("s")).sees("menunggu meja lain selesai menyimpan")
        try desk.sees("Nama             Siti Aminah").sees("1 / 10 orang")
        close(held)
        try desk.sees("✓ Tersimpan: Siti Aminah").press(.escape).sees("2 peserta")
    }

    /// Takes SQLite's lock for writing to the log, as another program in the middle of a save does; closing sets it free.
    private func hold(_ office: OfficeFile) throws -> Int32 {
        let descriptor = open(office.path + "-shm", O_RDWR | O_CLOEXEC)
        try #require(descriptor >= 0)
        // WAL_WRITE_LOCK stands at byte 120 of the index: https://www.sqlite.org/walformat.html#wal_locks
        var lock = flock(l_type: Int16(F_WRLCK), l_whence: Int16(SEEK_SET), l_start: 120, l_len: 1, l_pid: 0)
        // Where a draft is being written, its lock is waited for.
        try #require(fcntl(descriptor, F_SETLKW, &lock) == 0)
        return descriptor
    }

    private var silat: String { TerminalDesk.silat.path }

    /// The program tells what is wrong, takes no screen, and ends.
    @discardableResult
    private func failing(
        _ arguments: [String], _ sentence: String, _ status: Int, _ environment: [String: String] = [:],
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> TerminalDesk {
        let desk = try TerminalDesk(arguments, environment: environment, columns: 200).ends(
            .exited(status), sourceLocation: sourceLocation)
        #expect(desk.shows(sentence), "\(desk.screen)", sourceLocation: sourceLocation)
        #expect(!desk.rawOutput.contains(0x1B), sourceLocation: sourceLocation)
        return desk
    }

    /// Sets how large the program's files may become.
    private func limit(_ desk: TerminalDesk, _ size: String) throws {
        let process = try Process.run(
            URL(filePath: "/usr/bin/prlimit"), arguments: ["--pid", "\(desk.process)", "--fsize=\(size)"])
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
    }
}
