import ArgumentParser
import CivilDates
import Diagnostics
import LoadSimulation
import Periodization
import PlanSpec
import Reports

/// Questions about a season that need no file.
struct SolveCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "solve",
        abstract: "Find the load for a CTL by a date, the most that can be reached, or a taper for a form.",
        discussion: """
            Example: plan solve --ctl 60 --atl 60 --from 2027-03-22 --to 2027-06-13 --target-ctl 80 --ramp 5 --rhythm 3:1
            """)

    /// How the answer is written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Option(help: "CTL on the evening before the first day.")
    var ctl: Double

    @Option(help: "ATL on the evening before the first day.")
    var atl: Double

    @Option(help: "The first day.")
    var from: CivilDate

    @Option(help: "The last day.")
    var to: CivilDate

    @Option(name: .customLong("target-ctl"), help: "CTL on the evening of the last day, with the least peak week.")
    var targetCTL: Double?

    @Option(
        name: .customLong("target-form"),
        help: "Form on the evening of the last day, the morning of a race on the day after: 15, or 10% of CTL.")
    var targetForm: FormArgument?

    @Option(
        help:
            "With --target-ctl and a --target-form in points: both on the morning after the last day, with a taper of so many last days, such as 10d."
    )
    var taper: DayCount?

    @Flag(help: "The highest CTL on the last day that the limits allow.")
    var best = false

    @Option(help: "Most CTL points a week.")
    var ramp: Double?

    @Option(help: "Most load a week.")
    var load: Double?

    @Option(help: "Most growth of a loading week over the largest before, such as 10%.")
    var growth: PercentArgument?

    @Option(help: "Loading and recovery weeks, such as 3:1.")
    var rhythm: RhythmArgument?

    @Option(help: "A recovery week against the mean loading week.")
    var recovery = PercentArgument(part: 0.65)

    @Option(help: "text or json.")
    var format: Format = .text

    @OptionGroup var destination: DestinationOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        try validateTaper()
        let goals = [targetCTL != nil, targetForm != nil, best].count { $0 }
        if taper == nil, goals != 1 { throw ValidationError("write one of --target-ctl, --target-form and --best") }
        if to < from { throw ValidationError("\(to) is before \(from)") }
        if to - from >= 7 * 520 { throw ValidationError("ten years are the most") }
        for (name, number) in [("--ctl", ctl), ("--atl", atl)] where !(0...1000).contains(number) {
            throw ValidationError("\(name) takes a number from 0 to 1000")
        }
        for (name, number) in [("--target-ctl", targetCTL), ("--ramp", ramp), ("--load", load)] {
            if let number, !(number >= 0 && number < 100_000) { throw ValidationError("\(name) takes a number from 0") }
        }
        if best, ramp == nil, load == nil, growth == nil {
            throw ValidationError("--best needs a limit: --ramp, --load or --growth")
        }
        if taper == nil, targetForm != nil, ramp != nil || load != nil || growth != nil || rhythm != nil {
            throw ValidationError("a taper has no --ramp, --load, --growth or --rhythm")
        }
    }

    /// Both goals at once need a taper, and a taper needs both.
    private func validateTaper() throws {
        guard let taper else { return }
        guard targetCTL != nil, case .points = targetForm?.goal, !best else {
            throw ValidationError("--taper goes with --target-ctl and a --target-form in points, both on race morning")
        }
        if taper.days > to - from { throw ValidationError("the taper leaves no day to build up") }
    }

    private var goal: SeasonReport.Goal {
        if let taper, let targetCTL, case .points(let form) = targetForm?.goal {
            return .both(ctl: targetCTL, form: form, taperDays: taper.days)
        }
        return targetCTL.map { .ctl($0) } ?? targetForm.map { .form($0.goal) } ?? .best
    }

    func run(_ context: CommandContext) async throws {
        var limits = LoadSolver.Limits()
        limits.ramp = ramp ?? .infinity
        limits.load = load ?? .infinity
        limits.growth = growth?.part ?? .infinity
        let question = SeasonQuestion(
            fitness: Fitness(ctl: ctl, atl: atl), from: from, to: to, limits: limits,
            rhythm: rhythm?.rhythm ?? .none, recovery: recovery.part)
        let report = SeasonReport(question, goal, ink: context.ink(output))
        try destination.write(format == .json ? report.json.text : report.text, context)
    }
}

/// Days such as `10d`, or weeks such as `2w`.
struct DayCount: ExpressibleByArgument {
    let days: Int

    init?(argument: String) {
        guard let size = ["d": 1, "w": 7][argument.suffix(1)], let count = Int(argument.dropLast()),
            (1...60).contains(count)
        else { return nil }
        days = count * size
    }
}

/// A percentage such as `10%`; the sign may be left out.
struct PercentArgument: ExpressibleByArgument {
    /// 0.1 for 10 %.
    let part: Double

    init(part: Double) { self.part = part }

    init?(argument: String) {
        let text = argument.hasSuffix("%") ? String(argument.dropLast()) : argument
        guard let number = Double(text), number.isFinite, number >= 0 else { return nil }
        part = number / 100
    }

    var defaultValueDescription: String { "\(figure(part * 100))%" }
}

/// A form in points, or in percent of CTL.
struct FormArgument: ExpressibleByArgument {
    let goal: Phase.FormGoal

    init?(argument: String) {
        let isPercent = argument.hasSuffix("%")
        guard let number = Double(isPercent ? String(argument.dropLast()) : argument), abs(number) <= 1000 else {
            return nil
        }
        goal = isPercent ? .ofFitness(number / 100) : .points(number)
    }
}

/// A rhythm such as `3:1`, or `none`.
struct RhythmArgument: ExpressibleByArgument {
    let rhythm: Phase.Rhythm

    init?(argument: String) {
        if argument == "none" {
            rhythm = .none
            return
        }
        let numbers = argument.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
        guard numbers.count == 2, numbers.allSatisfy((1...52).contains) else { return nil }
        rhythm = .ratio(loading: numbers[0], recovery: numbers[1])
    }
}
