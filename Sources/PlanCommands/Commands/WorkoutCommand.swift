import ArgumentParser
import Diagnostics
import PlanSpec
import Reports
import Workouts

/// One workout: read, checked and drawn.
struct WorkoutCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "workout", abstract: "Read, check and draw one workout's text.",
        discussion: "Example: plan workout intervals.txt --ftp 250")

    /// How the workout is written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Argument(help: "A file with workout text, or - for stdin.")
    var file: String

    @Option(help: "The sport, by the service's names.")
    var sport: String = "Ride"

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

    @Flag(help: "Take the indoor threshold.")
    var indoor = false

    @Flag(help: "Exit with 65 where the service would drop or misread something.")
    var strict = false

    @Option(help: "text or json.")
    var format: Format = .text

    @OptionGroup var destination: DestinationOptions
    @OptionGroup var output: OutputOptions

    func run(_ context: CommandContext) async throws {
        guard let sport = Sport(name: sport) else {
            let hint = closestMatch(to: self.sport, in: Sport.allNames).map { "; did you mean \($0)?" } ?? ""
            throw context.failure(.usage, "the service has no sport \(self.sport)\(hint)")
        }
        let name = file == "-" ? "stdin" : file
        guard let bytes = file == "-" ? context.console.readAll() : context.files.read(file) else {
            throw context.failure(.invalid, "\(file) doesn't exist or can't be read")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw context.failure(.invalid, "\(name) isn't UTF-8 text")
        }
        let reading = Workout.read(text)
        let source = SourceFile(path: name, bytes: bytes)
        let findings = reading.diagnostics(in: source)
        let report = WorkoutReport(
            reading.workout, sport: sport, thresholds: try thresholds(sport, context), indoor: indoor,
            findings: findings)
        if format == .text { context.show(findings, sources: [source], output) }
        try destination.write(
            format == .json ? report.json() : report.text(context.ink(output)), context)
        if strict, findings.hasErrors { throw CommandFailure(status: .invalid) }
    }

    /// The stated thresholds, else those that sizing falls back on.
    private func thresholds(_ sport: Sport, _ context: CommandContext) throws -> Thresholds {
        var thresholds = Thresholds(
            ftp: ftp ?? 250, lthr: lthr, thresholdPace: sport.family == .swim ? 1 : 1000.0 / 240)
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

extension WorkoutReading {
    /// The findings with lines and columns of the text's file.
    func diagnostics(in source: SourceFile) -> [Diagnostic] {
        let text = String(decoding: source.bytes, as: UTF8.self)
        var places: [SourcePosition] = []
        var place = SourcePosition(line: 1, column: 1)
        for scalar in text.unicodeScalars {
            places.append(place)
            if scalar == "\n" {
                place = SourcePosition(line: place.line + 1, column: 1)
            } else if scalar != "\u{FEFF}" || places.count > 1 {
                place.column += 1
            }
        }
        places.append(place)
        return findings.map { finding in
            let start = places[min(finding.range.lowerBound, places.count - 1)]
            let end = places[min(finding.range.upperBound, places.count - 1)]
            return Diagnostic(
                finding.id, finding.severity, finding.message,
                at: SourceRange(file: source.path, start: start, end: end))
        }
    }
}
