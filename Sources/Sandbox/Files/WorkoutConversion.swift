import Diagnostics
import WorkoutFiles
import Workouts

/// Workouts from and to the bytes of other tools.
enum WorkoutConversion {
    /// What a file says.
    struct Content: Hashable {
        /// The title, where the format has one.
        var name: String?
        /// The activity type, where the format has one.
        var type: String?
        /// The steps as text.
        var text: String
    }

    /// Reads a file, whose format shows in its content.
    static func read(
        _ bytes: [UInt8], named name: String, for athlete: AthleteData
    ) throws(ServiceError) -> Content {
        let source = SourceFile(path: name.isEmpty ? "file" : name, bytes: bytes)
        guard let reading = WorkoutFile.read(source, thresholds: Thresholds(athlete, type: "Ride")) else {
            throw .invalid("Unknown file format, expected zwo, mrc, erg or fit")
        }
        guard let file = reading.file else {
            let reason = reading.diagnostics.first { $0.severity == .error }?.message
            throw .invalid("The file cannot be read" + (reason.map { ": \($0)" } ?? ""))
        }
        return Content(
            name: file.name.isEmpty ? nil : file.name, type: file.sport.name, text: file.workout.text)
    }

    /// Writes a workout for an athlete.
    static func write(
        _ workout: Workout, as format: WorkoutFormat, of event: EventRecord, for athlete: AthleteData
    ) throws(ServiceError) -> [UInt8] {
        let sport = event.type.flatMap(Sport.init(name:)) ?? .ride
        let file = WorkoutFile(name: event.record.text("name") ?? "Workout", sport: sport, workout: workout)
        let thresholds = Thresholds(athlete, type: event.type ?? sport.name)
        let written = file.written(as: format, thresholds: thresholds, indoor: event.isIndoor)
        guard let bytes = written.bytes else {
            throw .invalid("The workout cannot be written as \(format.rawValue)")
        }
        return bytes
    }

    /// A file's name: the title without what file systems mind, and the format.
    static func name(_ title: String?, _ format: WorkoutFormat) -> String {
        let plain = (title ?? "").map { $0.isASCII && ($0.isLetter || $0.isNumber || " -.".contains($0)) ? $0 : "_" }
        let name = String(plain.prefix(80))
        return (name.contains { $0.isLetter || $0.isNumber } ? name : "workout") + ".\(format.rawValue)"
    }
}

extension WorkoutFormat {
    /// The format of a path's suffix, with or without its dot.
    init(suffix: String) throws(ServiceError) {
        let name = (suffix.hasPrefix(".") ? String(suffix.dropFirst()) : suffix).lowercased()
        guard let format = WorkoutFormat(rawValue: name) else {
            throw .invalid("Unknown format \(name), expected zwo, mrc, erg or fit")
        }
        self = format
    }

    /// The media type of a download.
    var contentType: String {
        switch self {
        case .zwo: "application/xml"
        case .mrc, .erg: "text/plain"
        case .fit: "application/octet-stream"
        }
    }
}
