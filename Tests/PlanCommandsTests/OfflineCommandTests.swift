import Foundation
import Testing

@testable import PlanCommands

private let file = "Plans/small.plan.yaml"

private func json(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
}

@Suite struct OfflineCommandTests {
    @Test("check praises a plan without faults on stdout and exits with 0")
    func checkGood() async {
        let world = smallWorld()
        #expect(await world.run("check", file) == 0)
        #expect(world.output == "Plans/small.plan.yaml: no faults, 2 weeks, 6 entries\n")
    }

    @Test("check names every fault with its line and column, and exits with 65")
    func checkBad() async {
        let world = smallWorld { $0.split(separator: "sport: Ride").joined(separator: "sprot: Ride") }
        #expect(await world.run("check", file) == 65)
        #expect(world.talk.contains("Plans/small.plan.yaml:4:1: error:"))
        #expect(world.talk.contains("sprot: Ride\n^~~~~"))
        #expect(world.talk.contains("sport"))
    }

    @Test("check --format json puts one JSON value on stdout and nothing on stderr")
    func checkJSON() async throws {
        let world = smallWorld { $0 + "nonsense: 1\n" }
        #expect(await world.run("check", file, "--format", "json") == 65)
        let findings = try #require(try json(world.output)["diagnostics"] as? [[String: Any]])
        #expect(findings.count == 1)
        #expect(findings[0]["line"] as? Int == 16)
        #expect(world.talk == "")
    }

    @Test("template files are told by their content and checked alone")
    func templates() async {
        let world = smallWorld()
        #expect(await world.run("check", "Templates/t.yaml") == 0)
        #expect(world.output == "Templates/t.yaml: no faults, 1 template\n")
        let wrong = World(["t.yaml": smallTemplates.split(separator: "65%").joined(separator: "65bpm")])
        #expect(await wrong.run("check", "t.yaml") == 65)
        #expect(wrong.talk.contains("t.yaml:11:17: error:"))
        #expect(await world.run("show", "Templates/t.yaml") == 65)
    }

    @Test("a zone that the world doesn't have is a fault at its place")
    func unknownZone() async {
        let world = smallWorld {
            $0.split(separator: "athlete: {").joined(separator: "athlete: {timezone: Mars/Base, ")
        }
        #expect(await world.run("check", file) == 65)
        #expect(world.talk.contains("small.plan.yaml:7:21: error:"))
    }

    @Test("an unknown command gets a hint")
    func unknownCommand() {
        #expect(PlanCommand.unknownCommand("aply") == "there is no command aply; did you mean apply?")
        #expect(PlanCommand.unknownCommand("apply") == nil)
        #expect(PlanCommand.unknownCommand("--help") == nil)
    }

    @Test("a missing file is a located fault, 65")
    func missing() async {
        let world = World()
        #expect(await world.run("check", "no.plan.yaml") == 65)
        #expect(world.talk.contains("no.plan.yaml:1:1: error:"))
    }

    @Test("check --strict takes a warning for an error")
    func strict() async {
        let change = { (plan: String) in
            plan + "availability: {sun: off}\n"
        }
        #expect(await smallWorld(change).run("check", file) == 0)
        #expect(await smallWorld(change).run("check", file, "--strict") == 65)
    }

    @Test("show lists weeks and sessions; --week takes a number or a date")
    func show() async {
        let world = smallWorld()
        #expect(await world.run("show", file, "--week", "2027-01-13") == 0)
        #expect(world.output.contains("Week 2, base 2, 2027-01-11"))
        #expect(!world.output.contains("base.w1.long"))
        #expect(await smallWorld().run("show", file, "--week", "9") == 64)
    }

    @Test("show --format json gives the contract's fields, absent ones as null")
    func showJSON() async throws {
        let world = smallWorld()
        #expect(await world.run("show", file, "--format", "json") == 0)
        let value = try json(world.output)
        #expect(value["plan"] as? String == "small")
        #expect(value["end"] as? String == "2027-01-17")
        let events = try #require(value["events"] as? [[String: Any]])
        let long = try #require(events.first { $0["key"] as? String == "base.w1.long" })
        #expect(long["date"] as? String == "2027-01-10")
        #expect(long["time"] is NSNull)
        #expect(long["load_basis"] as? String == "power")
        #expect((long["source"] as? [String: Any])?["line"] as? Int == 14)
        let weeks = try #require(value["weeks"] as? [[String: Any]])
        #expect((weeks[0]["target"] as? [String: Any])?["load"] as? Int == 300)
    }

    @Test("CSV has one row an entry with CRLF")
    func csv() async {
        let world = smallWorld()
        #expect(await world.run("show", file, "--format", "csv") == 0)
        let rows = world.output.split(separator: "\r\n")
        #expect(rows.count == 7)
        #expect(rows[0] == "week,date,key,category,type,role,name,duration_s,distance_m,load")
    }

    @Test("the same files give the same bytes, whatever day it is", arguments: ["show", "preview"])
    func deterministic(command: String) async {
        let first = smallWorld(environment: ["PLAN_TODAY": "2026-01-01"])
        let second = smallWorld(environment: ["PLAN_TODAY": "2028-01-01"])
        #expect(await first.run(command, file, "--format", "json") == 0)
        #expect(await second.run(command, file, "--format", "json") == 0)
        #expect(first.output == second.output)
    }

