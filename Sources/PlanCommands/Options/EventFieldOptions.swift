public import ArgumentParser
public import CivilDates
import Diagnostics
import IntervalsICU
import Workouts

/// What to write into an event, field by field.
struct EventFieldOptions: ParsableArguments {
    @Option(help: "The day, YYYY-MM-DD.")
    var date: CivilDate?

    @Option(help: "The time of day, HH:MM.")
    var time: ClockTime?

    @Option(help: "The sport, by the service's names.")
    var sport: String?

    @Option(help: "The title.")
    var name: String?

    @Option(help: "The kind of event, such as WORKOUT, NOTE or RACE_B.")
    var category: String?

    @Option(help: "A file with the text, or - for stdin; a workout's steps stand in it.")
    var text: String?

    @Option(help: "Planned load, for events without steps.")
    var load: Int?

    @Flag(inversion: .prefixedNo, help: "Whether it is done indoors.")
    var indoor: Bool?

    /// The fields that were given; a time alone says nothing of a new event.
    func body(_ context: CommandContext, isNew: Bool = true) throws -> EventBody {
        var body = EventBody()
        body.name = name
        body.category = category
        body.type = try sport.map { try knownSport($0, context) }
        body.description = try text.map { try contents($0, context) }
        body.trainingLoad = load
        body.indoor = indoor
        body.startDateLocal = date.map { LocalDateTime($0, time) }
        if isNew, date == nil, time != nil { throw context.failure(.usage, "--time needs --date") }
        return body
    }

    /// The name of the file with the text, without its extension.
    var nameOfText: String? {
        guard let last = text?.split(separator: "/").last, last != "-" else { return nil }
        return last.split(separator: ".").first.map(String.init)
    }

    private func contents(_ path: String, _ context: CommandContext) throws -> String {
        guard let bytes = path == "-" ? context.console.readAll() : context.files.read(path) else {
            throw context.failure(.invalid, "\(path) doesn't exist or can't be read")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw context.failure(.invalid, "\(path == "-" ? "stdin" : path) isn't UTF-8 text")
        }
        return text
    }
}

/// The sport under its exact name; an unknown one ends the command with a guess.
func knownSport(_ name: String, _ context: CommandContext) throws -> String {
    guard Sport(name: name) == nil else { return name }
    let hint = closestMatch(to: name, in: Sport.allNames).map { "; did you mean \($0)?" } ?? ""
    throw context.failure(.usage, "the service has no sport \(name)\(hint)")
}

extension ClockTime: ExpressibleByArgument {
    /// Reads `HH:MM`.
    public init?(argument: String) {
        self.init(argument)
    }
}
