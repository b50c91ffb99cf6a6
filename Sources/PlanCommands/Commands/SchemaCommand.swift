import ArgumentParser
import PlanSpec

/// The JSON Schema of a file format, for editors and other checkers.
struct SchemaCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "Print the JSON Schema (draft-07) of a file format.",
        discussion: "Example: plan schema plan > plan.schema.json")

    /// The formats that have a schema.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case plan, templates, roster
    }

    @Argument(help: "plan, templates or roster.")
    var file: Format

    @OptionGroup var destination: DestinationOptions

    func run(_ context: CommandContext) async throws {
        let text =
            switch file {
            case .plan: Schema.plan
            case .templates: Schema.templates
            case .roster: Schema.roster
            }
        try destination.write(text, context)
    }
}
