import Foundation

/// VisiData and LibreOffice open everybody once and then do one thing after the other, told by a script that says how long each took.
enum PeerSession {
    /// What a script says: a step with its seconds, or the most memory it took with its bytes.
    private struct Line: Decodable {
        let step: String
        let value: Double
    }

    /// Runs a script to its end or to the limit.
    ///
    /// - Returns: seconds by step, bytes for `memory`, and whether it was ended at the limit.
    static func run(
        _ script: String, named name: String, on csv: String, in folder: String, limit: Duration
    ) throws -> (values: [String: Double], isOver: Bool) {
        let path = "\(folder)/\(name).py"
        try Data(script.utf8).write(to: URL(filePath: path))
        // Debian's own Python, which its packages' modules belong to.
        var command = MeasuredCommand("/usr/bin/python3", [path, csv, folder], output: "\(folder)/\(name).jsonl")
        command.limit = limit
        let outcome = try command.run(in: folder)
        let text = try String(contentsOfFile: "\(folder)/\(name).jsonl", encoding: .utf8)
        let lines = text.split(separator: "\n").compactMap {
            try? JSONDecoder().decode(Line.self, from: Data($0.utf8))
        }
        return (Dictionary(lines.map { ($0.step, $0.value) }) { $1 }, outcome.status == nil)
    }

    /// Opens a csv in VisiData, counts by kecamatan, selects the names with Siti and saves, each to its end.
    static let visiData = """
        import time
        start = time.monotonic()
        import json, sys
        from visidata import vd, Path
        from visidata.freqtbl import FreqTableSheet

        csv, folder = sys.argv[1:]
        vd.options.batch = True

        def say(step, start):
            vd.sync()
            print(json.dumps({"step": step, "value": time.monotonic() - start}), flush=True)

        sheet = vd.openSource(Path(csv))
        sheet.reload()
        say("open", start)
        start = time.monotonic()
        table = FreqTableSheet(sheet, sheet.column("kecamatan"))
        table.reload()
        say("pivot", start)
        assert table.nRows > 1
        start = time.monotonic()
        sheet.selectByIdx(vd.searchRegex(sheet, regex="Siti", columns=[sheet.column("nama")]))
        say("filter", start)
        assert sheet.nSelectedRows > 1
        start = time.monotonic()
        vd.save_csv(Path(folder + "/visidata.csv"), sheet)
        say("csv", start)
        with open("/proc/self/status") as status:
            peak = next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM"))
        print(json.dumps({"step": "memory", "value": peak}), flush=True)
        """

    /// Opens a csv in LibreOffice Calc without a screen, filters the names with Siti, makes a pivot table by kecamatan and saves.
    static let calc = """
        import json, os, subprocess, sys, time
        import uno
        from com.sun.star.beans import PropertyValue
        from com.sun.star.connection import NoConnectException
        from com.sun.star.sheet import TableFilterField2
        from com.sun.star.sheet.DataPilotFieldOrientation import DATA, ROW
        from com.sun.star.sheet.GeneralFunction import COUNT
        from com.sun.star.table import CellAddress

        csv, folder = sys.argv[1:]
        # Comma, double quote, UTF-8, from the first line on, NIK and phone as text.
        form = "44,34,76,1,1/2/9/2"

        def option(name, value):
            option = PropertyValue()
            option.Name, option.Value = name, value
            return option

        def say(step, value):
            print(json.dumps({"step": step, "value": value}), flush=True)

        def done(step, start):
            say(step, time.monotonic() - start)

        def peak():
            mine = os.getpgid(0)
            for process in filter(str.isdigit, os.listdir("/proc")):
                try:
                    if os.getpgid(int(process)) != mine:
                        continue
                    with open("/proc/" + process + "/status") as status:
                        lines = dict(line.split(":", 1) for line in status)
                    if lines["Name"].strip() == "soffice.bin":
                        return int(lines["VmHWM"].split()[0]) * 1024
                except (OSError, KeyError):
                    pass
            return None

        pipe = "silat-benchmark-%d" % os.getpid()
        start = time.monotonic()
        office = subprocess.Popen([
            "/usr/bin/soffice", "-env:UserInstallation=" + uno.systemPathToFileUrl(folder + "/calc-profile"),
            "--headless", "--norestore", "--nologo", "--nodefault", "--accept=pipe,name=%s;urp;" % pipe])
        resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
        while True:
            try:
                context = resolver.resolve("uno:pipe,name=%s;urp;StarOffice.ComponentContext" % pipe)
                break
            except NoConnectException:
                if office.poll() is not None:
                    sys.exit("soffice ended with %d" % office.returncode)
                time.sleep(0.01)
        done("start", start)
        desktop = context.ServiceManager.createInstance("com.sun.star.frame.Desktop")
        document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(csv), "_blank", 0, (
            option("Hidden", True), option("FilterName", "Text - txt - csv (StarCalc)"), option("FilterOptions", form)))
        done("open", start)
        sheet = document.Sheets.getByIndex(0)
        cursor = sheet.createCursor()
        cursor.gotoEndOfUsedArea(False)
        last = cursor.RangeAddress
        table = sheet.getCellRangeByPosition(0, 0, last.EndColumn, last.EndRow)

        start = time.monotonic()
        field = TableFilterField2()
        field.Field, field.IsNumeric, field.StringValue = 1, False, "Siti"
        field.Operator = uno.getConstantByName("com.sun.star.sheet.FilterOperator2.CONTAINS")
        choice = table.createFilterDescriptor(True)
        choice.ContainsHeader = True
        choice.setFilterFields2((field,))
        table.filter(choice)
        done("filter", start)
        table.filter(table.createFilterDescriptor(True))

        start = time.monotonic()
        document.Sheets.insertNewByName("rekap", 1)
        pivots = document.Sheets.getByIndex(1).DataPilotTables
        pivot = pivots.createDataPilotDescriptor()
        pivot.setSourceRange(table.RangeAddress)
        pivot.DataPilotFields.getByIndex(5).Orientation = ROW
        pivot.DataPilotFields.getByIndex(1).Orientation = DATA
        pivot.DataPilotFields.getByIndex(1).Function = COUNT
        target = CellAddress()
        target.Sheet = 1
        pivots.insertNewByName("rekap", target, pivot)
        done("pivot", start)

        start = time.monotonic()
        document.storeToURL(uno.systemPathToFileUrl(folder + "/calc.csv"), (
            option("FilterName", "Text - txt - csv (StarCalc)"), option("FilterOptions", form)))
        done("csv", start)
        start = time.monotonic()
        document.storeToURL(uno.systemPathToFileUrl(folder + "/calc.ods"), ())
        done("save", start)
        say("bytes", os.path.getsize(folder + "/calc.ods") / (last.EndRow or 1))
        memory = peak()
        if memory:
            say("memory", memory)
        document.close(True)
        try:
            desktop.terminate()
        except Exception:
            pass
        office.wait()
        """
}
