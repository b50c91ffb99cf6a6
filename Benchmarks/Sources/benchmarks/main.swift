import Glibc
import Workouts

let texts = WorkoutTexts.make(1000)
let workouts = texts.map { Workout.read($0).workout }
let longWorkouts = WorkoutTexts.make(1000, scale: 50).map { Workout.read($0).workout }

/// The planned load of a ride.
func load(_ workout: Workout) -> Int {
    workout.planned(sport: .ride, thresholds: Thresholds(ftp: 262)).load ?? 0
}

let measurements = [
    Measurement("1,000 workouts read and loaded", bound: .milliseconds(60)) {
        texts.reduce(0) { $0 &+ load(Workout.read($1).workout) }
    },
    Measurement("1,000 workouts read") { texts.reduce(0) { $0 &+ Workout.read($1).workout.items.count } },
    Measurement("1,000 workouts loaded") { workouts.reduce(0) { $0 &+ load($1) } },
    Measurement("1,000 workouts loaded, steps fifty times longer") { longWorkouts.reduce(0) { $0 &+ load($1) } },
    Measurement("1,000 workouts printed") { workouts.reduce(0) { $0 &+ $1.text.utf8.count } },
]
for measurement in measurements { print(measurement.line) }
print("\(workouts.reduce(0) { $0 + $1.stepCount }) steps, check \(measurements.reduce(0) { $0 &+ $1.result })")
exit(measurements.allSatisfy(\.isWithinBound) ? 0 : 1)
