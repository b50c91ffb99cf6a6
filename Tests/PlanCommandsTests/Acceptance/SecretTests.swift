import CivilDates
import Foundation
import Sandbox
import Testing

@testable import PlanCommands

/// Acceptance 38: a marked secret in the environment shows up nowhere, whatever goes wrong and however much is said.
///
/// The program itself is run, so that its log and what a crash would print count as well.
@Suite(.serialized) struct SecretTests {
    private static let canary = "canary-7f3a9c"
    /// The secret as it is, as the header holds it, and as a URL would.
    private static let traces = [canary, Data("API_KEY:\(canary)".utf8).base64EncodedString(), "canary%2D7f3a9c"]

    /// The program that was built together with these tests.
    private static let program: URL = {
        let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return URL(fileURLWithPath: own).deletingLastPathComponent().appendingPathComponent("plan")
    }()

    /// A folder with the small plan.
    private struct Folder {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("secret-\(UUID().uuidString)")

        init() throws {
            for (name, text) in [
                ("Plans/small.plan.yaml", smallPlan), ("Templates/t.yaml", smallTemplates),
                ("Plans/r.roster.yaml", "format: 1\nid: r\nplan: small.plan.yaml\nathletes: [{id: i1}]\n"),
            ] {
                let file = url.appendingPathComponent(name)
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try text.write(to: file, atomically: true, encoding: .utf8)
            }
        }

        /// Runs the program here; gives its status and all that it printed.
        func run(_ arguments: [String], _ environment: [String: String]) async throws -> (status: Int32, said: String) {
            let (process, pipe) = (Process(), Pipe())
            process.executableURL = SecretTests.program
            process.arguments = arguments
            process.environment = environment
            process.currentDirectoryURL = url
            process.standardOutput = pipe
            process.standardError = pipe
            process.standardInput = FileHandle.nullDevice
            return try await withCheckedThrowingContinuation { continuation in
                Thread.detachNewThread {
                    do {
                        try process.run()
                        let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
                        process.waitUntilExit()
                        continuation.resume(
                            returning: (process.terminationStatus, String(decoding: bytes, as: UTF8.self)))
                    } catch {
                        continuation.resume(throwing: error)
                    }
                }
            }
        }

        /// Every file, names and all.
        var everything: String {
            get throws {
                let names = try FileManager.default.subpathsOfDirectory(atPath: url.path).sorted()
                return names.map { name in
                    let bytes = FileManager.default.contents(atPath: url.appendingPathComponent(name).path) ?? Data()
                    return name + "\n" + String(decoding: bytes, as: UTF8.self)
                }.joined(separator: "\n")
            }
        }

        func remove() { try? FileManager.default.removeItem(at: url) }
    }

    /// A service behind a socket that knows the canary as the athlete's key.
    private func served(_ work: @escaping @Sendable (SandboxService, String) async throws -> Void) async throws {
        let today = try #require(CivilDate("2026-12-28"))
        let sandbox = SandboxService(data: .fresh(key: Self.canary), clock: SandboxClock(today: today))
        let (ports, port) = AsyncStream.makeStream(of: UInt16.self)
        let server = Task { try await SandboxServer.run(sandbox: sandbox) { port.yield($0) } }
        defer { server.cancel() }
        for await number in ports {
            try await work(sandbox, "http://127.0.0.1:\(number)")
            break
        }
    }

    private static func isClean(_ text: String) -> Bool {
        !traces.contains { text.contains($0) }
    }

    private static let levels = [["--quiet"], [], ["--verbose"]]

