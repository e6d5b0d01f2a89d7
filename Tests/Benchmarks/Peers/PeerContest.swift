import BenchmarkTables
import Foundation
import Keyboard

/// silat and its peers at one file of people: what is done, by whom, and what is asked of silat.
struct PeerContest {
    let files: PeopleFiles
    let effort: Effort
    /// Whether starts that open no file are measured, which are the same at every file.
    let measuresStart: Bool

    /// How much is measured.
    struct Effort: Sendable {
        var rounds = 30
        /// Who has taken so long in all sits out further rounds.
        var patience = Duration.seconds(60)
        /// What takes longer is ended.
        var limit = Duration.seconds(600)
        /// What silat's import has at most: all others are measured at what it makes.
        var importLimit = Duration.seconds(3_600)
        /// Whether peers that need minutes at this size are measured there.
        var isWhole = true
    }

    /// Imports are held to the time of half as many people and of sqlite3, of which neither is ever the same twice.
    private static let turnsOfImport = 5

    private var people: String { Measure.count(files.size) + " people" }
    private func row(_ what: String, in unit: Measure = .seconds) -> RaceRow { RaceRow("\(what), \(people)", in: unit) }

    private var start: RaceRow { RaceRow("start and end (--version)") }
    private var open: RaceRow { row("open to the first screen") }
    private var loaded: RaceRow { row("open until all rows are at hand") }
    private var openMemory: RaceRow { row("memory when all is open", in: .bytes) }
    private var importing: RaceRow { row("import, checks and all") }
    private var importMemory: RaceRow { row("memory of an import", in: .bytes) }
    private var exporting: RaceRow { row("export to csv") }
    private var totals: RaceRow { row("totals by kecamatan") }
    private var filter: RaceRow { row("find “siti”, in order, first 50") }
    private var search: RaceRow { row("find “siti rah”, in order, first 50") }
    private var index: RaceRow { row("find “siti rah” by a full-text index") }
    private var typing: RaceRow { row("search as typed, a key to its last byte") }
    private var saving: RaceRow { row("one more person, saved") }
    private var bytes: RaceRow { row("size of the file, each person", in: .bytes) }

    /// Lets everybody take their turns.
    ///
    /// - Returns: the rows of the result.
    func rows(say: (String) -> Void) async throws -> (rows: [Comparison], importing: Finding?) {
        try await files.make()
        for made in [files.imported, files.database] { PeopleFiles.remove(made) }
        let restored = try WithoutBackup(of: files.imported)
        defer {
            restored.end()
            // Further people were saved to them.
            for made in [files.imported, files.database] { PeopleFiles.remove(made) }
        }
        var race = Race(rounds: effort.rounds, patience: effort.patience)
        race.run(contestants, say: say)
        let half = Measure.count(files.size / 2)
        let starts = measuresStart ? [race.comparison(start, goals: [.median(0.01)])] : []
        let rows = [
            race.comparison(open, goals: [.median(0.05)]),
            race.comparison(loaded),
            race.comparison(openMemory),
            race.comparison(
                importing, goals: [.times(4, of: Peer.sqlite3.name), .growth(2.2)], smaller: half),
            race.comparison(importMemory, goals: [.median(200e6)]),
            race.comparison(exporting, goals: [.times(2, of: Peer.sqlite3.name)]),
            race.comparison(totals), race.comparison(filter), race.comparison(search), race.comparison(index),
            race.comparison(typing, goals: [.p99(0.016)]),
            race.comparison(saving),
            // A small file is mostly what every file has.
            race.comparison(bytes, goals: files.size < 100_000 ? [] : [.median(600)]),
        ]
        return (starts + rows, race.finding(importing, of: "silat"))
    }

    private var contestants: [Contestant] {
        let peers = Peer.allCases.filter(\.isThere)
        // What is imported first is what all others work on.
        return silatImports
            + (peers.contains(.sqlite3) ? sqlite3 : []) + silatCommands + terminals(peers)
            + (peers.contains(.fzf) ? [filtering] : [])
            + (measuresStart ? starting(peers) : [])
            + (effort.isWhole ? sessions(peers) : [])
    }

