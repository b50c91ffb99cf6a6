import CalendarDiff
import PlanSpec
import Synchronization

/// Does the same for several athletes side by side.
///
/// At most four at once, and of one athlete's plans one after the other, so that each athlete has one request in flight.
struct SquadRun: Sendable {
    /// How it went for one athlete.
    struct Outcome<Value: Sendable>: Sendable {
        /// The athlete with the plan.
        let member: SquadLoading.Member
        /// What came of it; nil after a failure.
        var value: Value?
        /// The status of a run for this athlete alone.
        var status: ExitStatus
        /// Why it failed.
        var error: String?
        /// What was said on the way, each line with its end.
        var talk: String
    }

    /// Athletes at once.
    static let width = 4

    private let members: [SquadLoading.Member]
    private let failFast: Bool
    private let context: CommandContext

    init(_ members: [SquadLoading.Member], failFast: Bool, _ context: CommandContext) {
        self.members = members
        self.failFast = failFast
        self.context = context
    }

    /// Runs `body` for each athlete in a context that keeps what is said; outcomes come in the order of the roster.
    ///
    /// - Parameters:
    ///   - isInterrupted: asked before each athlete; those in flight end by themselves.
    ///   - progress: told how many athletes are done.
    ///   - isFailure: whether what came of it is a failure of its own kind, such as a rail that refused.
    func outcomes<Value: Sendable>(
        isInterrupted: @escaping @Sendable () -> Bool = { false },
        progress: @escaping @Sendable (Int) -> Void = { _ in },
        isFailure: @escaping @Sendable (Value) -> Bool = { _ in false },
        _ body: @escaping @Sendable (SquadLoading.Member, CommandContext) async throws -> Value
    ) async -> [Outcome<Value>] {
        let lanes = lanes()
        let stopped = Flag()
        let done = Counter()
        let found = await withTaskGroup(of: [(Int, Outcome<Value>)].self) { group in
            var waiting = lanes.makeIterator()
            var result: [(Int, Outcome<Value>)] = []
            func begin(_ lane: [Int]) {
                group.addTask {
                    var outcomes: [(Int, Outcome<Value>)] = []
                    for place in lane {
                        let member = members[place]
                        let outcome: Outcome<Value>
                        if isInterrupted() {
                            outcome = .notBegun(member, .interrupted, "interrupted before it began")
                        } else if stopped.isSet {
                            outcome = .notBegun(
                                member, .failed, "not begun, since another athlete failed (--fail-fast)")
                        } else {
                            outcome = await self.outcome(of: member, isInterrupted: isInterrupted, body)
                        }
                        let hasFailed = outcome.status != .done || outcome.value.map(isFailure) ?? false
                        if failFast, hasFailed { stopped.set() }
                        progress(done.next())
                        outcomes.append((place, outcome))
                    }
                    return outcomes
                }
            }
            for _ in 0..<SquadRun.width { if let lane = waiting.next() { begin(lane) } }
            for await outcomes in group {
                result += outcomes
                if let lane = waiting.next() { begin(lane) }
            }
            return result
        }
        return found.sorted { $0.0 < $1.0 }.map(\.1)
    }

    /// The places of each athlete's entries in the roster.
    private func lanes() -> [[Int]] {
        var order: [String] = []
        var places: [String: [Int]] = [:]
        for (place, member) in members.enumerated() {
            let id = member.athlete.id.value
            if places[id] == nil { order.append(id) }
            places[id, default: []].append(place)
        }
        return order.compactMap { places[$0] }
    }

    private func outcome<Value: Sendable>(
        of member: SquadLoading.Member, isInterrupted: @escaping @Sendable () -> Bool,
        _ body: @Sendable (SquadLoading.Member, CommandContext) async throws -> Value
    ) async -> Outcome<Value> {
        let talk = Talk()
        var own = context
        own.console.say = { talk.add($0) }
        own.console.print = { talk.add($0) }
        own.console.isOutputTerminal = false
        own.console.isErrorTerminal = false
        own.interrupts = { isInterrupted }
        do {
            own.environment = try member.athlete.environment(own)
            return Outcome(
                member: member, value: try await body(member, own), status: .done, error: nil, talk: talk.text)
        } catch let failure as CommandFailure {
            // Of one athlete's run, what is wrong usage for a single plan is a failure.
            let status = failure.status == .usage ? .failed : failure.status
            return Outcome(member: member, value: nil, status: status, error: talk.lastLine, talk: talk.text)
        } catch {
            return Outcome(member: member, value: nil, status: .failed, error: "\(error)", talk: talk.text)
        }
    }
}

extension SquadRun.Outcome {
    /// What was said, line by line, without the program's name.
    var lines: [String] { talk.split(separator: "\n").map { withoutName(String($0)) } }

    fileprivate static func notBegun(
        _ member: SquadLoading.Member, _ status: ExitStatus, _ error: String
    ) -> SquadRun.Outcome<Value> {
        SquadRun.Outcome(member: member, value: nil, status: status, error: error, talk: "")
    }
}

/// A line of talk as it stands under an athlete's name.
private func withoutName(_ line: String) -> String {
    line.hasPrefix("plan: ") ? String(line.dropFirst("plan: ".count)) : line
}

/// Something that happened or didn't.
private final class Flag: Sendable {
    private let state = Atomic<Bool>(false)

    var isSet: Bool { state.load(ordering: .relaxed) }

    func set() { state.store(true, ordering: .relaxed) }
}

/// Counts up from 1.
private final class Counter: Sendable {
    private let state = Atomic<Int>(0)

    func next() -> Int { state.add(1, ordering: .relaxed).newValue }
}

/// What is said on the way for one athlete.
private final class Talk: Sendable {
    private let state = Mutex("")

    var text: String { state.withLock { $0 } }

    /// The last line without the program's name.
    var lastLine: String? {
        text.split(separator: "\n").last.map { withoutName(String($0)) }
    }

    func add(_ text: String) { state.withLock { $0 += text } }
}
