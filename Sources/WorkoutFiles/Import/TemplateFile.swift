public import Diagnostics
import PlanSpec
import Workouts

/// Workout files put together as a file of templates.
public struct TemplateFile: Sendable {
    private var ids = TemplateIDs()
    private var entries: [String] = []

    /// Makes a file without templates.
    public init() {}

    /// How many templates there are.
    public var count: Int { entries.count }

    /// The file's text.
    public var text: String {
        "format: 1\ntemplates:\n" + entries.joined(separator: "\n")
    }

    /// Adds a workout as a template.
    ///
    /// - Parameter path: where it was read from; stands for a name that is missing, and in what is returned.
    /// - Returns: what the template no longer says.
    public mutating func add(_ file: WorkoutFile, from path: String) -> [Diagnostic] {
        let stem = WorkoutFile.stem(path).onOneLine
        let name = file.name.isEmpty ? stem : file.name
        let body = TemplateBody(file.workout)
        var lines = ["  \(ids.id(for: name, or: stem)):", "    name: \(YAMLText.text(Self.escaped(name)).written())"]
        lines.append("    sport: \(file.sport.name)")
        let description = Self.escaped(file.workout.description)
        if !description.isEmpty { lines += YAMLText.block("    description", description, keepsEnd: false) }
        if !body.parameters.isEmpty {
            lines.append("    params:")
            for parameter in body.parameters {
                let most = min(10_000, max(parameter.count * 2, parameter.count + 1))
                lines.append(
                    "      \(parameter.name): {default: \(parameter.count), min: 1, max: \(most)}")
            }
        }
        lines += YAMLText.block("    text", body.text, keepsEnd: true)
        entries.append(lines.joined(separator: "\n") + "\n")
        guard body.lostMessages else { return [] }
        let first = SourcePosition(line: 1, column: 1)
        return [
            Diagnostic(
                FileRule.lostMessage.rawValue, .warning, "the workout's messages can't be said in its text",
                at: SourceRange(file: path, start: first, end: first))
        ]
    }

    /// `${` stands for a parameter, so that one in a name has to be marked.
    static func escaped(_ text: String) -> String {
        var result = ""
        var last: Character?
        for character in text {
            if character == "{", last == "$" { result = String(result.dropLast()) + "$$" }
            result.append(character)
            last = character
        }
        return result
    }
}

/// A template's text, with a parameter for every repeat.
struct TemplateBody {
    /// A repeat that can be turned.
    struct Parameter {
        var name: String
        var count: Int
    }

    /// The steps as lines.
    private(set) var text = ""
    /// The repeats in order.
    private(set) var parameters: [Parameter] = []
    /// Whether labels had to go so that the text is read as the same steps.
    private(set) var lostMessages = false

    init(_ workout: Workout) {
        var plain = workout.folded()
        plain.description = ""
        if !Self.isReadBack(plain) {
            lostMessages = true
            plain = plain.withoutLabels
        }
        let counts = plain.items.compactMap { item -> Int? in
            if case .block(let block) = item { return block.count }
            return nil
        }
        parameters = counts.enumerated().map { index, count in
            Parameter(name: counts.count == 1 ? "reps" : "reps\(index + 1)", count: count)
        }
        text = lines(TemplateFile.escaped(plain.text)).joined(separator: "\n")
    }

    /// Whether the text gives the same steps without a fault.
    private static func isReadBack(_ workout: Workout) -> Bool {
        let reading = Workout.read(workout.text)
        return reading.workout.items == workout.items && !reading.findings.contains { $0.severity == .error }
    }

    /// The lines with the counts of their headers replaced by parameters, one after the other.
    private func lines(_ text: String) -> [String] {
        var next = 0
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            guard next < parameters.count, !line.hasPrefix("-"), line.hasSuffix("\(parameters[next].count)x") else {
                return String(line)
            }
            let parameter = parameters[next]
            next += 1
            return line.dropLast("\(parameter.count)x".count) + "${\(parameter.name)}x"
        }
    }
}

extension Workout {
    /// The steps without words of any kind.
    fileprivate var withoutLabels: Workout {
        func plain(_ step: Step) -> Step {
            var step = step
            step.text = ""
            return step
        }
        var result = self
        result.items = items.map { item in
            switch item {
            case .step(let step): .step(plain(step))
            case .block(let block):
                .block(RepeatBlock(count: block.count, text: "\(block.count)x", steps: block.steps.map(plain)))
            }
        }
        return result
    }
}
