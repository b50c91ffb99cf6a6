import CivilDates

/// An athlete's CTL and ATL day by day, from the first day that anything is known of.
///
/// `x += (load - x)(1 - exp(-1/τ))` once a day, rounded to single precision every day as the service does.
struct FitnessCurve {
    private var done: [CivilDate: DayLoad] = [:]
    private var planned: [CivilDate: DayLoad] = [:]
    private var anchors: [CivilDate: (ctl: Float?, atl: Float?)] = [:]
    private var constants: [CivilDate: FitnessGains] = [:]
    private let today: CivilDate

    /// Gathers what the curve rests on.
    init(_ athlete: AthleteData, today: CivilDate) {
        self.today = today
        for activity in athlete.activities { add(activity, athlete) }
        for event in athlete.events { add(event, athlete) }
        for (day, record) in athlete.wellness {
            anchor(day, ctl: record.double("ctl"), atl: record.double("atl"))
        }
    }

    private mutating func add(_ activity: Record, _ athlete: AthleteData) {
        guard let day = activity.text("start_date_local").flatMap({ LocalMoment($0)?.day }) else { return }
        let factors = athlete.factors(for: activity.text("type"))
        let load = Double(activity.integer("icu_training_load") ?? 0)
        done[day, default: DayLoad()] += DayLoad(ctl: load * factors.ctl, atl: load * factors.atl)
    }

    private mutating func add(_ event: EventRecord, _ athlete: AthleteData) {
        if let load = event.countedLoad.map(Double.init) {
            let factors = athlete.factors(for: event.type)
            planned[event.firstDay, default: DayLoad()] += DayLoad(ctl: load * factors.ctl, atl: load * factors.atl)
        } else if event.category == "SET_FITNESS" {
            anchor(event.firstDay, ctl: event.record.double("icu_ctl"), atl: event.record.double("icu_atl"))
        } else if event.category == "FITNESS_DAYS" {
            constants[event.firstDay] = FitnessGains(
                ctlDays: event.record.integer("ctl_days") ?? 42, atlDays: event.record.integer("atl_days") ?? 7)
        }
    }

    private mutating func anchor(_ day: CivilDate, ctl: Double?, atl: Double?) {
        guard ctl != nil || atl != nil else { return }
        anchors[day] = (ctl.map { Float($0) } ?? anchors[day]?.ctl, atl.map { Float($0) } ?? anchors[day]?.atl)
    }

    /// The first day that anything is known of.
    var firstDay: CivilDate? {
        [done.keys.min(), planned.keys.min(), anchors.keys.min()].compactMap(\.self).min()
    }

    /// The curve on some days.
    func values(on wanted: some Sequence<CivilDate>) -> [CivilDate: FitnessDay] {
        let wanted = Set(wanted)
        let stops = wanted.union(done.keys).union(planned.keys).union(anchors.keys).union(constants.keys).sorted()
        var values: [CivilDate: FitnessDay] = [:]
        var state = FitnessState()
        var gains = FitnessGains()
        var yesterday = stops.first.map { $0 - 1 }
        for day in stops {
            if let last = yesterday { state = decayed(state, days: day - last - 1, gains) }
            gains = constants[day] ?? gains
            let value = self.value(on: day, from: state, gains)
            if wanted.contains(day) { values[day] = value }
            state = value.state
            yesterday = day
        }
        return values
    }

    private func decayed(_ state: FitnessState, days: Int, _ gains: FitnessGains) -> FitnessState {
        var state = state
        var left = days
        while left > 0, state != FitnessState() {
            state = state.after(DayLoad(), gains)
            left -= 1
        }
        return state
    }

    private func value(on day: CivilDate, from state: FitnessState, _ gains: FitnessGains) -> FitnessDay {
        let plan = planned[day] ?? DayLoad()
        var value = FitnessDay()
        value.load = done[day] ?? (day < today ? DayLoad() : plan)
        value.state = anchored(state.after(value.load, gains), on: day)
        value.planned = anchored(state.after(plan, gains), on: day)
        return value
    }

    private func anchored(_ state: FitnessState, on day: CivilDate) -> FitnessState {
        guard let anchor = anchors[day] else { return state }
        return FitnessState(ctl: anchor.ctl ?? state.ctl, atl: anchor.atl ?? state.atl)
    }
}