    private func starting(_ peers: [Peer]) -> [Contestant] {
        [command("silat", start, MeasuredCommand(files.program, ["--version"]))]
            + peers.filter { $0 != .calc }.map { command($0.name, start, $0.starting) }
    }

    // MARK: silat

    private var silatImports: [Contestant] {
        [
            Contestant(name: "silat", rows: [importing, importMemory, bytes], leastTurns: Self.turnsOfImport) {
                let outcome = try takeIn(files.csv, keepingAs: files.imported)
                let size = Double(PeopleFiles.bytes(of: files.imported))
                return found(importing, "silat", outcome, importMemory) + [
                    .init(row: bytes, name: "silat", value: .of(size / Double(files.size)))
                ]
            },
            Contestant(name: Race.smaller, rows: [importing], leastTurns: Self.turnsOfImport) {
                found(importing, Race.smaller, try takeIn(files.half, keepingAs: nil))
            },
        ]
    }

    /// Imports a csv into a file with nobody in it, and keeps what the first run made.
    private func takeIn(_ csv: String, keepingAs kept: String?) throws -> MeasuredCommand.Outcome {
        let path = files.folder + "/importing.silat"
        PeopleFiles.remove(path)
        try FileManager.default.copyItem(atPath: files.office, toPath: path)
        var command = files.silat(["import", csv, "--class", PeopleFiles.trainingClass], on: path)
        command.limit = effort.importLimit
        let outcome = try command.run(in: files.folder)
        if let kept, !FileManager.default.fileExists(atPath: kept) {
            if outcome.status == nil {
                // An import that was ended kept nobody; the others are then measured at those who were exported.
                try FileManager.default.copyItem(
                    atPath: MeasuredFile.path(of: files.size, in: files.folder), toPath: kept)
            } else {
                try FileManager.default.moveItem(atPath: path, toPath: kept)
            }
        }
        PeopleFiles.remove(path)
        return outcome
    }

    private var silatCommands: [Contestant] {
        func silat(_ row: RaceRow, _ arguments: [String]) -> Contestant {
            command("silat", row, files.silat(arguments, on: files.imported, output: files.folder + "/silat.out"))
        }
        var serial = 0
        return [
            silat(exporting, ["export", "participants", "--reveal"]),
            silat(totals, ["totals", "--by", "kecamatan", "--format", "csv"]),
            silat(filter, ["participant", "find", "siti", "--limit", "50"]),
            silat(search, ["participant", "find", "siti rah", "--limit", "50"]),
            silat(index, ["participant", "find", "siti rah", "--limit", "50"]),
            Contestant(name: "silat", rows: [saving]) {
                serial += 1
                let csv = files.folder + "/one.csv"
                try Data(Self.somebody(serial).utf8).write(to: URL(filePath: csv))
                let command = files.silat(
                    ["import", csv, "--class", PeopleFiles.trainingClass], on: files.imported)
                return found(saving, "silat", try command.run(in: files.folder))
            },
        ]
    }

    /// A roster of one woman older than anybody in made-up data, so that her NIK is free.
    private static func somebody(_ serial: Int) -> String {
        let (day, number) = (serial / 9_000 % 28 + 1, serial % 9_000 + 1)
        let nik = 6_309_060_005_500_000 + Int64(40 + day) * 100_000_000 + Int64(number)
        return """
            nik,nama,tanggal_lahir,jenis_kelamin,kecamatan,desa
            \(nik),Siti Rahmah,1950-05-\(day < 10 ? "0" : "")\(day),P,Murung Pudak,Maburai

            """
    }

    // MARK: Terminals

