import CalendarDiff
import CivilDates
import Diagnostics
import IntervalsICU
import LoadSimulation
import Periodization
import PlanSpec
import Publishing
import Workouts

/// A plan that goes on from the service's own figures.
struct LivePlan {
    /// The schedule, with the weeks to come solved again and the figures that the service will show.
    let schedule: Schedule

    /// Reads yesterday's fitness and the calendar from today on, and solves the weeks that begin after today from them.
    static func make(
        _ plan: (spec: Plan, schedule: Schedule), file: String, _ service: ServiceOptions, _ output: OutputOptions,
        _ context: CommandContext
    ) async throws -> LivePlan {
        let connection = try await ServiceConnection.open(
            service, planFile: file, planZone: plan.spec.athlete.timezone,
            fitness: (plan.spec.start.value - 1, plan.schedule.fitness.ctl, plan.schedule.fitness.atl),
            verbose: output.verbose, context)
        let yesterday = connection.today - 1
        let fitness = try await fitness(of: connection, on: yesterday, context)
        guard yesterday < plan.schedule.end else {
            throw context.failure(.failed, "the plan ended on \(plan.schedule.end), before today")
        }
        let calendar = try await calendar(of: connection, plan.schedule, context)
        var schedule = Schedule(
            plan.spec, bestEffort: context.planning.isBestEffort,
            resumption: Resumption(day: yesterday, fitness: fitness, calendar: calendar.loads, of: plan.schedule))
        schedule.weights = connection.athlete.weights
        let news = schedule.diagnostics.filter { !plan.schedule.diagnostics.contains($0) }
        context.show(output.quiet ? news.filter { $0.severity == .error } : news, sources: [], output)
        if schedule.diagnostics.hasErrors { throw CommandFailure(status: .invalid) }
        if !output.quiet {
            let remarks =
                [calendar.remark].compactMap(\.self)
                + PlanComparison.thresholdRemarks(plan.spec, schedule, connection.athlete)
            context.console.say(remarks.map { $0 + "\n" }.joined())
        }
        return LivePlan(schedule: schedule.priced { connection.athlete.thresholds(for: $0) })
    }

    private static func calendar(
        of connection: ServiceConnection, _ schedule: Schedule, _ context: CommandContext
    ) async throws -> LiveCalendar {
        let publisher = Publisher(connection.client, athlete: connection.athlete.id)
        do {
            let events = try await publisher.read(
                ChangeSet.Window(
                    oldest: max(connection.today, schedule.start), newest: max(connection.today, schedule.end)))
            return LiveCalendar(
                events, of: schedule, today: connection.today, weights: connection.athlete.weights)
        } catch let error as ServiceError {
            throw context.failure(.failed, "\(error)")
        }
    }

    private static func fitness(
        of connection: ServiceConnection, on day: CivilDate, _ context: CommandContext
    ) async throws -> Fitness {
        do {
            let records = try await connection.client.wellness(
                athlete: connection.athlete.id, oldest: day, newest: day)
            guard let record = records.first(where: { $0.date == day }), let ctl = record.ctl, let atl = record.atl
            else { throw context.failure(.failed, "the service has no fitness for \(day)") }
            return Fitness(ctl: ctl, atl: atl)
        } catch let error as ServiceError {
            throw context.failure(.failed, "\(error)")
        }
    }
}
