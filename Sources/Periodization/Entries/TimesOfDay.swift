import CivilDates
import PlanSpec
import Workouts

extension PublishOptions {
    /// Gives the sessions of each day their times, in their order: what they state, else the weekday's or the
    /// default, for a second one the time of second sessions.
    ///
    /// Later parts of a brick start where the part before ends and count for none of this. A session whose time would
    /// not come after the one before it starts at the half hour after that one ends.
    func setTimes(of entries: inout [PlannedEntry]) {
        var days: [CivilDate: (count: Int, free: ClockTime?)] = [:]
        for index in entries.indices where entries[index].category.isSession {
            let entry = entries[index]
            var day = days[entry.date, default: (0, nil)]
            defer { days[entry.date] = day }
            if entry.brickPart ?? 1 > 1 {
                if entry.time == nil { entries[index].time = day.free }
            } else {
                let usual = times[entry.date.weekday] ?? defaultTime
                let wanted = day.count == 0 ? usual : secondTime ?? usual
                if entry.time == nil { entries[index].time = wanted.map { $0.after(day.free) } }
                day.count += 1
            }
            day.free = entries[index].time?.adding(seconds: max(60, entry.planned.duration))
        }
    }
}

extension ClockTime {
    /// This time, or the half hour after `end` where that is later.
    fileprivate func after(_ end: ClockTime?) -> ClockTime {
        guard let end, self < end else { return self }
        let halfHours = (end.secondsSinceMidnight + 1799) / 1800 * 1800
        return end.adding(seconds: halfHours - end.secondsSinceMidnight)
    }
}
