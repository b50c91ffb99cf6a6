import Diagnostics
import Workouts

/// Writes MRC and ERG: two points a step, minutes with four decimals.
struct CourseWriter {
    let format: WorkoutFormat
    let resolution: TargetResolution
    var losses: StepLosses
    private var second = 0
    private var points: [String] = []
    private var messages: [String] = []

    /// The file's bytes; nil where no step has power.
    static func write(
        _ file: WorkoutFile, _ format: WorkoutFormat, _ resolution: TargetResolution, _ losses: inout StepLosses
    ) -> [UInt8]? {
        let name = format.rawValue.uppercased()
        guard let steps = file.workout.unrolled(most: 50_000) else {
            losses.refuse("\(name) holds no repeats, and there are too many rounds to write one by one")
            return nil
        }
        guard steps.contains(where: { resolution.percentOfFTP($0.step) != nil }) else {
            losses.refuse("\(name) holds power alone, and no step of the workout has any")
            return nil
        }
        var writer = CourseWriter(format: format, resolution: resolution, losses: losses)
        for step in steps { writer.add(step) }
        losses = writer.losses
        return Array(writer.text(file).utf8)
    }

    private init(format: WorkoutFormat, resolution: TargetResolution, losses: StepLosses) {
        self.format = format
        self.resolution = resolution
        self.losses = losses
    }

    private mutating func add(_ step: NumberedStep) {
        guard let length = length(step) else { return }
        let ends = target(step)
        points.append("\(minutes(second))\t\(figure(ends.start))")
        points.append("\(minutes(second + length))\t\(figure(ends.end))")
        for message in step.step.messages where message.second < length {
            let words = message.text.onOneLine
            messages.append("\(second + message.second)\t\(words)\t\(message.duration ?? 10)")
        }
        second += length
    }

    private func text(_ file: WorkoutFile) -> String {
        let name = file.name.onOneLine
        var lines = ["[COURSE HEADER]", "VERSION = 2", "UNITS = ENGLISH", "DESCRIPTION = \(name)"]
        lines.append("FILE NAME = \(name).\(format.rawValue)")
        if format == .erg { lines.append("FTP = \(resolution.ftp)") }
        lines.append(format == .erg ? "MINUTES WATTS" : "MINUTES PERCENT")
        lines += ["[END COURSE HEADER]", "[COURSE DATA]"] + points + ["[END COURSE DATA]"]
        if !messages.isEmpty { lines += ["[COURSE TEXT]"] + messages + ["[END COURSE TEXT]"] }
        return lines.map { $0 + "\r\n" }.joined()
    }

    private func minutes(_ second: Int) -> String {
        Diagnostics.figure(Double(second) / 60, decimals: 4)
    }

    private func figure(_ value: Double) -> String {
        shortFigure(value, decimals: format == .erg ? 1 : 4)
    }
}

extension CourseWriter {
    private var name: String { format.rawValue.uppercased() }

    private mutating func length(_ step: NumberedStep) -> Int? {
        if step.step.untilLapPress { losses.lose("\(name) has no lap button; the step ends by time", step) }
        guard let seconds = resolution.seconds(step.step) else {
            losses.lose("nobody can say how long this distance takes; the step was left out", step)
            return nil
        }
        if step.step.duration == nil { losses.lose("the distance is written as \(seconds) seconds", step) }
        return seconds
    }

    /// Watts or percent from the start of the step to its end; 0 where it has no power.
    private mutating func target(_ step: NumberedStep) -> (start: Double, end: Double) {
        if step.step.heartRate != nil { losses.lose("\(name) has no heart-rate target", step) }
        if step.step.pace != nil { losses.lose("\(name) has no pace target", step) }
        if step.step.cadence != nil { losses.lose("\(name) has no cadence", step) }
        if step.step.freeride { losses.lose("\(name) has no free riding", step) }
        let ends = format == .erg ? resolution.watts(step.step) : resolution.percentOfFTP(step.step)
        guard let ends else {
            losses.lose("\(name) needs power; the step is written with 0", step)
            return (0, 0)
        }
        note(step, ends)
        return ends
    }

    private mutating func note(_ step: NumberedStep, _ ends: (start: Double, end: Double)) {
        guard let target = step.step.power else { return }
        let unit = format == .erg ? "W" : "%"
        let written = shortFigure(ends.start, decimals: 2) + " " + unit
        if target.units == .powerZone {
            losses.lose("\(name) has no zones; it is written as \(written)", step)
        } else if !step.step.ramp, target.start != target.end {
            losses.resolve("the range is written as its middle, \(written)", step)
        }
    }
}
