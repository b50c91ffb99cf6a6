import Testing

@testable import Workouts

@Suite("The profile of a workout")
struct WorkoutProfileTests {
    @Test("segments are fractions of threshold with their zones, repeats unrolled")
    func segments() {
        let workout = Workout.read("- 10m ramp 50-100%\n\n2x\n- 4m 110%\n- 3m").workout
        let profile = workout.profile(sport: .ride, thresholds: Thresholds(ftp: 200))
        let hard = ProfileSegment(seconds: 240, start: 1.1, end: 1.1, zone: 5)
        let rest = ProfileSegment(seconds: 180)
        #expect(profile == [ProfileSegment(seconds: 600, start: 0.5, end: 1, zone: 2), hard, rest, hard, rest])
    }

    @Test("without thresholds usual ones stand in")
    func withoutThresholds() {
        let profile = Workout.read("- 10m 100%").workout.profile(sport: .ride, thresholds: Thresholds())
        #expect(profile == [ProfileSegment(seconds: 600, start: 1, end: 1, zone: 4)])
        let run = Workout.read("- 10m 80% Pace").workout.profile(sport: .run, thresholds: Thresholds())
        #expect(run.first?.zone == 2)
    }
}