    private func terminals(_ peers: [Peer]) -> [Contestant] {
        var all = [
            Contestant(name: "silat", rows: [open, loaded, openMemory, typing]) {
                let terminal = try MeasuredTerminal(program: files.program, arguments: ["--db", files.imported])
                let opening = terminal.start
                try terminal.press([.character("2"), .character("/")])
                let keys = try "siti rah".map { try terminal.press(.character($0)).time }
                let memory = Double(terminal.process.mostMemory)
                try terminal.press([.escape, .character("1")])
                try terminal.quit()
                return [
                    .init(row: open, name: "silat", value: .of(terminal.toFirstScreen / .seconds(1))),
                    .init(row: loaded, name: "silat", value: .of(opening.time / .seconds(1))),
                    .init(row: openMemory, name: "silat", value: .of(memory)),
                ] + keys.map { .init(row: typing, name: "silat", value: .of($0 / .seconds(1))) }
            }
        ]
        if peers.contains(.fzf) {
            all.append(
                Contestant(name: Peer.fzf.name, rows: [open, typing]) {
                    let command = MeasuredCommand("/bin/sh", ["-c", "exec fzf <\"$0\"", files.names])
                    let terminal = try PeerTerminal(command, in: files.folder, awaiting: "\(files.size)/\(files.size)")
                    let times = try terminal.type("siti rah")
                    return [.init(row: open, name: Peer.fzf.name, value: .of(terminal.start / .seconds(1)))]
                        + times.all.map { .init(row: typing, name: Peer.fzf.name, value: .of($0 / .seconds(1))) }
                })
        }
        if peers.contains(.visiData), effort.isWhole {
            all.append(
                Contestant(name: Peer.visiData.name, rows: [open]) {
                    let command = MeasuredCommand(Peer.visiData.program, [files.csv])
                    let terminal = try PeerTerminal(command, in: files.folder, awaiting: "6309")
                    return [.init(row: open, name: Peer.visiData.name, value: .of(terminal.start / .seconds(1)))]
                })
        }
        return all
    }

    // MARK: Peers

    private var filtering: Contestant {
        Contestant(name: Peer.fzf.name, rows: [filter, search]) {
            try [(filter, "siti"), (search, "siti rah")].flatMap { row, words in
                let command = MeasuredCommand(
                    "/bin/sh", ["-c", "fzf --filter \"$0\" | head -n 50", words], input: files.names,
                    output: files.folder + "/fzf.out")
                return found(row, Peer.fzf.name, try command.run(in: files.folder))
            }
        }
    }

    private var sqlite3: [Contestant] {
        func sql(_ row: RaceRow, _ lines: String) -> Contestant {
            command(
                Peer.sqlite3.name, row,
                MeasuredCommand(
                    Peer.sqlite3.program, ["-csv", files.database, lines], output: files.folder + "/sqlite3.out"))
        }
        var serial = 0
        var hasIndex = false
        return [
            Contestant(
                name: Peer.sqlite3.name, rows: [importing, importMemory, bytes], leastTurns: Self.turnsOfImport
            ) {
                let outcome = try importBare()
                let size = Double(PeopleFiles.bytes(of: files.database))
                return found(importing, Peer.sqlite3.name, outcome, importMemory) + [
                    .init(row: bytes, name: Peer.sqlite3.name, value: .of(size / Double(files.size)))
                ]
            },
            sql(exporting, "select * from people"),
            sql(totals, "select kecamatan, count(*) from people group by kecamatan"),
            sql(filter, "select * from people where nama like '%siti%' order by nama, nik limit 50"),
            sql(search, "select * from people where nama like '%siti%rah%' order by nama, nik limit 50"),
            Contestant(name: Peer.sqlite3.name, rows: [index]) {
                if !hasIndex {
                    // Making it is not counted.
                    _ = try MeasuredCommand(Peer.sqlite3.program, [files.database, Self.indexing]).run(in: files.folder)
                    hasIndex = true
                }
                let command = MeasuredCommand(
                    Peer.sqlite3.program, ["-csv", files.database, Self.indexed], output: files.folder + "/sqlite3.out")
                return found(index, Peer.sqlite3.name, try command.run(in: files.folder))
            },
            Contestant(name: Peer.sqlite3.name, rows: [saving]) {
                serial += 1
                let line =
                    "insert into people (nik, nama) values ('1\(String(format: "%015d", serial))', 'Siti Rahmah')"
                let command = MeasuredCommand(Peer.sqlite3.program, [files.database, line])
                return found(saving, Peer.sqlite3.name, try command.run(in: files.folder))
            },
        ]
    }

