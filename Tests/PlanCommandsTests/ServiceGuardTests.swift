import CivilDates
import Foundation
import IntervalsICU
import Sandbox
import Testing

@testable import PlanCommands

/// What is looked at before a service is trusted, or written to.
@Suite struct ServiceGuardTests {
    private let sandbox = SandboxService(clock: SandboxClock(today: CivilDate(daysSinceEpoch: 20_822)))

    // MARK: Where requests go

    @Test(
        "a base URL with a user name or password is wrong usage and is never shown",
        arguments: ["http://127.0.0.1:80@evil.invalid", "https://me:canary@intervals.icu", "canary@127.0.0.1:80"])
    func userinfo(base: String) async {
        let world = World(environment: ["INTERVALS_API_KEY": "key"])
        #expect(await world.run("events", "list", "--base-url", base) == 64)
        #expect(!world.talk.contains("canary") && !world.talk.contains("evil"))
        #expect(!world.output.contains("canary"))
        let other = World(environment: ["INTERVALS_API_KEY": "key", "INTERVALS_BASE_URL": base])
        #expect(await other.run("doctor") == 1)
        #expect(!(other.talk + other.output).contains("canary") && !(other.talk + other.output).contains("evil"))
    }

    // MARK: What day it is

    @Test("a day that is past everywhere is refused for a service elsewhere, before it is asked")
    func pastEverywhere() async {
        let world = smallWorld(environment: ["INTERVALS_API_KEY": "key"])
        let arguments = [
            "diff", "Plans/small.plan.yaml", "--base-url", "https://plan.invalid", "--today", "2026-12-01",
        ]
        #expect(await world.run(arguments) == 64)
        #expect(world.talk.contains("--today 2026-12-01 lies before the real day"))
    }

    @Test("the real day is the athlete's, by the service's clock")
    func realDay() {
        var context = World().context
        // Two zones a day apart, as the machine's own table would have it.
        context.date = { now, zone in
            CivilDate(
                daysSinceEpoch: (now + (zone == "Pacific/Kiritimati" ? 14 : zone == nil ? 0 : -10) * 3600) / 86_400)
        }
        let noon = 20_822 * 86_400 + 43_200
        let reading = ServiceClockReading(serviceSecondsSinceEpoch: noon, ownSecondsSinceEpoch: noon - 400 * 86_400)
        func day(_ zone: String?, _ reading: ServiceClockReading?) -> Int {
            ServiceConnection.realDay(zone: zone, reading, context).daysSinceEpoch
        }
        #expect(day("Pacific/Kiritimati", reading) == 20_823)
        #expect(day("Pacific/Honolulu", reading) == 20_822)
        #expect(day(nil, reading) == 20_822)
        #expect(day(nil, nil) == context.now() / 86_400)
    }

    // MARK: Today's events

    @Test("--include-today asks once for today's activities and leaves an event alone that one of them completed")
    func includeToday() async throws {
        let arguments = ["Plans/small.plan.yaml", "--sandbox", "--today"]
        let first = World(small(), sandbox: sandbox)
        #expect(await first.run(["apply"] + arguments + ["2026-12-28", "--yes"]) == 0)
        let today = try #require(await sandbox.events().first { $0.day == CivilDate(daysSinceEpoch: 20_823) })
        let changed = small { $0.replacing("name: Ride", with: "name: Other") }
        let options = arguments + ["2027-01-05", "--include-today", "--format", "json", "--expect-updates"]
        await sandbox.resetLog()
        let open = World(changed, sandbox: sandbox)
        #expect(await open.run(["diff"] + options + ["6"]) == 0)
        #expect(open.output.contains("\"event_id\" : \(today.id)"))
        #expect(await sandbox.requestLog.count { $0.path.contains("/activities") } == 1)
        let body = #"[{"id": "i9", "start_date_local": "2027-01-05T07:00:00", "paired_event_id": \#(today.id)}]"#
        await sandbox.script([.when(method: "GET", path: "/activities", .answer(status: 200, body: body))])
        let done = World(changed, sandbox: sandbox)
        #expect(await done.run(["diff"] + options + ["5"]) == 0)
        #expect(!done.output.contains("\"event_id\" : \(today.id)"))
        #expect(done.output.contains("\"why\" : \"completed\""))
    }

    private func small(_ change: (String) -> String = { $0 }) -> [String: String] {
        ["Plans/small.plan.yaml": smallPlan, "Templates/t.yaml": change(smallTemplates)]
    }

    // MARK: The write probe

    private let probe = ["doctor", "--write-probe", "--sandbox", "--today", "2027-01-04"]

    @Test("what the probe learns is kept with its service and takes nothing from another one's")
    func capabilities() async {
        let theirs = #"{"put_replaces": true}"#
        let world = World([".plan/cache/capabilities.json": theirs], sandbox: sandbox)
        #expect(await world.run(probe) == 0)
        #expect(world.file(".plan/cache/capabilities.json") == theirs)
        let own = Capabilities.read(
            PlanFolder(top: ".plan", ServiceOptions.sandboxed, world.context), world.context.files)
        #expect(own.probes.map(\.letter) == ["a", "b", "c", "d", "e", "g", "h"])
        #expect(!own.putReplaces)
    }

    @Test(
        "a probe that breaks off leaves nothing behind",
        arguments: [
            Fault.when(method: "POST", path: "/events", .dropAfter),
            .when(method: "POST", path: "/events/bulk", .dropAfter),
            .when(method: "POST", path: "/events/bulk", skip: 1, .commitOnly(items: 1)),
            .when(method: "PUT", .answer(status: 422, body: "{}")),
        ])
    func strays(fault: Fault) async {
        await sandbox.script([fault])
        let world = World(sandbox: sandbox)
        #expect(await world.run(probe) == 1)
        #expect(world.output.contains("FAULT    probe"))
        #expect(await sandbox.events().isEmpty)
    }
}

extension ServiceOptions {
    /// The options of `--sandbox`.
    fileprivate static var sandboxed: ServiceOptions {
        var options = ServiceOptions()
        (options.sandbox, options.baseURL, options.stateDirectory, options.athlete) = (true, nil, nil, nil)
        return options
    }
}
