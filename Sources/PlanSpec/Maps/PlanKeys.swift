import CivilDates
import Diagnostics
import Workouts
import YAML

/// The keys of a plan file.
struct PlanKeys: MapKeys {
    static let noun = "a plan"
    static let table = MapTable(PlanKeys())

    let format = Field("format", .formatVersion, required: true, "The version of the plan language: 1.")
    let id = Field("id", Format.id.located, required: true, "The owner of its events on every calendar.")
    let name = Field("name", .line, required: true, "What people call it.")
    let sport = Field("sport", .sport, required: true, "The sport of what names none.")
    let start = Field("start", Format.writtenDate.located, "The first week's first day.")
    let finish = Field(
        "finish", Format.writtenDate.located,
        "In place of `start`: the last day, from which the weeks are counted back.")
    let weekStarts = DefaultField("week_starts", .weekday, default: "mon", "The day on which weeks begin.")
    let templates = Field(
        "templates", .list(of: .templateSource), "Template files, from the plan's folder, and templates in place.")
    let athlete = Field("athlete", .map(AthleteKeys.table) { AthleteSpec($0) }, "Zone, thresholds and fitness.")
    let availability = Field(
        "availability", .map(AvailabilityKeys.table) { Availability($0) }, "What each weekday allows.")
    let limits = Field("limits", .map(LimitsKeys.table) { Limits($0) }, "Hard limits on what the engine builds.")
    let races = Field(
        "races", .entries(of: .map(RaceKeys.table) { Race($0) }, "races") { $0.id }, "The races.")
    let phases = Field(
        "phases", .entries(of: .map(PhaseKeys.table) { Phase($0) }, "phases", minimum: 1) { $0.id }, required: true,
        "Consecutive phases; their weeks add up to the plan.")
    let events = Field(
        "events", .entries(of: .map(EventKeys.table) { PinnedEvent($0) }, "events") { $0.id },
        "Workouts and notes pinned to a day.")
    let life = Field(
        "life", .entries(of: .map(LifeKeys.table) { LifeOverlay($0) }, "overlays") { $0.id },
        "Holidays, sick days, travel and camps.")
    let fixed = Field(
        "fixed", .entries(of: .map(FixedKeys.table) { FixedSession($0) }, "fixed sessions") { $0.id },
        "Sessions that happen anyway.")
    let publish = Field(
        "publish", .map(PublishKeys.table) { PublishOptions($0) }, "What reaches the calendar, and how.")
    let rails = Field("rails", .map(RailsKeys.table) { Rails($0) }, "Shares and counts at which apply stops.")
    let rollout = Field(
        "rollout", .duration(86_400...63_244_800, days: true), "How far ahead apply reaches, such as `2w`.")
    let lint = Field("lint", .map(LintKeys.table) { $0.settings }, "Coach's rules that are off or set.")
    let moved = Field(
        "moved", .list(of: .map(MoveKeys.table) { KeyRenaming($0) }), "Keys that the author renamed.")
}

extension Plan {
    /// Reads the map of a plan file whose templates are on the shelf.
    init?(_ map: MapReader<PlanKeys>, file: String) {
        let reading = map.reading
        _ = map.format
        let (id, name, weekStarts, phases) = (map.id, map.name, map.weekStarts, map.phases)
        let start = map.anchor(weekStarts, phases ?? [])
        let (athlete, availability, limits) = (map.athlete, map.availability, map.limits ?? Limits())
        let races = reading.inPlan(map.races ?? []) { ($0.date, $0.date) }
        let events = reading.inPlan(map.events ?? []) { ($0.date, $0.date) }
        let life = reading.inPlan(map.life ?? []) { ($0.from, $0.to) }
        let (fixed, publish, rails, lint) = (map.fixed ?? [], map.publish, map.rails, map.lint ?? [:])
        let (rollout, moved) = (map.rollout, map.moved ?? [])
        reading.checkRaceDays(races)
        reading.checkWeeks(of: phases ?? [], limits)
        reading.checkFitness(of: phases ?? [], hasFitness: athlete.map { $0.fitness != nil } ?? map.has(\.athlete))
        guard let id, let start, let phases else { return nil }
        self.init(
            file: file, id: id, name: name ?? id.value, sport: reading.sport, start: start,
            finish: reading.calendar?.finish, weekStarts: weekStarts,
            athlete: athlete ?? AthleteSpec(), availability: availability ?? Availability(), limits: limits,
            races: races, phases: phases, events: events, life: life, fixed: fixed,
            publish: publish ?? PublishOptions(),
            rails: rails ?? Rails(), rolloutDays: rollout.map { ($0 + 86_399) / 86_400 }, moved: moved,
            templates: reading.templates.templates)
        self.lint = lint
        let written = map.node(of: \.phases)?.sequence?.count ?? 0
        guard phases.count == written, !phases.isEmpty else { return }
        reading.checkLength(of: self, at: map.place(of: \.phases))
    }
}

extension Reading {
    /// What needs the weeks of every phase: the plan's length, and what lies in it.
    fileprivate func checkLength(of plan: Plan, at range: SourceRange) {
        if plan.weekCount > Plan.mostWeeks {
            fault(.planTooLong, "the plan has \(plan.weekCount) weeks; \(Plan.mostWeeks) are the most", at: range)
        }
        checkDates(of: plan)
        checkDays(ofFixed: plan)
        checkTapers(of: plan)
        checkPhases(of: plan)
        checkInstead(of: plan)
    }
}
