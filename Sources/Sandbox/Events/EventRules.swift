import CivilDates
import Workouts

/// What the service demands of an event before it is stored.
enum EventRules {
    /// The most events a day may hold.
    static let mostPerDay = 20

    /// What a body changes, under the switches that concern single fields.
    static func patch(
        _ body: [String: JSONValue], _ athlete: AthleteData, _ switches: Switches
    ) throws(ServiceError) -> [String: JSONValue] {
        var patch = try RecordShape.event.patch(try UploadedWorkout.merged(into: body, athlete: athlete))
        if let id = patch["external_id"]?.asText {
            patch["external_id"] = .text(try externalID(id, switches.externalID))
        }
        if let text = patch["description"]?.asText {
            patch["description"] = .text(description(text, switches.descriptions))
        }
        return patch
    }

    /// Brings a record into its stored form, or refuses it.
    static func settle(_ record: inout Record) throws(ServiceError) {
        let category = record.text("category") ?? "WORKOUT"
        record["category"] = .text(category)
        try settleDates(&record)
        try settleType(&record, category)
        guard let name = record.text("name"), name.contains(where: { !$0.isWhitespace }) else {
            throw .invalid("Name is required")
        }
        if category != "SET_FITNESS" {
            record["icu_ctl"] = nil
            record["icu_atl"] = nil
        }
    }

    private static func settleDates(_ record: inout Record) throws(ServiceError) {
        guard let text = record.text("start_date_local") else { throw .invalid("start_date_local is required") }
        guard let start = moment(text) else {
            throw .invalid("Invalid start_date_local \(text), expected yyyy-MM-ddTHH:mm:ss")
        }
        record["start_date_local"] = .text(start.text)
        guard let endText = record.text("end_date_local") else {
            record["end_date_local"] = .text(LocalMoment.midnight(start.day + 1).text)
            return
        }
        guard let end = moment(endText) else {
            throw .invalid("Invalid end_date_local \(endText), expected yyyy-MM-ddTHH:mm:ss")
        }
        guard end.text >= start.text else { throw .invalid("end_date_local is before start_date_local") }
        record["end_date_local"] = .text(end.text)
    }

    private static func moment(_ text: String) -> LocalMoment? {
        guard let moment = LocalMoment(text), (1900..<2200).contains(moment.day.components.year) else { return nil }
        return moment
    }

    private static func settleType(_ record: inout Record, _ category: String) throws(ServiceError) {
        let isWorkout = EventCategory.workouts.contains(category)
        if category == "NOTE" {
            record["type"] = nil
            record["indoor"] = nil
        } else if let type = record.text("type") {
            guard Sport(name: type) != nil else { throw .invalid("Invalid type") }
        } else if isWorkout {
            throw .invalid("Missing type")
        }
        if isWorkout, record["indoor"] == nil { record["indoor"] = false }
    }

    private static func externalID(_ id: String, _ rule: Switches.ExternalIDRule) throws(ServiceError) -> String {
        if rule.asciiOnly, !id.utf8.allSatisfy({ $0 < 0x80 }) { throw .invalid("Invalid external_id") }
        guard let most = rule.maxLength, id.unicodeScalars.count > most else { return id }
        guard rule.truncates else { throw .invalid("external_id is too long, max is \(most)") }
        return String(String.UnicodeScalarView(id.unicodeScalars.prefix(most)))
    }

    private static func description(_ text: String, _ rule: Switches.DescriptionRule) -> String {
        switch rule {
        case .verbatim: return text
        case .trailingBlank: return text.hasSuffix(" ") ? text : text + " "
        case .carriageReturns: return lines(text).joined(separator: "\r\n")
        case .trimmed:
            var lines = lines(text).map { line in
                let end = line.lastIndex { $0 != " " && $0 != "\t" }.map { line.index(after: $0) }
                return line[..<(end ?? line.startIndex)]
            }
            while lines.last?.isEmpty == true { lines.removeLast() }
            return lines.joined(separator: "\n")
        }
    }

    private static func lines(_ text: String) -> [Substring] {
        text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    }
}
