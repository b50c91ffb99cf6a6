import Sandbox
import Testing

/// The behaviours of the service that nobody has proven, one set the other way at a time.
enum Behaviours {
    /// By name.
    static let all: [String: Switches] = {
        var result = ["plain": Switches()]
        func vary(_ name: String, _ change: (inout Switches) -> Void) {
            var switches = Switches()
            change(&switches)
            result[name] = switches
        }
        vary("(a) 64 ASCII characters at most") { $0.externalID = .init(maxLength: 64, asciiOnly: true) }
        vary("(b) PUT keeps the external id") { $0.putChangesExternalID = false }
        vary("(c) PUT replaces") { $0.putReplaces = true }
        vary("(c) upsert replaces") { $0.upsertReplaces = true }
        vary("(d) upsert matches nothing") { $0.upsertScope = .none }
        vary("(e) bulk is not atomic") { $0.bulkIsAtomic = false }
        vary("(f) copies lose their external id") { $0.copiesKeepExternalID = false }
        vary("(g) updated moves on read") { $0.updatedMovesOnRead = true }
        vary("(h) CR LF") { $0.descriptions = .carriageReturns }
        vary("(h) trimmed") { $0.descriptions = .trimmed }
        vary("(h) trailing blank") { $0.descriptions = .trailingBlank }
        vary("no category means workout") { $0.putWithoutCategoryMeansWorkout = true }
        vary("lists by start only") { $0.listsByStartOnly = true }
        return result
    }()

    /// Their names.
    static let every = all.keys.sorted()

    /// Both values of b, c, e and f, which every acceptance test runs with.
    static let both = every.filter { name in
        name == "plain" || ["(b)", "(c)", "(e)", "(f)"].contains { name.hasPrefix($0) }
    }

    /// A scenario over a service that behaves so.
    static func scenario(_ name: String, workouts: Int = 12) throws -> SandboxScenario {
        SandboxScenario(try #require(all[name]), workouts: workouts)
    }
}
