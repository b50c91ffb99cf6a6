import ArgumentParser
import CalendarDiff
import CivilDates
import Diagnostics
import IntervalsICU
import Periodization
import PlanSpec
import Publishing
import YAML

/// The calendar, or a folder of the library, as a plan file.
struct PullCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "pull",
        abstract: "Write the calendar, or a library folder, as a plan file that wants the same events.",
        discussion: """
            Example: plan pull --from 2027-01-04 --to 2027-02-28 -o Plans/pulled.plan.yaml --sandbox

            With --folder a library plan's days count from --from; the workouts of a folder without days come one a day.
            """)

    @Option(help: "The first day; by default the Monday of this week.")
    var from: CivilDate?

    @Option(help: "The last day; by default that of the last event within a year.")
    var to: CivilDate?

    @Option(help: "A folder of the library in place of the calendar, by its id or name.")
    var folder: String?

    @Flag(help: "Take events of other plans as well, which stay theirs: for a new calendar, not for this one.")
    var owned = false

    @Option(help: "The plan's id.")
    var id = "pulled"

    @OptionGroup var service: ServiceOptions
    @OptionGroup var destination: DestinationOptions
    @OptionGroup var output: OutputOptions

    func run(_ context: CommandContext) async throws {
        if let from, let to, to < from { throw context.failure(.usage, "--to \(to) lies before --from \(from)") }
        if let folder {
            let plan = try await pulled(folder: folder, context)
            return try plan.write("in the folder \(folder)", destination, output, context)
        }
        let plan = try await calendar(context)
        try plan.write("on the calendar from \(plan.start) on", destination, output, context)
    }

    /// The plan of a folder's workouts.
    private func pulled(folder wanted: String, _ context: CommandContext) async throws -> PulledPlan {
        guard let from, to == nil else {
            throw context.failure(.usage, "a folder has no dates: give --from, the day of its first, and no --to")
        }
        let access = try ServiceAccess(service, output, context)
        return try await PulledPlan(try await access.folder(wanted, context), from: from, id: id, access)
    }

    /// The plan of the calendar.
    private func calendar(_ context: CommandContext) async throws -> PulledPlan {
        let connection = try await ServiceConnection.open(
            service, planFile: ServiceAccess.likelyPlanFile(service, output: destination.file, context), planZone: nil,
            fitness: nil,
            verbose: output.verbose, context)
        return try await pulled(connection, context)
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
                athlete: athlete, fitness: fitness, events: events, includesOwned: owned)
        } catch let error as ServiceError {
            throw context.failure(.failed, "\(error)")
        }
    }
}

extension PulledPlan {
    /// A folder of the library from a day on.
    init(_ folder: LibraryFolder, from: CivilDate, id: String, _ access: ServiceAccess) async throws {
        let athlete = try await access.ask { try await $0.athlete(access.athlete) }
        let events = try await access.ask { try await folder.events(of: athlete.id, from: from, $0) }
        self.init(
            id: id, name: folder.name, from: from, to: events.map(\.startDateLocal.date).max() ?? from,
            athlete: athlete, fitness: nil, events: events)
    }

    /// Writes the file and tells what it leaves out; nothing at all ends the command.
    func write(
        _ place: String, _ destination: DestinationOptions, _ output: OutputOptions, _ context: CommandContext
    ) throws {
        var plan = self
        let remarks = plan.settle()
        guard !plan.entries.isEmpty else {
            let owned = ownedCount > 0 ? "; of its \(ownedCount) events of other plans --owned makes a copy" : ""
            throw context.failure(.failed, "there is nothing \(place) that a plan can hold\(owned)")
        }
        if !output.quiet { context.console.say((plan.leftOutLines + remarks).map { $0 + "\n" }.joined()) }
        try destination.write(plan.laidOut, context)
    }

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
