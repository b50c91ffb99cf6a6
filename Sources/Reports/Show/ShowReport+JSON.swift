import CivilDates
public import Diagnostics
public import Periodization
import Workouts
import PlanSpec

extension Schedule {
    /// The expanded calendar as JSON.
    public var json: JSONValue {
        [
            "plan": .string(plan), "start": .string("\(start)"), "end": .string("\(end)"),
            "weeks": JSONValue(weeks) { $0.json }, "events": JSONValue(entries) { $0.json },
        ]
    }
}

extension PlannedWeek {
    fileprivate var json: JSONValue {
        [
            "number": .integer(number), "start": .string("\(start)"), "phase": .string(phase),
            "phase_week": .integer(phaseWeek), "name": JSONValue(name), "recovery": .bool(recovery),
            "target": targetJSON, "load": .integer(load),
            "duration": .integer(duration), "distance": JSONValue(distance, decimals: 1),
            "sessions": .integer(sessions), "binding": JSONValue(binding) { .string($0) },
        ]
    }
}

extension PlannedEntry {
    fileprivate var json: JSONValue {
        [
            "key": .string(key), "date": .string("\(date)"),
            "end_date": JSONValue(lastDate.map { "\($0)" }), "time": JSONValue(time?.description),
            "category": .string(category.rawValue), "type": JSONValue(sport?.name), "name": .string(name),
            "description": .string(description),
            "duration": category.isSession && planned.duration > 0 ? .integer(planned.duration) : .null,
            "distance": JSONValue(planned.distance, decimals: 1), "load": JSONValue(planned.load),
            "load_basis": category.isSession ? .string(planned.basis.rawValue) : .null,
            "role": JSONValue(role?.rawValue), "template": JSONValue(template), "source": source.json,
            "target": JSONValue(target?.rawValue), "indoor": .bool(indoor), "optional": .bool(optional),
            "phase": .string(phase), "week": .integer(week), "publish": .bool(publish), "protect": .bool(protect),
        ]
    }
}

extension SourceRange {
    fileprivate var json: JSONValue {
        ["file": .string(file), "line": .integer(start.line), "column": .integer(start.column)]
    }
}
