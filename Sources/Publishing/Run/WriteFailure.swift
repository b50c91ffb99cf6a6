import IntervalsICU

/// Why a call came to nothing, as far as it decides how to go on.
enum WriteFailure: Error, Hashable {
    /// The service took a look and said no: nothing was written, other calls may succeed.
    case refused(String)
    /// The credential or the right is missing: nothing was written, no other call can do better.
    case denied(String)
    /// Nothing was written, and there is no point in going on: the service cannot be reached, or asks for a pause.
    case unreachable(String)
    /// It may have been written.
    case unknown(String)

    /// Sorts an error of the client.
    init(_ error: any Error) {
        guard let error = error as? ServiceError else {
            self = .unknown(error is CancellationError ? "interrupted" : String(describing: error))
            return
        }
        let message = error.description
        if error.isAccessDenied {
            self = .denied(message)
        } else if error.outcomeUnknown {
            self = .unknown(message)
        } else if case .status = error {
            self = .refused(message)
        } else {
            self = .unreachable(message)
        }
    }

    /// What to tell.
    var message: String {
        switch self {
        case .refused(let text), .denied(let text), .unreachable(let text), .unknown(let text): text
        }
    }
}
