import Reports
import ArgumentParser
import IntervalsICU

/// One completed session with its intervals.
struct ActivityCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "activity", abstract: "Show one completed session with its intervals.",
        discussion: "Example: plan activity i5551234")

    @Argument(help: "The activity's id.")
    var id: String

    @OptionGroup var asked: RecordOptions

    func run(_ context: CommandContext) async throws {
        let access = try ServiceAccess(asked, context)
        let activity = try await access.ask { try await $0.activity(id) }
        try asked.destination.write(asked.format == .json ? activity.json : text(activity), context)
    }

    private func text(_ activity: ServiceValue) -> String {
        let intervals = activity["icu_intervals"].elements
        guard !intervals.isEmpty else { return described(activity) }
        return described(activity) + "\n"
            + listed(
                intervals, .text,
                columns: [
                    ("type", "interval", .left), ("label", "label", .left), ("moving_time", "seconds", .right),
                    ("average_watts", "watts", .right), ("average_heartrate", "bpm", .right),
                ], none: "")
    }
}
