import IntervalsICU
import Sandbox
import Synchronization

/// Carries requests to a sandbox in the same process, counts them, and may change what comes back.
final class SandboxWire: HTTPTransport {
    private struct State {
        var sent = 0
        var rewrite: (@Sendable (HTTPRequest, [UInt8]) -> [UInt8])?
    }

    private let sandbox: SandboxService
    private let state = Mutex(State())

    init(_ sandbox: SandboxService) {
        self.sandbox = sandbox
    }

    /// Requests sent so far, those in flight included.
    var sent: Int { state.withLock { $0.sent } }

    /// Changes the body of every answer from now on.
    func rewrite(_ change: @escaping @Sendable (HTTPRequest, [UInt8]) -> [UInt8]) {
        state.withLock { $0.rewrite = change }
    }

    func send(_ request: HTTPRequest) async throws(TransportFailure) -> HTTPResponse {
        let rewrite = state.withLock { state in
            state.sent += 1
            return state.rewrite
        }
        let headers = Dictionary(request.headers.fields.map { ($0.name, $0.value) }) { _, last in last }
        let answer = await sandbox.handle(
            SandboxRequest(method: request.method, path: request.target, headers: headers, body: request.body ?? []))
        guard answer.delivery == .whole else { throw .unknownOutcome("the connection ended early") }
        let fields = answer.headers.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        let body = rewrite?(request, answer.body) ?? answer.body
        return HTTPResponse(status: answer.status, headers: HTTPHeaders(fields), body: body)
    }
}
