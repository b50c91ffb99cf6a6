import Diagnostics
import YAML

/// The keys of `limits`.
struct LimitsKeys: MapKeys {
    static let noun = "the limits"
    static let table = MapTable(LimitsKeys())

    let ramp = Field(
        "ramp", Format.number(0.1...50).located, "Most CTL points from one week's last evening to the next.")
    let load = Field("load", Format.number(1...10_000).located, "Most load a week, without A and B races.")
    let hours = Field(
        "hours", Format.duration(1...604_800).located, "Most time a week such as `12h`, without A and B races.")
    let growth = Field(
        "growth", Format.percent(0...500).located,
        "Most growth of a loading week against the largest loading target before it.")
    let form = Field("form", Format.number(-300...100).located, "Lowest same-day form.")
    let hard = Field("hard", .map(HardLimitKeys.table) { HardLimit($0) }, "What holds for quality and test sessions.")
}

/// The keys of `limits.hard`.
struct HardLimitKeys: MapKeys {
    static let noun = "the limit of hard sessions"
    static let table = MapTable(HardLimitKeys())

    let perWeek = DefaultField("per_week", .integer(0...14), default: "3", "Most quality and test sessions a week.")
    let spacing = DefaultField(
        "spacing", .duration(0...1_209_600, days: true), default: "48h", "What two hard sessions keep between them.")
}

/// What holds for hard sessions.
struct HardLimit: Sendable {
    var perWeek: Int
    var perWeekRange: SourceRange
    var spacing: Int

    init(_ map: MapReader<HardLimitKeys>) {
        perWeek = map.perWeek
        perWeekRange = map.place(of: \.perWeek)
        spacing = map.spacing
    }
}

extension Limits {
    init(_ map: MapReader<LimitsKeys>) {
        self.init(ramp: map.ramp, load: map.load, hours: map.hours, growth: map.growth, form: map.form)
        guard let hard = map.hard else { return }
        hardPerWeek = hard.perWeek
        hardPerWeekRange = hard.perWeekRange
        hardSpacingHours = (hard.spacing + 3599) / 3600
    }
}
