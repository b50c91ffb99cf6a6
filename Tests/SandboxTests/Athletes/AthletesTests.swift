import Testing

@testable import Sandbox

@Suite("Athletes and their settings")
struct AthletesTests {
    @Test("an athlete comes with a zone and settings")
    func show() async {
        let athlete = await Desk().send("GET", "athlete/0").json
        #expect(athlete["timezone"] == "Europe/Rome")
        #expect(athlete["sportSettings"].asList?.count == 4)
        let strength = athlete["icu_type_settings"].asList?.first { $0["type"] == "WeightTraining" }
        #expect(strength?["ctlFactor"] == 0)
    }

    @Test("a change keeps what is not sent")
    func update() async {
        let desk = Desk()
        let athlete = await desk.send("PUT", "athlete/0", ["timezone": "Asia/Tokyo", "id": "i7"]).json
        #expect(athlete["timezone"] == "Asia/Tokyo")
        #expect(athlete["id"] == "i1")
        #expect(athlete["name"] == "Sandbox Athlete")
    }

    @Test("settings are found by number and by type", arguments: ["Ride", "VirtualRide", "1"])
    func findSettings(key: String) async {
        let settings = await Desk().send("GET", "athlete/0/sport-settings/\(key)").json
        #expect(settings["ftp"] == 250)
        #expect(settings["indoor_ftp"] == 240)
        #expect(settings["pace_zones"] == .null)
    }

    @Test("a run's threshold is metres per second")
    func runThreshold() async {
        // 4:35 min/km.
        #expect(await Desk().send("GET", "athlete/0/sport-settings/Run").json["threshold_pace"] == .float(3.6363637))
    }

    @Test("changing settings needs its query and may be sparse")
    func updateSettings() async {
        let desk = Desk()
        #expect(await desk.send("PUT", "athlete/0/sport-settings/Ride", ["ftp": 260]).status == 422)
        let changed = await desk.send("PUT", "athlete/0/sport-settings/Ride?recalcHrZones=false", ["ftp": 260]).json
        #expect(changed["ftp"] == 260)
        #expect(changed["lthr"] == 160)
        let both: JSONValue = [["id": 1, "ftp": 270], ["id": 2, "lthr": 170]]
        #expect(await desk.send("PUT", "athlete/0/sport-settings?recalcHrZones=true", both).rows.count == 4)
        #expect(await desk.send("GET", "athlete/0/sport-settings/Ride").json["ftp"] == 270)
    }

    @Test("unknown settings are 404, unreadable ones 422")
    func refuses() async {
        let desk = Desk()
        #expect(await desk.send("GET", "athlete/0/sport-settings/Chess").status == 404)
        let bad: JSONValue = ["power_zones": ["x"]]
        #expect(await desk.send("PUT", "athlete/0/sport-settings/Ride?recalcHrZones=false", bad).status == 422)
    }
}
