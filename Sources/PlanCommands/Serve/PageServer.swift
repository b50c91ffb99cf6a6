import FlyingFox
import FlyingSocks
import Foundation
import Glibc

/// Serves a few pages to the browser of this machine, and to nobody else.
struct PageServer {
    /// What the browser gets.
    struct Page: Sendable {
        /// The media type.
        let type: String
        /// The content.
        let text: String
    }

    /// Somebody pressed Ctrl-C.
    struct Interruption: Error {}

    /// The port is another program's, or only the machine's owner may have it.
    struct PortTaken: Error {}

    /// The port on 127.0.0.1; 0 takes a free one.
    let port: UInt16
    /// The page of a path; nil where there is none.
    let page: @Sendable (_ path: String) async -> Page?

    /// Serves until it is interrupted, upon which it throws.
    func run(
        isInterrupted: @escaping @Sendable () -> Bool, isListening: @escaping @Sendable (UInt16) async -> Void
    ) async throws {
        let server = HTTPServer(
            address: try .inet(ip4: "127.0.0.1", port: port), logger: .disabled, handler: PageHandler(page: page))
        do {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await server.run() }
                group.addTask {
                    try await server.waitUntilListening()
                    if case .ip4(_, let port) = await server.listeningAddress { await isListening(port) }
                }
                group.addTask {
                    while !isInterrupted() { try await Task.sleep(for: .milliseconds(100)) }
                    throw Interruption()
                }
                defer { group.cancelAll() }
                while try await group.next() != nil {}
            }
        } catch SocketError.failed(_, let code, _) where code == EADDRINUSE || code == EACCES {
            throw PortTaken()
        }
    }
}

/// Turns a page into an answer of the wire.
private struct PageHandler: HTTPHandler {
    let page: @Sendable (_ path: String) async -> PageServer.Page?

    func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
        // A name of elsewhere that was made to point here must not read the plan.
        let host = request.headers[.host]?.split(separator: ":").first.map(String.init) ?? ""
        guard ["127.0.0.1", "localhost"].contains(host) else { return answer(.forbidden, "text/plain", "not here\n") }
        guard request.method == .GET else { return answer(.methodNotAllowed, "text/plain", "only GET\n") }
        guard let page = await page(request.path) else { return answer(.notFound, "text/plain", "no such page\n") }
        return answer(.ok, page.type, page.text)
    }

    private func answer(_ status: HTTPStatusCode, _ type: String, _ text: String) -> HTTPResponse {
        let headers: [HTTPHeader: String] = [
            .contentType: "\(type); charset=utf-8", HTTPHeader("Cache-Control"): "no-store",
            HTTPHeader("X-Content-Type-Options"): "nosniff",
            HTTPHeader("Content-Security-Policy"):
                "default-src 'none'; style-src 'unsafe-inline'; script-src 'self'; connect-src 'self'",
        ]
        return HTTPResponse(statusCode: status, headers: HTTPHeaders(headers), body: Data(text.utf8))
    }
}
