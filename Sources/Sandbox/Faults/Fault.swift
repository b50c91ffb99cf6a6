/// Something that goes wrong on purpose with some requests.
public struct Fault: Hashable, Sendable {
    /// What goes wrong.
    public enum Effect: Hashable, Sendable {
        /// The request is answered so without being processed.
        case answer(status: Int, headers: [String: String] = [:], body: String = "")
        /// The answer comes this much later.
        case delay(milliseconds: Int)
        /// The connection ends before the request is processed.
        case dropBefore
        /// The request is processed, then the connection ends without an answer.
        case dropAfter
        /// A bulk call is broken off after some items, which stay written, and answered with a status.
        case commitOnly(items: Int, status: Int = 500)
        /// The body is cut, and arrives as if it were whole.
        case truncate(toBytes: Int)
        /// The connection ends in the middle of the body.
        case cut(afterBytes: Int)
        /// A list comes back empty.
        case emptyList
        /// Only so many rows of a list come back.
        case shortList(rows: Int)
    }

    /// What goes wrong.
    public var effect: Effect
    /// The only request it happens to, counted from 0 since the script was set; nil for any.
    public var index: Int?
    /// The verb it happens to; nil for any.
    public var method: String?
    /// What the path must contain; nil for any.
    public var path: String?
    /// How many requests that match are let through first.
    public var skip: Int
    /// How many requests it happens to after those; nil for all.
    public var times: Int?

    /// A fault of the request with that number, counted from 0 since the script was set.
    public static func on(request index: Int, _ effect: Effect) -> Fault {
        Fault(effect: effect, index: index, skip: 0, times: 1)
    }

    /// A fault of requests with a verb and a piece of path.
    public static func when(
        method: String? = nil, path: String? = nil, skip: Int = 0, times: Int? = 1, _ effect: Effect
    ) -> Fault {
        Fault(effect: effect, method: method, path: path, skip: skip, times: times)
    }
}

/// Faults, and how often each has met a request.
struct FaultScript: Sendable {
    private var faults: [Fault]
    private var matches: [Int]
    private var requests = 0

    init(_ faults: [Fault] = []) {
        self.faults = faults
        matches = Array(repeating: 0, count: faults.count)
    }

    /// What happens to the next request.
    mutating func effects(on request: SandboxRequest) -> [Fault.Effect] {
        defer { requests += 1 }
        return faults.indices.compactMap { index in
            let fault = faults[index]
            guard fault.index ?? requests == requests, fault.method ?? request.method == request.method,
                fault.path.map(request.path.contains) ?? true
            else { return nil }
            defer { matches[index] += 1 }
            let number = matches[index] - fault.skip
            return number >= 0 && number < fault.times ?? Int.max ? fault.effect : nil
        }
    }
}
