import CivilDates
import PlanSpec

extension PublishOptions {
    /// Gives the sessions of each day their times, in their order: what they state, else the weekday's or the
    /// default, for a second one the time of second sessions.
    func setTimes(of entries: inout [PlannedEntry]) {
        var seen: [CivilDate: Int] = [:]
        for index in entries.indices where entries[index].category.isSession {
            let date = entries[index].date
            let number = seen[date, default: 0]
            seen[date] = number + 1
            guard entries[index].time == nil else { continue }
            let usual = times[date.weekday] ?? defaultTime
            entries[index].time = number == 0 ? usual : secondTime ?? usual
        }
    }
}
