import Diagnostics
import PlanSpec

/// The documentation page of the rules, made from their data.
public enum RulePage {
    /// The page as Markdown.
    public static var text: String {
        let rows = LintRule.all.map(\.row).joined(separator: "\n")
        let sections = LintRule.all.map(\.section).joined(separator: "\n")
        return """
            # Lint: the coach's rules

            `plan check` holds a plan against these \(LintRule.all.count) rules, after it was read and expanded. They never
            stop `diff` or `apply`. Most thresholds are what coaches agree on, not results: the letter says how well a rule is
            founded, and messages say it in words.

            | letter | in messages | founded on |
            | --- | --- | --- |
            | A | meta-analysis | meta-analyses or trials |
            | B | one cohort study | one cohort study |
            | C | convention | what coaches and vendors agree on |
            | D | arithmetic of the model | CTL and ATL, computed |
            | S | structure of the plan | how plans hang together |
            | server | seen on the service | recorded answers |

            ## Settings

            ```yaml
            lint:
              ramp-too-steep: off              # never
              monotony: {warn: 2.2, error: 3}  # other limits, in the rule's unit
              race-morning-form: {warn: [0, 20]}
              intensity-model: polarised
            ```

            What is not set stays as below; a `warn` beyond the rule's own error limit makes an error impossible. There is no
            key for an athlete's age: from 50 on set `ramp-too-steep: {warn: 5, error: 7}`,
            `recovery-week-missing: {warn: 3}` and `quality-per-week: {warn: 2, error: 3}`.

            A comment allows a rule at one place: `# lint: allow week-growth`, several rules parted by commas, a reason after
            a dash. It stands on the line that the finding points at, or above it. One that allows nothing is noted
            (`allows-nothing`), one that names no rule is a warning (`unknown-lint-rule`).

            Where the reader or the engine says the same already ("also as" below), lint doesn't repeat it; turning the rule
            off silences their warnings too, never their errors. Several weeks of one place in the file make one finding:
            the worst, with the others in a note.

            ## The rules

            | # | rule | warns | error | unit | evidence |
            | --- | --- | --- | --- | --- | --- |
            \(rows)

            The examples below have this head, and the templates of the tests:

            ```yaml
            \(RuleExamples.head)```

            \(sections)
            """
    }
}

extension LintRule {
    fileprivate var row: String {
        let warn = threshold.words(threshold.warn)
        let error = threshold.words(threshold.error)
        return
            "| \(id.number) | [`\(id.rawValue)`](#\(id.rawValue)) | \(warn) | \(error) | \(unit) | \(evidence.rawValue) |"
    }

    fileprivate var section: String {
        var lines = ["### \(id.rawValue)", "", wrapped(id.summary), "", wrapped(explanation), ""]
        lines += [
            wrapped("- Smallest fix: \(fix)"),
            wrapped("- Evidence \(evidence.rawValue), \(evidence.words): \(source)."),
        ]
        if !reportedAs.isEmpty {
            lines.append("- Also as: " + reportedAs.map { "`\($0)`" }.joined(separator: ", ") + ".")
        }
        lines.append("")
        if !examples.bad.isEmpty {
            lines += ["Breaks it:", "", "```yaml", examples.bad, "```", ""]
            lines += ["Doesn't:", "", "```yaml", examples.good, "```", ""]
        }
        return lines.joined(separator: "\n")
    }
}

extension Threshold {
    /// A bound with its side: `> 6`, `< -30`, `outside 41..60`; empty where there is none.
    fileprivate func words(_ bound: LintSetting.Bound?) -> String {
        func number(_ value: Double) -> String { figure(value, decimals: value == value.rounded() ? 0 : 2) }
        switch bound {
        case nil: return ""
        case .band(let band): return "outside \(number(band.lowerBound))..\(number(band.upperBound))"
        case .limit(let limit):
            switch side {
            case .above, .outside: return "> \(number(limit))"
            case .from: return ">= \(number(limit))"
            case .below: return "< \(number(limit))"
            }
        }
    }
}

/// The paragraph in lines of at most 120 characters; the later ones of a list's item stand under its text.
private func wrapped(_ paragraph: String) -> String {
    let indent = paragraph.hasPrefix("- ") ? "  " : ""
    var lines: [String] = [""]
    for word in paragraph.split(separator: " ") {
        let last = lines[lines.count - 1]
        if last.isEmpty {
            lines[lines.count - 1] = String(word)
        } else if last.count + 1 + word.count <= 120 {
            lines[lines.count - 1] = "\(last) \(word)"
        } else {
            lines.append(indent + word)
        }
    }
    return lines.joined(separator: "\n")
}
