import ArgumentParser
import PlanSpec
import Workouts

/// An athlete's thresholds as the command line states them.
struct ThresholdOptions: ParsableArguments {
    @Option(help: "Functional threshold power in watts.")
    var ftp: Int?

    @Option(help: "Threshold heart rate.")
    var lthr: Int?

    @Option(name: .customLong("max-hr"), help: "Highest heart rate.")
    var maxHR: Int?

    @Option(name: .customLong("resting-hr"), help: "Resting heart rate.")
    var restingHR: Int?

    @Option(help: "Threshold pace, such as 4:15/km, 6:50/mi or 1:45/100m.")
    var pace: String?

    /// The thresholds that were stated, and no others.
    func stated(_ context: CommandContext) throws -> Thresholds {
        if let ftp, ftp < 1 { throw context.failure(.usage, "\(ftp) watts are no FTP") }
        var thresholds = Thresholds(ftp: ftp, lthr: lthr)
        thresholds.maxHR = maxHR
        thresholds.restingHR = restingHR
        if let pace {
            guard let speed = speed(ofPace: pace) else {
                throw context.failure(.usage, "\(pace) is no pace; write 4:15/km, 6:50/mi or 1:45/100m")
            }
            thresholds.thresholdPace = speed
        }
        return thresholds
    }
}

extension Thresholds {
    /// The thresholds with those that sizing falls back on: 250 W, 4:00/km, and 1:40/100m for a swim.
    func completed(for sport: Sport) -> Thresholds {
        var completed = self
        completed.ftp = ftp ?? 250
        completed.thresholdPace = thresholdPace ?? (sport.family == .swim ? 1 : 1000.0 / 240)
        return completed
    }
}
