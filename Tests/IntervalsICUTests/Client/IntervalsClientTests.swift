import CivilDates
import Testing

@testable import IntervalsICU

@Suite struct IntervalsClientTests {
    @Test("names itself, asks for JSON and shows the key as Basic with the user API_KEY")
    func headers() async throws {
        let scene = Scene(.answer(200, #"{"id":"1"}"#))
        _ = try await scene.client.athlete("0")
        let headers = try #require(scene.transport.requests.first).headers
        #expect(headers["User-Agent"] == "plan/0.1 (training plans as code)")
        #expect(headers["Accept"] == "application/json")
        // printf 'API_KEY:test-key' | base64
        #expect(headers["Authorization"] == "Basic QVBJX0tFWTp0ZXN0LWtleQ==")
        #expect(headers["Content-Type"] == nil)
    }

    @Test("sends a token as bearer, and labels a body as JSON")
    func bearer() async throws {
        let scene = Scene(
            .answer(200, #"{"id":1,"start_date_local":"2026-01-01"}"#), credential: .bearer(Secret(" token\n")))
        _ = try await scene.client.createEvent(athlete: "0", EventBody())
        let headers = try #require(scene.transport.requests.first).headers
        #expect(headers["Authorization"] == "Bearer token")
        #expect(headers["Content-Type"] == "application/json")
    }

    @Test(
        "takes the address of the service with or without slash and version",
        arguments: ["http://h:1", "http://h:1/", " http://h:1/api/v1/ ", "http://h:1/api/v1"])
    func baseURL(_ text: String) {
        let client = IntervalsClient(
            baseURL: text, credential: .apiKey(Secret("k")), transport: ScriptedTransport([.answer(200)]))
        #expect(client.baseURL == "http://h:1")
    }

    @Test("counts what it sends per method, repetitions included")
    func counts() async throws {
        let scene = Scene(.answer(503), .answer(200, #"{"id":"1"}"#), .answer(200, #"{"eventsDeleted":0}"#))
        _ = try await scene.client.athlete("0")
        let copy = scene.client
        _ = try await copy.deleteEvents(athlete: "0", ids: [])
        #expect(scene.client.counts == ["GET": 2, "PUT": 1])
    }

    @Test("remembers the service's clock beside ours")
    func remembersClock() async throws {
        let scene = Scene(
            .answer(200, #"{"id":"1"}"#, [("date", "Tue, 14 Nov 2023 22:12:20 GMT")]), .answer(200, #"{"id":"1"}"#))
        #expect(scene.client.clockReading == nil)
        _ = try await scene.client.athlete("0")
        _ = try await scene.client.athlete("0")
        let reading = try #require(scene.client.clockReading)
        #expect(reading.serviceSecondsSinceEpoch == 1_699_999_940)
        #expect(reading.secondsAhead == 60)
    }

    @Test("keeps to five requests a second")
    func rate() async throws {
        let scene = Scene(.answer(200, #"{"id":"1"}"#))
        for _ in 0..<15 { _ = try await scene.client.athlete("0") }
        #expect(abs(scene.clock.uptime / .seconds(1) - 2) < 1e-9)
    }
}
