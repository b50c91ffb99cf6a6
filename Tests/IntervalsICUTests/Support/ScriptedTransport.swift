import IntervalsICU
import Synchronization

/// A transport that answers from a list, the last answer for ever, and remembers what it was asked.
final class ScriptedTransport: HTTPTransport {
    typealias Answer = Result<HTTPResponse, TransportFailure>

    private struct State {
        var answers: [Answer]
        var requests: [HTTPRequest] = []
    }

    private let state: Mutex<State>

    init(_ answers: [Answer]) {
        state = Mutex(State(answers: answers))
    }

    var requests: [HTTPRequest] { state.withLock { $0.requests } }

    func send(_ request: HTTPRequest) async throws(TransportFailure) -> HTTPResponse {
        let answer = state.withLock { state in
            state.requests.append(request)
            return state.answers.count > 1 ? state.answers.removeFirst() : state.answers[0]
        }
        return try answer.get()
    }
}

extension ScriptedTransport.Answer {
    /// An answer of a status and a text.
    static func answer(_ status: Int, _ body: String = "", _ headers: [(String, String)] = []) -> Self {
        .success(HTTPResponse(status: status, headers: HTTPHeaders(headers), body: Array(body.utf8)))
    }
}
