import Testing

@testable import Workouts

@Suite("The workout document")
struct WorkoutDocumentTests {
    /// FTP 250, LTHR 160 of 185, threshold 4:00/km for runs and 1:40/100m for swims.
    private func athlete(_ sport: Sport) -> Thresholds {
        var thresholds = Thresholds(ftp: 250, lthr: 160, thresholdPace: sport == .swim ? 1 : 1000.0 / 240)
        thresholds.maxHR = 185
        thresholds.restingHR = 50
        return thresholds
    }

    private func document(
        _ text: String, _ sport: Sport = .ride, indoor: Bool = false, lthr: Int = 160, isResolved: Bool = true
    ) -> WorkoutDocument {
        var thresholds = athlete(sport)
        thresholds.lthr = lthr
        let workout = Workout.read(text).workout
        let planned = workout.planned(sport: sport, thresholds: thresholds, indoor: indoor)
        return WorkoutDocument(
            workout, planned: planned, sport: sport, thresholds: thresholds, indoor: indoor, isResolved: isResolved)
    }

    private func numbers(_ value: DocumentValue?) -> [Double?] { [value?.value, value?.start, value?.end] }

    @Test(
        "heart rate resolves as the service was recorded to",
        arguments: [
            ("- 12m 55-75% LTHR", 160, [104, 88, 120]), ("- 10m 75% LTHR", 160, [120, 118, 122]),
            ("- 10m ramp 50-62% LTHR", 165, [92, 82, 102]), ("- 9m Z3 HR", 160, [nil, 144, 149]),
            ("- 9m Z2-Z4 HR", 160, [nil, 129, 159]),
        ] as [(String, Int, [Double?])])
    func heartRate(text: String, lthr: Int, expected: [Double?]) {
        #expect(numbers(document(text, lthr: lthr).steps[0].resolvedHeartRate) == expected)
    }

    @Test("a single power is widened outdoors and kept indoors")
    func power() {
        #expect(numbers(document("- 12m 44%").steps[0].resolvedPower) == [110, 107, 113])
        #expect(numbers(document("- 12m 44%", indoor: true).steps[0].resolvedPower) == [110, 110, 110])
        #expect(
            numbers(document("- 12m 44%", Sport(name: "VirtualRide") ?? .ride).steps[0].resolvedPower) == [
                110, 110, 110,
            ])
        #expect(numbers(document("- 80m Z2").steps[0].resolvedPower) == [nil, 140, 187])
        #expect(numbers(document("- 2m 280w-300w").steps[0].resolvedPower) == [290, 280, 300])
    }

    @Test("pace zones resolve to metres per second and time to metres")
    func pace() throws {
        let step = document("- 8m Z2-Z4 Pace", .run).steps[0]
        let resolved = try #require(step.resolvedPace)
        #expect(resolved.value == nil)
        #expect(abs(try #require(resolved.start) - 3.270833) < 1e-6)
        #expect(abs(try #require(resolved.end) - 4.166667) < 1e-6)
        #expect(abs(try #require(step.resolvedDistance) - 1785) < 1e-6)
        #expect(document("- 5m 80% Pace", .swim).steps[0].resolvedDistance == 240)
        let mile = document("- Mile Pace 1mi 5:55/mi Pace", .run).steps[0]
        #expect(mile.distance == 1609.34)
        #expect(mile.duration == 355)
        #expect(mile.resolvedDistance == nil)
    }

    @Test("a block carries its header, rounds and total")
    func block() throws {
        let block = document(announcement).steps[1]
        #expect(block.text == "Main set 4x")
        #expect(block.reps == 4)
        #expect(block.duration == 3840)
        #expect(block.steps?.map(\.duration) == [480, 480])
    }

    @Test("the whole document has the service's names, and single values and ranges in their two forms")
    func json() throws {
        let text =
            "Go <hard>\n\nPool length: 25m\n\nWarmup\n- Easy & <slow> 10m 55-75% LTHR\n\n2x\n- 1m 90% 90-100rpm press lap\n- 1m ramp 50-60%"
        let json = try document(text, isResolved: false).json()
        #expect(
            json == """
                {"average_watts":52,"description":"Go <hard>","duration":840,"normalized_power":137,\
                "options":{"pool_length":25},"steps":[\
                {"duration":600,"hr":{"end":75,"start":55,"units":"%lthr"},"text":"Easy &amp; &lt;slow&gt;","warmup":true},\
                {"duration":240,"reps":2,"steps":[\
                {"cadence":{"end":100,"start":90,"units":"rpm"},"duration":60,"power":{"units":"%ftp","value":90},"until_lap_press":true},\
                {"duration":60,"power":{"end":60,"start":50,"units":"%ftp"},"ramp":true}],"text":"2x"}],\
                "target":"AUTO","variability_index":2.6346153846153846,"zoneTimes":[\
                {"id":"Z1","max":55,"maxWatts":137,"minWatts":1,"name":"Active Recovery","percentRange":"0% - 55%","secs":660,"zone":1},\
                {"id":"Z2","max":75,"maxWatts":187,"minWatts":138,"name":"Endurance","percentRange":"56% - 75%","secs":60,"zone":2},\
                {"id":"Z3","max":90,"maxWatts":225,"minWatts":188,"name":"Tempo","percentRange":"76% - 90%","secs":120,"zone":3},\
                {"id":"Z4","max":105,"maxWatts":262,"minWatts":226,"name":"Threshold","percentRange":"91% - 105%","secs":0,"zone":4},\
                {"id":"Z5","max":120,"maxWatts":300,"minWatts":263,"name":"VO2 Max","percentRange":"106% - 120%","secs":0,"zone":5},\
                {"id":"Z6","max":150,"maxWatts":375,"minWatts":301,"name":"Anaerobic","percentRange":"121% - 150%","secs":0,"zone":6},\
                {"id":"Z7","max":999,"maxWatts":9999,"minWatts":376,"name":"Neuromuscular","percentRange":"151% +","secs":0,"zone":7},\
                {"gap":true,"id":"SS","max":97,"maxWatts":242,"min":84,"minWatts":210,"name":"Sweet Spot","percentRange":"84% - 97%","secs":120,"zone":8}]}
                """)
    }

    @Test("a pace without unit takes the sport's, and averaging is the value's target")
    func values() {
        #expect(document("- 1m 6:30 Pace", .run).steps[0].pace?.units == "secs/km")
        #expect(document("- 1m 1:30 Pace", .swim).steps[0].pace?.units == "secs/100m")
        #expect(document("- Jump 12s 200-250% power=3s").steps[0].power?.averaging == "3s")
    }

    @Test("a session without targets has 0 W and no zone times")
    func withoutTargets() {
        let made = document("- Core circuit 15m", .weightTraining)
        #expect(made.normalizedPower == 0)
        #expect(made.averageWatts == 0)
        #expect(made.zoneTimes.isEmpty)
        #expect(made.duration == 900)
    }
}
