public import ArgumentParser
public import CivilDates

/// Which athlete on which service, and on what day.
struct ServiceOptions: ParsableArguments, Sendable {
    @Option(help: "The athlete's id; 0 is the owner of the key (or INTERVALS_ATHLETE_ID).")
    var athlete: String?

    @Option(name: .customLong("base-url"), help: "Another host that speaks the same API (or INTERVALS_BASE_URL).")
    var baseURL: String?

    @Flag(help: "Use a service of our own, kept under .plan/sandbox/ beside the plan.")
    var sandbox = false

    @Option(name: .customLong("state-dir"), help: "The folder to use instead of .plan/ beside the plan.")
    var stateDirectory: String?

    @OptionGroup var day: DayOptions
}

/// The day that counts as today.
struct DayOptions: ParsableArguments, Sendable {
    @Option(help: "The day that counts as today, YYYY-MM-DD (or PLAN_TODAY).")
    var today: CivilDate?

    /// The day that was asked for, if any.
    func stated(_ context: CommandContext) throws -> CivilDate? {
        if let today { return today }
        guard let text = context.environment["PLAN_TODAY"], !text.isEmpty else { return nil }
        guard let date = CivilDate(text) else {
            throw context.failure(.usage, "PLAN_TODAY is \(text), not a date such as 2027-01-04")
        }
        return date
    }
}

extension CivilDate: ExpressibleByArgument {
    /// Reads `YYYY-MM-DD`.
    public init?(argument: String) {
        self.init(argument)
    }
}
