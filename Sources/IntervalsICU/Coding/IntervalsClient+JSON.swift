import FoundationEssentials

extension IntervalsClient {
    /// Sends the call and reads its answer; the label of the answer is ignored, since some JSON comes as `text/plain`.
    func value<Value: Decodable>(_ call: Call, as type: Value.Type = Value.self) async throws -> Value {
        let response = try await perform(call)
        do {
            return try decode(type, from: response.body)
        } catch {
            throw ServiceError.malformedAnswer(
                method: call.method, path: "/api/v1" + call.path,
                what: ServiceMessage.oneLine(credential.redacting(error.what)))
        }
    }

    private func decode<Value: Decodable>(
        _ type: Value.Type, from body: [UInt8]
    ) throws(UnreadableAnswer) -> Value {
        guard body.count <= IntervalsClient.largestAnswerBytes else {
            throw UnreadableAnswer(what: "\(body.count) bytes are more than we take")
        }
        guard !body.isEmpty else { throw UnreadableAnswer(what: "it is empty") }
        if let title = ServiceMessage.htmlTitle(of: body) {
            throw UnreadableAnswer(what: "a web page instead of JSON: \(title)")
        }
        do {
            return try JSONDecoder().decode(type, from: Data(body))
        } catch {
            throw UnreadableAnswer(error)
        }
    }
}

extension Encodable {
    /// The value as JSON, keys in alphabetical order so that the same value gives the same bytes.
    func jsonBytes() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(self))
    }
}

/// What keeps an answer from being read.
private struct UnreadableAnswer: Error {
    let what: String

    init(what: String) {
        self.what = what
    }

    init(_ error: any Error) {
        switch error as? DecodingError {
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            what = "\(place(context.codingPath)): \(context.debugDescription)"
        case .keyNotFound(let key, let context):
            what = "\(place(context.codingPath + [key])): the field is missing"
        case .dataCorrupted(let context) where !context.codingPath.isEmpty:
            what = "\(place(context.codingPath)): \(context.debugDescription)"
        default:
            what = "it is not whole, valid JSON"
        }
    }
}

/// Where in the answer, such as `[3].start_date_local`.
private func place(_ path: [any CodingKey]) -> String {
    guard !path.isEmpty else { return "the answer as a whole" }
    return path.reduce("") { text, key in
        if let index = key.intValue { return text + "[\(index)]" }
        return text.isEmpty ? key.stringValue : text + ".\(key.stringValue)"
    }
}
