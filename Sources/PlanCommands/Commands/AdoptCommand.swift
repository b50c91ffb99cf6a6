import ArgumentParser

/// Takes events that already match into the plan's ownership.
struct AdoptCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "adopt",
        abstract: "Make events that match the plan its own, by day, sport and name; nothing of them is rewritten.",
        discussion: "Example: plan adopt Plans/gran-fondo-26.plan.yaml --sandbox --yes")

    @OptionGroup var asked: OwnEventOptions

    func run(_ context: CommandContext) async throws {
        try await asked.run(.adopt, named: "adopt", context)
    }
}
