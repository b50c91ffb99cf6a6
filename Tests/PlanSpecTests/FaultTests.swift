import Diagnostics
import Foundation
@testable import PlanSpec
import Testing

/// Each wrong file in `Faults` with its exact output beside it; `UPDATE_FAULTS=1` writes the outputs anew.
struct FaultTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Faults")

    static let names =
        (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?
        .filter { $0.hasSuffix(".plan.yaml") }.map { String($0.dropLast(".plan.yaml".count)) }.sorted() ?? []
    static let rosters =
        (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?
        .filter { $0.hasSuffix(".roster.yaml") }.map { String($0.dropLast(".roster.yaml".count)) }.sorted() ?? []

    @Test("a wrong file gives exactly its output", arguments: names + rosters)
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
        let found = try (Self.names + Self.rosters).flatMap { try read($0).diagnostics.map(\.id) }
        let missing = PlanRule.allCases.filter { !Self.unreachable.contains($0) && !found.contains($0.rawValue) }
        #expect(missing == [])
    }

    @Test("a wrong file has errors, each with a place in one of its files", arguments: names + rosters)
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
        if Self.rosters.contains(name) { return try readRoster(name) }
        let bytes = try Data(contentsOf: Self.folder.appendingPathComponent(name + ".plan.yaml"))
        return Plan.read(SourceFile(path: name + ".plan.yaml", bytes: Array(bytes))) { path in
            (try? Data(contentsOf: Self.folder.appendingPathComponent(path))).map { Array($0) }
        }
    }

    /// The roster with the plans of all its athletes, each fault once.
    private func readRoster(_ name: String) throws -> PlanReading {
        func bytes(_ path: String) -> [UInt8]? {
            (try? Data(contentsOf: Self.folder.appendingPathComponent(path))).map { Array($0) }
        }
        let file = SourceFile(path: name + ".roster.yaml", bytes: try #require(bytes(name + ".roster.yaml")))
        let roster = Roster.read(file)
        var result = PlanReading(plan: nil, diagnostics: roster.diagnostics, files: [file])
        for athlete in roster.roster?.athletes ?? [] {
            guard let plan = bytes(athlete.plan.value) else { continue }
            let reading = Plan.read(
                SourceFile(path: athlete.plan.value, bytes: plan), as: athlete.variant, open: bytes)
            result.diagnostics += reading.diagnostics.filter { !result.diagnostics.contains($0) }
            result.files += reading.files.filter { file in !result.files.contains { $0.path == file.path } }
        }
        return result
    }

    private func render(_ reading: PlanReading) -> String {
        TextRenderer(sources: reading.files).render(reading.diagnostics)
    }
}
