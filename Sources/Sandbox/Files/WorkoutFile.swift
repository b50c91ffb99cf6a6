import WorkoutFiles
import Workouts

/// Workouts from and to the bytes of other tools.
enum WorkoutFile {
    /// What a file says.
    struct Content: Hashable {
        /// The title, where the format has one.
        var name: String?
        /// The activity type, where the format has one.
        var type: String?
        /// The steps as text.
        var text: String
    }

    /// Reads a file whose name ends with its format.
    static func read(_ bytes: [UInt8], named name: String) throws(ServiceError) -> Content {
        guard let dot = name.lastIndex(of: "."),
            let format = WorkoutFormat(rawValue: name[dot...].dropFirst().lowercased())
        else { throw .invalid("Unknown file format, expected zwo, mrc, erg or fit") }
        throw .invalid("The \(format.rawValue) file cannot be read")
    }

    /// Writes a workout for an athlete.
    static func write(
        _ workout: Workout, as format: WorkoutFormat, of event: EventRecord, for athlete: AthleteData,
        margins: TargetMargins
    ) throws(ServiceError) -> [UInt8] {
        throw .invalid("The workout cannot be written as \(format.rawValue)")
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
