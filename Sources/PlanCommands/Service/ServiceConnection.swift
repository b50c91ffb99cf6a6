import CivilDates
import IntervalsICU
import Logging
import Sandbox

/// One athlete on one service, ready to be asked.
struct ServiceConnection {
    /// The client.
    let client: IntervalsClient
    /// The athlete with the service's own settings.
    let athlete: Athlete
    /// The athlete's date.
    let today: CivilDate
    /// The zone that `today` comes from; nil where it was stated or is unknown.
    let zone: String?

    /// Connects as the options and the environment say, with one request for the athlete.
    ///
    /// - Parameters:
    ///   - planFile: where `.plan/` lies beside.
    ///   - planZone: the zone that the plan file states.
    static func open(
        _ options: ServiceOptions, planFile: String, planZone: String?,
        fitness: (day: CivilDate, ctl: Double, atl: Double)?,
        verbose: Bool, _ context: CommandContext
    ) async throws -> ServiceConnection {
        let stated = try options.day.stated(context)
        let client = try client(
            options, planFile: planFile, stated: stated, fitness: fitness, verbose: verbose, context)
        let id = options.athlete ?? context.environment["INTERVALS_ATHLETE_ID"] ?? "0"
        do {
            let athlete = try await client.athlete(id)
            if stated == nil, let reading = client.clockReading, abs(reading.secondsAhead) > 12 * 3600 {
                throw context.failure(
                    .rail,
                    "this machine's clock and the service's are \(abs(reading.secondsAhead) / 3600) hours apart;"
                        + " set the clock, or state the day with --today")
            }
            let zone = athlete.timezone ?? planZone
            let known = zone.flatMap { context.date(context.now(), $0) }
            // Where the zone is unknown the latest date on Earth protects most.
            let latest = CivilDate(daysSinceEpoch: (context.now() + 14 * 3600) / 86_400)
            if let stated, !options.sandbox, !isLoopback(baseURL(options, context)) {
                let real = realDay(zone: zone, client.clockReading, context)
                if stated < real { throw tooEarly(stated, real, context) }
            }
            return ServiceConnection(
                client: client, athlete: athlete, today: stated ?? known ?? latest,
                zone: known == nil ? nil : zone)
        } catch let error as ServiceError {
            let base = options.sandbox ? "the sandbox" : baseURL(options, context)
            throw context.failure(.failed, "\(error) (\(base))")
        }
    }

    /// The client that the options and the environment ask for; sends nothing yet.
    static func client(
        _ options: ServiceOptions, planFile: String, stated: CivilDate?,
        fitness: (day: CivilDate, ctl: Double, atl: Double)?, verbose: Bool, _ context: CommandContext
    ) throws -> IntervalsClient {
        if options.sandbox {
            try embedded(options, planFile: planFile, today: stated, fitness: fitness, context)
        } else {
            try remote(options, stated: stated, verbose: verbose, context)
        }
    }

    static func baseURL(_ options: ServiceOptions, _ context: CommandContext) -> String {
        options.baseURL ?? context.environment["INTERVALS_BASE_URL"] ?? IntervalsClient.defaultBaseURL
    }

    /// The service of our own in this process, with its data under `.plan/sandbox/`.
    private static func embedded(
        _ options: ServiceOptions, planFile: String, today: CivilDate?,
        fitness: (day: CivilDate, ctl: Double, atl: Double)?, _ context: CommandContext
    ) throws -> IntervalsClient {
        if let sandbox = context.sandbox { return client(of: sandbox) }
        return client(
            of: try sandbox(
                options, planFile: planFile, today: today, fresh: .fresh(fitness: fitness), context))
    }

    private static func client(of sandbox: SandboxService) -> IntervalsClient {
        IntervalsClient(
            baseURL: "http://sandbox.invalid", credential: .apiKey(Secret("sandbox")),
            transport: InProcessTransport(sandbox: sandbox),
            limiter: RateLimiter(perSecond: 10_000, burst: 10_000, isBudgeted: false))
    }

