import CivilDates
public import Periodization
import PlanSpec
import Workouts

/// A schedule as an iCalendar feed.
///
/// The bytes depend on the plan alone: the time stamp is the plan's start, and an event's id is made of the plan and the
/// key, so that an event that moves keeps it. There is no METHOD, since a feed is read and not mailed.
public struct CalendarFeed: Sendable {
    /// What the feed says of an event.
    public enum Detail: Sendable {
        /// Name, text and load.
        case full
        /// That there is training, and when.
        case busy
    }

    let schedule: Schedule
    let name: String
    let detail: Detail

    /// A feed of a schedule; `name` is the calendar's.
    public init(_ schedule: Schedule, name: String, detail: Detail = .full) {
        self.schedule = schedule
        self.name = name
        self.detail = detail
    }

    /// The feed's bytes, with CRLF and lines of 75 octets at most.
    public var bytes: [UInt8] {
        var lines: [(String, String)] = [
            ("BEGIN", "VCALENDAR"), ("VERSION", "2.0"), ("PRODID", "-//plan//training plans as code//EN"),
            ("CALSCALE", "GREGORIAN"), ("X-WR-CALNAME", ContentLine.escaped(detail == .full ? name : "Training")),
        ]
        for entry in schedule.entries where isShown(entry) { lines += event(entry) }
        lines.append(("END", "VCALENDAR"))
        return lines.flatMap { ContentLine.folded($0.0, $0.1) }
    }

    /// Sessions, races, notes, phases and days off; targets and the start of a season are no events. The busy feed has sessions
    /// and races alone.
    private func isShown(_ entry: PlannedEntry) -> Bool {
        guard entry.publish else { return false }
        switch entry.category {
        case .workout, .raceA, .raceB, .raceC: return true
        case .note, .phase, .holiday, .sick, .injured: return detail == .full
        case .target, .seasonStart: return false
        }
    }

    private func event(_ entry: PlannedEntry) -> [(String, String)] {
        var lines = [("BEGIN", "VEVENT"), ("UID", uid(entry)), ("DTSTAMP", compact(schedule.start) + "T000000Z")]
        lines += times(entry)
        if detail == .full {
            lines.append(("SUMMARY", ContentLine.escaped(entry.name)))
            let text = description(entry)
            if !text.isEmpty { lines.append(("DESCRIPTION", ContentLine.escaped(text))) }
            lines.append(("CATEGORIES", ContentLine.escaped(entry.sport?.name ?? entry.category.rawValue)))
        } else {
            lines.append(("SUMMARY", "Training"))
        }
        let blocksTime = detail == .busy && entry.time != nil
        lines += [
            ("STATUS", "CONFIRMED"), ("TRANSP", blocksTime ? "OPAQUE" : "TRANSPARENT"), ("END", "VEVENT"),
        ]
        return lines
    }

    /// Made of the plan and the key; the busy feed hides the key, which names the session.
    private func uid(_ entry: PlannedEntry) -> String {
        switch detail {
        case .full: return "\(schedule.plan).\(entry.key)@training-plan"
        case .busy:
            let hash = (schedule.plan + "." + entry.key).utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { hash, byte in
                (hash ^ UInt64(byte)) &* 0x100_0000_01B3
            }
            return String(hash, radix: 16) + "@training-plan"
        }
    }

    /// Local time where the plan gives one, else whole days, whose end is the day after.
    private func times(_ entry: PlannedEntry) -> [(String, String)] {
        guard let time = entry.time, entry.lastDate == nil else {
            let end = (entry.lastDate ?? entry.date) + 1
            return [("DTSTART;VALUE=DATE", compact(entry.date)), ("DTEND;VALUE=DATE", compact(end))]
        }
        let start = time.secondsSinceMidnight
        var lines = [("DTSTART", moment(entry.date, start))]
        if entry.planned.duration > 0 {
            let end = start + entry.planned.duration
            lines.append(("DTEND", moment(entry.date + end / 86_400, end % 86_400)))
        }
        return lines
    }

    private func description(_ entry: PlannedEntry) -> String {
        var parts: [String] = []
        if entry.category.isSession {
            let minutes = (entry.planned.duration + 30) / 60
            if minutes > 0 { parts.append("\(minutes) min") }
            if let load = entry.planned.load { parts.append("load \(load)") }
        }
        let text = entry.description.tidied
        return [parts.joined(separator: ", "), text].filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    private func compact(_ date: CivilDate) -> String {
        date.description.filter { $0 != "-" }
    }

    private func moment(_ date: CivilDate, _ second: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return compact(date) + "T" + two(second / 3600) + two(second / 60 % 60) + two(second % 60)
    }
}
