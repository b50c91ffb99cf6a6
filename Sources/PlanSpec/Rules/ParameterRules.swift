import Diagnostics
import Workouts
import YAML

extension Reading {
    /// The values of a session's `params`, each checked against every template of the session.
    func values(of items: [KeyedItem<String, Node>], in content: SessionSpec.Content, indoor: Bool = false)
        -> [String: ParameterValue]
    {
        var values: [String: ParameterValue] = [:]
        for item in items {
            values[item.key.value] = value(of: item.value, for: item.key, in: content, indoor)
        }
        return values
    }

    /// The lists of values of a session's `progress`.
    func values(of items: [KeyedItem<String, [Node]>], in content: SessionSpec.Content, indoor: Bool = false)
        -> [String: [ParameterValue]]
    {
        var values: [String: [ParameterValue]] = [:]
        for item in items {
            values[item.key.value] = item.value.compactMap { value(of: $0, for: item.key, in: content, indoor) }
        }
        return values
    }

    /// A knob must be a parameter with bounds of every template of its session.
    func checkKnob(_ knob: Located<String>, of content: SessionSpec.Content, indoor: Bool) {
        for parameter in parameters(knob, of: content, indoor) where !parameter.isBounded {
            fault(
                .scaleWithoutBounds,
                "\(quoted(knob.value)) is in `scale`, so its template must give `min` and `max`",
                at: knob.range)
        }
    }

    private func value(
        of node: Node, for name: Located<String>, in content: SessionSpec.Content, _ indoor: Bool
    ) -> ParameterValue? {
        guard let text = node.scalar?.text else { return nil }
        var result: ParameterValue?
        for parameter in parameters(name, of: content, indoor) {
            guard let value = ParameterText.parse(text, as: parameter.standard.kind) else {
                fault(
                    .parameterKind,
                    "\(quoted(name.value)) takes \(ParameterText.example(of: parameter.standard.kind)), not \(quoted(text))",
                    at: node.range)
                continue
            }
            if !(parameter.min.amount...max(parameter.min.amount, parameter.max.amount)).contains(value.amount) {
                fault(
                    .parameterOutOfRange,
                    "\(quoted(name.value)) goes from \(parameter.min.text) to \(parameter.max.text), not \(quoted(text))",
                    at: node.range)
            }
            if value.kind == .duration, let minutes = ParameterText.minutesLikeMetres(text), result == nil {
                diagnostics.append(
                    Diagnostic(
                        WorkoutRule.metresAsMinutes.rawValue, .warning,
                        "\(quoted(name.value)) is a time, so `m` means minutes: write"
                            + " \(DurationText.written(minutes * 60)) if it is meant",
                        at: node.range))
            }
            if parameter.isWhole, value.amount != value.amount.rounded() {
                fault(.parameterKind, "\(quoted(name.value)) takes whole numbers, not \(quoted(text))", at: node.range)
            }
            result = result ?? value
        }
        return result
    }

    /// The parameter of that name in each template of a session; a template without it is a fault.
    private func parameters(
        _ name: Located<String>, of content: SessionSpec.Content, _ indoor: Bool
    ) -> [Parameter] {
        guard case .templates(let names) = content else {
            let what =
                if case .brick = content { "a brick has its parameters in its parts" } else {
                    "text in place has no parameters"
                }
            fault(.unknownParameter, what, at: name.range)
            return []
        }
        return names.compactMap { templates.templates[$0.value]?.variant(indoor: indoor) }.compactMap { template in
            if let parameter = template.parameter(name.value) { return parameter }
            if template.unread.contains(name.value) { return nil }
            let guess = didYouMean(name.value, among: template.parameters.map(\.name))
            fault(
                .unknownParameter,
                "the template \(quoted(template.id.value)) has no parameter \(quoted(name.value))\(guess)",
                at: name.range)
            return nil
        }
    }
}

extension Parameter {
    /// Whether it counts something, such as repeats: its default, bounds and step are whole numbers.
    fileprivate var isWhole: Bool {
        standard.kind == .count && [standard, min, max, step].allSatisfy { $0.amount == $0.amount.rounded() }
    }
}
