import Diagnostics
import Testing
import Workouts

@testable import WorkoutFiles

@Suite("Writing and reading back")
struct RoundTripTests {
    private let athlete = Thresholds(ftp: 262)

    private func written(_ workout: Workout, _ format: WorkoutFormat) -> WorkoutFile? {
        let file = WorkoutFile(name: "Ünder & <over>", sport: .ride, workout: workout)
        guard let bytes = file.written(as: format, thresholds: athlete).bytes else { return nil }
        return WorkoutFile.read(SourceFile(path: "t", bytes: bytes), thresholds: athlete)?.file
    }

    @Test("ZWO gives the same steps, names and description", arguments: 1...300)
    func zwift(_ seed: Int) {
        var generated = GeneratedWorkouts(UInt64(seed))
        let workout = generated.workout()
        let back = written(workout, .zwo)
        #expect(back?.name == "Ünder & <over>")
        #expect(back?.workout.description == workout.description)
        // A fall on its own is written as a cool-down, which is read as it was; blocks of two keep their shape.
        #expect(back?.workout.bare == workout.bare)
    }

    @Test("MRC gives the same steps, without cadence", arguments: 1...300)
    func percentCourse(_ seed: Int) {
        var generated = GeneratedWorkouts(UInt64(seed))
        let workout = generated.workout()
        let wanted = workout.bare.map { step in
            var step = step
            step.cadence = nil
            return step
        }
        #expect(written(workout, .mrc)?.workout.bare == wanted)
    }

    @Test("ERG gives the same watts, and so the same figures", arguments: 1...300)
    func wattCourse(_ seed: Int) {
        var generated = GeneratedWorkouts(UInt64(seed))
        let workout = generated.workout()
        let wanted = workout.planned(sport: .ride, thresholds: athlete)
        let found = written(workout, .erg)?.workout.planned(sport: .ride, thresholds: athlete)
        #expect(found?.duration == wanted.duration)
        #expect(found?.load == wanted.load)
        #expect(found?.normalizedPower == wanted.normalizedPower)
    }

    @Test("FIT gives the same steps but for ramps", arguments: 1...300)
    func garmin(_ seed: Int) {
        var generated = GeneratedWorkouts(UInt64(seed))
        let workout = generated.workout()
        let found = written(workout, .fit)
        #expect(found?.workout.flat.map(\.duration) == workout.flat.map(\.duration))
        #expect(found?.workout.items.count == workout.items.count)
        for (left, right) in zip(found?.workout.flat ?? [], workout.flat) where right.power?.units == left.power?.units
        {
            #expect(left.power == right.power)
            #expect(left.cadence == right.cadence)
            #expect(left.text == right.text)
        }
    }

    @Test("percents of decimals become watts in FIT, the same ones that the planner takes")
    func decimals() {
        let back = written(Workout.read("- 10m 62.5%\n").workout, .fit)
        #expect(back?.workout.flat.first?.power == Target(163, 163, .watts))
    }
}
