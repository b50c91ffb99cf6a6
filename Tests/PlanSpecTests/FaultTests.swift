import Diagnostics
import Foundation
import PlanSpec
import Testing

/// Each wrong file in `Faults` with its exact output beside it; `UPDATE_FAULTS=1` writes the outputs anew.
struct FaultTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Faults")

    static let names =
        (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?
        .filter { $0.hasSuffix(".plan.yaml") }.map { String($0.dropLast(".plan.yaml".count)) }.sorted() ?? []

    @Test("a wrong file gives exactly its output", arguments: names)
    func output(of name: String) throws {
        let path = Self.folder.appendingPathComponent(name + ".out")
        let output = render(try read(name))
        if ProcessInfo.processInfo.environment["UPDATE_FAULTS"] != nil {
            try Data(output.utf8).write(to: path)
        }
        #expect(try output == String(contentsOf: path, encoding: .utf8))
    }

    /// What no file can bring about as long as publishing disarms every line that could be a step.
    private static let unreachable = [PlanRule.proseHasSteps]

    @Test("every rule has a wrong file")
    func everyRule() throws {
        let found = try Self.names.flatMap { try read($0).diagnostics.map(\.id) }
        let missing = PlanRule.allCases.filter { !Self.unreachable.contains($0) && !found.contains($0.rawValue) }
        #expect(missing == [])
    }

    @Test("a wrong file has errors, each with a place in one of its files", arguments: names)
    func places(of name: String) throws {
        let reading = try read(name)
        #expect(reading.diagnostics.hasErrors)
        for item in reading.diagnostics {
            let range = try #require(item.range)
            let file = try #require(reading.files.first { $0.path == range.file })
            #expect(SourceLines(file).text(of: range.start.line) != nil)
            #expect(range.start <= range.end)
        }
    }

    private func read(_ name: String) throws -> PlanReading {
        let bytes = try Data(contentsOf: Self.folder.appendingPathComponent(name + ".plan.yaml"))
        return Plan.read(SourceFile(path: name + ".plan.yaml", bytes: Array(bytes))) { path in
            (try? Data(contentsOf: Self.folder.appendingPathComponent(path))).map { Array($0) }
        }
    }

    private func render(_ reading: PlanReading) -> String {
        TextRenderer(sources: reading.files).render(reading.diagnostics)
    }
}
