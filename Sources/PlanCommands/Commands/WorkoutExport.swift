import Diagnostics
import Periodization
import PlanSpec
import WorkoutFiles
import Workouts

/// The workouts of a schedule as files.
struct WorkoutExport {
    /// A file to be written.
    struct File {
        var name: String
        var bytes: [UInt8]
    }

    /// The files in the order of the schedule.
    private(set) var files: [File] = []
    /// What was lost, each told once with the sessions that it holds for.
    private(set) var diagnostics: [Diagnostic] = []
    /// Sessions that made no file, and why.
    private(set) var skipped: [String] = []
    private var places: [String: Int] = [:]
    private var names: Set<String> = []

    init(_ schedule: Schedule, _ athlete: AthleteSpec, _ format: WorkoutFormat) {
        var withoutSteps = 0
        for entry in schedule.entries where entry.category.isSession {
            guard let workout = entry.workout, !workout.items.isEmpty, let sport = entry.sport else {
                withoutSteps += 1
                continue
            }
            var file = WorkoutFile(name: entry.name, sport: sport, workout: workout)
            // As the service has it: what of the published text is no step.
            file.workout.description = Workout.read(entry.description).workout.description
            if let tag = schedule.tag { file.tags = [tag] }
            let written = file.written(
                as: format, thresholds: athlete.thresholds(for: sport) ?? Thresholds(), indoor: entry.indoor)
            guard let bytes = written.bytes else {
                let why = written.diagnostics.first { $0.severity == .error }?.message ?? "it can't be written"
                skipped.append("\(entry.key) made no file: \(why)")
                continue
            }
            add(written.diagnostics, of: entry)
            files.append(File(name: name(entry, format), bytes: bytes))
        }
        if withoutSteps > 0 {
            let sessions = withoutSteps == 1 ? "1 session has" : "\(withoutSteps) sessions have"
            skipped.append("\(sessions) no steps and made no file")
        }
    }

    /// The date and the key, in characters that every file system takes.
    private mutating func name(_ entry: PlannedEntry, _ format: WorkoutFormat) -> String {
        let safe = entry.key.unicodeScalars.map { scalar in
            let isSafe =
                scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
                || scalar == "." || scalar == "-" || scalar == "_"
            return isSafe ? String(scalar) : "-"
        }.joined()
        let stem = "\(entry.date)-\(safe)"
        var name = "\(stem).\(format.rawValue)"
        var number = 2
        while !names.insert(name.lowercased()).inserted {
            name = "\(stem)-\(number).\(format.rawValue)"
            number += 1
        }
        return name
    }

    /// The same loss in the same step of several sessions is told once.
    private mutating func add(_ found: [Diagnostic], of entry: PlannedEntry) {
        for item in found {
            let key = item.severity.rawValue + item.message
            if let place = places[key] {
                diagnostics[place].notes = [Diagnostic.Note("also in \(entry.key), and others before it")]
            } else {
                places[key] = diagnostics.count
                var diagnostic = item
                diagnostic.message = "\(entry.key), \(item.message)"
                diagnostic.range = entry.source
                diagnostics.append(diagnostic)
            }
        }
    }
}