    private static let columns =
        "nik, nama, tempat_lahir, tanggal_lahir, jenis_kelamin, kecamatan, desa, alamat, telepon, pendidikan, pekerjaan, alasan_tanpa_nik"
    private static let indexing =
        "create virtual table names using fts5(nama, content='people'); insert into names(names) values ('rebuild')"
    private static let indexed =
        "select * from people where rowid in (select rowid from names where names match 'siti* rah*') order by nama, nik limit 50"

    /// `.import` into a table with the index that silat has on NIK.
    private func importBare() throws -> MeasuredCommand.Outcome {
        let path = files.folder + "/importing.db"
        PeopleFiles.remove(path)
        let script = files.folder + "/import.sql"
        let lines = """
            create table people (\(Self.columns));
            create unique index people_nik on people (nik) where nik <> '';
            .import --csv --skip 1 \(files.csv) people

            """
        try Data(lines.utf8).write(to: URL(filePath: script))
        let command = MeasuredCommand(Peer.sqlite3.program, [path], input: script)
        let outcome = try command.run(in: files.folder)
        if !FileManager.default.fileExists(atPath: files.database) {
            try FileManager.default.moveItem(atPath: path, toPath: files.database)
        }
        PeopleFiles.remove(path)
        return outcome
    }

    /// VisiData and LibreOffice, each once through everything it can do.
    private func sessions(_ peers: [Peer]) -> [Contestant] {
        let scripts: [(peer: Peer, script: String, steps: [(String, RaceRow)])] = [
            (
                .visiData, PeerSession.visiData,
                [("open", loaded), ("pivot", totals), ("filter", filter), ("csv", exporting), ("memory", openMemory)]
            ),
            (
                .calc, PeerSession.calc,
                [
                    ("start", start), ("open", open), ("open", loaded), ("filter", filter), ("pivot", totals),
                    ("csv", exporting), ("save", saving), ("bytes", bytes), ("memory", openMemory),
                ]
            ),
        ]
        return scripts.filter { peers.contains($0.peer) }.map { peer, script, steps in
            Contestant(name: peer.name, rows: steps.map(\.1)) {
                let (values, isOver) = try PeerSession.run(
                    script, named: "\(peer)", on: files.csv, in: files.folder, limit: effort.limit)
                return steps.compactMap { step, row in
                    if let value = values[step] { return .init(row: row, name: peer.name, value: .of(value)) }
                    guard isOver, row.unit == .seconds else { return nil }
                    return .init(row: row, name: peer.name, value: .over(seconds: effort.limit / .seconds(1)))
                }
            }
        }
    }

    // MARK: Runs

    private func command(_ name: String, _ row: RaceRow, _ command: MeasuredCommand) -> Contestant {
        Contestant(name: name, rows: [row]) {
            var command = command
            command.limit = effort.limit
            return found(row, name, try command.run(in: files.folder))
        }
    }

    private func found(
        _ row: RaceRow, _ name: String, _ outcome: MeasuredCommand.Outcome, _ memory: RaceRow? = nil
    ) -> [RaceFinding] {
        let seconds = outcome.time / .seconds(1)
        let time = RaceFinding(
            row: row, name: name, value: outcome.status == nil ? .over(seconds: seconds) : .of(seconds))
        return [time] + (memory.map { [.init(row: $0, name: name, value: .of(Double(outcome.memory)))] } ?? [])
    }
}
