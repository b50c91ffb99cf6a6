/// Why a call came to nothing, told with its method and path and what the service said.
public enum ServiceError: Error, Sendable, Equatable {
    /// 401: the service does not know the credential, or blocks logins from this address for a while.
    case unauthorized(method: String, path: String, message: String)
    /// 403: no right on that athlete.
    case forbidden(method: String, path: String, message: String)
    /// 429, again after every wait the service asked for.
    case rateLimited(method: String, path: String, message: String)
    /// Any other status that is no success.
    case status(method: String, path: String, status: Int, message: String)
    /// No answer; `outcomeUnknown` says whether the service may have done what it was asked.
    case transport(method: String, path: String, message: String, outcomeUnknown: Bool)
    /// A success whose body cannot be understood.
    case malformedAnswer(method: String, path: String, what: String)
}

extension ServiceError {
    /// The status of the answer, nil where there was none.
    public var status: Int? {
        switch self {
        case .unauthorized: 401
        case .forbidden: 403
        case .rateLimited: 429
        case .status(_, _, let status, _): status
        case .transport, .malformedAnswer: nil
        }
    }

    /// Whether a write may have been carried out all the same: only a fresh read can tell.
    public var outcomeUnknown: Bool {
        switch self {
        case .unauthorized, .forbidden, .rateLimited: false
        case .status(_, _, let status, _): status >= 500
        case .transport(_, _, _, let outcomeUnknown): outcomeUnknown
        case .malformedAnswer: true
        }
    }

    /// Whether the service, by all that is known, may have kept what it was sent: it broke off, or answered a write in
    /// a way that cannot be read. A plain error of its own is taken at its word.
    public var mayHaveWritten: Bool {
        switch self {
        case .unauthorized, .forbidden, .rateLimited: false
        case .status(let method, _, let status, _): method != "GET" && (status == 502 || status == 504)
        case .transport(let method, _, _, let outcomeUnknown): method != "GET" && outcomeUnknown
        case .malformedAnswer(let method, _, _): method != "GET"
        }
    }

    /// Whether no other call to the same athlete can do better: the credential or the right is missing.
    public var isAccessDenied: Bool {
        switch self {
        case .unauthorized, .forbidden: true
        default: false
        }
    }
}

extension ServiceError: CustomStringConvertible {
    /// One line with method, path, status and message.
    public var description: String {
        switch self {
        case .unauthorized(let method, let path, let message):
            "\(method) \(path): 401, \(message) (a wrong key, or logins from this address are blocked for a minute)"
        case .forbidden(let method, let path, let message):
            "\(method) \(path): 403, \(message) (this key has no right to do that for this athlete)"
        case .rateLimited(let method, let path, let message):
            "\(method) \(path): 429, \(message) (too many requests, and still so after waiting)"
        case .status(let method, let path, let status, let message):
            "\(method) \(path): \(status), \(message)"
        case .transport(let method, let path, let message, let outcomeUnknown):
            "\(method) \(path): \(message)"
                + (outcomeUnknown && method != "GET" ? " (the service may have done it all the same)" : "")
        case .malformedAnswer(let method, let path, let what):
            "\(method) \(path): the answer cannot be read: \(what)"
        }
    }
}
