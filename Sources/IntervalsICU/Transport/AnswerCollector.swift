import Foundation
import FoundationNetworking
import Synchronization

/// Collects the answers of a session's tasks as they arrive, and refuses what is too large or leads elsewhere.
final class AnswerCollector: NSObject, URLSessionDataDelegate, Sendable {
    typealias Continuation = CheckedContinuation<Result<HTTPResponse, TransportFailure>, Never>

    private struct Exchange {
        let continuation: Continuation
        /// The body as it came, uncopied: whoever is slower here than the wire lets what it brings pile up.
        var pieces: [Data] = []
        var size = 0
        var failure: TransportFailure?

        /// Keeps a piece and tells how much there is; nothing is kept of an answer that is refused.
        mutating func take(_ data: Data) -> Int {
            guard failure == nil else { return 0 }
            pieces.append(data)
            size += data.count
            return size
        }
    }

    private let exchanges = Mutex<[Int: Exchange]>([:])
    private let largestBytes: Int

    init(largestBytes: Int) {
        self.largestBytes = largestBytes
    }

    /// Expects the answer of a task that is about to start.
    func begin(_ task: URLSessionTask, _ continuation: Continuation) {
        exchanges.withLock { $0[task.taskIdentifier] = Exchange(continuation: continuation) }
    }

    /// Notes why the task is about to be cancelled; the first reason stands.
    func fail(_ task: URLSessionTask, _ failure: TransportFailure) {
        exchanges.withLock { exchanges in
            guard var exchange = exchanges[task.taskIdentifier], exchange.failure == nil else { return }
            exchange.failure = failure
            (exchange.pieces, exchange.size) = ([], 0)
            exchanges[task.taskIdentifier] = exchange
        }
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        let size = exchanges.withLock { exchanges in
            exchanges[dataTask.taskIdentifier]?.take(data) ?? 0
        }
        let announced = Int(dataTask.response?.expectedContentLength ?? 0)
        if max(size, announced) > largestBytes { refuse(dataTask) }
    }

    /// Ends a task whose answer is too large; from elsewhere, since the reader of the wire waits for us here.
    private func refuse(_ task: URLSessionTask) {
        fail(task, .answerRefused("the answer is larger than \(largestBytes / 1_000_000) MB"))
        DispatchQueue.global().async { task.cancel() }
    }

    /// Follows a read on the same host only: a credential must not travel to another one.
    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping (URLRequest?) -> Void
    ) {
        let original = task.originalRequest
        let stays = original?.httpMethod == "GET" && isSameOrigin(original?.url, request.url)
        completionHandler(stays ? request : nil)
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        guard let exchange = exchanges.withLock({ $0.removeValue(forKey: task.taskIdentifier) }) else { return }
        exchange.continuation.resume(returning: result(of: task, exchange, error))
    }

    private func result(
        of task: URLSessionTask, _ exchange: Exchange, _ error: (any Error)?
    ) -> Result<HTTPResponse, TransportFailure> {
        if let failure = exchange.failure { return .failure(failure) }
        if let error { return .failure(TransportFailure(error)) }
        guard let response = task.response as? HTTPURLResponse else {
            return .failure(.unknownOutcome("the answer is not HTTP"))
        }
        var body: [UInt8] = []
        body.reserveCapacity(exchange.size)
        for piece in exchange.pieces { piece.withUnsafeBytes { body.append(contentsOf: $0) } }
        return .success(HTTPResponse(status: response.statusCode, headers: HTTPHeaders(response), body: body))
    }
}

private func isSameOrigin(_ one: URL?, _ other: URL?) -> Bool {
    one?.scheme == other?.scheme && one?.host == other?.host && one?.port == other?.port
}

extension HTTPHeaders {
    /// The headers of an answer, by name.
    init(_ response: HTTPURLResponse) {
        let fields = response.allHeaderFields.compactMap { name, value -> (String, String)? in
            guard let name = name as? String, let value = value as? String else { return nil }
            return (name, value)
        }
        self.init(fields.sorted { $0.0 < $1.0 })
    }
}

extension TransportFailure {
    /// What a failure of the URL loading means for the request.
    init(_ error: any Error) {
        guard let code = (error as? URLError)?.code else {
            self = .unknownOutcome(error.localizedDescription)
            return
        }
        switch code {
        case .badURL, .unsupportedURL: self = .notSent("this is not the address of a service")
        case .cannotFindHost, .dnsLookupFailed: self = .notSent("the host is unknown")
        case .cannotConnectToHost: self = .notSent("no connection: nothing answers at this address")
        case .notConnectedToInternet: self = .notSent("no network")
        case .secureConnectionFailed, .serverCertificateUntrusted, .serverCertificateHasBadDate,
            .serverCertificateHasUnknownRoot, .serverCertificateNotYetValid:
            self = .notSent("no secure connection: the certificate or the handshake failed")
        case .timedOut: self = .unknownOutcome("no answer in time")
        case .networkConnectionLost: self = .unknownOutcome("the connection broke")
        case .httpTooManyRedirects: self = .answerRefused("the service redirects in a circle")
        case .cancelled: self = .unknownOutcome("cancelled")
        default: self = .unknownOutcome("the exchange failed (\(code.rawValue)): \(error.localizedDescription)")
        }
    }
}
