import Testing

@testable import Workouts

/// Planned figures of a ride at `ftp`.
func ride(_ text: String, ftp: Int = 250) -> PlannedLoad {
    Workout.read(text).workout.planned(sport: .ride, thresholds: Thresholds(ftp: ftp))
}

/// The 4 x 8 min example of the service's API announcement.
let announcement = "- 20m 60% 90-100rpm\n\nMain set 4x\n- 8m 110%\n- 8m 50%\n\n- 10m 60%"

@Suite("Planned load by power")
struct PowerLoadTests {
    @Test(
        "workouts at FTP 250 give the figures of the model",
        arguments: [
            ("- 60m 75%", 3600, 187, 187, 56, 74.83315),
            ("- 60m 70-80%", 3600, 188, 188, 57, 75.49834),
            ("- 60m ramp 50-100%", 3600, 188, 197, 62, 78.74008),
            ("- 80m Z2", 4800, 163, 163, 57, 65.38348),
            ("-Z2 80m", 4800, 163, 163, 57, 65.38348),
            (
                "- 15m ramp 45-70%\n\nMain set 5x\n- 4m 106-112%\n- 3m 50%\n\n- 10m ramp 60-40%", 3600, 179, 211, 71,
                84.26150
            ),
            ("- 10m 55%\n\n10x\n- 30s 120%\n- 30s 50%\n\n- 10m 50%", 1800, 158, 183, 27, 73.48469),
            ("- 15m Z2\n\n3x\n- 10m Z4\n- 5m Z1\n\n- 10m Z1", 4200, 183, 204, 78, 81.76622),
            ("- 20m 88-92%\n- 5m\n- 20m 88-92%", 2700, 200, 218, 57, 87.17798),
        ])
    func table(text: String, seconds: Int, average: Int, normalized: Int, load: Int, intensity: Double) throws {
        let figures = ride(text)
        #expect(figures.duration == seconds)
        #expect(figures.averageWatts == average)
        #expect(figures.normalizedPower == normalized)
        #expect(figures.load == load)
        #expect(figures.basis == .power)
        #expect(abs(try #require(figures.intensity) - intensity) < 0.000_01)
    }

    @Test(
        "50 min in each zone at FTP 250",
        arguments: zip(1...7, [(123, 20), (163, 35), (207, 57), (244, 79), (282, 106), (338, 152), (1437, 2753)]))
    func zones(zone: Int, expected: (watts: Int, load: Int)) {
        let figures = ride("- 50m Z\(zone)")
        #expect(figures.averageWatts == expected.watts)
        #expect(figures.normalizedPower == expected.watts)
        #expect(figures.load == expected.load)
    }

    @Test("an hour at threshold is 100 and two hours are 200 at every FTP", arguments: 200...350)
    func threshold(ftp: Int) {
        #expect(ride("- 60m 100%", ftp: ftp).load == 100)
        #expect(ride("2x\n- 60m 100%", ftp: ftp).load == 200)
        #expect(ride("- 60m 100%\n- 60m 100%", ftp: ftp).load == 200)
    }

    @Test("published sums hold where the reference says")
    func published() {
        #expect(ride("- 60m 50%").load == 25)
        #expect(ride("- 60m 50%\n- 60m 100%").load == 145)
        let mixed = (200...350).map { ride("- 60m 50%\n- 60m 100%", ftp: $0).load }
        #expect(Set(mixed).isSubset(of: [145, 146]))
        #expect((60...90).contains(mixed.count { $0 == 145 }))
        let rested = (200...350).map { ride("- 60m\n- 60m 100%", ftp: $0).load }
        #expect(Set(rested) == [140, 141, 142])
    }

    @Test("the announcement's example gives the service's figures")
    func announcementExample() throws {
        let figures = ride(announcement)
        #expect(figures.duration == 5640)
        #expect(figures.normalizedPower == 215)
        #expect(figures.averageWatts == 184)
        #expect(figures.load == 116)
        #expect(abs(try #require(figures.intensity) - 86.04798) < 0.000_01)
        #expect(figures.zoneTimes.map(\.id) == ["Z1", "Z2", "Z3", "Z4", "Z5", "Z6", "Z7", "SS"])
        #expect(figures.zoneTimes.map(\.seconds) == [1920, 1800, 0, 0, 1920, 0, 0, 0])
        #expect((200...350).count { ride(announcement, ftp: $0).load == 116 } == 122)
        #expect([260, 280, 300].allSatisfy { ride(announcement, ftp: $0).load == 116 })
        #expect([262, 289].allSatisfy { ride(announcement, ftp: $0).load != 116 })
    }

    @Test("the guide's variant gives all of its figures at FTP 262 only")
    func guideExample() throws {
        let text = announcement.replacing("10m", with: "20m")
        let matching = (200...350).filter { ftp in
            let figures = ride(text, ftp: ftp)
            return figures.normalizedPower == 221 && figures.load == 123 && figures.averageWatts == 189
                && figures.joules.map { ($0 + 500) / 1000 } == 1181
                && figures.joulesAboveFTP.map { ($0 + 500) / 1000 } == 553
        }
        #expect(matching == [262])
        #expect(abs(try #require(ride(text, ftp: 262).intensity) - 84) < 0.5)
    }

    @Test("unrounded normalised power agrees with an independent tool")
    func independentTool() {
        var power = NormalizedPower()
        power.append(LinearSegment(seconds: 900, start: 130, end: 130))
        for watts in [225.0, 265, 225, 265, 225, 265, 225, 265, 225, 265] {
            power.append(LinearSegment(seconds: 120, start: watts, end: watts))
        }
        power.append(LinearSegment(seconds: 600, start: 120, end: 120))
        #expect(abs(power.watts - 205.55878624443383) < 1e-9)
    }

    @Test("a long ramp comes near the integral of its fourth power")
    func rampIntegral() {
        var power = NormalizedPower()
        power.append(LinearSegment(seconds: 5_000_000, start: 0.5, end: 1))
        #expect(abs(power.watts - 0.788_983_510_5) < 1e-5)
    }

    @Test("a ramp splits zones second by second")
    func rampZones() {
        #expect(ride("- 10m ramp 50w-150w").zoneTimes.map(\.seconds) == [525, 75, 0, 0, 0, 0, 0, 0])
        #expect(ride("- 10m ramp 150w-50w").zoneTimes.map(\.seconds) == [525, 75, 0, 0, 0, 0, 0, 0])
    }

    @Test("percents with decimals are rounded down exactly")
    func exactPercents() {
        for permille in 300...1500 {
            for ftp in [200, 235, 250, 262, 300] {
                let text = "- 60m \(permille / 10).\(permille % 10)%"
                #expect(ride(text, ftp: ftp).averageWatts == permille * ftp / 1000)
            }
        }
    }

    @Test("sweet spot overlaps its zone")
    func sweetSpot() {
        #expect(ride("- 10m 92%").zoneTimes.map(\.seconds) == [0, 0, 0, 600, 0, 0, 0, 600])
    }

    @Test("a half rounds up without error of the division")
    func exactHalf() {
        #expect(ride("- 30m 70%").load == 25)  // 24.5 exactly
    }
}
