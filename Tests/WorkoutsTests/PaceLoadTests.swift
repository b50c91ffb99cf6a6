import Testing

@testable import Workouts

@Suite("Planned load by pace and heart rate")
struct PaceLoadTests {
    private func run(_ text: String, threshold: Double? = 1000.0 / 240) -> PlannedLoad {
        Workout.read(text).workout.planned(sport: .run, thresholds: Thresholds(thresholdPace: threshold))
    }

    private func swim(_ text: String, threshold: Double? = 1) -> PlannedLoad {
        Workout.read(text).workout.planned(sport: .swim, thresholds: Thresholds(thresholdPace: threshold))
    }

    @Test("a run is counted by the square of its average speed")
    func runs() throws {
        let figures = run("- 10m 80% Pace\n\n4x\n- 5m 100% Pace\n- 2m 70% Pace\n\n- 10m 75% Pace")
        #expect(figures.duration == 2880)
        #expect(abs(try #require(figures.distance) - 10_275) < 0.001)
        #expect(figures.load == 59)
        #expect(figures.basis == .pace)
        #expect(run("- 60m 7:49/mi Pace", threshold: 1609.34 / 375).load == 64)
    }

    @Test("a swim is counted by the cube, rests included")
    func swims() {
        let figures = swim("- 400mtr 80% Pace\n- 800mtr 95% Pace\n- 60s intensity=rest\n- 400mtr 90% Pace")
        #expect(figures.duration == 1846)
        #expect(figures.distance == 1600)
        #expect(figures.load == 33)
        #expect(swim("- 0.4km 90% Pace").duration == 444)
        #expect(swim("- 5m 80% Pace").distance == 240)
        #expect(swim("- 3km 18:20/km Pace", threshold: 64.5 / 60).load == 55)  // published: 55.438
    }

    @Test("a pace zone begins one percent above the zone before")
    func zones() throws {
        #expect(abs(try #require(run("- 8m Z2-Z4 Pace").distance) - 1785) < 0.001)
        #expect(run("- 8m Z3 Pace").zoneTimes.first { $0.seconds > 0 } == ZoneTime(id: "Z3", seconds: 480))
    }

    @Test("an absolute pace needs no threshold for its duration but one for its load")
    func absolute() {
        let figures = run("- Mile Pace 1mi 5:55/mi Pace", threshold: nil)
        #expect(figures.duration == 355)
        #expect(figures.distance == 1609.34)
        #expect(figures.load == nil)
        #expect(figures.basis == .unknown)
        #expect(swim("- 100mtr 1:40 Pace").duration == 100)
        #expect(run("- 1km 4:00 Pace").load == 7)
    }

    @Test("without a usable pace a ride takes 30 km/h and other sports an unknown time")
    func openDistance() {
        #expect(ride("- Meter reps 400mtr 250-275w").duration == 48)
        #expect(ride("- 1km 50%").duration == 120)
        let figures = run("- 10m 80% Pace\n- 1km")
        #expect(figures.load == nil)
        #expect(figures.basis == .unknown)
        #expect(figures.duration == 600)
        #expect(figures.hasOpenDuration)
    }

    private func athlete(_ sex: Sex) -> Thresholds {
        var thresholds = Thresholds(lthr: 160)
        thresholds.maxHR = 185
        thresholds.restingHR = 50
        thresholds.sex = sex
        return thresholds
    }

    @Test("heart rate is counted by a normalised TRIMP", arguments: [(Sex.male, 43), (.female, 45)])
    func heartRate(sex: Sex, load: Int) {
        let workout = Workout.read("- 20m 75% LTHR\n- 20m 93.75% LTHR\n- 10m 68.75% LTHR").workout
        let figures = workout.planned(sport: .ride, thresholds: athlete(sex))
        #expect(figures.load == load)
        #expect(figures.basis == .heartRate)
        #expect(figures.zoneTimes.map(\.seconds) == [1800, 0, 0, 1200, 0, 0, 0])
        #expect(Workout.read("- 60m 100% LTHR").workout.planned(sport: .run, thresholds: athlete(sex)).load == 100)
    }

    @Test("a heart-rate ramp strains between its ends, as small steps do")
    func heartRateRamp() throws {
        let strain = try #require(HeartRateStrain(athlete(.male)))
        let steps = (0..<1000).map {
            strain.mean(from: 100 + 0.06 * (Double($0) + 0.5), to: 100 + 0.06 * (Double($0) + 0.5))
        }
        #expect(abs(strain.mean(from: 100, to: 160) - steps.reduce(0, +) / 1000) < 1e-6)
    }

