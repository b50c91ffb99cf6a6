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

    @OptionGroup var day: DayOptions

    func run(_ context: CommandContext) async throws {
        let now = context.now
        let clock =
            try day.stated(context).map(SandboxClock.init(today:)) ?? SandboxClock(milliseconds: { now() * 1000 })
        do {
            if let data { try context.files.makeFolder(folder(of: data)) }
            let sandbox =
                try data.map { try SandboxService.load(file: $0, clock: clock) } ?? SandboxService(clock: clock)
            try await SandboxServer.run(sandbox: sandbox, port: port) { port in
                context.console.print("http://127.0.0.1:\(port)\n")
                context.console.say("Athlete i1, key \"sandbox\". Stop with Ctrl-C.\n")
            }
        } catch {
            throw context.failure(.failed, "the sandbox stopped: \(error)")
        }
    }
}
