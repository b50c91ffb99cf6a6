import Diagnostics
import Testing

@testable import Workouts

@Suite("Findings in workout text")
struct WorkoutFindingTests {
    @Test(
        "what loses content is an error",
        arguments: [
            ("- 400m", "metres-as-minutes"), ("- 800m 90% Pace", "metres-as-minutes"), ("- 1500m", "metres-as-minutes"),
            ("- ALL OUT from the gun", "no-duration"), ("- Squat 3x5", "no-duration"), ("-", "no-duration"),
            ("- Roll out 0s", "zero-duration"), ("- 0km 50%", "zero-duration"),
            ("- 5min 50%", "unread-duration"), ("- 5 min 50%", "unread-duration"), ("- 1.5h 50%", "unread-duration"),
            ("- 5 minutes 50%", "unread-duration"), ("- 90sec 50%", "unread-duration"),
            ("- 5 m 50%", "unread-duration"),
            ("- 5:00 50%", "clock-duration"), ("- 1:30:00 50%", "clock-duration"),
            ("- 400 metres 90% Pace", "unread-distance"), ("- 5k 90% Pace", "unread-distance"),
            ("- 10m 200 watts", "unread-target"), ("- 10m 200 w", "unread-target"), ("- 10m Z2-4", "unread-target"),
            ("- 10m 62,5%", "unread-target"),
            ("- 10m 140-150bpm", "bpm"), ("- 10m 145 bpm", "bpm"), ("- Easy 145bpm 10m", "bpm"),
            ("- 10m 145 HR", "bpm"),
            ("- 10m 5:00/km", "pace-without-word"), ("- 5:00/km 10m", "pace-without-word"),
            ("- 10m 5:00", "pace-without-word"), ("- 100mtr 1:40/100mtr Pace", "pace-without-word"),
            ("- 400mtr CSS", "lost-target"), ("- 10m Threshold", "lost-target"), ("- 10m 5K Pace", "lost-target"),
            ("- 20s 450w+", "glued-unit"), ("- 10m, 50%", "glued-unit"),
            ("- 10m 88 - 92%", "range-with-blanks"),
            ("- 10m 60%-75", "unread-target"), ("- 10m 3w/kg", "unread-target"),
            ("- 10m 88\u{2011}92%", "glued-unit"), ("- 10m 88~92%", "glued-unit"), ("- 30s/30s 110%", "glued-unit"),
            ("- .5km 90% Pace", "glued-unit"),
            ("- 10m 50 to 75%", "range-with-blanks"), ("- 10m HR Z2", "lost-target"),
            ("- Main set 4x", "repeat-in-step"),
            ("- 10m 50% intensity=hard", "unknown-option"), ("- 10m 50% power=5s", "unknown-option"),
            ("- 10m 50% intensity = rest", "unknown-option"),
            ("- 99999999999999999999h 50%", "number-too-large"),
            ("- 1h 30m 50%", "several-durations"), ("- 400mtr 200mtr 90% Pace", "several-durations"),
            ("- 4x 30s 100%", "repeat-in-step"), ("- 3x30s 100%", "repeat-in-step"),
            ("- SST 2×20m 90%", "repeat-in-step"),
            ("- 4-5m 80%", "length-range"), ("- 5m-10m 80%", "length-range"),
            ("- 400mtr 90% of CSS", "lost-target"), ("- 10m 60% HRmax", "lost-target"),
            ("- 10m 70% max HR", "lost-target"),
            ("- 10m Zone 2", "lost-target"),
            ("– 10m 50%", "not-a-step"),
            ("- 5m 50%\n4x\n- 1m 90%", "repeat-without-blank-line"),
            ("4x\n- 1m 90%\nCooldown\n- 5m 50%", "repeat-without-blank-line"),
            ("3x\n2x\n- 1m 90%", "nested-repeat"),
            ("3x\n  - 1m 90%", "indented-steps"),
            ("3x\n\n- 1m 90%", "empty-repeat"),
            ("0x\n- 1m 90%", "zero-repeats"),
            ("4x Main set\n- 1m 90%", "repeat-count-not-last"), ("Main set 4×\n- 1m 90%", "repeat-count-not-last"),
            ("Repeat 4 times\n- 1m 90%", "repeat-count-not-last"),
        ])
    func errors(text: String, id: String) {
        let findings = Workout.read(text).findings
        #expect(findings.map(\.id) == [id])
        #expect(findings.map(\.severity) == [.error])
    }

