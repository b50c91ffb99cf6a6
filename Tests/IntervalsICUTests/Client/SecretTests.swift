import IntervalsICU
import Logging
import Synchronization
import Testing

/// Keeps everything that is logged, metadata too.
private final class LogCollector: Sendable {
    let lines = Mutex<[String]>([])
}

private struct CollectingHandler: LogHandler {
    let collector: LogCollector
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level = .trace

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        collector.lines.withLock {
            $0.append("\(event.level) \(event.message) \(event.metadata ?? [:]) \(metadata)")
        }
    }
}

@Suite struct SecretTests {
    private let canary = "CANARY-4f1c-key"
    /// printf 'API_KEY:CANARY-4f1c-key' | base64
    private let encoded = "QVBJX0tFWTpDQU5BUlktNGYxYy1rZXk="

    private func dumped(_ value: Any) -> String {
        var text = ""
        dump(value, to: &text)
        return text
    }

    private func isClean(_ text: String) -> Bool {
        !text.contains("CANARY") && !text.contains(encoded)
    }

    @Test("no way of printing a credential shows it")
    func printing() {
        for credential in [Credential.apiKey(Secret(canary)), .bearer(Secret(canary))] {
            #expect(isClean(String(describing: credential)))
            #expect(isClean(String(reflecting: credential)))
            #expect(isClean(dumped(credential)))
        }
    }

    @Test("no way of printing a client or its request shows the credential")
    func printingClient() async throws {
        let scene = Scene(.answer(200, #"{"id":"1"}"#), credential: .apiKey(Secret(canary)))
        _ = try await scene.client.athlete("0")
        let request = try #require(scene.transport.requests.first)
        #expect(request.headers["Authorization"] == "Basic " + encoded)
        for value in [scene.client, request, request.headers, request.headers.fields] as [Any] {
            #expect(isClean(String(describing: value)))
            #expect(isClean(String(reflecting: value)))
            #expect(isClean(dumped(value)))
        }
    }

    @Test("neither logs nor errors show it, even when the service sends it back")
    func echoes() async {
        let collector = LogCollector()
        let logger = Logger(label: "test") { _ in CollectingHandler(collector: collector) }
        let padding = String(repeating: "x", count: 290)
        let echoes: [ScriptedTransport.Answer] = [
            .answer(401, #"{"error":"bad key \#(canary)"}"#), .answer(500, "Authorization: Basic \(encoded)"),
            .answer(422, padding + canary), .answer(302, "", [("Location", "https://x.test/?k=\(canary)")]),
            .answer(200, "<title>\(canary)</title>"), .failure(.notSent("cannot send \(canary)")),
        ]
        for echo in echoes {
            let scene = Scene(echo, credential: .apiKey(Secret(canary)), logger: logger)
            let error = await scene.error { try await $0.athlete("0") }
            #expect(error != nil)
            #expect(isClean(String(describing: error)))
            #expect(isClean(dumped(error as Any)))
        }
        let log = collector.lines.withLock { $0.joined(separator: "\n") }
        #expect(log.contains("GET /api/v1/athlete/0: 401"))
        #expect(isClean(log))
    }

    @Test("blanks around a key, as files leave them, are dropped")
    func trimming() {
        #expect(Secret(" \n").isEmpty)
        #expect(!Secret("k").isEmpty)
    }
}
