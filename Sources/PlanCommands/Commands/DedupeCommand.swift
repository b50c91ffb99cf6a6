import ArgumentParser

/// Deletes exact doubles.
struct DedupeCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "dedupe",
        abstract: "Delete exact doubles of the plan's future events; copies that somebody moved, edited or did stay.",
        discussion: "Example: plan dedupe Plans/gran-fondo-26.plan.yaml --sandbox")

    @OptionGroup var asked: OwnEventOptions

    func run(_ context: CommandContext) async throws {
        try await asked.run(.dedupe, named: "dedupe", context)
    }
}
