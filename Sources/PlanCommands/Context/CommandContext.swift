import CivilDates
import IntervalsICU
import Reports
import Sandbox

/// Everything that a command may touch beside its arguments.
struct CommandContext: Sendable {
    /// The process's environment.
    var environment: [String: String]
    /// Files and folders.
    var files: Files
    /// The terminal, or what stands in its place.
    var console: Console
    /// Seconds since 1970 in UTC.
    var now: @Sendable () -> Int
    /// The date in a zone such as `Europe/Rome` at that second; nil where the zone is unknown; nil as zone is the machine's.
    var date: @Sendable (_ now: Int, _ zone: String?) -> CivilDate?
    /// Starts to listen for Ctrl-C; the answer tells whether it was pressed. A second one ends the process.
    var interrupts: @Sendable () -> @Sendable () -> Bool
    /// Runs a program without a shell and gives what it printed; throws where it fails.
    var runProgram: @Sendable (_ words: [String]) throws -> [UInt8] = { _ in
        throw ProgramFailure("programs are not run here")
    }
    /// Where plans hang, and how strict their targets are.
    var planning = Planning()
    /// The token bucket of this process: athletes side by side share it.
    var limiter = RateLimiter()
    /// The service of our own that several athletes share; nil where each command opens it.
    var sandbox: SandboxService?

    /// Whether the service is one of our own, which needs no key.
    var isSandboxed: Bool { sandbox != nil }

    /// Says why on stderr and ends the command.
    func failure(_ status: ExitStatus, _ message: String) -> CommandFailure {
        console.say("plan: \(message)\n")
        return CommandFailure(status: status)
    }

    /// The ink that the options, the environment and the terminal allow.
    func ink(_ options: OutputOptions) -> Ink {
        Ink(
            colour: options.wantsColour(environment, onTerminal: console.isOutputTerminal), ascii: options.ascii,
            width: environment["COLUMNS"].flatMap(Int.init).map { max(40, $0) } ?? console.width)
    }
}

/// Why a program gave nothing, without anything that it printed.
struct ProgramFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