    /// Opens the service of our own.
    static func sandbox(
        _ options: ServiceOptions, planFile: String, today: CivilDate?, fresh: SandboxData, _ context: CommandContext
    ) throws -> SandboxService {
        let file = path("sandbox/service.json", in: stateFolder(options, planFile: planFile))
        let now = context.now
        let clock = today.map(SandboxClock.init(today:)) ?? SandboxClock(milliseconds: { now() * 1000 })
        do {
            try context.files.makeFolder(folder(of: file))
            let ignore = path(".gitignore", in: stateFolder(options, planFile: planFile))
            if !context.files.exists(ignore) { try context.files.write(ignore, Array(Example.ignoredState.utf8)) }
            return try SandboxService.load(file: file, fresh: fresh, clock: clock)
        } catch {
            throw context.failure(.failed, "the sandbox can't use \(file): \(error)")
        }
    }

    private static func remote(
        _ options: ServiceOptions, stated: CivilDate?, verbose: Bool, _ context: CommandContext
    ) throws -> IntervalsClient {
        let base = baseURL(options, context)
        guard !base.contains("@") else {
            throw context.failure(
                .usage,
                "the base URL holds a user name or password (it has an @); write the host alone,"
                    + " and the key into INTERVALS_API_KEY")
        }
        let isLocal = isLoopback(base)
        guard base.hasPrefix("https://") || (base.hasPrefix("http://") && isLocal) else {
            throw context.failure(
                .usage,
                "\(base) is no base URL; write https://HOST, or http://127.0.0.1:PORT for a service on this machine")
        }
        // Before the service has told the athlete's zone, only what is the past everywhere on Earth is refused.
        let earliest = CivilDate(daysSinceEpoch: (context.now() - 12 * 3600) / 86_400)
        if let stated, !isLocal, stated < earliest { throw tooEarly(stated, earliest, context) }
        let credential: Credential
        if let key = context.environment["INTERVALS_API_KEY"], !key.isEmpty {
            credential = .apiKey(Secret(key))
        } else if let token = context.environment["INTERVALS_ACCESS_TOKEN"], !token.isEmpty {
            credential = .bearer(Secret(token))
        } else {
            throw context.failure(
                .usage,
                "no key: set INTERVALS_API_KEY to the key from the service's settings page,"
                    + " or try --sandbox first")
        }
        var logger = Logger(label: "plan", factory: { StreamLogHandler.standardError(label: $0) })
        logger.logLevel = verbose ? .debug : .error
        return IntervalsClient(
            baseURL: base, credential: credential, transport: URLSessionTransport(), limiter: context.limiter,
            logger: logger)
    }

    /// Where `.plan/` lies for a plan file.
    static func stateFolder(_ options: ServiceOptions, planFile: String) -> String {
        options.stateDirectory ?? path(".plan", in: folder(of: planFile))
    }

    /// The athlete's date: by the service's clock, where it told one, and in the zone, where it is known.
    static func realDay(zone: String?, _ reading: ServiceClockReading?, _ context: CommandContext) -> CivilDate {
        let now = reading?.serviceSecondsSinceEpoch ?? context.now()
        return zone.flatMap { context.date(now, $0) } ?? context.date(now, nil)
            ?? CivilDate(daysSinceEpoch: now / 86_400)
    }

    private static func tooEarly(_ stated: CivilDate, _ real: CivilDate, _ context: CommandContext) -> CommandFailure {
        context.failure(
            .usage, "--today \(stated) lies before the real day \(real); that is only for a service on this machine")
    }

    private static func isLoopback(_ base: String) -> Bool {
        let rest = base.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false).dropFirst(2).first ?? ""
        let authority = rest.split(separator: "/", omittingEmptySubsequences: false).first ?? ""
        if authority.hasPrefix("[::1]") { return true }
        let host = authority.split(separator: ":").first ?? ""
        return host == "localhost" || host == "127.0.0.1"
    }
}
