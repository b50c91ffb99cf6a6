import CivilDates
import YAML

/// The keys of `publish`.
struct PublishKeys: MapKeys {
    static let noun = "the publish options"
    static let table = MapTable(PublishKeys())

    let phases = DefaultField("phases", .boolean, default: "false", "Phases as PLAN blocks.")
    let targets = DefaultField("targets", .boolean, default: "false", "Weekly targets as TARGET events.")
    let notes = DefaultField("notes", .boolean, default: "true", "Notes.")
    let life = DefaultField(
        "life", .boolean, default: "true", "Holidays, travel and sick days.")
    let tag = DefaultField("tag", .boolean, default: "true", "The plan's tag on every event.")
    let lock = DefaultField("lock", .boolean, default: "false", "Whether the athlete can't edit the events.")
    let timeOfDay = Field(
        "time_of_day", .map(TimeOfDayKeys.table) { TimesOfDay($0) }, "When sessions start that say nothing else.")
}

/// The keys of `publish.time_of_day`.
struct TimeOfDayKeys: MapKeys {
    static let noun = "the times of day"
    static let table = MapTable(TimeOfDayKeys())

    let weekdays = WeekdayKeys(Format.clock, "The start")
    let second = Field("second", .clock, "The start of a day's second session.")
}

/// When sessions start that say nothing else.
struct TimesOfDay: Sendable {
    var standard: ClockTime?
    var days: [Weekday: ClockTime]
    var second: ClockTime?

    init(_ map: MapReader<TimeOfDayKeys>) {
        standard = map.read(map.keys.weekdays.standard)
        days = map.byWeekday(map.keys.weekdays)
        second = map.second
    }
}

extension PublishOptions {
    init(_ map: MapReader<PublishKeys>) {
        self.init()
        phases = map.phases
        targets = map.targets
        notes = map.notes
        life = map.life
        tag = map.tag
        lock = map.lock
        let times = map.timeOfDay
        defaultTime = times?.standard
        self.times = times?.days ?? [:]
        secondTime = times?.second
    }
}

/// Whether and how an entry reaches the calendar.
struct EntryKeys: FieldGroup {
    let protect = DefaultField("protect", .boolean, default: "false", "Whether apply never deletes it.")
    let publish = DefaultField("publish", .boolean, default: "true", "Whether it reaches the calendar.")
}
