import Testing

@testable import IntervalsICU

@Suite struct AthleteTests {
    private let json = """
        {"id": "i7", "name": "A. Rider", "timezone": "Europe/Berlin", "icu_resting_hr": 48, "icu_weight": 71.5,
         "sex": "F", "icu_permission": "WRITE", "icu_api_key": "not for us",
         "icu_type_settings": [{"type": "Run", "ctlFactor": 0.8, "atlFactor": 1.2}, {"type": "Swim"}],
         "sportSettings": [
           {"id": 1, "types": ["Ride", "VirtualRide"], "ftp": 250, "indoor_ftp": 240, "w_prime": 20000, "p_max": 900,
            "power_zones": [55, 75, 90, 105, 120, 150, 999], "power_zone_names": ["Z1"], "sweet_spot_min": 84,
            "sweet_spot_max": 97, "lthr": 165, "max_hr": 185, "hr_zones": [134, 147, 153, 163, 168, 173, 185],
            "hr_load_type": "HRSS", "threshold_pace": null, "pace_zones": null, "load_order": "POWER_HR_PACE",
            "workout_order": "POWER_HR_PACE", "tiz_order": "POWER_HR_PACE", "other": false},
           {"id": 2, "types": ["Run"], "ftp": 0, "threshold_pace": 3.7037036, "pace_units": "MINS_KM",
            "pace_zones": [77.5, 87.7, 94.3, 100.0, 103.4, 111.5, 999.0], "pace_load_type": "RUN", "lthr": 0,
            "load_order": "PACE_HR_POWER", "hr_zones": null, "warmup_time": 600, "cooldown_time": 300},
           {"id": 3, "types": ["Other"], "other": true, "ftp": null}],
         "custom_items": []}
        """

    private func athlete() async throws -> Athlete {
        try await Scene(.answer(200, json)).client.athlete("i7")
    }

    @Test("reads the athlete with zone and shares of load")
    func readsAthlete() async throws {
        let athlete = try await athlete()
        #expect((athlete.id, athlete.name, athlete.timezone) == ("i7", "A. Rider", "Europe/Berlin"))
        #expect((athlete.restingHR, athlete.weight, athlete.sex) == (48, 71.5, "F"))
        #expect(athlete.permission == "WRITE")
        let shares = [TypeSettings(type: "Run", ctlFactor: 0.8, atlFactor: 1.2), TypeSettings(type: "Swim")]
        #expect(athlete.typeSettings == shares)
    }

    @Test("reads thresholds and zones of each sport")
    func readsSettings() async throws {
        let athlete = try await athlete()
        let ride = try #require(athlete.sportSettings(for: "VirtualRide"))
        #expect((ride.ftp, ride.indoorFTP, ride.lthr, ride.maxHR) == (250, 240, 165, 185))
        #expect((ride.sweetSpotMin, ride.sweetSpotMax, ride.powerZones.last) == (84, 97, 999))
        #expect((ride.hrZones.count, ride.paceZones, ride.thresholdPace) == (7, [], nil))
        let run = try #require(athlete.sportSettings(for: "Run"))
        #expect((run.thresholdPace, run.paceUnits, run.paceLoadType) == (3.7037036, "MINS_KM", "RUN"))
        #expect((run.paceZones[1], run.loadOrder, run.warmupTime) == (87.7, "PACE_HR_POWER", 600))
    }

    @Test("a threshold of 0 is none")
    func zeroIsUnset() async throws {
        let run = try #require(try await athlete().sportSettings(for: "Run"))
        #expect((run.ftp, run.lthr) == (nil, nil))
    }

    @Test("a sport without settings takes those for all others")
    func otherSports() async throws {
        let athlete = try await athlete()
        #expect(athlete.sportSettings(for: "Yoga")?.id == 3)
        #expect(Athlete(id: "1").sportSettings(for: "Yoga") == nil)
    }

    @Test("an id of digits may come as a number")
    func numericID() async throws {
        let athlete = try await Scene(.answer(200, #"{"id":2049151}"#)).client.athlete("0")
        #expect(athlete == Athlete(id: "2049151"))
    }

    @Test("the settings of all sports can be read by themselves")
    func settingsAlone() async throws {
        let scene = Scene(.answer(200, #"[{"types":["Ride"],"ftp":251.0}]"#))
        let settings = try await scene.client.sportSettings(athlete: "i7")
        #expect(settings.map(\.ftp) == [251])
        #expect(scene.transport.requests.map(\.target) == ["/api/v1/athlete/i7/sport-settings"])
    }
}
