import ArgumentParser
import Diagnostics
import IntervalsICU
import PlanSpec
import Reports

/// The athletes that the key can see.
struct AthletesCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "athletes", abstract: "List the athletes that the key can see, with its rights.",
        discussion: "Example: plan athletes --roster -o Plans/squad.roster.yaml")

    @Flag(help: "Write a roster of the athletes that the key may write to.")
    var roster = false

    @OptionGroup var asked: RecordOptions

    func run(_ context: CommandContext) async throws {
        let access = try ServiceAccess(asked, context)
        let athletes = try await access.ask { try await $0.visibleAthletes() }
        if roster { return try asked.destination.write(rosterText(athletes), context) }
        try asked.destination.write(asked.format == .json ? json(athletes).text : table(athletes), context)
    }

    private func table(_ athletes: [VisibleAthlete]) -> String {
        var table = TextTable(
            [.left, .left, .left, .left, .left], heading: ["id", "name", "right", "zone", "labels"])
        for athlete in athletes {
            table.add([
                athlete.id, oneLine(athlete.name ?? "–"), athlete.permission ?? "–", athlete.timezone ?? "–",
                oneLine(athlete.tags.joined(separator: ", ")),
            ])
        }
        return table.lines().joined(separator: "\n") + "\n"
    }

    private func json(_ athletes: [VisibleAthlete]) -> JSONValue {
        JSONValue(athletes) { athlete in
            [
                "id": .string(athlete.id), "name": JSONValue(athlete.name),
                "permission": JSONValue(athlete.permission), "coached": JSONValue(athlete.isCoached),
                "timezone": JSONValue(athlete.timezone), "tags": JSONValue(athlete.tags, JSONValue.string),
            ]
        }
    }

    /// A roster to begin with; the plan is for the coach to name.
    private func rosterText(_ athletes: [VisibleAthlete]) -> String {
        let writable = athletes.filter { $0.permission == nil || $0.permission == "WRITE" }
        let lines = writable.map { athlete in
            let (id, name) = (YAMLText.quoted(athlete.id), YAMLText.quoted(athlete.name ?? athlete.id))
            return "  - {id: \(id.written()), name: \(name.written())}"
        }
        return """
            # yaml-language-server: $schema=../Schemas/roster.schema.json
            format: 1
            id: squad
            plan: club.plan.yaml        # the plan that they follow
            athletes:
            \(lines.joined(separator: "\n"))

            """
    }
}
