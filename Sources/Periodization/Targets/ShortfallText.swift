import Diagnostics
import PlanSpec

/// Which limit binds in which weeks, in words: `growth 20 % binds in week 1, ramp 3 in weeks 2-3, 5-7 and 9`.
public struct BindingText: Sendable {
    private let ramp: Double?
    private let load: Double?
    private let hours: Double?
    private let growth: Double?
    private let form: Double?

    /// For the limits of a plan.
    init(limits: Limits) {
        self.init(LoadSolver.Limits(limits))
    }

    /// For limits on their own.
    public init(_ limits: LoadSolver.Limits) {
        func finite(_ number: Double) -> Double? { number.isFinite ? number : nil }
        (ramp, load, hours) = (finite(limits.ramp), finite(limits.load), finite(limits.hours))
        (growth, form) = (finite(limits.growth), finite(limits.form))
    }

    /// The text for weeks with their numbers; empty where nothing binds.
    public func text(_ bindings: [Binding], _ weeks: [Int]) -> String {
        var parts: [String] = []
        for limit in [Binding.growth, .ramp, .load, .hours, .form, .availability] {
            let bound = zip(bindings, weeks).filter { $0.0.contains(limit) }.map(\.1)
            guard !bound.isEmpty else { continue }
            parts.append("\(name(limit))\(parts.isEmpty ? " binds" : "") in \(Self.list(bound))")
        }
        return parts.joined(separator: ", ")
    }

    /// A limit with its value.
    public func name(_ limit: Binding) -> String {
        switch limit {
        case .growth: "growth" + (growth.map { " \(short($0 * 100, 1)) %" } ?? "")
        case .ramp: "ramp" + (ramp.map { " \(short($0, 2))" } ?? "")
        case .load: "load" + (load.map { " \(figure($0))" } ?? "")
        case .hours: "hours" + (hours.map { " \(durationFigure(Int(($0 * 3600).rounded())))" } ?? "")
        case .form: "form" + (form.map { " \(short($0, 1))" } ?? "")
        case .rhythm: "rhythm"
        default: "availability"
        }
    }

    /// Numbers as people list them: `week 1`, `weeks 2-3, 5-7 and 9`.
    static func list(_ numbers: [Int]) -> String {
        var runs: [ClosedRange<Int>] = []
        for number in numbers {
            if let last = runs.last, last.upperBound == number - 1 {
                runs[runs.count - 1] = last.lowerBound...number
            } else {
                runs.append(number...number)
            }
        }
        let texts = runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
        guard numbers.count > 1, let last = texts.last else { return "week \(texts.first ?? "")" }
        return "weeks " + (texts.count == 1 ? last : texts.dropLast().joined(separator: ", ") + " and " + last)
    }
}

/// A goal that can't be met, in words: what is the most, what binds, and what would do.
public struct ShortfallText: Sendable {
    /// The whole sentence.
    public let text: String

    /// Makes the text.
    ///
    /// - Parameters:
    ///   - occasion: when the goal is, such as `by 2027-03-28`.
    ///   - weeks: the numbers of the weeks.
    public init(
        goal: LoadSolver.Goal, occasion: String, _ shortfall: Shortfall, weeks: [Int], limits: LoadSolver.Limits
    ) {
        let binding = BindingText(limits).text(shortfall.bindings, weeks)
        let changes = shortfall.changes.map { Self.text($0) }
        text =
            "CTL \(short(goal.ctl, 2)) \(occasion) is out of reach:"
            + " \(figure(shortfall.best, decimals: 1)) is the most" + (binding.isEmpty ? "" : " (\(binding))") + ". "
            + (changes.isEmpty
                ? "No single limit or number of weeks changes that; lower the target"
                : "Nearest changes, each enough alone: " + changes.joined(separator: ", "))
    }

    init(goal: LoadSolver.Goal, occasion: String, _ shortfall: Shortfall, weeks: [Int], limits: Limits) {
        self.init(
            goal: goal, occasion: occasion, shortfall, weeks: weeks, limits: LoadSolver.Limits(limits))
    }

    /// One change: `3 more weeks`, `ramp 4.21`.
    public static func text(_ change: Shortfall.Change) -> String {
        switch change.subject {
        case .weeks: return "\(Int(change.value)) more week\(change.value == 1 ? "" : "s")"
        case .limit(let limit):
            var limits = LoadSolver.Limits()
            switch limit {
            case .ramp: limits.ramp = change.value
            case .load: limits.load = change.value
            case .hours: limits.hours = change.value
            case .growth: limits.growth = change.value
            default: limits.form = change.value
            }
            return BindingText(limits).name(limit)
        }
    }
}

/// A number with at most so many decimals: `78`, `69.9`.
public func short(_ number: Double, _ decimals: Int) -> String {
    let text = figure(number, decimals: decimals)
    guard text.contains(".") else { return text }
    let digits = text.reversed().drop { $0 == "0" }.drop { $0 == "." }
    return String(digits.reversed())
}
