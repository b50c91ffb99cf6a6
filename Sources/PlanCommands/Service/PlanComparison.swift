import CalendarDiff
import CivilDates
import IntervalsICU
import Periodization
import PlanSpec
import Publishing
import Workouts
import LoadSimulation
import Diagnostics

/// A plan held against one athlete's calendar.
struct PlanComparison {
    /// What apply would do.
    let changes: ChangeSet
    /// Who would do it.
    let publisher: Publisher
    /// What the service should make of each workout.
    let planned: [String: PlannedFigures]
    /// Where the service's thresholds differ from the file's, one line each.
    let remarks: [String]

    /// Reads the calendar, with one request for the athlete and one for the events, and compares.
    static func make(
        _ plan: Plan, _ schedule: Schedule, file: String, service: ServiceOptions, comparison: ComparisonOptions,
        verbose: Bool, _ context: CommandContext
    ) async throws -> PlanComparison {
        let connection = try await ServiceConnection.open(
            service, planFile: file, planZone: plan.athlete.timezone,
            fitness: (plan.start.value - 1, schedule.fitness.ctl, schedule.fitness.atl), verbose: verbose, context)
        let publisher = Publisher(connection.client, athlete: connection.athlete.id)
        let window = Publisher.window(planStart: schedule.start, planEnd: schedule.end, today: connection.today)
        do {
            let live = try await publisher.read(window)
            let priced = schedule.priced { connection.athlete.thresholds(for: $0) }
            return PlanComparison(
                changes: ChangeSet(
                    desired: schedule.desiredEvents, live: live,
                    settings: comparison.settings(plan, connection, window: window)),
                publisher: publisher, planned: priced.plannedFigures,
                remarks: thresholdRemarks(plan, schedule, connection.athlete))
        } catch let error as ServiceError {
            throw context.failure(.failed, "\(error)")
        }
    }

    /// Says once a sport where the service computes with another threshold than the file.
    static func thresholdRemarks(_ plan: Plan, _ schedule: Schedule, _ athlete: Athlete) -> [String] {
        let sports = Set(schedule.entries.compactMap(\.sport)).sorted { $0.name < $1.name }
        return sports.flatMap { sport -> [String] in
            guard let own = plan.athlete.thresholds(for: sport), let theirs = athlete.thresholds(for: sport) else {
                return []
            }
            var lines: [String] = []
            if let file = own.ftp, let service = theirs.ftp, file != service {
                lines.append(
                    "\(sport.name): the service has FTP \(service), the file \(file); figures use the service's")
            }
            if let file = own.thresholdPace, let service = theirs.thresholdPace, abs(file / service - 1) > 0.002 {
                lines.append(
                    "\(sport.name): the service has another threshold pace than the file; figures use the service's")
            }
            return lines
        }
    }
}
