import CalendarDiff
import CivilDates
import IntervalsICU
import PlanSpec

/// A calendar as a plan file: one phase without targets, and every event pinned to its day.
///
/// Read again, the file wants the very events that it was made from; what no plan file can say is left out.
struct PulledPlan: Sendable {
    /// The plan's id.
    var id: String
    /// What people call the plan.
    var name: String
    /// The first day, a Monday.
    var start: CivilDate
    /// How many weeks it has.
    var weeks: Int
    /// The athlete with the service's thresholds.
    var athlete: Athlete
    /// CTL and ATL on the evening before the start.
    var fitness: (ctl: Double, atl: Double)?
    /// What is pinned, by section, day and id.
    var entries: [PulledEntry]
    /// Events that a plan makes by itself or can't hold, by kind.
    private(set) var leftOut: [String: Int] = [:]

    /// The plan of events between two days; those that another plan made stay out unless they are wanted.
    init(
        id: String, name: String, from: CivilDate, to: CivilDate, athlete: Athlete,
        fitness: (ctl: Double, atl: Double)?, events: [Event], includesOwned: Bool = false
    ) {
        self.id = id
        self.name = name
        start = from - from.weekday.offset(from: .mon)
        weeks = max(1, (to - start) / 7 + 1)
        self.athlete = athlete
        self.fitness = fitness
        entries = []
        var ids: Set<String> = []
        let span = from...to
        for event in events.sorted(by: PulledPlan.comesBefore) where span.contains(event.startDateLocal.date) {
            if !includesOwned, event.externalID.flatMap(Marker.init) != nil {
                leftOut[PulledPlan.owned, default: 0] += 1
                continue
            }
            let free = PulledPlan.freeID(for: event, among: ids)
            if let entry = PulledEntry(event, id: free) {
                ids.insert(free)
                entries.append(entry)
            } else {
                leftOut[event.category, default: 0] += 1
            }
        }
    }

    /// By day, then time, then number.
    private static func comesBefore(_ left: Event, _ right: Event) -> Bool {
        left.startDateLocal == right.startDateLocal ? left.id < right.id : left.startDateLocal < right.startDateLocal
    }

    /// An id from the day and the name, such as `270105-tempo`.
    private static func freeID(for event: Event, among taken: Set<String>) -> String {
        let digits = event.startDateLocal.date.description.filter { $0 != "-" }.dropFirst(2)
        let words = (event.name ?? "").lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
        let slug = words.joined(separator: "-").prefix(14)
        let stem = slug.isEmpty ? String(digits) : "\(digits)-\(slug)"
        let base = stem.hasSuffix("-") ? String(stem.dropLast()) : stem
        guard taken.contains(base) else { return base }
        return (2...).lazy.map { "\(base)-\($0)" }.first { !taken.contains($0) } ?? base
    }

    /// What events of another plan are called among those left out.
    private static let owned = "events of a plan"

    /// How many events stayed out because another plan owns them.
    var ownedCount: Int { leftOut[PulledPlan.owned] ?? 0 }

    // MARK: Writing

    /// The file, and the line on which each entry begins.
    var written: (text: String, lines: [Int]) {
        var lines = head
        var places = entries.map { _ in 0 }
        for section in PulledEntry.Section.allCases {
            let members = entries.indices.filter { entries[$0].section == section }
            guard !members.isEmpty else { continue }
            lines += ["", "\(section.rawValue):"]
            for index in members {
                places[index] = lines.count + 1
                for (place, value) in entries[index].values.enumerated() {
                    let written = "\(value.key): \(value.value.written(indent: "      "))"
                    lines += (place == 0 ? "  - " : "    ").appending(written).splitLines
                }
            }
        }
        return (lines.joined(separator: "\n") + "\n", places)
    }

    private var head: [String] {
        [
            "format: 1", "id: \(id)", "name: " + YAMLText.text(name).written(indent: ""), "sport: \(commonSport)",
            "start: \(start)", "",
        ] + athleteLines + [
            "", "publish:", "  tag: false", "", "phases:", "  - id: pulled", "    kind: base",
            "    weeks: \(weeks)", "    rhythm: none",
        ]
    }

    /// The sport of most workouts.
    private var commonSport: String {
        let counts = Dictionary(entries.compactMap { $0.event.type.map { ($0, 1) } }, uniquingKeysWith: +)
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? "Ride"
    }

    private var athleteLines: [String] {
        var lines = athlete.timezone.map { ["  timezone: \($0)"] } ?? []
        let thresholds = ["Ride", "Run", "Swim"].compactMap { sport in
            athlete.sportSettings(for: sport).flatMap { $0.types.contains(sport) ? $0 : nil }
                .flatMap { $0.line(of: sport, restingHR: athlete.restingHR) }
        }
        if !thresholds.isEmpty { lines += ["  thresholds:"] + thresholds }
        if let fitness {
            lines.append("  fitness: {ctl: \(oneDecimal(fitness.ctl)), atl: \(oneDecimal(fitness.atl))}")
        }
        return lines.isEmpty ? [] : ["athlete:"] + lines
    }
}

extension SportSettings {
    /// The thresholds of a sport as a line of a plan; nil where there are none.
    fileprivate func line(of sport: String, restingHR: Int?) -> String? {
        var values: [String] = []
        if let ftp, ftp > 0 { values.append("ftp: \(ftp)") }
        if let indoorFTP, indoorFTP > 0 { values.append("indoor_ftp: \(indoorFTP)") }
        let (lowest, middle, highest) = (restingHR ?? 0, lthr ?? maxHR ?? 999, maxHR ?? 999)
        if lowest < middle, middle <= highest {
            if let lthr { values.append("lthr: \(lthr)") }
            if let maxHR { values.append("max_hr: \(maxHR)") }
            if let restingHR, restingHR >= 20 { values.append("resting_hr: \(restingHR)") }
        }
        if let pace = thresholdPace, pace > 0 {
            let unit: Double = sport == "Swim" ? 100 : 1000
            let seconds = Int((unit / pace).rounded())
            let rest = seconds % 60
            values.append("pace: \(seconds / 60):\(rest < 10 ? "0" : "")\(rest)/\(sport == "Swim" ? "100m" : "km")")
        }
        return values.isEmpty ? nil : "    \(sport): {\(values.joined(separator: ", "))}"
    }
}

/// The number with at most one decimal.
private func oneDecimal(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(abs(tenths % 10))"
}

extension String {
    /// The lines of a text without a line end at its end.
    fileprivate var splitLines: [String] {
        split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    fileprivate func appending(_ text: String) -> String { self + text }
}
