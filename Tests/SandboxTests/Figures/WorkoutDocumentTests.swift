import Testing

@testable import Sandbox

// Expected values are recorded answers of the service, or follow from its recorded rules, for FTP 250, LTHR 160,
// threshold pace 4:00/km and CSS 1:40/100 m.
@Suite("Workout documents")
struct WorkoutDocumentTests {
    /// The first step of a text, resolved.
    private func step(_ text: String, type: JSONValue = "Ride", indoor: Bool = false) async -> JSONValue {
        let desk = Desk()
        await desk.send(
            "PUT", "athlete/0/sport-settings/Run?recalcHrZones=false", ["threshold_pace": .number(1000.0 / 240)])
        await desk.send(
            "POST", "athlete/0/events",
            ride().with(["type": type, "description": .text(text), "indoor": .bool(indoor)]))
        let rows = await desk.send("GET", "athlete/0/events?resolve=true").rows
        return rows.first?["workout_doc"]["steps"].asList?.first ?? .null
    }

    private func number(_ value: Double) -> JSONValue { .float(Float(value)) }

    @Test("a range keeps its percent and has whole units when resolved")
    func range() async {
        let step = await step("- 12m 55-75% LTHR")
        #expect(step["duration"] == 720)
        #expect(step["hr"] == ["start": 55, "end": 75, "units": "%lthr"])
        #expect(step["_hr"] == ["value": number(104), "start": number(88), "end": number(120)])
    }

    @Test("a single value is widened outdoors and stays single indoors")
    func single() async {
        #expect(
            await step("- 10m 75% LTHR")["_hr"] == ["value": number(120), "start": number(118), "end": number(122)])
        #expect(await step("- 12m 44%")["_power"] == ["value": number(110), "start": number(107), "end": number(113)])
        #expect(await step("- 12m 44%")["power"] == ["value": 44, "units": "%ftp"])
        let inside = await step("- 12m 50%", indoor: true)
        #expect(inside["_power"] == ["value": number(120), "start": number(120), "end": number(120)])
    }

    @Test("zones have bounds and no value")
    func zones() async {
        #expect(await step("- 9m Z3 HR")["_hr"] == ["start": number(144), "end": number(149)])
        #expect(await step("- 9m Z2-Z4 HR")["_hr"] == ["start": number(129), "end": number(159)])
        #expect(await step("- 80m Z2")["_power"] == ["start": number(140), "end": number(187)])
        let pace = await step("- 8m Z2-Z4 Pace", type: "Run")
        #expect(pace["pace"] == ["start": 2, "end": 4, "units": "pace_zone"])
        #expect(pace["_pace"] == ["start": number(3.2708333), "end": number(4.1666665)])
        #expect(pace["_distance"] == number(1785))
    }

    @Test("distance and time follow from each other through the pace")
    func distances() async {
        let swim = await step("- 0.4km 90% Pace", type: "Swim")
        #expect(swim["distance"] == number(400))
        #expect(swim["duration"] == 444)
        #expect(await step("- 5m 80% Pace", type: "Swim")["_distance"] == number(240))
        let mile = await step("- Mile Pace 1mi 5:55/mi Pace", type: "Run")
        #expect(mile["distance"] == number(1609.34))
        #expect(mile["duration"] == 355)
        #expect(await step("- Meter reps 400mtr 250-275w")["duration"] == 48)
    }

    @Test("flags and words of a step are shown where they are set")
    func words() async {
        let step = await step("- Spin easy 8m Z1 power=10s press lap")
        #expect(step["text"] == "Spin easy")
        #expect(step["power"] == ["value": 1, "units": "power_zone", "target": "10s"])
        #expect(step["until_lap_press"] == true)
        #expect(step.asObject?["ramp"] == nil)
        #expect(await self.step("- 10m ramp 50-75%")["ramp"] == true)
        #expect(await self.step("- a < b & c 10m")["text"] == "a &lt; b &amp; c")
    }

    @Test("a block repeats its steps")
    func block() async {
        let event = await Desk().send(
            "POST", "athlete/0/events", ride().with(["description": .text(EventFiguresTests.announcement)])
        ).json
        let steps = event["workout_doc"]["steps"].asList ?? []
        #expect(steps.count == 3)
        #expect(steps[1]["reps"] == 4)
        #expect(steps[1]["text"] == "Main set 4x")
        #expect(steps[1]["duration"] == 3840)
        #expect(steps[1]["steps"].asList?.count == 2)
        #expect(event["workout_doc"].asObject?["ftp"] == nil)
    }

    @Test("a resolved document names the thresholds it rests on")
    func anchors() async {
        let desk = Desk()
        await desk.send("POST", "athlete/0/events", ride().with(["description": "- 10m 60%"]))
        let document = await desk.send("GET", "athlete/0/events?resolve=true").rows[0]["workout_doc"]
        #expect(document["ftp"] == 250)
        #expect(document["lthr"] == 160)
        #expect(document["sportSettings"]["id"] == 1)
        #expect(await desk.send("GET", "athlete/0/events").rows[0]["workout_doc"].asObject?["ftp"] == nil)
    }
}
