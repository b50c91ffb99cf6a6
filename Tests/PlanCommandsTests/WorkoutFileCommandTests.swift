import Testing

@testable import PlanCommands

/// A ZWO of one hour.
private let zwo = """
    <workout_file><name>Über & out</name><sportType>bike</sportType><workout>
    <Warmup Duration="600" PowerLow="0.5" PowerHigh="0.75"/>
    <IntervalsT Repeat="5" OnDuration="240" OffDuration="120" OnPower="1.05" OffPower="0.5"/>
    <SteadyState Duration="1200" Power="0.65"/>
    </workout></workout_file>
    """

@Suite("plan export")
struct ExportCommandTests {
    @Test("each workout becomes a file named by date and key")
    func folder() async {
        let world = smallWorld()
        #expect(await world.run("export", "Plans/small.plan.yaml", "--format", "zwo", "-o", "out") == 0)
        let files = world.paths.filter { $0.hasPrefix("out/") }
        #expect(files.count == 6)
        #expect(files.contains("out/2027-01-10-base.w1.long.zwo"))
        #expect(world.file(files[0])?.hasPrefix("<?xml") == true)
        #expect(world.output == "")
    }

    @Test("keys and dates cut, one file may be named")
    func filter() async {
        let world = smallWorld()
        let status = await world.run(
            "export", "Plans/small.plan.yaml", "--format", "erg", "--only", "base.w2.long", "-o", "long.erg")
        #expect(status == 0)
        #expect(world.file("long.erg")?.hasPrefix("[COURSE HEADER]\r\n") == true)
    }

    @Test("calendars and tables go to stdout, and never depend on today")
    func tables() async {
        var outputs: Set<String> = []
        for day in ["2026-01-01", "2027-01-08"] {
            let world = smallWorld()
            #expect(await world.run("export", "Plans/small.plan.yaml", "--format", "ics", "--today", day) == 0)
            outputs.insert(world.output)
        }
        #expect(outputs.count == 1)
        #expect(outputs.first?.contains("UID:small.base.w1.long@training-plan\r\n") == true)
        let world = smallWorld()
        #expect(await world.run("export", "Plans/small.plan.yaml", "--format", "csv") == 0)
        #expect(world.output.hasPrefix("week,date,key,category,type,role,name,duration_s,distance_m,load\r\n"))
    }

    @Test("wrong use is told apart from a wrong plan")
    func faults() async {
        #expect(await smallWorld().run("export", "Plans/small.plan.yaml", "--format", "zwo") == 64)
        #expect(await smallWorld().run("export", "Plans/small.plan.yaml", "--format", "csv", "--busy") == 64)
        #expect(await smallWorld().run("export", "Plans/small.plan.yaml", "--format", "tcx", "-o", "x") == 64)
        #expect(await smallWorld().run("export", "Plans/none.plan.yaml", "--format", "zwo", "-o", "x") == 65)
    }
}

@Suite("plan import")
struct ImportCommandTests {
    @Test("templates go to stdout or to a new file")
    func templates() async {
        let world = World(["a.zwo": zwo])
        #expect(await world.run("import", "a.zwo") == 0)
        #expect(world.output.contains("  ueber-out:\n    name: Über & out\n"))
        #expect(world.output.contains("${reps}x"))
        #expect(await world.run("import", "a.zwo", "-o", "t.yaml") == 0)
        #expect(world.file("t.yaml") == world.output)
        #expect(await world.run("check", "t.yaml") == 0)
    }

    @Test("what exists is never overwritten")
    func exists() async {
        let world = World(["a.zwo": zwo, "t.yaml": "mine"])
        #expect(await world.run("import", "a.zwo", "-o", "t.yaml") == 1)
        #expect(world.file("t.yaml") == "mine")
    }

    @Test("one bad file stops the run, unless it may be left out")
    func bad() async {
        let world = World(["a.zwo": zwo, "b.zwo": "", "c.zwo": "<workout/>"])
        #expect(await world.run("import", "a.zwo", "b.zwo", "-o", "t.yaml") == 65)
        #expect(world.file("t.yaml") == nil)
        #expect(await world.run("import", "c.zwo") == 65)
        #expect(world.talk.contains("c.zwo:1:1: error: "))
        #expect(await world.run("import", "a.zwo", "b.zwo", "--best-effort", "-o", "t.yaml") == 65)
        #expect(world.file("t.yaml") != nil)
    }
}

@Suite("plan workout on files")
struct WorkoutConversionTests {
    @Test("files are told apart by content and give the figures of their text")
    func content() async {
        let world = World(["a.txt": zwo, "b.zwo": "- 10m ramp 50-75%\n\n5x\n- 4m 105%\n- 2m 50%\n\n- 20m 65%\n"])
        #expect(await world.run("workout", "a.txt", "--ftp", "250", "--quiet") == 0)
        let fromFile = world.output
        #expect(await world.run("workout", "b.zwo", "--ftp", "250") == 0)
        #expect(world.output == fromFile + fromFile)
    }

    @Test("a sport that is not stated is the file's")
    func sport() async {
        let run = zwo.split(separator: "bike").joined(separator: "run")
        let world = World(["a.zwo": run])
        #expect(await world.run("workout", "a.zwo", "--format", "json") == 0)
        #expect(world.output.contains("\"sport\" : \"Run\""))
    }

    @Test("conversions give the bytes, a terminal takes text alone")
    func conversion() async {
        let world = World(["a.zwo": zwo])
        #expect(await world.run("workout", "a.zwo", "--format", "mrc") == 0)
        #expect(world.output.contains("MINUTES PERCENT\r\n"))
        let terminal = World(["a.zwo": zwo], isTerminal: true)
        #expect(await terminal.run("workout", "a.zwo", "--format", "fit") == 64)
        #expect(await terminal.run("workout", "a.zwo", "--format", "fit", "-o", "a.fit") == 0)
        #expect(terminal.file("a.fit") != nil)
    }

    @Test("losses name the step, and nothing to write is a failure")
    func losses() async {
        let world = World(["a.txt": "- 10m 60%\n- 10m 80% LTHR\n", "b.txt": "- 10m 80% LTHR\n"])
        #expect(await world.run("workout", "a.txt", "--format", "zwo") == 0)
        #expect(world.talk.contains("step 2 `10m 80% LTHR`"))
        #expect(await world.run("workout", "b.txt", "--format", "erg") == 1)
    }

    @Test("unreadable files end with 65, wrong thresholds with 64")
    func faults() async {
        let world = World(["a.zwo": "<workout_file/>", "b.txt": "- 10m 60%\n"])
        #expect(await world.run("workout", "a.zwo") == 65)
        #expect(await world.run("workout", "c.zwo") == 65)
        let empty = World(["c.zwo": " \n"])
        #expect(await empty.run("workout", "c.zwo") == 65)
        #expect(empty.talk.contains("c.zwo:1:1: error: the file is empty [empty-file]"))
        #expect(await world.run("workout", "b.txt", "--ftp", "0") == 64)
        #expect(await world.run("workout", "b.txt", "--sport", "Rode") == 64)
    }
}
