import PlanSpec
public import Workouts

extension Schedule {
    /// The same sessions with the figures that an athlete with other thresholds gets; texts and days stay.
    ///
    /// Sizing always uses the file's thresholds, so that a workout's text changes only when a file does; what the
    /// service will show depends on the service's own.
    public func priced(_ thresholds: (Sport) -> Thresholds?) -> Schedule {
        var schedule = self
        for index in entries.indices {
            guard let workout = entries[index].workout, let sport = entries[index].sport,
                let own = thresholds(sport)
            else { continue }
            let figures = workout.planned(
                sport: sport, thresholds: own, indoor: entries[index].indoor || sport.isIndoor,
                target: entries[index].target?.metric)
            let isStated = figures.load == nil && entries[index].planned.basis == .explicit
            let stated = entries[index].planned.load
            schedule.entries[index].planned = figures
            if isStated { schedule.entries[index].planned.state(stated.map(Double.init)) }
        }
        return schedule
    }
}
