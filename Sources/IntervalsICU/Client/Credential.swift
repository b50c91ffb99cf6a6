import FoundationEssentials

/// What proves to the service who asks.
public enum Credential: Sendable {
    /// The personal key of an athlete or coach.
    case apiKey(Secret)
    /// A token of the OAuth flow; it reaches only its own athlete.
    case bearer(Secret)
}

extension Credential {
    /// The value of the `Authorization` header; built for each request and kept nowhere.
    var authorization: String {
        switch self {
        case .apiKey(let key): "Basic " + Credential.basicToken(key)
        case .bearer(let token): "Bearer " + String(token.reveal().filter { $0.isASCII && !$0.isWhitespace })
        }
    }

    /// The text with the secret, in every form it is sent in, blotted out: a service may echo it.
    func redacting(_ text: String) -> String {
        let forms: [String] =
            switch self {
            case .apiKey(let key): [key.reveal(), Credential.basicToken(key)]
            case .bearer(let token): [token.reveal()]
            }
        // A text this short is no secret, and blotting it out would spoil every message.
        return forms.filter { $0.utf8.count >= 6 }.reduce(text) { $0.replacing($1, with: "(secret)") }
    }

    private static func basicToken(_ key: Secret) -> String {
        Data("API_KEY:\(key.reveal())".utf8).base64EncodedString()
    }
}
