import Foundation
import FoundationNetworking

/// HTTP by the system's URL loading: TLS verified, answers decompressed, no cookies and no cache.
public struct URLSessionTransport: HTTPTransport {
    private let limits: TransportLimits
    private let reader: SessionReader

    /// A transport; `idle` bounds the silence of the service, `total` the whole exchange.
    public init(
        idle: Duration = .seconds(30), total: Duration = .seconds(120),
        largestAnswerBytes: Int = IntervalsClient.largestAnswerBytes
    ) {
        limits = TransportLimits(idle: idle, total: total, answerBytes: largestAnswerBytes)
        reader = SessionReader(limits: limits)
    }

    /// Sends the request once and reads the answer to its end.
    public func send(_ request: HTTPRequest) async throws(TransportFailure) -> HTTPResponse {
        guard let url = URL(string: request.url), let scheme = url.scheme, ["http", "https"].contains(scheme),
            url.host?.isEmpty == false
        else { throw .notSent("\(request.origin) is not the address of a service") }
        var outgoing = URLRequest(url: url)
        outgoing.httpMethod = request.method
        outgoing.httpBody = request.body.map { Data($0) }
        for field in request.headers.fields { outgoing.setValue(field.value, forHTTPHeaderField: field.name) }
        // When a kept connection turns out to be closed, libcurl sends the request again by itself, or waits for the
        // time-out if it has a body. A write must not go twice, so it gets a session, and with it a connection, of
        // its own.
        let writes = request.method != "GET"
        return try await (writes ? SessionReader(limits: limits) : reader).answer(to: outgoing, once: writes)
    }
}

/// How long and how much to read.
struct TransportLimits: Sendable {
    let idle: Duration
    let total: Duration
    let answerBytes: Int
}
