import CivilDates
import Foundation
import Sandbox
import Synchronization
import Testing

@testable import PlanCommands

/// The small plan, a service of its own that behaves in one of the unproven ways, and commands on 2026-12-28.
struct Rehearsal {
    /// The plan's path.
    static let file = "Plans/small.plan.yaml"
    /// Its state file.
    static let state = "Plans/.plan/sandbox/state/i1/small.json"
    /// The journal.
    static let journal = "Plans/.plan/sandbox/log/i1.jsonl"

    /// Both values of b, c, e and f, one set the other way at a time.
    static let behaviours: [String: Switches] = {
        var result = ["plain": Switches()]
        func vary(_ name: String, _ change: (inout Switches) -> Void) {
            var switches = Switches()
            change(&switches)
            result[name] = switches
        }
        vary("(b) PUT keeps the external id") { $0.putChangesExternalID = false }
        vary("(c) PUT replaces") { $0.putReplaces = true }
        vary("(c) upsert replaces") { $0.upsertReplaces = true }
        vary("(e) bulk is not atomic") { $0.bulkIsAtomic = false }
        vary("(f) copies lose their external id") { $0.copiesKeepExternalID = false }
        return result
    }()

    /// Their names.
    static let both = behaviours.keys.sorted()
    /// Those that tell most, for long stories whose writes are tried with all of them elsewhere.
    static let few = both.filter { $0 == "plain" || $0.hasPrefix("(c) PUT") }

    let service: SandboxService
    let world: World

    /// A rehearsal with an empty calendar; `change` alters the text of the plan.
    init(
        _ behaviour: String = "plain", data: SandboxData = .fresh(), isTerminal: Bool = false, answers: [String] = [],
        environment: [String: String] = [:], _ change: (String) -> String = { $0 }
    ) throws {
        let switches = try #require(Rehearsal.behaviours[behaviour])
        let today = try #require(CivilDate("2026-12-28"))
        service = SandboxService(data: data, switches: switches, clock: SandboxClock(today: today))
        world = World(
            [Rehearsal.file: change(smallPlan), "Templates/t.yaml": smallTemplates], environment: environment,
            isTerminal: isTerminal, answers: answers, sandbox: service)
    }

    /// A rehearsal whose plan is on the calendar, and whose log is empty.
    static func published(_ behaviour: String = "plain", _ change: (String) -> String = { $0 }) async throws
        -> Rehearsal
    {
        let rehearsal = try Rehearsal(behaviour, change)
        let plan = rehearsal.world.file(Rehearsal.file) ?? ""
        if let known = bases.withLock({ $0[behaviour + plan] }) {
            try await rehearsal.service.change { $0 = known.data }
            for (path, text) in known.files { rehearsal.world.set(path, text) }
        } else {
            #expect(await rehearsal.apply() == 0, "\(rehearsal.world.talk)")
            let files = rehearsal.world.paths.map { ($0, rehearsal.world.file($0) ?? "") }
            let base = Base(data: await rehearsal.service.data, files: files)
            bases.withLock { $0[behaviour + plan] = base }
        }
        await rehearsal.service.resetLog()
        return rehearsal
    }

    /// What an apply left, so that the next rehearsal of the same plan need not do it again.
    private struct Base: Sendable {
        var data: SandboxData
        var files: [(String, String)]
    }

    private static let bases = Mutex<[String: Base]>([:])

    /// Runs a command against the service and forgets what was printed before.
    func run(_ words: String...) async -> Int32 {
        await run(words)
    }

    /// Runs a command against the service and forgets what was printed before.
    func run(_ words: [String]) async -> Int32 {
        world.clear()
        return await world.run(words + ["--sandbox", "--today", "2026-12-28"])
    }

    /// Applies the plan without being asked.
    func apply(_ more: String...) async -> Int32 {
        await run(["apply", Rehearsal.file, "--yes"] + more)
    }

    /// Changes the text of the plan.
    func edit(_ old: String, _ new: String) throws {
        let text = try #require(world.file(Rehearsal.file))
        try #require(text.contains(old))
        world.set(Rehearsal.file, text.replacing(old, with: new))
    }

    /// What was printed, as JSON.
    func json() throws -> [String: Any] {
        try #require(
            try JSONSerialization.jsonObject(with: Data(world.output.utf8)) as? [String: Any], "\(world.output)")
    }

    /// A list of objects of what was printed.
    func list(_ name: String) throws -> [[String: Any]] {
        try #require(try json()[name] as? [[String: Any]])
    }

    /// The first event of a key.
    func event(_ key: String) async throws -> SandboxEvent {
        try #require(await service.events().first { $0.externalID?.contains(":\(key):") == true }, "no \(key)")
    }

    /// Requests that wrote or tried to, since the log was emptied.
    func writes() async -> [LoggedRequest] {
        await service.requestLog.filter { $0.method != "GET" }
    }

    /// The calendar without the service's own numbers and stamps.
    func calendar() async -> [String] {
        await service.events().map { event in
            let key = event.externalID.map { $0.split(separator: ":").prefix(3).joined(separator: ":") } ?? "-"
            return "\(key) \(event.category) \(event.name) \(event.start) \(event.description ?? "") \(event.tags)"
        }.sorted()
    }
}
