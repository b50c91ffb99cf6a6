import CivilDates
import Diagnostics
import Workouts
import YAML

/// The keys of a race.
struct RaceKeys: MapKeys {
    static let noun = "a race"
    static let table = MapTable(RaceKeys())

    let id = Field("id", Format.id.located, required: true, "Its id, unique among the races.")
    let date = Field("date", Format.date.located, required: true, "Its day.")
    let name = Field("name", .line, "Its name on the calendar; by default its id.")
    let sport = Field("sport", .sport, "Its sport; by default the plan's.")
    let priority = Field(
        "priority", Format<Race.Priority>.choice, required: true, "How much it matters: `A`, `B` or `C`.")
    let duration = Field("duration", .duration(1...604_800), "How long it lasts.")
    let load = Field("load", .number(0...2000), "Its training load.")
    let content = ContentKeys()
    let description = Field("description", .text, "The text beside the name.")
    let recovery = Field(
        "recovery", .duration(0...5_184_000, days: true), "Days such as `7d` without hard sessions after an A race.")
    let time = Field("time", .clock, "The time of its start.")
    let entry = EntryKeys()
}

extension Race {
    init?(_ map: MapReader<RaceKeys>) {
        let id = map.id ?? Located("", at: map.node.place)
        let (name, sport, description) = (map.name, map.sport, map.description)
        let content = map.content(
            map.keys.content, id: id, name: name.map { TemplateText($0, at: id.range) }, sport: sport, role: .race,
            isRequired: false)
        if description != nil { map.reading.checkDescription(map.node(of: \.description)) }
        let (priority, recovery) = (map.priority, map.recovery)
        let (duration, load, time) = (map.duration, map.load, map.time)
        let (protect, publish) = (map.read(\.entry.protect), map.read(\.entry.publish))
        guard let date = map.date else { return nil }
        self.init(
            id: id, date: date, name: name ?? id.value, sport: sport ?? map.reading.sport, priority: priority ?? .c,
            duration: duration, load: load, content: content, description: description,
            recovery: recovery.map { ($0 + 86_399) / 86_400 }, time: time, protect: protect, publish: publish,
            range: map.node.range, ranges: map.ranges)
    }
}
