import CalendarDiff
import CivilDates
import IntervalsICU
import LoadSimulation
import Periodization
import PlanSpec
import Workouts

/// What an athlete's calendar holds from today on, beside and of a plan.
struct LiveCalendar {
    /// The loads as the curve takes them.
    let loads: CalendarLoads
    /// What the reader should know of events that are no part of the plan; nil where there are none.
    let remark: String?

    /// Sorts the events: the plan's own of the week that began stand for its days, others come on top; the plan's own of
    /// later weeks say nothing, since apply brings them in step.
    init(_ events: [LiveEvent], of schedule: Schedule, today: CivilDate, weights: [Sport: DailyLoad]) {
        let first = max(today, schedule.start)
        let lastOfWeek = schedule.start + ((first - schedule.start) / 7 * 7 + 6)
        var loads = CalendarLoads(begun: first...max(first, lastOfWeek))
        let desired = Dictionary(
            schedule.entries.map { (Marker.identifier(plan: schedule.plan, key: $0.key), $0.date) },
            uniquingKeysWith: { first, _ in first })
        var (count, total) = (0, 0)
        for event in events where event.isSession && first <= event.content.date && event.content.date <= schedule.end {
            let date = event.content.date
            let load = event.load(weights)
            if let marker = event.externalID.flatMap(Marker.init), marker.plan == schedule.plan {
                guard desired[marker.identifier].map({ $0 <= loads.begun.upperBound }) ?? loads.begun.contains(date)
                else { continue }
                // Where the athlete took it into a later week, it is beside that week's own sessions.
                if loads.begun.contains(date) {
                    loads.own = loads.own ?? [:]
                    loads.own?[date, default: DailyLoad(0)] += load
                } else {
                    loads.others[date, default: DailyLoad(0)] += load
                }
            } else {
                loads.others[date, default: DailyLoad(0)] += load
                (count, total) = (count + 1, total + (event.content.load ?? 0))
            }
        }
        self.loads = loads
        remark =
            count == 0
            ? nil
            : "\(count) event\(count == 1 ? "" : "s") on the calendar that \(count == 1 ? "is" : "are") not the plan's"
                + " count\(count == 1 ? "s" : "") in the curve: \(total) points of load"
    }
}

extension LiveEvent {
    /// Whether it is a workout or a race, and so adds load.
    fileprivate var isSession: Bool { EntryCategory(rawValue: content.category)?.isSession ?? false }

    /// What it adds to each average.
    fileprivate func load(_ weights: [Sport: DailyLoad]) -> DailyLoad {
        let load = Double(content.load ?? 0)
        guard let sport = content.type.flatMap(Sport.init(name:)) else { return DailyLoad(load) }
        if let weight = weights[sport] {
            return DailyLoad(fitness: weight.fitness * load, fatigue: weight.fatigue * load)
        }
        return DailyLoad(sport.countsInFitness ? load : 0)
    }
}

extension Athlete {
    /// How much of each sport's load the service lets count.
    var weights: [Sport: DailyLoad] {
        var weights: [Sport: DailyLoad] = [:]
        for setting in typeSettings {
            guard let sport = Sport(name: setting.type) else { continue }
            weights[sport] = DailyLoad(fitness: setting.ctlFactor, fatigue: setting.atlFactor)
        }
        return weights
    }
}