    @Test("38: a marked secret is in no output, change set, state or journal, at every log level", arguments: levels)
    func published(level: [String]) async throws {
        try await served { _, base in
            let folder = try Folder()
            defer { folder.remove() }
            let environment = ["INTERVALS_API_KEY": Self.canary, "HOME": folder.url.path]
            let file = "Plans/small.plan.yaml"
            for words in [
                ["diff", file], ["diff", file, "-o", "c.json"], ["apply", "c.json"], ["apply", file, "--yes"],
                ["drift", file], ["status", file], ["events", "list", "--format", "json"], ["doctor"], ["athletes"],
                ["diff", "Plans/r.roster.yaml", "--format", "json"], ["undo", "--yes", "--expect-deletes", "6"],
                ["history"], ["settings", "--format", "json"],
            ] {
                let more = words[0] == "history" ? [] : ["--today", "2026-12-28"]
                let run = try await folder.run(words + ["--base-url", base] + more + level, environment)
                #expect(run.status == 0, "\(words): \(run.said)")
                #expect(Self.isClean(run.said), "\(words) \(level)")
                if level == ["--verbose"], words[0] == "diff" {
                    #expect(run.said.contains("GET"), "the log says what is sent")
                }
            }
            let files = try folder.everything
            #expect(files.contains("base.w1.long") && files.contains("\"kind\":\"begin\""))
            #expect(Self.isClean(files))
        }
    }

    @Test("38: nor when everything goes wrong, and the service repeats it word by word", arguments: [["--verbose"]])
    func refused(level: [String]) async throws {
        let echo = #"{"status":401,"error":"no such key: \#(Self.canary), \#(Self.traces[1])"}"#
        let effects: [Fault.Effect] = [
            .answer(status: 401, body: echo), .answer(status: 403, body: echo), .answer(status: 422, body: echo),
            .answer(status: 404, body: "<html><title>\(Self.canary)</title></html>"),
            .answer(status: 200, body: echo), .answer(status: 200, body: "[\(Self.canary)"), .truncate(toBytes: 300),
        ]
        try await served { sandbox, base in
            for method in ["GET", "POST"] {
                for effect in effects {
                    let folder = try Folder()
                    defer { folder.remove() }
                    await sandbox.script([.when(method: method, times: nil, effect)])
                    let run = try await folder.run(
                        ["apply", "Plans/small.plan.yaml", "--yes", "--today", "2026-12-28", "--base-url", base]
                            + level,
                        ["INTERVALS_API_KEY": Self.canary, "HOME": folder.url.path])
                    #expect([1, 5].contains(run.status), "\(method) \(effect): \(run.status) \(run.said)")
                    #expect(!run.said.isEmpty && Self.isClean(run.said), "\(method) \(effect): \(run.said)")
                    #expect(Self.isClean(try folder.everything), "\(method) \(effect)")
                }
            }
        }
    }

    @Test("38: nor from a token, a key for one athlete, a credential command or a host that isn't there")
    func elsewhere() async throws {
        let folder = try Folder()
        defer { folder.remove() }
        let roster = folder.url.appendingPathComponent("Plans/c.roster.yaml")
        try """
        format: 1
        id: c
        plan: small.plan.yaml
        credential: {command: [sh, -c, "echo \(Self.canary); exit 3"]}
        athletes: [{id: i1}]
        """.replacing("echo \(Self.canary)", with: "echo $MARKED").write(to: roster, atomically: true, encoding: .utf8)
        let base = ["--base-url", "http://127.0.0.1:9", "--verbose", "--today", "2026-12-28"]
        for (words, environment) in [
            (["diff", "Plans/small.plan.yaml"] + base, ["INTERVALS_ACCESS_TOKEN": Self.canary]),
            (["diff", "Plans/r.roster.yaml"] + base, ["INTERVALS_API_KEY_I1": Self.canary]),
            (["diff", "Plans/c.roster.yaml"] + base, ["MARKED": Self.canary, "PATH": "/usr/bin:/bin"]),
            (
                ["diff", "Plans/small.plan.yaml", "--base-url", "http://evil.invalid"],
                ["INTERVALS_API_KEY": Self.canary]
            ),
            (["diff", "Plans/small.plan.yaml", "--base-url", "nonsense"], ["INTERVALS_API_KEY": Self.canary]),
            (["check", "Plans/none.yaml"], ["INTERVALS_API_KEY": Self.canary]),
        ] {
            let run = try await folder.run(words, environment)
            #expect(run.status != 0 && !run.said.isEmpty, "\(words)")
            #expect(Self.isClean(run.said), "\(words): \(run.said)")
        }
        let files = try folder.everything
        #expect(Self.isClean(files))
    }
}
