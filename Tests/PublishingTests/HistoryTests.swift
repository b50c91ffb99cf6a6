import FoundationEssentials
import Testing

@testable import Publishing

@Suite struct HistoryTests {
    /// 2,000 histories in the ordinary run, many more where `NIGHTLY` is set; `HISTORIES` says
    /// how many, `SEED` plays a single one.
    private static var seeds: Range<UInt64> {
        let environment = ProcessInfo.processInfo.environment
        if let seed = environment["SEED"].flatMap(UInt64.init) { return seed..<(seed + 1) }
        let usual: UInt64 = environment["NIGHTLY"] == nil ? 2_000 : 100_000
        return 0..<(environment["HISTORIES"].flatMap(UInt64.init) ?? usual)
    }

    @Test("40: random histories touch nothing foreign or locked, double nothing, lose no edit and settle")
    func histories() async throws {
        // Side by side, in as many parts as a small machine has cores.
        let (seeds, parts) = (Self.seeds, UInt64(4))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for part in 0..<parts {
                group.addTask {
                    for seed in seeds where seed % parts == part {
                        var history = History(seed: seed)
                        try await history.play(steps: 8)
                        let story = history.violations.isEmpty ? "" : "\n" + history.story.joined(separator: "\n")
                        #expect(history.violations.isEmpty, "SEED=\(seed)\(story)")
                        if !history.violations.isEmpty { break }
                    }
                }
            }
            try await group.waitForAll()
        }
    }
}
