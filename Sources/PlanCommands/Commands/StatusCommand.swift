import ArgumentParser
import CalendarDiff
import CivilDates
import Diagnostics
import IntervalsICU
import LoadSimulation
import Periodization
import PlanSpec
import Publishing
import Reports
import Workouts

/// Planned against done.
struct StatusCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Compare what was planned with what was done, session by session and week by week.",
        discussion: "Example: plan status Plans/gran-fondo-26.plan.yaml --sandbox")

    /// How the comparison is written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Argument(help: "A plan or a roster.")
    var file: String

    @Option(help: "text or json.")
    var format: Format = .text

    @OptionGroup var planning: PlanningOptions
    @OptionGroup var service: ServiceOptions
    @OptionGroup var squad: SquadOptions
    @OptionGroup var destination: DestinationOptions
    @OptionGroup var output: OutputOptions

    func run(_ context: CommandContext) async throws {
        let context = planning.applied(to: context)
        let loading = PlanLoading(path: file, context)
        if let squad = loading.squad { return try await status(squad, context) }
        try squad.refuseForPlan(context)
        let plan = try loading.valid(context, output)
        let report = try await StatusComparison.report(
            plan.spec, plan.schedule, file: file, service: service, output: output, ink: context.ink(output), context)
        try destination.write(format == .json ? report.json.text : report.text, context)
    }

    private func status(_ loading: SquadLoading, _ context: CommandContext) async throws {
        let members = try loading.valid(squad.selection, context, output)
        let ink = context.ink(output)
        let run = try await SquadService(
            loading, members, service: service, failFast: squad.failFast, output: output, context)
        let (file, output) = (loading.file.path, output)
        let outcomes = await run.outcomes("read") { member, service, own in
            try await StatusComparison.report(
                member.spec, member.schedule, file: file, service: service, output: output, ink: ink, own)
        }
        let text =
            format == .json
            ? SquadValues.json(outcomes, \.json).text : SquadValues.text(outcomes, name: loading.name, ink, \.text)
        try destination.write(text, context)
        try SquadValues.end(outcomes)
    }
}

/// One athlete's plan held against the activities.
enum StatusComparison {
    /// The report, with one request for the athlete, one for the events and one for every three months of activities.
    static func report(
        _ plan: Plan, _ schedule: Schedule, file: String, service: ServiceOptions, output: OutputOptions, ink: Ink,
        _ context: CommandContext
    ) async throws -> StatusReport {
        let connection = try await ServiceConnection.open(
            service, planFile: file, planZone: plan.athlete.timezone,
            fitness: (plan.start.value - 1, schedule.fitness.ctl, schedule.fitness.atl), verbose: output.verbose,
            context)
        let publisher = Publisher(connection.client, athlete: connection.athlete.id)
        let window = Publisher.window(planStart: schedule.start, planEnd: schedule.end, today: connection.today)
        do {
            let live = try await publisher.read(window)
            let activities = try await connection.activities(from: schedule.start, to: schedule.end)
            let compliance = Compliance(
                planned: schedule.plannedSessions(on: live), done: activities.map(DoneSession.init),
                excused: live.excusedDays(in: schedule).union(plan.excusedDays), today: connection.today,
                weekStarts: schedule.weeks.map(\.start))
            return StatusReport(
                compliance, plan: plan.id.value, athlete: connection.athlete.id, today: "\(connection.today)", ink: ink)
        } catch let error as ServiceError {
            throw context.failure(.failed, "\(error)")
        }
    }
}

extension ServiceConnection {
    /// The activities of a span up to today, three months at a time.
    fileprivate func activities(from start: CivilDate, to end: CivilDate) async throws -> [Activity] {
        var result: [Activity] = []
        var oldest = start
        let last = min(end, today)
        while oldest <= last {
            let newest = min(oldest + 89, last)
            result += try await client.activities(athlete: athlete.id, oldest: oldest, newest: newest)
            oldest = newest + 1
        }
        return result
    }
}

extension DoneSession {
    fileprivate init(_ activity: Activity) {
        self.init(id: activity.id, date: activity.startDateLocal.date)
        name = activity.name
        type = activity.type
        family = activity.type.flatMap { Sport(name: $0)?.family.name ?? $0 }
        load = activity.trainingLoad
        duration = activity.movingTime
        eventID = activity.pairedEventID
    }
}

extension Schedule {
    /// The sessions and races of the plan with the events that stand for them.
    fileprivate func plannedSessions(on live: [LiveEvent]) -> [PlannedSession] {
        var events: [String: LiveEvent] = [:]
        for event in live {
            guard let marker = event.externalID.flatMap(Marker.init), marker.plan == plan else { continue }
            events[marker.identifier] = events[marker.identifier].map { $0.id < event.id ? $0 : event } ?? event
        }
        return entries.filter(\.category.isSession).map { entry in
            let event = events[Marker.identifier(plan: plan, key: entry.key)]
            var session = PlannedSession(key: entry.key, date: entry.date, name: entry.name)
            session.type = entry.sport?.name
            session.family = entry.sport?.family.name
            session.load = entry.planned.load
            session.duration = entry.planned.duration > 0 ? entry.planned.duration : nil
            session.eventID = event?.id
            session.activityID = event?.pairedActivityID
            return session
        }
    }
}

extension [LiveEvent] {
    /// The days of holiday, sickness and injury on the calendar.
    fileprivate func excusedDays(in schedule: Schedule) -> Set<CivilDate> {
        var days: Set<CivilDate> = []
        for event in self where ["HOLIDAY", "SICK", "INJURED"].contains(event.content.category) {
            var day = Swift.max(event.content.date, schedule.start)
            while day <= Swift.min(event.content.end, schedule.end) {
                days.insert(day)
                day = day + 1
            }
        }
        return days
    }
}

extension Plan {
    /// The days of the plan's own holidays, sickness and injuries.
    fileprivate var excusedDays: Set<CivilDate> {
        var days: Set<CivilDate> = []
        for overlay in life where overlay.kind.isOff {
            for offset in 0..<overlay.days { days.insert(overlay.from.value + offset) }
        }
        return days
    }
}
