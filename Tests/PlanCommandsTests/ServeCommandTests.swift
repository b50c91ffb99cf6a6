import Foundation
import FoundationNetworking
import Synchronization
import Testing

@testable import PlanCommands

@Suite struct ServeCommandTests {
    private let file = "Plans/small.plan.yaml"

    private func text(_ preview: LivePreview, _ path: String = "/") async -> String {
        await preview.page(path)?.text ?? ""
    }

    @Test("the page follows the file: faults with their caret above the last good preview, then the mended plan")
    func follows() async {
        let world = smallWorld()
        let preview = LivePreview(file: file, world.context)
        let first = await text(preview, "/version")
        #expect(await text(preview).contains("<h1>Small</h1>"))
        #expect(await text(preview, "/version") == first)
        world.set(
            file, smallPlan.replacing("weeks: 2", with: "weeks: two").replacing("name: Small", with: "name: Other"))
        let second = await text(preview, "/version")
        #expect(second != first)
        let faulty = await text(preview)
        #expect(faulty.contains("The file has faults; below is the last good preview"))
        #expect(faulty.contains("\(file):11:"))
        #expect(faulty.contains("^"))
        #expect(faulty.contains("<h1>Small</h1>"))
        world.set(file, smallPlan.replacing("name: Small", with: "name: Mended"))
        #expect(await text(preview, "/version") != second)
        let mended = await text(preview)
        #expect(mended.contains("<h1>Mended</h1>"))
        #expect(!mended.contains("class=\"faults"))
    }

    @Test("a template that is saved changes the page too, also one that was missing at first")
    func templates() async {
        let world = World([file: smallPlan])
        let preview = LivePreview(file: file, world.context)
        #expect(await text(preview).contains("The file has faults"))
        world.set("Templates/t.yaml", smallTemplates)
        #expect(await text(preview).contains("<h1>Small</h1>"))
        let before = await text(preview, "/version")
        world.set("Templates/t.yaml", smallTemplates.replacing("name: Ride", with: "name: <b>Spin</b>"))
        #expect(await text(preview, "/version") != before)
        #expect(await text(preview).contains("&lt;b&gt;Spin&lt;/b&gt;"))
    }

    /// Serves on a free port while `body` runs.
    private func serve(_ world: World, _ body: (UInt16) async throws -> Void) async throws {
        let preview = LivePreview(file: file, world.context)
        let flag = Flag()
        let (ports, continuation) = AsyncStream.makeStream(of: UInt16.self)
        let server = PageServer(port: 0) { await preview.page($0) }
        let task = Task { try await server.run(isInterrupted: { flag.isSet }) { continuation.yield($0) } }
        for await port in ports {
            try await body(port)
            break
        }
        flag.set()
        await #expect(throws: PageServer.Interruption.self) { try await task.value }
    }

    /// Ctrl-C.
    private final class Flag: Sendable {
        private let state = Mutex(false)
        var isSet: Bool { state.withLock { $0 } }
        func set() { state.withLock { $0 = true } }
    }

    private func get(_ port: UInt16, _ path: String, host: String? = nil, method: String = "GET") async throws -> Int {
        var request = URLRequest(url: try #require(URL(string: "http://127.0.0.1:\(port)\(path)")))
        request.httpMethod = method
        if let host { request.setValue(host, forHTTPHeaderField: "Host") }
        let (_, response) = try await URLSession(configuration: .ephemeral).data(for: request)
        return (response as? HTTPURLResponse)?.statusCode ?? 0
    }

    @Test("the browser gets the page, other names and other verbs nothing, and a taken port is refused in words")
    func sockets() async throws {
        try await serve(smallWorld()) { port in
            let statuses = [
                try await get(port, "/"), try await get(port, "/follow.js"), try await get(port, "/etc/passwd"),
                try await get(port, "/", method: "POST"), try await get(port, "/", host: "evil.invalid"),
            ]
            #expect(statuses == [200, 200, 404, 405, 403])
            let second = smallWorld()
            #expect(await second.run("serve", file, "--port", "\(port)") == 1)
            #expect(second.talk.contains("port \(port) is taken by another program"))
        }
    }

    @Test("a file that isn't there is said at once")
    func missing() async {
        #expect(await World().run("serve", "none.yaml") == 65)
    }
}
