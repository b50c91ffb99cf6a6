import FlyingFox
import FlyingSocks
import Foundation

/// A sandbox behind a socket on this machine.
public struct SandboxServer {
    /// Serves until the task is cancelled; prints nothing.
    ///
    /// - Parameters:
    ///   - port: the port on 127.0.0.1; 0 takes a free one.
    ///   - isListening: gets the port once requests are accepted.
    public static func run(
        sandbox: SandboxService, port: UInt16 = 0, isListening: @escaping @Sendable (UInt16) async -> Void
    ) async throws {
        let server = HTTPServer(
            address: try .inet(ip4: "127.0.0.1", port: port), timeout: 600, logger: .disabled,
            handler: SandboxHandler(sandbox: sandbox))
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run() }
            group.addTask {
                try await server.waitUntilListening()
                if case .ip4(_, let port) = await server.listeningAddress { await isListening(port) }
            }
            do {
                try await group.next()
                try await group.next()
            } catch {
                group.cancelAll()
                throw error
            }
        }
    }
}

/// Turns requests of the wire into values and back.
private struct SandboxHandler: HTTPHandler {
    let sandbox: SandboxService

    func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
        var headers: [String: String] = [:]
        for (header, value) in request.headers { headers[header.rawValue] = value }
        let value = SandboxRequest(
            method: request.method.rawValue, path: request.target.rawValue, headers: headers,
            body: Array(try await request.bodyData))
        let response = await sandbox.handle(value).packed(for: value)
        if response.delayMilliseconds > 0 {
            try await Task.sleep(for: .milliseconds(response.delayMilliseconds))
        }
        return SandboxHandler.wire(response)
    }

    private static func wire(_ response: SandboxResponse) -> HTTPResponse {
        var headers = HTTPHeaders()
        for (name, value) in response.headers { headers[HTTPHeader(name)] = value }
        let status = HTTPStatusCode(response.status, phrase: phrases[response.status] ?? "Status")
        switch response.delivery {
        case .whole: return HTTPResponse(statusCode: status, headers: headers, body: Data(response.body))
        case .dropped: return HTTPResponse(webSocket: ClosedConnection())
        case .cut(let bytes):
            let body = BrokenBody(bytes: Array(response.body.prefix(bytes)))
            return HTTPResponse(
                statusCode: status, headers: headers,
                body: HTTPBodySequence(from: body, count: max(response.body.count, bytes + 1)))
        }
    }

    private static let phrases = [
        200: "OK", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed",
        422: "Unprocessable Content", 429: "Too Many Requests", 500: "Internal Server Error",
        502: "Bad Gateway", 503: "Service Unavailable", 504: "Gateway Timeout",
    ]
}

/// Ends a connection without a byte: the server closes it when the switch of protocols fails.
private struct ClosedConnection: WSHandler {
    func makeFrames(for client: AsyncThrowingStream<WSFrame, any Error>) async throws -> AsyncStream<WSFrame> {
        throw SocketError.disconnected
    }
}

/// A body that ends too early, upon which the server closes the connection.
private struct BrokenBody: AsyncBufferedSequence {
    typealias Element = UInt8

    var bytes: [UInt8]

    func makeAsyncIterator() -> Iterator { Iterator(rest: bytes) }

    struct Iterator: AsyncBufferedIteratorProtocol {
        var rest: [UInt8]

        mutating func next() async throws -> UInt8? {
            guard !rest.isEmpty else { throw SocketError.disconnected }
            return rest.removeFirst()
        }

        mutating func nextBuffer(suggested count: Int) async throws -> [UInt8]? {
            guard !rest.isEmpty else { throw SocketError.disconnected }
            defer { rest = [] }
            return rest
        }
    }
}
