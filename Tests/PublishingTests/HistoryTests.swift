import Foundation
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

    private static let steps = 8

    /// The history, if something in it did not hold.
    private static func failure(_ seed: UInt64, isCareless: Bool = false) async throws -> FailedHistory? {
        var history = History(seed: seed, isCareless: isCareless)
        try await history.play(steps: steps)
        return history.violations.isEmpty
            ? nil : FailedHistory(seed: seed, lines: history.violations + ["", "after:"] + history.story)
    }

    @Test(
        "40: random histories under the usual rails touch nothing foreign or locked, double nothing, lose no edit, and settle"
    )
    func histories() async throws {
        // Side by side, in as many parts as a small machine has cores.
        let (seeds, parts) = (Self.seeds, UInt64(4))
        try await withThrowingTaskGroup(of: FailedHistory?.self) { group in
            for part in 0..<parts {
                group.addTask {
                    for seed in seeds where seed % parts == part {
                        if let failure = try await Self.failure(seed) { return failure }
                    }
                    return nil
                }
            }
            for try await case let failure? in group {
                try failure.save()
                Issue.record(
                    """
                    SEED=\(failure.seed), kept as Tests/PublishingTests/Histories/\(failure.name)
                    \(failure.lines.joined(separator: "\n"))
                    """)
            }
        }
    }

    @Test("40: histories that once failed hold now")
    func kept() async throws {
        for seed in try FailedHistory.seeds() {
            #expect(try await Self.failure(seed) == nil, "SEED=\(seed)")
        }
    }

    @Test("40: a history replays the same everywhere")
    func replayed() async throws {
        for seed in UInt64(0)..<20 {
            var stories: [[String]] = []
            for _ in 0..<2 {
                var history = History(seed: seed)
                try await history.play(steps: Self.steps)
                stories.append(history.story)
            }
            #expect(stories[0] == stories[1] && stories[0].count > Self.steps)
        }
    }

    @Test("40: a careless program is caught, printed and kept as a file")
    func careless() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("histories-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var caught: [FailedHistory] = []
        for seed in UInt64(0)..<40 {
            if let failure = try await Self.failure(seed, isCareless: true) { caught.append(failure) }
        }
        #expect(caught.count > 5)
        #expect(caught.contains { $0.lines.contains { $0.contains("locked true") } })
        for failure in caught { try failure.save(in: folder) }
        #expect(try FailedHistory.seeds(in: folder) == caught.map(\.seed))
        let first = try #require(caught.first)
        let text = try String(contentsOf: folder.appendingPathComponent(first.name), encoding: .utf8)
        #expect(text.hasPrefix("SEED=\(first.seed)\n") && text.contains(first.lines[0]))
    }
}