    @Test(
        "what may be meant otherwise is a warning",
        arguments: [
            ("- 180m Z2", "metres-as-minutes"),
            ("- 10m >85%", "glued-unit"), ("- Hold <200w 5m", "glued-unit"), ("- MAP5m 110%", "glued-unit"),
            ("- 10m ramp 75%", "ramp-with-one-end"), ("- Z2 60m 75% LTHR", "stray-zone"),
            ("8x\n- 100m 90% Pace", "metres-as-minutes"), ("- 50m 1:40/100m Pace", "metres-as-minutes"),
            ("- 5:00 min/km 10m", "pace-without-word"),
            ("- 1h30 50%", "hours-then-seconds"),
            ("- Z5 2m 106-118%", "several-targets"),
            ("- Swim 200mtr 30s 90% Pace", "time-and-distance"),
            ("- Easy Z2 10m", "label-cleared"),
            ("- 30s 130% all out", "lost-words"),
            ("- keep your cadence up and hold for 37\" then lie down and breathe out", "prose-as-step"),
            ("- Go — 450w+ 20s 450w", "glued-unit"),
            ("* 10m 50%", "not-a-step"), ("10m 50%", "not-a-step"),
            ("Then swim 3x", "empty-repeat"), ("VO2max 4x4\n- 4m 110%", "repeat-count-not-last"),
            ("Warm up\n- 5m 50%", "section-spelling"),
            ("- Threshold 10m", "lost-target"), ("- 4m 110", "lost-target"), ("- 4m 108-112", "lost-target"),
            ("- Last 2 min hard 10m 95%", "unread-duration"),
            ("- 10m 1100%", "implausible-target"), ("- 10m Z9", "implausible-target"),
            ("- 10m 0%", "implausible-target"), ("- 10m Z0-Z2", "implausible-target"),
            ("- 10m 5000w", "implausible-target"), ("- 10m Z8 HR", "implausible-target"),
            ("- 10m 950% Pace", "implausible-target"), ("- 10m 755% LTHR", "implausible-target"),
            ("- 10m 120% HR", "implausible-target"), ("- 10m 60% 900rpm", "implausible-target"),
            ("- 10m 0:20/km Pace", "implausible-target"), ("- 10m 0% LTHR", "implausible-target"),
        ])
    func warnings(text: String, id: String) {
        let findings = Workout.read(text).findings
        #expect(findings.map(\.id) == [id])
        #expect(findings.map(\.severity) == [.warning])
    }

    @Test(
        "what the service reads well has no finding",
        arguments: [
            "- 90m Z2", "- 120m Z2", "- 2h30m Z2", "- Effort 3 2m 280w", "- Core circuit 15m",
            "- Strength — press and pull 4×6-8 25m", "- Mile Pace 1mi 5:55/mi Pace", "- 20s 0", "- 5m 95% FTP",
            "- First cue 33^second cue <!> 10m ramp 60-80%", "--- easy week ---\n- 5m 50%",
            "Just words.\n\nMore words.",
            "Warmup\n- 15m ramp 45-70%\n\nMain set 5x\n- 4m 106-112%\n- 3m 50%\n\nCooldown\n- 10m ramp 60-40%",
            "- Ramp 2 90s 210w", "- 10m 50% @90rpm", "- Steady @ 90% 10m", "- From 3 to 4 5m 80%", "3x\n- 100m Z2",
            "- 10m freeride", "- Mob 10s maxeffort", "", "\n\n", "- 20s 0% Pace", "- Jump 12s 200-250%", "- 10m Z7",
            "- 10m ramp 0-50%", "- 5m 0w", "- 10s 1400w 130rpm", "- 10m CZ12", "- 30s 3:00/km Pace",
        ])
    func silent(text: String) {
        #expect(rules(text).isEmpty)
    }

    @Test("a finding points at the words it is about")
    func ranges() {
        let text = "Füße\n- Grün 400m 90% Pace\n- 10m 140bpm"
        let scalars = Array(text.unicodeScalars)
        let marked = Workout.read(text).findings.map { String(String.UnicodeScalarView(scalars[$0.range])) }
        #expect(marked == ["400m", "140bpm"])
    }

    @Test("without a threshold pace a share or zone of it is a warning at its line")
    func thresholdPace() {
        let text = "- 5m 5:00/km Pace\n- 5m 90% Pace\n\n3x\n- 1m Z2 Pace\n- 400m"
        let reading = Workout.read(text)
        #expect(reading.findings(for: Thresholds(thresholdPace: 4)) == reading.findings)
        let findings = reading.findings(for: Thresholds(ftp: 250))
        #expect(findings.map(\.id) == ["pace-without-threshold", "pace-without-threshold", "metres-as-minutes"])
        #expect(findings.map(\.range.lowerBound) == [18, 36, 51])
    }

    @Test("a free ride without a range is told apart, at its line")
    func freeRides() {
        let reading = Workout.read("- 5m 50%\n\n2x\n- 1m free 60-70%\n- 9m freeride\n\n- 8m freeride 90rpm")
        #expect(reading.findings.isEmpty)
        #expect(reading.freeRides.map(\.id) == ["free-ride", "free-ride"])
        #expect(reading.freeRides.map(\.range.lowerBound) == [30, 45])
    }

    @Test("more steps than devices take is a warning")
    func manySteps() {
        let text = (1...51).map { _ in "- 1m 50%" }.joined(separator: "\n")
        #expect(rules(text) == ["many-steps"])
        #expect(rules("60x\n- 1m 50%").isEmpty)
    }
}
