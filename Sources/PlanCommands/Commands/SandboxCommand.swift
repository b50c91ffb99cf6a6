import ArgumentParser
import Sandbox

/// A local service that speaks the same API.
struct SandboxCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "sandbox", abstract: "Serve a local service that speaks the same API, for trying and for tests.",
        discussion: "Example: plan sandbox --port 8080 --data calendar.json")

    @Option(help: "The port on 127.0.0.1; 0 takes a free one.")
    var port: UInt16 = 8080

    @Option(help: "The file that keeps the data; without one nothing outlives the process.")
    var data: String?

    @Flag(help: "Begin with athletes that have a past, where the data file is new: a year of activities and wellness.")
    var seed = false

    @Flag(help: "Take no more requests than the service does: 10 a second, 2,500 in 15 minutes, 5,000 a day.")
    var limits = false

    @OptionGroup var day: DayOptions

    func run(_ context: CommandContext) async throws {
        let now = context.now
        let clock =
            try day.stated(context).map(SandboxClock.init(today:)) ?? SandboxClock(milliseconds: { now() * 1000 })
        do {
            if let data { try context.files.makeFolder(folder(of: data)) }
            let sandbox = try open(at: clock)
            // What it begins with is in the file from the start.
            try await sandbox.change { _ in }
            if limits { await sandbox.use(RateLimits()) }
            try await SandboxServer.run(sandbox: sandbox, port: port) { port in
                context.console.print("http://127.0.0.1:\(port)\n")
                context.console.say("Athlete i1, key \"sandbox\". Stop with Ctrl-C.\n")
                if seed { context.console.say("Coach i2 of i1 and i3, key \"coach\".\n") }
            }
        } catch {
            throw context.failure(.failed, "the sandbox stopped: \(error)")
        }
    }

    private func open(at clock: SandboxClock) throws -> SandboxService {
        let fresh = seed ? SandboxData.seeded(today: clock.day()) : .fresh()
        guard let data else { return SandboxService(data: fresh, clock: clock) }
        return try SandboxService.load(file: data, fresh: fresh, clock: clock)
    }
}
