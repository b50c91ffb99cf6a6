import CivilDates
public import Diagnostics
import LoadSimulation
import Periodization
import PlanSpec

extension PreviewReport {
    /// The curve as JSON, ctl, atl, form and ramp with four decimals.
    public var json: JSONValue {
        [
            "start_state": [
                "date": .string("\(schedule.fitnessDay ?? schedule.start - 1)"),
                "ctl": JSONValue(curve.start.ctl, decimals: 4),
                "atl": JSONValue(curve.start.atl, decimals: 4), "from": schedule.isLive ? "live" : "plan",
            ],
            "days": JSONValue(curve.days) { $0.json },
            "races": JSONValue(schedule.entries.filter(\.isRace)) { race in
                let day = curve[race.date]
                return [
                    "key": .string(race.key), "date": .string("\(race.date)"), "name": .string(race.name),
                    "morning_ctl": JSONValue(morningCTL(race.date), decimals: 4),
                    "morning_form": JSONValue(day?.morningForm, decimals: 4),
                    "ctl": JSONValue(day?.evening.ctl, decimals: 4),
                ]
            },
            "peak": curve.peak.map {
                ["ctl": JSONValue($0.evening.ctl, decimals: 4), "date": .string("\($0.date)")]
            } ?? .null,
            "lowest_form": curve.lowestForm.map {
                ["form": JSONValue($0.evening.form, decimals: 4), "date": .string("\($0.date)")]
            } ?? .null,
            "tapers": JSONValue(schedule.tapers) { $0.json },
            "weeks": JSONValue(schedule.weeks) { week in
                let day = curve[week.start + 6]
                return [
                    "number": .integer(week.number), "start": .string("\(week.start)"),
                    "target": JSONValue(week.target.map { $0 + 1e-9 }, decimals: 0),
                    "measure": .string(week.measure.rawValue), "load": .integer(week.load),
                    "ctl": JSONValue(day?.evening.ctl, decimals: 4), "ramp": JSONValue(day?.ramp, decimals: 4),
                ]
            },
        ]
    }
}

extension LoadCurve.Day {
    fileprivate var json: JSONValue {
        [
            "date": .string("\(date)"), "load": JSONValue(load, decimals: 4),
            "ctl": JSONValue(evening.ctl, decimals: 4), "atl": JSONValue(evening.atl, decimals: 4),
            "form": JSONValue(evening.form, decimals: 4), "morning_form": JSONValue(morningForm, decimals: 4),
            "ramp": JSONValue(ramp, decimals: 4),
        ]
    }
}
