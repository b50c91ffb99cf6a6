import CalendarDiff
import CivilDates
import IntervalsICU
import PlanSpec
import Workouts

/// An event of the calendar as an entry of a plan file.
struct PulledEntry: Sendable {
    /// The list that it belongs to.
    enum Section: String, CaseIterable {
        case races, events, life
    }

    /// The event that it was made from.
    let event: Event
    /// Its key once the plan is read.
    let key: String
    let section: Section
    /// Its id and the other keys in order, each value as YAML writes it.
    let values: [(key: String, value: YAMLText)]

    /// The entry, or nil for kinds of events that plans make by themselves or don't have.
    init?(_ event: Event, id: String) {
        self.event = event
        let category = event.category
        var values = PulledValues(id: id)
        switch category {
        case "WORKOUT":
            (section, key) = (.events, "event.\(id)")
            values.add(day: event)
            guard values.add(workout: event) else { return nil }
        case "NOTE", "SEASON_START":
            (section, key) = (.events, "event.\(id)")
            values.add(day: event)
            values.add(note: event)
        case "RACE_A", "RACE_B", "RACE_C":
            (section, key) = (.races, "race.\(id)")
            values.add(day: event)
            values.add(race: event)
        case "HOLIDAY", "SICK", "INJURED":
            (section, key) = (.life, "life.\(id)")
            values.add(overlay: event)
        default: return nil
        }
        self.values = values.values
    }
}

/// Collects the values of an entry.
private struct PulledValues {
    private(set) var values: [(key: String, value: YAMLText)]

    init(id: String) {
        values = [("id", .plain(id))]
    }

    mutating func add(day event: Event) {
        values.append(("date", .plain("\(event.startDateLocal.date)")))
    }

    private mutating func addName(_ event: Event) {
        if let name = event.name { values.append(("name", .text(escaped(name)))) }
    }

    private mutating func addTime(_ event: Event) {
        if let time = event.startDateLocal.time { values.append(("time", .quoted("\(time)"))) }
    }

    /// What is done; false where the event says nothing that a plan could hold.
    mutating func add(workout event: Event) -> Bool {
        let text = normal(event.description ?? "")
        let hasSteps = Prose.hasSteps(text)
        values.append(("sport", .plain(event.type ?? "Workout")))
        values.append(("role", .plain(event.type == "WeightTraining" ? "strength" : "easy")))
        addName(event)
        addTime(event)
        if event.indoor == true { values.append(("indoor", .plain("true"))) }
        if let target = event.target, target != "AUTO" { values.append(("target", .plain(target))) }
        let count = values.count
        if !hasSteps { addFigures(event) }
        if text.isEmpty { return values.count > count }
        values.append(hasSteps ? ("text", .block(escaped(text))) : ("prose", .block(escaped(Prose.restore(text)))))
        return true
    }

    /// What the service does not compute by itself.
    private mutating func addFigures(_ event: Event) {
        if let load = event.trainingLoad, load > 0 { values.append(("load", .plain("\(load)"))) }
        if let seconds = event.movingTime, seconds > 0 { values.append(("duration", .plain(duration(seconds)))) }
        if let metres = event.distance, metres > 0 { values.append(("distance", .plain(distance(metres)))) }
    }

    mutating func add(note event: Event) {
        values.append(("kind", .plain(event.category == "NOTE" ? "note" : "season_start")))
        if event.forWeek, event.category == "NOTE" { values.append(("for", .plain("week"))) }
        addName(event)
        addDescription(event)
    }

    mutating func add(race event: Event) {
        values.append(("sport", .plain(event.type ?? "Workout")))
        values.append(("priority", .plain(String(event.category.suffix(1)))))
        addName(event)
        addTime(event)
        let text = normal(event.description ?? "")
        if Prose.hasSteps(text) {
            values.append(("text", .block(escaped(text))))
            return
        }
        if let load = event.trainingLoad, load > 0 { values.append(("load", .plain("\(load)"))) }
        if let seconds = event.movingTime, seconds > 0 { values.append(("duration", .plain(duration(seconds)))) }
        addDescription(event)
    }

    mutating func add(overlay event: Event) {
        let first = event.startDateLocal.date
        let last = event.endDateLocal.map { $0.time == nil ? $0.date - 1 : $0.date } ?? first
        values.append(("kind", .plain(event.category.lowercased())))
        values.append(("from", .plain("\(first)")))
        values.append(("to", .plain("\(max(first, last))")))
        addName(event)
        addDescription(event)
    }

    private mutating func addDescription(_ event: Event) {
        let text = normal(event.description ?? "")
        if !text.isEmpty { values.append(("description", .block(Prose.restore(text)))) }
    }
}

/// Text in which `${` is only itself.
private func escaped(_ text: String) -> String {
    text.split(separator: "${", omittingEmptySubsequences: false).joined(separator: "$${")
}

/// Lines without blanks at their ends, and one line end at the end; empty for nothing.
private func normal(_ text: String) -> String {
    let unified = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    var lines = unified.map { line -> Substring in
        line.lastIndex { $0 != " " && $0 != "\t" }.map { line[...$0] } ?? ""
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
}

/// Seconds as plan files write them, such as `1h30m15s`.
private func duration(_ seconds: Int) -> String {
    let parts = [(seconds / 3600, "h"), (seconds / 60 % 60, "m"), (seconds % 60, "s")].filter { $0.0 > 0 }
    return parts.map { "\($0.0)\($0.1)" }.joined()
}

/// Metres as plan files write them, such as `400m` and `10km`.
private func distance(_ metres: Double) -> String {
    guard let whole = Int(exactly: metres) else { return "\(metres)m" }
    return whole % 1000 == 0 ? "\(whole / 1000)km" : "\(whole)m"
}
