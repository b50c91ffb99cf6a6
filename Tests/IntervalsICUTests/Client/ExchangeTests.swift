import CivilDates
import Testing

@testable import IntervalsICU

/// How calls meet trouble: what is sent again, when, and what comes of it.
@Suite struct ExchangeTests {
    private let good = ScriptedTransport.Answer.answer(200, #"{"id":"1"}"#)
    private let created = ScriptedTransport.Answer.answer(200, "[]")

    private func create(_ client: IntervalsClient) async throws -> [Event] {
        try await client.createEvents(athlete: "0", [EventBody()])
    }

    private func update(_ client: IntervalsClient) async throws -> Event {
        try await client.updateEvent(athlete: "0", id: 1, EventBody())
    }

    @Test(
        "429 is waited for as told, for every verb",
        arguments: [
            ("3", 3.0), ("0", 0), ("9999", 120), ("Tue, 14 Nov 2023 22:13:45 GMT", 25),
        ])
    func waitsAsTold(_ retryAfter: String, _ seconds: Double) async throws {
        let scene = Scene(.answer(429, "", [("Retry-After", retryAfter)]), created)
        _ = try await create(scene.client)
        #expect(scene.transport.requests.count == 2)
        #expect(scene.transport.requests[0] == scene.transport.requests[1])
        #expect(scene.clock.sleeps.first == .seconds(seconds))
    }

    @Test("429 without a wait backs off")
    func backsOff() async throws {
        let scene = Scene(.answer(429), .answer(429), good)
        _ = try await scene.client.athlete("0")
        #expect(scene.clock.sleeps.contains(.seconds(0.5)))
        #expect(scene.transport.requests.count == 3)
    }

    @Test("a hundred 429 in a row end in an error after nine tries")
    func givesUpOn429() async throws {
        let answer = ScriptedTransport.Answer.answer(
            429, #"{"status":429,"error":"Slow down"}"#, [("Retry-After", "1")])
        let scene = Scene(answer)
        let error = await scene.error(create)
        #expect(error == .rateLimited(method: "POST", path: "/api/v1/athlete/0/events/bulk", message: "Slow down"))
        #expect(scene.transport.requests.count == 9)
        #expect(error?.outcomeUnknown == false)
    }

    @Test("a read outlives four troubles and not five")
    func readsRepeat() async throws {
        let trouble: [ScriptedTransport.Answer] = [
            .answer(500), .failure(.unknownOutcome("timeout")), .failure(.notSent("refused")), .answer(504),
        ]
        let scene = Scene(trouble[0], trouble[1], trouble[2], trouble[3], good)
        #expect(try await scene.client.athlete("0").id == "1")
        let failing = Scene(.answer(500, "boom"))
        let error = await failing.error { try await $0.athlete("0") }
        #expect(error == .status(method: "GET", path: "/api/v1/athlete/0", status: 500, message: "boom"))
        #expect(failing.transport.requests.count == 5)
    }

    @Test(
        "a creation whose end is unknown is sent once",
        arguments: [
            ScriptedTransport.Answer.answer(500), .answer(502), .answer(503), .answer(504),
            .failure(.unknownOutcome("timeout")), .answer(200, "[{\"id\":"), .failure(.answerRefused("too large")),
        ])
    func creationsAreNotDoubled(_ answer: ScriptedTransport.Answer) async {
        let scene = Scene(answer)
        let error = await scene.error(create)
        #expect(error?.outcomeUnknown == true)
        #expect(scene.transport.requests.count == 1)
    }

    @Test("a write that cannot have arrived is sent again, whatever the verb")
    func unsentWritesRepeat() async throws {
        let scene = Scene(.failure(.notSent("refused")), created)
        _ = try await create(scene.client)
        #expect(scene.transport.requests.count == 2)
        let failing = Scene(.failure(.notSent("refused")))
        let error = await failing.error(create)
        #expect(error?.outcomeUnknown == false)
        #expect(failing.transport.requests.count == 5)
    }

    @Test("an update goes again after 503 and not after 500")
    func updates() async throws {
        let event = #"{"id":1,"start_date_local":"2026-01-01"}"#
        let scene = Scene(.answer(503), .answer(200, event))
        _ = try await update(scene.client)
        #expect(scene.transport.requests.count == 2)
        let failing = Scene(.answer(500), .answer(200, event))
        #expect(await failing.error(update)?.status == 500)
        #expect(failing.transport.requests.count == 1)
    }

    @Test("401, 403, 404 and 422 are final and tell what the service said")
    func clientFaults() async {
        let path = "/api/v1/athlete/i9"
        let cases: [(ScriptedTransport.Answer, ServiceError)] = [
            (
                .answer(401, #"{"status":401,"error":"Auth failed"}"#),
                .unauthorized(method: "GET", path: path, message: "Auth failed")
            ),
            (
                .answer(403, #"{"status":403,"message":"Access denied"}"#),
                .forbidden(method: "GET", path: path, message: "Access denied")
            ),
            (.answer(404, ""), .status(method: "GET", path: path, status: 404, message: "no message")),
            (
                .answer(422, #"{"status":422,"error":"Missing type"}"#),
                .status(method: "GET", path: path, status: 422, message: "Missing type")
            ),
        ]
        for (answer, expected) in cases {
            let scene = Scene(answer)
            #expect(await scene.error { try await $0.athlete("i9") } == expected)
            #expect(scene.transport.requests.count == 1)
        }
    }

    @Test("JSON labelled as text is read")
    func plainText() async throws {
        let scene = Scene(.answer(200, "\n {\"id\":\"1\"} ", [("Content-Type", "text/plain")]))
        #expect(try await scene.client.athlete("0").id == "1")
    }

    @Test(
        "a success without readable JSON is a malformed answer, and is not asked for again",
        arguments: [
            ("", "it is empty"), (#"{"id":"#, "it is not whole, valid JSON"), ("OK", "it is not whole, valid JSON"),
            ("<!DOCTYPE html><html><title> Just a moment </title>", "a web page instead of JSON: Just a moment"),
            ("null", "the answer as a whole"), ("[]", "the answer as a whole"),
        ])
    func malformed(_ body: String, _ expected: String) async {
        let scene = Scene(.answer(200, body))
        let error = await scene.error { try await $0.athlete("0") }
        guard case .malformedAnswer("GET", "/api/v1/athlete/0", let what) = error else {
            Issue.record("no malformed answer but \(String(describing: error))")
            return
        }
        #expect(what.hasPrefix(expected), "\(what)")
        #expect(scene.transport.requests.count == 1)
    }

    @Test("more than fifty megabytes are refused")
    func tooLarge() async {
        let body = [UInt8](repeating: UInt8(ascii: " "), count: 50_000_001)
        let scene = Scene(.success(HTTPResponse(status: 200, body: body)))
        let error = await scene.error { try await $0.athlete("0") }
        #expect(error?.description.contains("50000001 bytes are more than we take") == true)
    }

    @Test("cancelling ends a call instead of repeating it")
    func cancellation() async {
        let scene = Scene(.answer(500))
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await scene.client.athlete("0")
        }
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(scene.transport.requests.count == 1)
    }
}
