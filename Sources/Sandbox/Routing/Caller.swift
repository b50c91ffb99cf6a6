import FoundationEssentials

/// Whoever sent a request.
struct Caller: Hashable, Sendable {
    /// The athlete or coach who owns the key or token.
    var athleteID: String
    /// The OAuth application, or nil for a personal key.
    var clientID: Int?
    /// The scopes of a token, or nil for a personal key, which has none.
    var scopes: [String]?

    /// Whose budget of requests is spent: the key's owner's, or the application's.
    var budget: String {
        clientID.map { "client \($0)" } ?? athleteID
    }

    /// Whether a token's scopes allow it; WRITE covers READ.
    func may(write: Bool, in area: Area?) -> Bool {
        guard let scopes, let area else { return true }
        return scopes.contains("\(area.rawValue):WRITE") || !write && scopes.contains("\(area.rawValue):READ")
    }
}

/// What a token's scope covers.
enum Area: String, Hashable, Sendable {
    case activity = "ACTIVITY"
    case calendar = "CALENDAR"
    case settings = "SETTINGS"
    case wellness = "WELLNESS"
    case library = "LIBRARY"
}

extension Service {
    /// Who sent the request, from Basic with the user `API_KEY`, or from a bearer token.
    func caller(authorization: String?) throws(ServiceError) -> Caller {
        guard let authorization else { throw .authFailed }
        let parts = authorization.split(separator: " ", maxSplits: 1)
        guard parts.count == 2 else { throw .authFailed }
        let secret = String(parts[1])
        switch parts[0].lowercased() {
        case "basic":
            guard let key = Service.personalKey(basic: secret), let owner = data.keys[key] else { throw .authFailed }
            return Caller(athleteID: owner)
        case "bearer":
            if data.keys[secret] != nil { throw .denied }
            guard let token = data.tokens[secret] else { throw .authFailed }
            return Caller(athleteID: token.athleteID, clientID: token.clientID, scopes: token.scopes)
        default: throw .authFailed
        }
    }

    private static func personalKey(basic: String) -> String? {
        guard let decoded = Data(base64Encoded: basic), let pair = String(data: decoded, encoding: .utf8),
            pair.hasPrefix("API_KEY:")
        else { return nil }
        return String(pair.dropFirst("API_KEY:".count))
    }
}
