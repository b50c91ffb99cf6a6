import ArgumentParser
import CivilDates
import PlanSpec

/// A plan to start from.
struct NewCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Write a commented plan, and templates where there are none.",
        discussion: "Example: plan new spring-base --example ride")

    @Argument(help: "The plan's id: a-z, 0-9 and dashes, 24 characters at most.")
    var name: String

    @Option(help: "What to start from: ride or run.")
    var example: Example = .ride

    @OptionGroup var day: DayOptions

    func run(_ context: CommandContext) async throws {
        let isID =
            (1...24).contains(name.utf8.count)
            && name.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
        guard isID else {
            throw context.failure(
                .usage, "\(name) can't be a plan's id; use a-z, 0-9 and dashes, 24 characters at most")
        }
        guard let today = try day.stated(context) ?? context.date(context.now(), nil) else {
            throw context.failure(.failed, "the machine's time zone is unknown; state the day with --today")
        }
        let plan = "Plans/\(name).plan.yaml"
        guard !context.files.exists(plan) else {
            throw context.failure(.failed, "\(plan) exists already; nothing was written")
        }
        let templates = "Templates/\(example.templateFile)"
        var written = [(plan, example.plan(id: name, start: nextMonday(after: today)))]
        if !context.files.exists(templates) { written.append((templates, example.templates)) }
        written.append(("Plans/.plan/schemas/plan.schema.json", Schema.plan))
        written.append(("Plans/.plan/schemas/templates.schema.json", Schema.templates))
        written.append(("Plans/.plan/.gitignore", Example.ignoredState))
        for (path, text) in written {
            do {
                try context.files.write(path, Array(text.utf8))
            } catch {
                throw context.failure(.failed, "can't write \(path): \(error)")
            }
        }
        context.console.print("\(plan)\n")
        context.console.say("Next: plan check \(plan), then plan preview \(plan)\n")
    }

    private func nextMonday(after today: CivilDate) -> CivilDate {
        today + (7 - today.weekday.offset(from: .mon))
    }
}
