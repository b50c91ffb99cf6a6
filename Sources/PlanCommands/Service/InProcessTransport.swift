import IntervalsICU
import Sandbox

/// Carries requests to a sandbox in the same process, without sockets.
struct InProcessTransport: HTTPTransport {
    let sandbox: SandboxService

    func send(_ request: HTTPRequest) async throws(TransportFailure) -> HTTPResponse {
        let headers = Dictionary(
            request.headers.fields.map { ($0.name, $0.value) }, uniquingKeysWith: { _, last in last })
        let answer = await sandbox.handle(
            SandboxRequest(method: request.method, path: request.target, headers: headers, body: request.body ?? []))
        switch answer.delivery {
        case .whole: break
        case .dropped: throw .unknownOutcome("the connection ended without an answer")
        case .cut: throw .unknownOutcome("the connection ended within the answer")
        }
        let fields = answer.headers.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        return HTTPResponse(status: answer.status, headers: HTTPHeaders(fields), body: answer.body)
    }
}
