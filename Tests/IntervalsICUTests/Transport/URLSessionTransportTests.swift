import IntervalsICU
import Testing

/// The real transport against servers that misbehave.
@Suite struct URLSessionTransportTests {
    private func request(_ server: RawServer, _ method: String = "GET", body: String? = nil) -> HTTPRequest {
        let headers = HTTPHeaders([("Authorization", "Basic abc"), ("User-Agent", "plan/test")])
        return HTTPRequest(
            method: method, origin: server.address, target: "/api/v1/a%2Fb?x=1", headers: headers,
            body: body.map { Array($0.utf8) })
    }

    private func ok(_ body: String, _ headers: String = "") -> String {
        "HTTP/1.1 200 OK\r\nContent-Length: \(body.utf8.count)\r\n\(headers)\r\n\(body)"
    }

    private func failure(_ send: () async throws(TransportFailure) -> HTTPResponse) async -> TransportFailure? {
        do {
            _ = try await send()
            return nil
        } catch {
            return error
        }
    }

    @Test("sends method, target, headers and body as they are, and reads status, headers and body")
    func exchange() async throws {
        let server = try RawServer { _ in .close("HTTP/1.1 422 No\r\nX-Thing: a\r\nContent-Length: 4\r\n\r\nnope") }
        defer { server.stop() }
        let response = try await URLSessionTransport().send(request(server, "PUT", body: #"{"ä":1}"#))
        #expect(response.status == 422)
        #expect(response.headers["x-thing"] == "a")
        #expect(String(decoding: response.body, as: UTF8.self) == "nope")
        let sent = try #require(server.requests.first)
        #expect(sent.hasPrefix("PUT /api/v1/a%2Fb?x=1 HTTP/1.1\r\n"))
        #expect(sent.contains("Authorization: Basic abc\r\n"))
        #expect(sent.contains("User-Agent: plan/test\r\n"))
        #expect(sent.contains(/(?i)accept-encoding: [^\r]*gzip/))
        #expect(sent.hasSuffix("\r\n\r\n{\"ä\":1}"))
    }

    @Test("a redirect to another host is not followed, on the same host only for reads")
    func redirects() async throws {
        let other = try RawServer { _ in .close("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}") }
        defer { other.stop() }
        let target = other.address
        let server = try RawServer { request in
            if request.contains(" /here") { return .close("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nhere") }
            let location = request.contains("x=1") && request.hasPrefix("GET") ? "\(target)/steal" : "/here"
            return .close("HTTP/1.1 302 Found\r\nLocation: \(location)\r\nContent-Length: 0\r\n\r\n")
        }
        defer { server.stop() }
        let transport = URLSessionTransport()
        #expect(try await transport.send(request(server)).status == 302)
        #expect(other.requests.isEmpty)
        var stays = request(server)
        stays.target = "/there"
        #expect(try await transport.send(stays).body == Array("here".utf8))
        #expect(try await transport.send(request(server, "POST", body: "{}")).status == 302)
    }

    @Test("a circle of redirects ends")
    func redirectCircle() async throws {
        let server = try RawServer { _ in
            .close("HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n")
        }
        defer { server.stop() }
        let request = request(server)
        let result = await failure { () async throws(TransportFailure) in try await URLSessionTransport().send(request)
        }
        #expect(result != nil)
        #expect(server.requests.count < 50)
    }

    @Test("nothing listening is a request that was not sent")
    func refused() async throws {
        let server = try RawServer { _ in .silence }
        server.stop()
        let request = request(server)
        let result = await failure { () async throws(TransportFailure) in try await URLSessionTransport().send(request)
        }
        guard case .notSent = result else {
            Issue.record("\(String(describing: result))")
            return
        }
    }

    @Test(
        "what is no address of a service is a request that was not sent",
        arguments: ["ftp://127.0.0.1", "no address", ""])
    func nowhere(_ origin: String) async {
        let request = HTTPRequest(method: "POST", origin: origin, target: "/", body: [])
        let result = await failure { () async throws(TransportFailure) in try await URLSessionTransport().send(request)
        }
        guard case .notSent = result else {
            Issue.record("\(String(describing: result))")
            return
        }
    }

    @Test("a write on a connection that closes without an answer is sent once")
    func writesAreSentOnce() async throws {
        let server = try RawServer { request in
            request.hasPrefix("GET") ? .keep("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}") : .close("")
        }
        defer { server.stop() }
        let transport = URLSessionTransport()
        for (method, body) in [("DELETE", nil), ("POST", "{}"), ("PUT", "{}")] as [(String, String?)] {
            _ = try await transport.send(request(server))
            let write = request(server, method, body: body)
            let result = await failure { () async throws(TransportFailure) in try await transport.send(write) }
            guard case .unknownOutcome = result else {
                Issue.record("\(method): \(String(describing: result))")
                continue
            }
            #expect(server.requests.filter { $0.hasPrefix(method) }.count == 1)
        }
    }

    @Test("a body shorter than announced is no answer")
    func truncated() async throws {
        let server = try RawServer { _ in .close("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"id\":") }
        defer { server.stop() }
        let request = request(server, "POST", body: "{}")
        let result = await failure { () async throws(TransportFailure) in try await URLSessionTransport().send(request)
        }
        guard case .unknownOutcome = result else {
            Issue.record("\(String(describing: result))")
            return
        }
    }

    @Test("what is not HTTP is no answer")
    func gibberish() async throws {
        let server = try RawServer { _ in .close("SSH-2.0-OpenSSH_9.2\r\n") }
        defer { server.stop() }
        let request = request(server, "POST", body: "{}")
        let result = await failure { () async throws(TransportFailure) in try await URLSessionTransport().send(request)
        }
        #expect(result != nil)
    }

    @Test("an answer without end is refused at the limit, with and without an announced length")
    func flood() async throws {
        let block = String(repeating: " ", count: 65_536)
        for head in ["HTTP/1.1 200 OK\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 90000000\r\n\r\n"] {
            let server = try RawServer { _ in .flood(head: head, block: block) }
            defer { server.stop() }
            let request = request(server)
            let result = await failure { () async throws(TransportFailure) in
                try await URLSessionTransport(largestAnswerBytes: 1_000_000).send(request)
            }
            #expect(result == .answerRefused("the answer is larger than 1 MB"))
        }
    }

    @Test("silence ends in time with an unknown outcome")
    func silence() async throws {
        let server = try RawServer { _ in .silence }
        defer { server.stop() }
        let request = request(server, "POST", body: "{}")
        for transport in [
            URLSessionTransport(total: .milliseconds(200)), URLSessionTransport(idle: .seconds(1)),
        ] {
            let result = await failure { () async throws(TransportFailure) in try await transport.send(request) }
            guard case .unknownOutcome(let message) = result else {
                Issue.record("\(String(describing: result))")
                continue
            }
            #expect(message.contains("within 0.2 seconds") || message == "no answer in time")
        }
        #expect(server.requests.count == 2)
    }

    @Test("several requests at once get their own answers")
    func concurrent() async throws {
        let server = try RawServer { request in
            let number = request.firstMatch(of: /n=(\d+)/).map { String($0.1) } ?? ""
            return .close("HTTP/1.1 200 OK\r\nContent-Length: \(number.utf8.count)\r\n\r\n\(number)")
        }
        defer { server.stop() }
        let transport = URLSessionTransport()
        let origin = server.address
        let answers = try await withThrowingTaskGroup(of: (Int, String).self) { group in
            for number in 0..<20 {
                group.addTask {
                    let request = HTTPRequest(method: "GET", origin: origin, target: "/?n=\(number)")
                    return (number, String(decoding: try await transport.send(request).body, as: UTF8.self))
                }
            }
            return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        #expect(answers == Dictionary(uniqueKeysWithValues: (0..<20).map { ($0, String($0)) }))
    }
}
