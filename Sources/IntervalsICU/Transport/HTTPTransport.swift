/// Carries one request to the service and its answer back, without judging or repeating either.
public protocol HTTPTransport: Sendable {
    /// Sends the request once; every status is an answer, a failure is no answer at all.
    func send(_ request: HTTPRequest) async throws(TransportFailure) -> HTTPResponse
}

/// Why there is no answer, and whether the request can have reached the service.
public enum TransportFailure: Error, Sendable, Equatable {
    /// The service cannot have seen the request.
    case notSent(String)
    /// The service may have done what it was asked.
    case unknownOutcome(String)
    /// The service answered, but with something we will not read, such as more bytes than we hold.
    case answerRefused(String)

    /// What went wrong.
    public var message: String {
        switch self {
        case .notSent(let message), .unknownOutcome(let message), .answerRefused(let message): message
        }
    }
}
