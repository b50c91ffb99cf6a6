import ArgumentParser
import CivilDates
import Sandbox
import Synchronization

@testable import PlanCommands

/// A world for commands: files in memory, streams that are kept, a clock that stands.
final class World: Sendable {
    private struct State {
        var files: [String: [UInt8]] = [:]
        var output = ""
        var talk = ""
        var answers: [String] = []
        var unwritable: [String] = []
        var savesLeft: Int?
    }

    private let state = Mutex(State())
    private let environment: [String: String]
    private let isTerminal: Bool
    let sandbox: SandboxService?

    init(
        _ files: [String: String] = [:], environment: [String: String] = [:], isTerminal: Bool = false,
        answers: [String] = [], sandbox: SandboxService? = nil
    ) {
        self.sandbox = sandbox
        self.environment = environment
        self.isTerminal = isTerminal
        state.withLock {
            $0.files = files.mapValues { Array($0.utf8) }
            $0.answers = answers
        }
    }

    /// What went to stdout.
    var output: String { state.withLock { $0.output } }
    /// What went to stderr.
    var talk: String { state.withLock { $0.talk } }

    /// Writes a file.
    func set(_ path: String, _ text: String) {
        state.withLock { $0.files[path] = Array(text.utf8) }
    }

    /// The paths of all files in order.
    var paths: [String] { state.withLock { $0.files.keys.sorted() } }

    /// The text of a file.
    func file(_ path: String) -> String? {
        state.withLock { $0.files[path].map { String(decoding: $0, as: UTF8.self) } }
    }

    /// Forgets what was printed and said.
    func clear() {
        state.withLock { ($0.output, $0.talk) = ("", "") }
    }

    /// Pieces of paths that can't be written.
    var unwritable: [String] {
        get { state.withLock { $0.unwritable } }
        set { state.withLock { $0.unwritable = newValue } }
    }

    /// After so many saves and additions to files the machine is dead: nothing more reaches the disk. Nil for a sound one.
    var savesLeft: Int? {
        get { state.withLock { $0.savesLeft } }
        set { state.withLock { $0.savesLeft = newValue } }
    }

    /// Counts one save; false where the machine is dead.
    func takeSave() -> Bool {
        state.withLock { state in
            guard let left = state.savesLeft else { return true }
            state.savesLeft = left > 0 ? left - 1 : left
            return left > 0
        }
    }

    var context: CommandContext {
        CommandContext(
            environment: environment,
            files: Files(
                read: { path in self.state.withLock { $0.files[path] } },
                write: { path, bytes in self.state.withLock { $0.files[path] = bytes } },
                save: { path, bytes in try self.save(path, bytes) },
                append: { path, bytes in try self.append(path, bytes) },
                lock: { path in self.lock(path) },
                names: { folder in self.names(in: folder) },
                makeFolder: { _ in },
                exists: { path in self.state.withLock { $0.files[path] != nil } }),
            console: Console(
                print: { text in self.state.withLock { $0.output += text } },
                printBytes: { bytes in self.state.withLock { $0.output += String(decoding: bytes, as: UTF8.self) } },
                say: { text in self.state.withLock { $0.talk += text } },
                readLine: { self.state.withLock { $0.answers.isEmpty ? nil : $0.answers.removeFirst() } },
                readAll: { Array((self.file("stdin") ?? "").utf8) },
                isInputTerminal: isTerminal, isOutputTerminal: isTerminal, isErrorTerminal: isTerminal, width: 80),
            now: { 1_798_700_000 },
            date: { now, zone in zone == "Mars/Base" ? nil : CivilDate(daysSinceEpoch: now / 86_400) },
            interrupts: { { false } }, sandbox: sandbox)
    }

    /// Runs a command line; returns its exit status.
    func run(_ arguments: String...) async -> Int32 {
        await run(arguments)
    }

    /// Runs a command line; returns its exit status.
    func run(_ arguments: [String]) async -> Int32 {
        await run(arguments, in: context)
    }

    /// Runs a command line in a context that differs from this world's own; returns its exit status.
    func run(_ arguments: [String], in context: CommandContext) async -> Int32 {
        do {
            guard let command = try PlanCommand.parseAsRoot(arguments) as? any PlanSubcommand else { return 0 }
            try await command.run(context)
            return 0
        } catch let failure as CommandFailure {
            return failure.status.rawValue
        } catch {
            return PlanCommand.exitCode(for: error).rawValue
        }
    }
}

/// A small plan without faults.
let smallPlan = """
    format: 1
    id: small
    name: Small
    sport: Ride
    start: 2027-01-04
    templates: [../Templates/t.yaml]
    athlete: {thresholds: {Ride: {ftp: 250}}, fitness: {ctl: 40, atl: 40}}
    phases:
      - id: base
        kind: base
        weeks: 2
        load: [300, 320]
        week:
          - {id: long, role: long, template: ride, day: sun, share: 40%}
          - {id: easy, template: ride, count: 2, day: [tue, thu]}

    """

/// Its templates.
let smallTemplates = """
    format: 1
    templates:
      ride:
        name: Ride
        sport: Ride
        role: easy
        params:
          time: {default: 1h, min: 30m, max: 5h, step: 5m}
        scale: [time]
        text: |
          - ${time} 65%

    """

/// A world that holds the small plan.
func smallWorld(
    _ change: (String) -> String = { $0 }, isTerminal: Bool = false, environment: [String: String] = [:],
    answers: [String] = []
) -> World {
    World(
        ["Plans/small.plan.yaml": change(smallPlan), "Templates/t.yaml": smallTemplates], environment: environment,
        isTerminal: isTerminal, answers: answers)
}
