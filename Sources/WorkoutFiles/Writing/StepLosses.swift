import Diagnostics
import Workouts

/// Collects what a format can't say, naming the step: its number in the workout and its line.
struct StepLosses {
    private(set) var diagnostics: [Diagnostic] = []

    private static let most = 200

    /// Something is lost.
    mutating func lose(_ message: String, _ step: NumberedStep? = nil) {
        add(.notInFormat, .warning, message, step)
    }

    /// Something is said in other words.
    mutating func resolve(_ message: String, _ step: NumberedStep) {
        add(.resolvedTarget, .note, message, step)
    }

    /// Nothing of the workout fits.
    mutating func refuse(_ message: String) {
        add(.notInFormat, .error, message, nil)
    }

    private mutating func add(_ rule: FileRule, _ severity: Severity, _ message: String, _ step: NumberedStep?) {
        guard diagnostics.count < Self.most || severity == .error else { return }
        let name = step.map { "step \($0.number) `\($0.step.line.dropFirst(2))`: " } ?? ""
        let diagnostic = Diagnostic(rule.rawValue, severity, name + message, at: nil)
        if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
    }
}

/// A step with its number in the workout: `3`, or `3.2` for the second of a block.
struct NumberedStep {
    var number: String
    var step: Step
}

/// A step, or a block of steps, with their numbers.
enum NumberedItem {
    case step(NumberedStep)
    case block(RepeatBlock, [NumberedStep])
}

extension Workout {
    /// The items with the numbers that people would count.
    var numbered: [NumberedItem] {
        items.enumerated().map { index, item in
            switch item {
            case .step(let step): .step(NumberedStep(number: "\(index + 1)", step: step))
            case .block(let block):
                .block(
                    block,
                    block.steps.enumerated().map { NumberedStep(number: "\(index + 1).\($0.offset + 1)", step: $0.element) })
            }
        }
    }

    /// All steps in the order in which they are done, repeats unrolled, `most` at the most.
    func unrolled(most: Int) -> [NumberedStep]? {
        var steps: [NumberedStep] = []
        for item in numbered {
            switch item {
            case .step(let step): steps.append(step)
            case .block(let block, let inner):
                guard inner.count * max(0, block.count) <= most - steps.count else { return nil }
                for _ in 0..<max(0, block.count) { steps += inner }
            }
        }
        return steps
    }
}
