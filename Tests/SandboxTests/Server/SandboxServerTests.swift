import Foundation
import FoundationNetworking
import Testing

@testable import Sandbox

@Suite("The server", .serialized)
struct SandboxServerTests {
    /// Runs `work` against a served sandbox.
    private func served(_ sandbox: SandboxService, _ work: @escaping @Sendable (UInt16) async throws -> Void)
        async throws
    {
        let (ports, port) = AsyncStream.makeStream(of: UInt16.self)
        let server = Task { try await SandboxServer.run(sandbox: sandbox) { port.yield($0) } }
        defer { server.cancel() }
        for await number in ports {
            try await work(number)
            break
        }
    }

    private func request(_ method: String, _ port: UInt16, _ path: String, _ body: JSONValue? = nil) throws
        -> URLRequest
    {
        var request = URLRequest(url: try #require(URL(string: "http://127.0.0.1:\(port)/api/v1/\(path)")))
        request.httpMethod = method
        request.setValue(Desk.basic("sandbox"), forHTTPHeaderField: "Authorization")
        request.httpBody = body.map { Data($0.bytes) }
        return request
    }

    @Test("serves real requests on a port of its own")
    func serves() async throws {
        let desk = Desk()
        try await served(desk.sandbox) { port in
            let created = try self.request("POST", port, "athlete/0/events", ride().with(["name": "Ré & co"]))
            let (_, first) = try await URLSession.shared.data(for: created)
            #expect((first as? HTTPURLResponse)?.statusCode == 200)
            let listed = try self.request("GET", port, "athlete/0/events?oldest=2026-03-01&category=WORKOUT%2CNOTE")
            let (data, _) = try await URLSession.shared.data(for: listed)
            #expect(Answer(status: 200, json: try JSONReader.read(Array(data))).names == ["Ré & co"])
        }
        #expect(await desk.sandbox.requestLog.map(\.status) == [200, 200])
    }

    @Test(
        "drops and cuts connections as the script says",
        arguments: [Fault.Effect.dropBefore, .dropAfter, .cut(afterBytes: 20)])
    func faults(effect: Fault.Effect) async throws {
        let desk = Desk()
        // A client may send a GET again by itself; every one meets the fault.
        await desk.sandbox.script([.when(method: "GET", times: nil, effect)])
        try await served(desk.sandbox) { port in
            await #expect(throws: URLError.self) {
                try await URLSession.shared.data(for: try self.request("GET", port, "athlete/0"))
            }
            let (_, next) = try await URLSession.shared.data(
                for: try self.request("POST", port, "athlete/0/events", ride()))
            #expect((next as? HTTPURLResponse)?.statusCode == 200)
        }
    }
}
