import Testing

@testable import Sandbox

@Suite("Packed answers")
struct GzipTests {
    @Test("nothing at all packs to the published twenty bytes")
    func empty() {
        let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
        #expect(Gzip.pack([]) == header + [3, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    }

    @Test("repeats make an answer smaller, and only a client that asks gets it packed")
    func asked() async {
        let body = Array(String(repeating: "{\"name\":\"Ride\"},", count: 500).utf8)
        let plain = SandboxResponse(status: 200, body: body)
        let asks = SandboxRequest(method: "GET", path: "/", headers: ["accept-encoding": "deflate, gzip"])
        let packed = plain.packed(for: asks)
        #expect(packed.headers["Content-Encoding"] == "gzip")
        #expect(packed.body.count * 10 < body.count)
        #expect(plain.packed(for: SandboxRequest(method: "GET", path: "/")).body == body)
    }
}
