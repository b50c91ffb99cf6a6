import ArgumentParser

/// Takes a plan off the calendar.
struct RemoveCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Delete the plan's own future events; what the athlete edited stays.",
        discussion: "Example: plan remove Plans/gran-fondo-26.plan.yaml --sandbox --expect-deletes 40")

    @OptionGroup var asked: OwnEventOptions

    func run(_ context: CommandContext) async throws {
        try await asked.run(.remove, named: "remove", context)
    }
}