    @Test("times in zones follow their own order, and need no load")
    func zoneTimes() {
        let workout = Workout.read("- 60m 50% 100% LTHR").workout
        var thresholds = athlete(.male)
        thresholds.ftp = 250
        thresholds.zoneTimeOrder = [.heartRate, .power, .pace]
        let figures = workout.planned(sport: .ride, thresholds: thresholds)
        #expect(figures.basis == .power)
        #expect(figures.zoneMetric == .heartRate)
        #expect(figures.zoneTimes.map(\.seconds) == [0, 0, 0, 0, 3600, 0, 0])
        let plain = workout.planned(sport: .ride, thresholds: Thresholds(lthr: 160))
        #expect(plain.load == nil)
        #expect(plain.zoneTimes.map(\.seconds) == [0, 0, 0, 0, 3600, 0, 0])
    }

    @Test("a value on the bound of a zone belongs to it", arguments: [77.5, 87.7, 94.3, 100, 103.4, 111.5])
    func paceBounds(percent: Double) {
        let zone = [77.5, 87.7, 94.3, 100, 103.4, 111.5].firstIndex(of: percent) ?? 0
        for pace in 180...420 {
            let figures = run("- 60m \(percent)% Pace", threshold: 1000 / Double(pace))
            #expect(figures.zoneTimes.firstIndex { $0.seconds > 0 } == zone)
        }
    }

    @Test("a pace without a unit counts over the athlete's own distance where one is set")
    func paceUnit() {
        var thresholds = Thresholds(thresholdPace: 4)
        thresholds.paceUnit = .secondsPerMile
        let workout = Workout.read("- 1mi 7:00 Pace").workout
        #expect(workout.planned(sport: .run, thresholds: thresholds).duration == 420)
        #expect(workout.planned(sport: .run, thresholds: Thresholds(thresholdPace: 4)).duration == 676)
    }

    @Test("default heart-rate zones follow from the threshold")
    func defaultZones() {
        let thresholds = athlete(.male)
        #expect(thresholds.heartRateBounds(for: .ride) == [128, 143, 149, 159, 163, 168, 185])
        #expect(thresholds.heartRateBounds(for: .run) == [135, 143, 151, 159, 163, 168, 185])
        #expect(thresholds.heartRateBounds(for: .swim) == [135, 143, 151, 159, 163, 168, 185])
    }

    @Test("heart rate without its thresholds has no load")
    func missingThresholds() {
        let figures = Workout.read("- 20m 75% LTHR").workout.planned(sport: .ride, thresholds: Thresholds(lthr: 160))
        #expect(figures.load == nil)
        #expect(figures.basis == .unknown)
    }

    @Test("the order of the settings decides between metrics, the event's target before it")
    func order() {
        let workout = Workout.read("- 60m 50% 100% Pace 100% LTHR").workout
        var thresholds = athlete(.male)
        thresholds.ftp = 250
        thresholds.thresholdPace = 4
        #expect(workout.planned(sport: .run, thresholds: thresholds).basis == .power)
        #expect(workout.planned(sport: .run, thresholds: thresholds, target: .pace).basis == .pace)
        thresholds.loadOrder = [.heartRate, .power, .pace]
        #expect(workout.planned(sport: .run, thresholds: thresholds).basis == .heartRate)
        thresholds.maxHR = nil
        #expect(workout.planned(sport: .run, thresholds: thresholds).basis == .power)
    }

    @Test(
        "what the service computes no load for has none",
        arguments: ["- 60m", "- 10m 50%\n- 10m freeride", "- 10m 70% MMP", "- 10m CZ1", "- 10m Z9", ""])
    func unknown(text: String) {
        #expect(ride(text).load == nil)
        #expect(ride(text).basis == .unknown)
        #expect(ride(text).intensity == nil)
    }

    @Test("a gym session has neither power nor load, and the service's document shows 0 W")
    func gym() {
        let workout = Workout.read("- Core circuit 15m").workout
        let figures = workout.planned(sport: .weightTraining, thresholds: Thresholds(ftp: 250))
        #expect(figures.load == nil)
        #expect(figures.duration == 900)
        let document = WorkoutDocument(workout, planned: figures, sport: .weightTraining, thresholds: Thresholds())
        #expect(document.normalizedPower == 0)
    }

    @Test("free riding with a range counts its middle")
    func freerideRange() {
        #expect(ride("- 60m freeride 40-60%").load == 25)
    }

    @Test("indoors the indoor threshold applies, always in a virtual ride")
    func indoor() {
        var thresholds = Thresholds(ftp: 250)
        thresholds.indoorFTP = 200
        let workout = Workout.read("- 60m 200w").workout
        #expect(workout.planned(sport: .ride, thresholds: thresholds, indoor: true).load == 100)
        #expect(workout.planned(sport: .ride, thresholds: thresholds).load == 64)
        let virtual = Sport(name: "VirtualRide") ?? .ride
        #expect(workout.planned(sport: virtual, thresholds: thresholds).load == 100)
    }

    @Test("an explicit load gives intensity by the same formula")
    func explicitLoad() throws {
        let figures = PlannedLoad(duration: 3600, load: 40, basis: .explicit)
        #expect(abs(try #require(figures.intensity) - 63.24555) < 0.000_01)
    }
}
