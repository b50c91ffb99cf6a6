import ArgumentParser
import CalendarDiff
import PlanSpec

/// The JSON Schema of a file format, for editors and other checkers.
struct SchemaCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "Print the JSON Schema (draft-07) of a file format.",
        discussion: "Example: plan schema plan > plan.schema.json")

    /// The formats that have a schema.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case plan, templates, roster, changes
    }

    @Argument(help: "plan, templates, roster or changes.")
    var file: Format

    @OptionGroup var destination: DestinationOptions

    func run(_ context: CommandContext) async throws {
        let text =
            switch file {
            case .plan: Schema.plan
            case .templates: Schema.templates
            case .roster: Schema.roster
            case .changes: ChangeSet.schema
            }
        try destination.write(text, context)
    }
}
