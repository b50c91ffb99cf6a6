import Foundation
import Testing

@testable import Sandbox

@Suite("The data file")
struct DataFileTests {
    private let directory = FileManager.default.temporaryDirectory.appending(path: "sandbox-\(UUID().uuidString)").path

    private func inDirectory(_ work: (String) async throws -> Void) async throws {
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        try await work(directory + "/data.json")
    }

    @Test("a sandbox that is loaded again knows everything")
    func durable() async throws {
        try await inDirectory { file in
            let clock = SandboxClock(today: Desk.today)
            let first = Desk(try SandboxService.load(file: file, fresh: CallerTests.data, clock: clock))
            let ids = try await first.create(
                ride().with(["external_id": "é😀", "tags": ["a"], "description": "x\r\ny"]), note())
            await first.send("PUT", "athlete/0/wellness/2026-03-01", ["ctl": 40, "weight": .number(70.5)])
            await first.send("POST", "athlete/0/events/\(ids[0])/mark-done")
            let second = Desk(try SandboxService.load(file: file, clock: clock))
            #expect(await second.sandbox.data == first.sandbox.data)
            #expect(try await second.create(ride())[0] == ids[1] + 1)
            #expect(try FileManager.default.contentsOfDirectory(atPath: directory) == ["data.json"])
        }
    }

    @Test("what cannot be stored is not done")
    func unwritable() async throws {
        let desk = Desk(file: "/nonexistent/directory/data.json")
        #expect(await desk.send("POST", "athlete/0/events", ride()).status == 500)
        #expect(await desk.sandbox.events().isEmpty)
        #expect(await desk.send("GET", "athlete/0/events").status == 200)
    }

    @Test(
        "a file that holds something else is refused, not overwritten",
        arguments: [
            "", "[]", "{}", #"{"version":2}"#,
            #"{"version":1,"athletes":[{}],"keys":{},"tokens":{},"grants":{},"counters":{}}"#,
        ])
    func foreignFile(text: String) async throws {
        try await inDirectory { file in
            try text.write(toFile: file, atomically: true, encoding: .utf8)
            #expect(throws: DataFileError.self) {
                try SandboxService.load(file: file, clock: SandboxClock(today: Desk.today))
            }
            #expect(try String(contentsOfFile: file, encoding: .utf8) == text)
        }
    }
}
