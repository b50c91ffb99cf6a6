import FoundationEssentials

/// What the service says about a call it did not carry out.
enum ServiceMessage {
    /// Characters of a message that are shown.
    static let longest = 300
    /// Bytes of a body that are looked at.
    private static let mostBytes = 65_536

    /// The message: the body's `error`, else its `message`, else the text itself, without what `redact` takes out, on
    /// one line and cut.
    static func text(of response: HTTPResponse, redact: (String) -> String = { $0 }) -> String {
        let line = oneLine(redact(beginning(of: whole(response))))
        return line.isEmpty ? "no message" : line
    }

    /// As much of a text as is looked at; no more than what is shown of it can come to light.
    private static func beginning(of text: String) -> String {
        text.utf8.count > mostBytes ? String(decoding: text.utf8.prefix(mostBytes), as: UTF8.self) : text
    }

    private static func whole(_ response: HTTPResponse) -> String {
        if (300...399).contains(response.status), let location = response.headers["Location"] {
            return "the service points to \(location), which is not followed"
        }
        if let title = htmlTitle(of: response.body) { return "a web page instead of JSON: \(title)" }
        let body = try? JSONDecoder().decode(Body.self, from: Data(response.body))
        return body?.error ?? body?.message ?? String(decoding: response.body.prefix(mostBytes), as: UTF8.self)
    }

    /// The title, or a placeholder, where the body is a web page; else nil.
    static func htmlTitle(of body: [UInt8]) -> String? {
        let start = String(decoding: body.prefix(4096), as: UTF8.self).trimmingBlanks()
        guard start.hasPrefix("<") else { return nil }
        guard let opening = start.firstRange(of: "<title>"), let closing = start.firstRange(of: "</title>"),
            opening.upperBound <= closing.lowerBound
        else { return "without a title" }
        return String(start[opening.upperBound..<closing.lowerBound]).trimmingBlanks()
    }

    /// Whether a file was asked for and a web page came.
    static func isWebPage(_ response: HTTPResponse) -> Bool {
        let start = String(decoding: response.body.prefix(200), as: UTF8.self).trimmingBlanks().lowercased()
        return start.hasPrefix("<!doctype html") || start.hasPrefix("<html")
    }

    /// The text without line breaks and control characters, which could steer a terminal, cut to a readable length.
    static func oneLine(_ text: String) -> String {
        let plain = String(String.UnicodeScalarView(text.unicodeScalars.map { isControl($0) ? " " : $0 }))
        let line = plain.split(separator: " ").joined(separator: " ")
        return line.count > longest ? line.prefix(longest) + "…" : line
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }

    private struct Body: Decodable {
        var error: String?
        var message: String?

        enum Key: CodingKey { case error, message }

        init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: Key.self)
            error = try? fields.decode(String.self, forKey: .error)
            message = try? fields.decode(String.self, forKey: .message)
        }
    }
}
