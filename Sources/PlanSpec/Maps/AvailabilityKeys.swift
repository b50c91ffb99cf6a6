import CivilDates
import Diagnostics
import Workouts
import YAML

/// One key for each weekday, and `default` for the others.
struct WeekdayKeys<Value: Sendable>: FieldGroup {
    let standard: Field<Value>
    let days: [Field<Value>]

    init(_ format: Format<Value>, _ what: String) {
        standard = Field("default", format, "\(what) of the days that aren't named.")
        days = Weekday.allCases.map { Field($0.code, format, "\(what) on \($0.name).") }
    }
}

/// The keys of the plan's `availability`.
struct AvailabilityKeys: MapKeys {
    static let noun = "the availability"
    static let table = MapTable(AvailabilityKeys())

    let weekdays = WeekdayKeys(Format.dayRoom, "The room")
    let fromCalendar = DefaultField(
        "from_calendar", .boolean, default: "false",
        "Whether holidays and sick days on the athlete's calendar count.")
}

/// The keys of an `availability` that changes the plan's.
struct AvailabilityChangeKeys: MapKeys {
    static let noun = "a change of availability"
    static let table = MapTable(AvailabilityChangeKeys())

    let weekdays = WeekdayKeys(Format.dayRoom, "The room")
}

/// The keys of one day's room.
struct DayKeys: MapKeys {
    static let noun = "a day's room"
    static let table = MapTable(DayKeys())

    let max = Field("max", .duration(0...86_400), "The day's total, such as `1h30`; absent: no limit.")
    let sessions = DefaultField(
        "sessions", .integer(0...10), default: "1", "Most sessions; strength and technique don't count.")
    let sports = Field("sports", .list(of: .sport, minimum: 1), "The sports that fit; absent: any.")
}

extension Format where Value == Availability.Day {
    /// `off`, a day's total such as `1h30`, or a map.
    static var dayRoom: Format {
        let map = Format.map(DayKeys.table) { map in
            Availability.Day(max: map.max, sessions: map.sessions, sports: map.sports.map(Set.init))
        }
        let total = Format<Int>.duration(0...86_400)
        let off = Shape.scalar(["const": "off"])
        return Format(.either([off, total.shape, map.shape])) { node, reading in
            guard let scalar = node.scalar else { return map.read(node, reading) }
            if scalar.text == "off" { return Availability.Day(max: 0) }
            if dayOffWords.contains(scalar.text.lowercased()) {
                reading.refuse(node, .badDuration, takes: "a duration such as `1h30`, or `off`", hint: "write off")
                return nil
            }
            return total.read(node, reading).map { Availability.Day(max: $0) }
        }
    }
}

/// Words that people write for a day without training.
private let dayOffWords: Set<String> = ["no", "none", "false", "rest", "free", "never", "closed"]

extension Format where Value == AvailabilityOverride {
    /// Weekdays that replace those of the plan.
    static var availabilityChange: Format {
        .map(AvailabilityChangeKeys.table) { map in
            AvailabilityOverride(
                days: map.byWeekday(map.keys.weekdays), standard: map.read(map.keys.weekdays.standard))
        }
    }
}

extension Availability {
    init(_ map: MapReader<AvailabilityKeys>) {
        let fromCalendar = map.fromCalendar
        self.init(
            days: map.byWeekday(map.keys.weekdays), standard: map.read(map.keys.weekdays.standard) ?? Day())
        self.fromCalendar = fromCalendar
    }
}

extension MapReader {
    /// The values of the weekdays that the map names.
    func byWeekday<Value>(_ keys: WeekdayKeys<Value>) -> [Weekday: Value] {
        let pairs = zip(Weekday.allCases, keys.days).compactMap { day, field in read(field).map { (day, $0) } }
        return Dictionary(uniqueKeysWithValues: pairs)
    }
}
