import CivilDates
import FoundationEssentials

extension ChangeSet {
    /// Why a saved change set cannot be read.
    public enum ReadingError: Error, Hashable, Sendable {
        /// It was written by a program that we do not know.
        case unknownVersion(String)
        /// It is no change set; what is wrong, and where.
        case malformed(String)
    }

    /// The JSON of the whole set, keys sorted, ending in a newline.
    public func json() throws -> String {
        try JSONText.of(self)
    }

    /// Reads the JSON of a change set; unknown keys are ignored, another major version is refused.
    public init(json: String) throws(ReadingError) {
        do {
            let version = try JSONDecoder().decode(VersionOnly.self, from: Data(json.utf8)).formatVersion
            guard version.split(separator: ".").first == ChangeSet.formatVersion.split(separator: ".").first else {
                throw ReadingError.unknownVersion(version)
            }
            self = try JSONDecoder().decode(ChangeSet.self, from: Data(json.utf8))
        } catch let error as ReadingError {
            throw error
        } catch {
            throw .malformed(JSONText.explanation(of: error))
        }
    }
}

private struct VersionOnly: Decodable {
    let formatVersion: String

    enum CodingKeys: String, CodingKey {
        case formatVersion = "format_version"
    }
}

/// JSON as people read it and scripts compare it.
enum JSONText {
    static func of(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
    }

    /// What a decoding error is about, in one line.
    static func explanation(of error: any Error) -> String {
        guard let error = error as? DecodingError else { return String(describing: error) }
        func place(_ context: DecodingError.Context) -> String {
            let path = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(separator: ".")
            return path.isEmpty ? "" : " at \(path)"
        }
        return switch error {
        case .keyNotFound(let key, let context): "no `\(key.stringValue)`\(place(context))"
        case .typeMismatch(_, let context), .valueNotFound(_, let context): "unexpected value\(place(context))"
        case .dataCorrupted(let context): context.debugDescription + place(context)
        @unknown default: String(describing: error)
        }
    }
}
