import ArgumentParser
import CalendarDiff
import CivilDates
import Diagnostics
import IntervalsICU
import Periodization
import PlanSpec
import Publishing
import YAML

/// The calendar as a plan file.
struct PullCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "pull", abstract: "Write the calendar as a plan file that wants the same events.",
        discussion: "Example: plan pull --from 2027-01-04 --to 2027-02-28 -o Plans/pulled.plan.yaml --sandbox")

    @Option(help: "The first day; by default the Monday of this week.")
    var from: CivilDate?

    @Option(help: "The last day; by default that of the last event within a year.")
    var to: CivilDate?

    @Option(help: "The plan's id.")
    var id = "pulled"

    @OptionGroup var service: ServiceOptions
    @OptionGroup var destination: DestinationOptions
    @OptionGroup var output: OutputOptions

    func run(_ context: CommandContext) async throws {
        if let from, let to, to < from { throw context.failure(.usage, "--to \(to) lies before --from \(from)") }
        let connection = try await ServiceConnection.open(
            service, planFile: destination.output ?? "pulled.plan.yaml", planZone: nil, fitness: nil,
            verbose: output.verbose, context)
        var plan = try await pulled(connection, context)
        let remarks = plan.settle()
        guard !plan.entries.isEmpty else {
            throw context.failure(
                .failed, "there is nothing on the calendar from \(plan.start) on that a plan can hold")
        }
        if !output.quiet { context.console.say((plan.leftOutLines + remarks).map { $0 + "\n" }.joined()) }
        try destination.write(plan.laidOut, context)
    }

    /// The plan of the events, with one request for them and one for the fitness before.
    private func pulled(_ connection: ServiceConnection, _ context: CommandContext) async throws -> PulledPlan {
        let (client, athlete) = (connection.client, connection.athlete)
        let first = from ?? connection.today - connection.today.weekday.offset(from: .mon)
        do {
            let events = try await client.events(athlete: athlete.id, oldest: first, newest: to ?? first + 365)
            let last = to ?? events.map(\.startDateLocal.date).max() ?? first
            let eve = first - first.weekday.offset(from: .mon) - 1
            let wellness = try await client.wellness(athlete: athlete.id, oldest: eve, newest: eve).first
            let fitness = wellness.flatMap { day in day.ctl.flatMap { ctl in day.atl.map { (ctl, $0) } } }
            return PulledPlan(
                id: id, name: "\(athlete.name ?? athlete.id), pulled", from: first, to: max(first, last),
                athlete: athlete, fitness: fitness, events: events)
        } catch let error as ServiceError {
            throw context.failure(.failed, "\(error)")
        }
    }
}

extension PulledPlan {
    /// The file as `plan fmt` leaves it.
    fileprivate var laidOut: String {
        let text = written.text
        let file = SourceFile(path: "pulled", bytes: Array(text.utf8))
        guard case .text(let canonical) = CanonicalLayout(of: file, order: FileKind.plan.keyOrder) else { return text }
        return canonical
    }

    /// Leaves out what the plan, read again, would not want as it is, and says so.
    fileprivate mutating func settle() -> [String] {
        var remarks: [String] = []
        // Each round leaves something out, or is the last.
        while true {
            let (text, lines) = written
            let reading = Plan.read(SourceFile(path: "pulled", bytes: Array(text.utf8))) { _ in nil }
            let unfit =
                reading.plan.flatMap { reading.diagnostics.hasErrors ? nil : misfits(Schedule($0)) }
                ?? faults(reading.diagnostics, lines)
            guard !unfit.isEmpty else { return remarks }
            for (index, why) in unfit.sorted(by: { $0.key > $1.key }) {
                let event = entries.remove(at: index).event
                remarks.append("left out: \(event.startDateLocal.date) \(event.name ?? event.category): \(why)")
            }
        }
    }

    /// Entries that a schedule has otherwise than the calendar, or not at all.
    private func misfits(_ schedule: Schedule) -> [Int: String] {
        let desired = Dictionary(schedule.desiredEvents.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        var result: [Int: String] = [:]
        for (index, entry) in entries.enumerated() {
            guard let event = desired[entry.key] else {
                result[index] = "a plan can't have it on that day"
                continue
            }
            let fields = event.differences(from: LiveEvent(entry.event)).map(\.rawValue)
            if !fields.isEmpty { result[index] = "a plan can't say its \(fields.joined(separator: ", "))" }
        }
        return result
    }

    /// Entries at fault, by the lines of the findings.
    private func faults(_ diagnostics: [Diagnostic], _ lines: [Int]) -> [Int: String] {
        var result: [Int: String] = [:]
        for diagnostic in diagnostics where diagnostic.severity == .error {
            guard let line = diagnostic.range?.start.line else { continue }
            let owner = lines.indices.filter { lines[$0] <= line }.max { lines[$0] < lines[$1] }
            if let owner { result[owner] = diagnostic.message }
        }
        return result
    }

    /// What was left out from the start, one line each.
    fileprivate var leftOutLines: [String] {
        leftOut.sorted { $0.key < $1.key }.map { "left out: \($0.value) \($0.key)" }
    }
}
