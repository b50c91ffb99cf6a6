import Diagnostics
import Workouts
import YAML

/// The keys of a template's parameter.
struct ParameterKeys: MapKeys {
    static let noun = "a parameter"
    static let table = MapTable(ParameterKeys())

    let standard = Field(
        "default", Format.parameterValue.located, required: true,
        "The value where nothing sets it, with its unit: `4`, `20m`, `10km`, `400mtr`, `95%`.")
    let min = Field("min", Format.parameterValue.located, "The smallest value; needed by `scale`.")
    let max = Field("max", Format.parameterValue.located, "The largest value; needed by `scale`.")
    let step = Field(
        "step", Format.parameterValue.located,
        "The distance between two values; by default 5m, 0.5km (Swim 50mtr), 1 or 1%.")
}

extension MapReader<ParameterKeys> {
    /// `400m` is 400 minutes here as in workout text; where it looks like a distance a warning says so, once a parameter.
    fileprivate func warnOfMetres() {
        for node in [node(of: \.standard), node(of: \.min), node(of: \.max)] {
            guard let node, let minutes = ParameterText.minutesLikeMetres(node.scalar?.text ?? "") else { continue }
            reading.diagnostics.append(
                Diagnostic(
                    WorkoutRule.metresAsMinutes.rawValue, .warning,
                    "`m` means minutes: write \(minutes)mtr for metres, or \(DurationText.written(minutes * 60)) for a time",
                    at: node.range))
            return
        }
    }
}

/// A parameter as its map says it.
struct ParameterDraft: Sendable {
    var parameter: Parameter
    /// Whether both bounds are given, so that sizing may turn it.
    var isBounded: Bool
    /// The step is the sport's, which the template says elsewhere.
    var hasOwnStep: Bool

    init?(_ map: MapReader<ParameterKeys>) {
        guard let standard = map.standard else { return nil }
        let kind = standard.value.kind
        let (min, max, step) = (map.min, map.max, map.step)
        isBounded = map.has(\.min) && map.has(\.max)
        hasOwnStep = map.has(\.step)
        parameter = Parameter(
            name: "", standard: standard.value,
            min: min?.value ?? ParameterValue(kind: kind, amount: 0),
            max: max?.value ?? ParameterValue(kind: kind, amount: ParameterText.largest(kind)),
            step: step?.value ?? ParameterValue(kind: kind, amount: 1))
        map.warnOfMetres()
        let others = [min, max, step].compactMap { $0 }
        for other in others where other.value.kind != kind {
            map.reading.fault(
                .parameterKind,
                "\(quoted(other.value.text)) has another unit than the default \(quoted(standard.value.text))",
                at: other.range)
        }
        if others.allSatisfy({ $0.value.kind == kind }) {
            check(map.reading, standard: standard, min: min, step: step)
        }
    }

    private func check(
        _ reading: Reading, standard: Located<ParameterValue>, min: Located<ParameterValue>?,
        step: Located<ParameterValue>?
    ) {
        let (low, high) = (parameter.min, parameter.max)
        if low.amount > high.amount, let min {
            reading.fault(
                .parameterBounds, "min \(quoted(low.text)) is above max \(quoted(high.text))", at: min.range)
        } else if !(low.amount...Swift.max(low.amount, high.amount)).contains(standard.value.amount) {
            reading.fault(
                .parameterOutOfRange,
                "the default \(quoted(standard.value.text)) is outside \(low.text) to \(high.text)", at: standard.range)
        }
        guard let step else { return }
        if step.value.amount <= 0 || isBounded && (high.amount - low.amount) / step.value.amount > 10_000 {
            reading.fault(.parameterStep, "the step must make 1 to 10,000 values", at: step.range)
        }
    }

    /// The parameter under its name, with the default step of its kind and sport.
    func named(_ name: String, sport: Sport) -> Parameter {
        var result = parameter
        result.name = name
        result.isBounded = isBounded
        guard !hasOwnStep else { return result }
        switch parameter.standard.kind {
        case .duration: result.step.amount = 300
        case .kilometres, .metres: result.step.amount = sport.family == .swim ? 50 : 500
        case .count, .percent: result.step.amount = 1
        }
        return result
    }
}
