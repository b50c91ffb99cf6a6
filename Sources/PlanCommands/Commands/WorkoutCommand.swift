import ArgumentParser
import Diagnostics
import IntervalsICU
import PlanSpec
import Reports
import WorkoutFiles
import Workouts

/// One workout: read, checked, drawn and converted.
struct WorkoutCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "workout", abstract: "Read, check, draw or convert one workout.",
        discussion: "Example: plan workout intervals.txt --ftp 250")

    /// How the workout is written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, svg, zwo, mrc, erg, fit
    }

    @Argument(help: "A file with workout text, or a zwo, mrc, erg or fit file, or - for stdin.")
    var file: String

    @Option(help: "The sport, by the service's names; by default the file's, or Ride.")
    var sport: String?

    @OptionGroup var stated: ThresholdOptions

    @Flag(help: "Take the indoor threshold.")
    var indoor = false

    @Flag(help: "Exit with 65 where the service would drop or misread something.")
    var strict = false

    @Flag(help: "In JSON, also the targets in watts, beats and metres a second.")
    var resolve = false

    @Option(help: "text, json, svg, zwo, mrc, erg or fit.")
    var format: Format = .text

    @Flag(name: .customLong("by-service"), help: "Let the service convert to zwo, mrc, erg or fit.")
    var byService = false

    @OptionGroup var service: ServiceOptions
    @OptionGroup var destination: DestinationOptions
    @OptionGroup var output: OutputOptions

    func run(_ context: CommandContext) async throws {
        let stated = try stated.stated(context)
        let asked = try sport.map { try known($0, context) }
        let source = try source(context)
        var input = try WorkoutInput(source, thresholds: stated, context, output, showsFindings: format != .json)
        if let asked { input.file.sport = asked }
        let thresholds = stated.completed(for: input.file.sport)
        if byService {
            try await convertByService(input, thresholds, context)
        } else if let format = WorkoutFormat(rawValue: format.rawValue) {
            try convert(input.file, to: format, thresholds: format == .fit ? stated : thresholds, context)
        } else {
            try report(input, thresholds, context)
        }
        if strict, input.findings.hasErrors { throw CommandFailure(status: .invalid) }
    }

    private func known(_ name: String, _ context: CommandContext) throws -> Sport {
        if let sport = Sport(name: name) { return sport }
        let hint = closestMatch(to: name, in: Sport.allNames).map { "; did you mean \($0)?" } ?? ""
        throw context.failure(.usage, "the service has no sport \(name)\(hint)")
    }

    private func source(_ context: CommandContext) throws -> SourceFile {
        guard let bytes = file == "-" ? context.console.readAll() : context.files.read(file) else {
            throw context.failure(.invalid, "\(file) doesn't exist or can't be read")
        }
        return SourceFile(path: file == "-" ? "stdin" : file, bytes: bytes)
    }

    private func report(_ input: WorkoutInput, _ thresholds: Thresholds, _ context: CommandContext) throws {
        let report = WorkoutReport(
            input.file.workout, sport: input.file.sport, thresholds: thresholds, indoor: indoor,
            findings: input.findings, isResolved: resolve)
        switch format {
        case .json: try destination.write(report.json(), context)
        case .svg: try destination.write(report.svg(title: input.file.name), context)
        default: try destination.write(report.text(context.ink(output)), context)
        }
    }

    /// The service converts a workout document that it doesn't store.
    private func convertByService(
        _ input: WorkoutInput, _ thresholds: Thresholds, _ context: CommandContext
    ) async throws {
        guard let kind = WorkoutFileKind(rawValue: format.rawValue) else {
            throw context.failure(.usage, "the service converts to zwo, mrc, erg and fit; add --format zwo")
        }
        let report = WorkoutReport(
            input.file.workout, sport: input.file.sport, thresholds: thresholds, indoor: indoor, findings: [])
        let value = try ServiceValue(json: report.json())
        var body = LibraryWorkoutBody()
        body.name = input.file.name
        body.type = input.file.sport.name
        body.description = input.file.workout.text
        body.workoutDoc = .object(["steps": value["steps"], "duration": value["duration"]])
        let access = try ServiceAccess(service, output, context)
        let workout = body
        let bytes = try await access.ask(keeps: false) {
            try await $0.convert(athlete: access.athlete, workout, to: kind)
        }
        guard !bytes.isEmpty else { throw context.failure(.failed, "the service sent an empty file") }
        try destination.write(bytes, isText: kind != .fit, context)
    }

    private func convert(
        _ file: WorkoutFile, to format: WorkoutFormat, thresholds: Thresholds, _ context: CommandContext
    ) throws {
        let written = file.written(as: format, thresholds: thresholds, indoor: indoor)
        let shown = output.verbose ? written.diagnostics : written.diagnostics.filter { $0.severity != .note }
        context.show(output.quiet ? shown.filter { $0.severity == .error } : shown, sources: [], output)
        guard let bytes = written.bytes else {
            throw context.failure(.failed, "the workout can't be written as \(format.rawValue)")
        }
        try destination.write(bytes, isText: !format.isBinary, context)
    }
}

/// A workout that was read from text or from a workout file, told apart by content.
struct WorkoutInput {
    var file: WorkoutFile
    let findings: [Diagnostic]

    /// Reads the workout, or ends the command where nothing can come of it; findings are shown either way.
    init(
        _ source: SourceFile, thresholds: Thresholds, _ context: CommandContext, _ output: OutputOptions,
        showsFindings: Bool
    ) throws {
        if let reading = WorkoutFile.read(source, thresholds: thresholds) {
            findings = reading.diagnostics
            let sources = reading.format.isBinary ? [] : [source]
            if showsFindings || reading.file == nil { context.show(findings, sources: sources, output) }
            guard var file = reading.file else { throw CommandFailure(status: .invalid) }
            if file.name.isEmpty { file.name = WorkoutFile.stem(source.path) }
            self.file = file
        } else {
            guard let text = String(validating: source.bytes, as: UTF8.self) else {
                throw context.failure(.invalid, "\(source.path) isn't UTF-8 text")
            }
            let reading = Workout.read(text)
            if reading.workout.items.isEmpty, Self.isNamedLikeAFile(source.path) {
                context.show([FileReading.unknownFormat(source)], sources: [source], output)
                throw CommandFailure(status: .invalid)
            }
            findings = reading.allDiagnostics(in: source)
            if showsFindings { context.show(findings, sources: [source], output) }
            let name = source.path == "stdin" ? "Workout" : WorkoutFile.stem(source.path)
            file = WorkoutFile(name: name, sport: .ride, workout: reading.workout)
        }
    }

    /// Whether the extension promises a workout file, so that text without steps is none.
    private static func isNamedLikeAFile(_ path: String) -> Bool {
        WorkoutFormat.allCases.contains { path.lowercased().hasSuffix("." + $0.rawValue) }
    }
}

extension WorkoutReading {
    /// The findings, free rides whose load is unknown, and a text that has no steps at all.
    func allDiagnostics(in source: SourceFile) -> [Diagnostic] {
        var reading = self
        reading.findings = (findings + freeRides).sorted { $0.range.lowerBound < $1.range.lowerBound }
        var diagnostics = reading.diagnostics(in: source)
        if workout.items.isEmpty, !findings.contains(where: { $0.severity == .error }) {
            let start = SourcePosition(line: 1, column: 1)
            diagnostics.append(
                Diagnostic(
                    PlanRule.noSteps.rawValue, .warning,
                    "nothing in this text makes a step; a step begins with a dash, as in - 10m 60%",
                    at: SourceRange(file: source.path, start: start, end: start)))
        }
        return diagnostics
    }

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
