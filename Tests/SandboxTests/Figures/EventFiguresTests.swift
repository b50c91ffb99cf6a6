import Testing

@testable import Sandbox

@Suite("What the service computes of an event")
struct EventFiguresTests {
    /// The example of the service's announcement: load 116 and intensity 86.04798 over 5640 s.
    static let announcement = """
        - 20m 60%

        Main set 4x
        - 8m 110%
        - 8m 50%

        - 10m 60%
        """

    private func create(_ members: [String: JSONValue]) async -> JSONValue {
        await Desk().send("POST", "athlete/0/events", ride().with(members)).json
    }

    @Test("the example of the announcement has its published figures")
    func publishedExample() async throws {
        let event = await create([
            "description": .text(EventFiguresTests.announcement), "icu_training_load": 5, "moving_time": 7,
        ])
        #expect(event["moving_time"] == 5640)
        #expect(event["icu_training_load"] == 116)
        #expect(event["icu_intensity"] == .number(86.04798))
        let zones = event["workout_doc"]["zoneTimes"].asList ?? []
        #expect(zones.map { $0["secs"] } == [1920, 1800, 0, 0, 1920, 0, 0, 0])
        #expect(zones.map { $0["id"] } == ["Z1", "Z2", "Z3", "Z4", "Z5", "Z6", "Z7", "SS"])
        try #require(zones.count == 8)
        #expect(zones.map { $0["percentRange"] }.prefix(2) == ["0% - 55%", "56% - 75%"])
        #expect(zones[6]["percentRange"] == "151% +")
        #expect(zones[0]["minWatts"] == 1)
        #expect(zones[0]["maxWatts"] == 137)
        #expect(zones[6]["maxWatts"] == 9999)
        #expect(event["workout_doc"]["normalized_power"] == 215)
        #expect(event["workout_doc"]["average_watts"] == 184)
        #expect(event["workout_doc"]["duration"] == 5640)
    }

    @Test("a run's load rests on its mean speed")
    func run() async {
        // At 4:00/km: 10 min 80 %, 4 x (5 min 100 %, 2 min 70 %), 10 min 75 % are 2880 s, 10,275 m, load 59.
        let desk = Desk()
        await desk.send(
            "PUT", "athlete/0/sport-settings/Run?recalcHrZones=false", ["threshold_pace": .number(1000.0 / 240)])
        let text = "- 10m 80% Pace\n\n4x\n- 5m 100% Pace\n- 2m 70% Pace\n\n- 10m 75% Pace"
        let event = await desk.send(
            "POST", "athlete/0/events", ride().with(["type": "Run", "description": .text(text)])
        ).json
        #expect(event["moving_time"] == 2880)
        #expect(event["icu_training_load"] == 59)
        #expect(abs((event["distance"].asDouble ?? 0) - 10275) < 0.01)
    }

    @Test("without steps, what is given by hand is kept, and intensity follows from it")
    func byHand() async {
        // Recorded: load 40 over 3600 s is 63.24555 %.
        let event = await create([
            "description": "Easy spin", "icu_training_load": 40, "moving_time": 3600, "distance": 20000,
        ])
        #expect(event["icu_training_load"] == 40)
        #expect(event["moving_time"] == 3600)
        #expect(event["distance"] == .number(20000))
        #expect(abs((event["icu_intensity"].asDouble ?? 0) - 63.24555) < 1e-5)
        #expect(await create(["description": "Easy spin"])["distance"] == .number(0))
    }

    @Test("strength has no load of its own, and keeps one that is given without steps")
    func strength() async {
        let steps = await create(["type": "WeightTraining", "description": "- Core circuit 15m"])
        #expect(steps["moving_time"] == 900)
        #expect(steps["icu_training_load"] == .null)
        let byHand = await create(["type": "WeightTraining", "icu_training_load": 30, "moving_time": 1800])
        #expect(byHand["icu_training_load"] == 30)
    }

    @Test("a note's text is never a workout")
    func note() async {
        let event = await create(["category": "NOTE", "description": "- 10m 60%"])
        #expect(event["workout_doc"] == .null)
        #expect(event["moving_time"] == .null)
    }

    @Test("indoors the indoor threshold holds")
    func indoors() async {
        // An hour at 240 W is 92 at a threshold of 250 W and 100 at one of 240 W.
        let out = await create(["description": "- 60m 240w"])
        let inside = await create(["description": "- 60m 240w", "indoor": true])
        #expect(out["icu_training_load"] == 92)
        #expect(inside["icu_training_load"] == 100)
    }

    @Test("a new description is parsed on PUT, or not, as the switch says")
    func parsesAgain() async throws {
        for parses in [true, false] {
            var switches = Switches()
            switches.putParsesAgain = parses
            let desk = Desk(switches)
            let id = try await desk.create(ride().with(["description": "- 60m 100%"]))[0]
            let event = await desk.send("PUT", "athlete/0/events/\(id)", ["description": "- 60m 50%\n- 60m 100%"]).json
            #expect(event["moving_time"] == .integer(parses ? 7200 : 3600))
            #expect(event["description"] == "- 60m 50%\n- 60m 100%")
            #expect(event["workout_doc"]["steps"].asList?.count == (parses ? 2 : 1))
        }
    }

    @Test("text without steps takes the computed figures away")
    func loses() async throws {
        let desk = Desk()
        let id = try await desk.create(ride().with(["description": "- 60m 100%"]))[0]
        let event = await desk.send(
            "PUT", "athlete/0/events/\(id)", ["description": "As you like", "moving_time": 1800]
        ).json
        #expect(event["icu_training_load"] == .null)
        #expect(event["joules"] == .null)
        #expect(event["moving_time"] == 1800)
    }

    @Test("a load sent alone to an event with steps sticks, time and distance do not")
    func loadAlone() async throws {
        let desk = Desk()
        let id = try await desk.create(ride().with(["description": "- 60m 100%"]))[0]
        let event = await desk.send("PUT", "athlete/0/events/\(id)", ["icu_training_load": 80, "moving_time": 60]).json
        #expect(event["icu_training_load"] == 80)
        #expect(event["moving_time"] == 3600)
    }

    @Test("a new threshold moves the figures of what is planned from today on")
    func newThreshold() async throws {
        let desk = Desk()
        let ids = try await desk.create(
            ride("2026-03-01", ["description": "- 60m 250w"]), ride("2026-03-02", ["description": "- 60m 250w"]))
        await desk.send("PUT", "athlete/0/sport-settings/Ride?recalcHrZones=false", ["ftp": 200])
        #expect(await desk.sandbox.event(ids[0])?.load == 100)
        #expect(await desk.sandbox.event(ids[1])?.load == 156)
    }

    @Test("a replacing PUT without a text takes the document away")
    func replacing() async throws {
        var switches = Switches()
        switches.putReplaces = true
        let desk = Desk(switches)
        let id = try await desk.create(ride().with(["description": "- 60m 100%"]))[0]
        let event = await desk.send("PUT", "athlete/0/events/\(id)", ride()).json
        for name in ["workout_doc", "icu_training_load", "moving_time", "joules"] { #expect(event[name] == .null) }
    }
}
