import CivilDates
public import Diagnostics
import LoadSimulation
public import Periodization
public import PlanSpec

/// The answer to a question about a season.
public struct SeasonReport: Sendable {
    /// What was asked.
    public enum Goal: Sendable {
        /// A CTL on the last evening.
        case ctl(Double)
        /// A form on the last evening, the morning of a race on the day after.
        case form(Phase.FormGoal)
        /// Both on the morning after the last day, with a taper of so many last days.
        case both(ctl: Double, form: Double, taperDays: Int)
        /// The most that can be reached.
        case best
    }

    private let goal: Goal
    private let question: SeasonQuestion
    private let answer: SeasonQuestion.Answer
    private let ink: Ink

    /// Asks and makes the report.
    public init(_ question: SeasonQuestion, _ goal: Goal, ink: Ink = Ink()) {
        self.question = question
        self.goal = goal
        self.ink = ink
        switch goal {
        case .ctl(let ctl): answer = question.answer(ctl: ctl)
        case .form(let form): answer = question.answer(form: form, taper: Phase.Taper())
        case .both(let ctl, let form, let days):
            answer = question.answer(ctl: ctl, form: form, taperDays: days, taper: Phase.Taper())
        case .best: answer = question.best()
        }
    }

    /// The answer in words with its weeks, ending in a newline.
    public var text: String {
        ([ink.paint(headline, .heading), ""] + table()).joined(separator: "\n") + "\n"
    }

    private var headline: String {
        let start = "from CTL \(short(question.fitness.ctl, 1))"
        let peak = figure(answer.loads.max() ?? 0)
        switch goal {
        case .best: return "CTL \(figure(answer.reached, decimals: 1)) on \(question.to) is the most, \(start)"
        case .both(let ctl, let form, let days):
            let morning = answer.morning ?? question.fitness
            let wanted =
                "CTL \(short(ctl, 2)) and form \(signed(form)) on the morning of \(question.to + 1)"
            guard answer.isFeasible else {
                return wanted + " are out of reach together: the nearest are CTL \(figure(morning.ctl, decimals: 1))"
                    + " and form \(signed(morning.form))"
            }
            let cut = answer.cut.map { ", \(figure($0 * 100)) % below the largest week" } ?? ""
            return wanted + ", \(start): no week above \(peak), then \(days) days\(cut)"
        case .ctl(let ctl):
            if answer.isFeasible {
                return "CTL \(short(ctl, 2)) by \(question.to), \(start): no week above \(peak)"
            }
            guard let shortfall = answer.shortfall else {
                return "CTL \(short(ctl, 2)) by \(question.to) is out of reach:"
                    + " without any training it is still \(figure(answer.reached, decimals: 1))"
            }
            return ShortfallText(
                goal: LoadSolver.Goal(ctl: ctl), occasion: "by \(question.to)", shortfall,
                weeks: Array(1...max(1, answer.loads.count)), limits: question.limits
            ).text
        case .form(let form):
            let (wanted, reached) =
                switch form {
                case .points(let points): (signed(points), signed(answer.reached))
                case .ofFitness(let part): (signed(part * 100) + " %", signed(answer.reached * 100) + " %")
                }
            let after = "on the morning of \(question.to + 1)"
            guard answer.isFeasible else {
                return "Form \(wanted) \(after) is out of reach: \(reached) is the most, without any training"
            }
            let cut = answer.cut.map { ", \(figure($0 * 100)) % below the load that holds CTL" } ?? ""
            return "Form \(wanted) \(after), \(start): \(question.days) days\(cut)"
        }
    }

    private func signed(_ number: Double) -> String { (number < 0 ? "" : "+") + figure(number, decimals: 1) }

    private func table() -> [String] {
        var table = TextTable(
            [.right, .left, .right, .right, .right, .right, .left],
            heading: ["Week", "Starts", "Load", "CTL", "Ramp", "Form", "Held by"])
        var before = question.fitness.ctl
        for (index, load) in answer.loads.enumerated() {
            let evening = answer.evenings[index]
            table.add([
                "\(index + 1)", "\(answer.starts[index])", figure(load), figure(evening.ctl, decimals: 1),
                signed(evening.ctl - before), signed(evening.form),
                answer.bindings[index].names.joined(separator: ", "),
            ])
            before = evening.ctl
        }
        return table.lines().enumerated().map { $0.offset == 0 ? ink.paint($0.element, .heading) : $0.element }
    }

    /// The answer as JSON: whole loads and CTL with four decimals, and the same numbers unrounded.
    public var json: JSONValue {
        [
            "feasible": .bool(answer.isFeasible), "reached": JSONValue(answer.reached, decimals: 4),
            "weeks": .array(
                answer.loads.indices.map { index in
                    [
                        "start": .string("\(answer.starts[index])"),
                        "load": JSONValue(answer.loads[index] + 1e-9, decimals: 0),
                        "ctl": JSONValue(answer.evenings[index].ctl, decimals: 4),
                        "atl": JSONValue(answer.evenings[index].atl, decimals: 4),
                        "form": JSONValue(answer.evenings[index].form, decimals: 4),
                        "binding": JSONValue(answer.bindings[index].names) { .string($0) },
                        "exact": [
                            "load": .number(answer.loads[index]), "ctl": .number(answer.evenings[index].ctl),
                        ],
                    ]
                }),
            "needs": JSONValue(answer.shortfall?.changes ?? []) {
                ["change": .string($0.name), "value": JSONValue($0.value, decimals: 6)]
            },
            "cut": JSONValue(answer.cut, decimals: 4),
            "morning": answer.morning.map {
                ["ctl": JSONValue($0.ctl, decimals: 4), "form": JSONValue($0.form, decimals: 4)]
            } ?? .null,
            "exact": ["reached": .number(answer.reached), "peak": .number(answer.loads.max() ?? 0)],
        ]
    }
}