    @Test("preview's days follow the recurrence from the stated fitness")
    func preview() async throws {
        let world = smallWorld()
        #expect(await world.run("preview", file, "--format", "json") == 0)
        let days = try #require(try json(world.output)["days"] as? [[String: Any]])
        #expect(days.count == 14)
        var (ctl, atl) = (40.0, 40.0)
        for day in days {
            let load = try #require(day["load"] as? Double)
            ctl += (load - ctl) * (1 - exp(-1 / 42.0))
            atl += (load - atl) * (1 - exp(-1 / 7.0))
            #expect(abs((day["ctl"] as? Double ?? 0) - ctl) < 6e-5)
            #expect(abs((day["form"] as? Double ?? 0) - (ctl - atl)) < 6e-5)
        }
    }

    @Test("no colour in a pipe, with NO_COLOR or with --color never; colour when asked for")
    func colour() async {
        let escape = "\u{1B}["
        for (arguments, environment, expected) in [
            (["show", file], [:], false), (["show", file, "--color", "always"], [:], true),
            (["show", file], ["CLICOLOR_FORCE": "1"], true),
            (["show", file], ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], false),
        ] {
            let world = smallWorld(environment: environment)
            let status =
                arguments.count == 2
                ? await world.run(arguments[0], arguments[1]) : await world.run("show", file, "--color", "always")
            #expect(status == 0)
            #expect(world.output.contains(escape) == expected)
        }
    }

    @Test("--ascii prints ASCII only", arguments: ["show", "preview"])
    func ascii(command: String) async {
        let world = smallWorld()
        #expect(await world.run(command, file, "--ascii") == 0)
        #expect(world.output.utf8.allSatisfy { $0 < 0x80 })
    }

    @Test("wrong usage ends with 64")
    func usage() async {
        #expect(await World().run("nonsense") == 64)
        #expect(await smallWorld().run("show") == 64)
        #expect(await smallWorld().run("show", file, "--from", "yesterday") == 64)
    }

    @Test("new writes a plan that check likes, and never overwrites")
    func new() async {
        for example in ["ride", "run"] {
            let world = World()
            #expect(await world.run("new", "spring", "--example", example, "--today", "2027-02-03") == 0)
            #expect(world.file("Plans/spring.plan.yaml")?.contains("start: 2027-02-08") == true)
            #expect(await world.run("check", "Plans/spring.plan.yaml", "--strict") == 0)
            #expect(await world.run("new", "spring", "--today", "2027-02-03") == 1)
            #expect(await world.run("new", "No Good") == 64)
        }
    }

    @Test("workout prints the announcement's figures")
    func workout() async throws {
        let text = "- 20m 60% 90-100rpm\n\nMain set 4x\n- 8m 110%\n- 8m 50%\n\n- 10m 60%\n"
        let world = World(["stdin": text])
        #expect(await world.run("workout", "-", "--ftp", "250", "--format", "json") == 0)
        let value = try json(world.output)
        #expect(value["duration"] as? Int == 5640)
        #expect(value["load"] as? Int == 116)
        #expect(value["normalized_power"] as? Int == 215)
        #expect(value["average_watts"] as? Int == 184)
        #expect(value["intensity"] as? Double == 86.05)
        #expect(value["distance"] is NSNull)
    }

    @Test("workout points at what the service would misread; --strict makes it an error")
    func workoutFindings() async {
        let world = World(["w.txt": "easy\n\n- 400m 95%\n"])
        #expect(await world.run("workout", "w.txt") == 0)
        #expect(world.talk.contains("w.txt:3:3: error:"))
        #expect(await world.run("workout", "w.txt", "--strict") == 65)
        #expect(await world.run("workout", "none.txt") == 65)
        #expect(await world.run("workout", "w.txt", "--sport", "Rid") == 64)
    }

    @Test("workout says that a text has no steps, and that nobody knows the load of a free ride")
    func workoutWithoutSteps() async throws {
        let words = World(["w.txt": "Just words.\n"])
        #expect(await words.run("workout", "w.txt") == 0)
        #expect(words.talk.contains("w.txt:1:1: warning: nothing in this text makes a step"))
        let free = World(["free.txt": "- 10m 50%\n- 20m freeride\n"])
        #expect(await free.run("workout", "free.txt") == 0)
        #expect(free.talk.contains("free.txt:2:1: warning: the load of a free ride can't be predicted"))
        let dropped = World(["bad.txt": "- fast\n"])
        #expect(await dropped.run("workout", "bad.txt") == 0)
        #expect(dropped.talk.contains("[no-duration]") && !dropped.talk.contains("[no-steps]"))
        let empty = World(["stdin": ""])
        #expect(await empty.run("workout", "-", "--format", "json") == 0)
        let findings = try #require(try json(empty.output)["diagnostics"] as? [[String: Any]])
        #expect(findings.map { $0["id"] as? String } == ["no-steps"])
    }
}
