import CivilDates
import FoundationEssentials

extension Memory {
    /// Why a state file is not used.
    public enum ReadingError: Error, Hashable, Sendable {
        /// It was written by a program that we do not know.
        case unknownVersion(String)
        /// It is about another plan or athlete; whose, and what was expected.
        case foreign(String, expected: String)
        /// It cannot be understood; what is wrong.
        case malformed(String)
    }

    private static let formatVersion = "1.0"

    /// The JSON of a state file: keys sorted, one line an event, so that branches merge by line.
    public func json(plan: String, athlete: String) throws -> String {
        func text(_ value: some Encodable) throws -> String {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(value), as: UTF8.self)
        }
        func list(_ items: [String]) -> String { items.isEmpty ? "[]" : "[\n\(items.joined(separator: ",\n"))\n]" }
        let lines = try records.map { ($1.key ?? $0, RecordLine($0, $1)) }.sorted { $0.0 < $1.0 }.map { try text($0.1) }
        return """
            {
            "athlete": \(try text(athlete)),
            "digest": \(try digest.map { try text($0) } ?? "null"),
            "earlier": \(list(try earlier.map { try text($0) })),
            "format_version": "\(Memory.formatVersion)",
            "generation": \(generation.map(String.init) ?? "null"),
            "plan": \(try text(plan)),
            "workouts": \(list(lines))
            }

            """
    }

    /// Reads a state file of that plan and athlete; unknown keys are ignored, another major version is refused.
    public init(json: String, plan: String, athlete: String) throws(ReadingError) {
        let file: StateLines
        do {
            file = try JSONDecoder().decode(StateLines.self, from: Data(json.utf8))
        } catch {
            throw .malformed(JSONText.explanation(of: error))
        }
        guard file.formatVersion.split(separator: ".").first == Memory.formatVersion.split(separator: ".").first else {
            throw .unknownVersion(file.formatVersion)
        }
        guard file.plan == plan, file.athlete == athlete else {
            throw .foreign(
                "plan \(file.plan) of athlete \(file.athlete)", expected: "plan \(plan) of athlete \(athlete)")
        }
        self.init(generation: file.generation, digest: file.digest, earlier: file.earlier)
        for line in file.workouts {
            let identifier = Marker.identifier(plan: plan, key: line.key)
            guard records.updateValue(line.record, forKey: identifier) == nil else {
                throw .malformed("\(line.key) stands there twice")
            }
        }
    }
}

/// A state file as JSON.
private struct StateLines: Decodable {
    let formatVersion: String
    let athlete: String
    let plan: String
    let generation: Int?
    let digest: String?
    let earlier: [String]
    let workouts: [RecordLine]

    enum CodingKeys: String, CodingKey {
        case formatVersion = "format_version"
        case athlete, plan, generation, digest, earlier, workouts
    }
}

/// One line of a state file.
private struct RecordLine: Codable {
    /// Who deleted an event.
    enum Tombstone: String, Codable {
        case athlete, plan
    }

    let key: String
    let id: Int?
    let date: String?
    let base: String?
    let marker: String?
    let seen: String?
    let tombstone: Tombstone?
    let pending: Bool?
    let copies: [Int]?
    let protect: Bool?

    init(_ identifier: String, _ record: Memory.Record) {
        key = record.key ?? identifier
        id = record.eventID
        date = record.date?.description
        base = record.base?.text
        marker = record.marker == record.base ? nil : record.marker?.text
        seen = record.seen?.description
        tombstone = record.fate == .deleted ? .athlete : record.fate == .removed ? .plan : nil
        pending = record.fate == .pending ? true : nil
        copies = record.copies.isEmpty ? nil : record.copies
        protect = record.protect ? true : nil
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        key = try container.decode(String.self, forKey: .key)
        id = try container.decodeIfPresent(Int.self, forKey: .id)
        func date(_ name: CodingKeys) throws -> String? {
            let text = try container.decodeIfPresent(String.self, forKey: name)
            guard text.map({ CivilDate($0) != nil }) ?? true else {
                throw DecodingError.dataCorruptedError(forKey: name, in: container, debugDescription: "no date")
            }
            return text
        }
        func hashes(_ name: CodingKeys) throws -> String? {
            let text = try container.decodeIfPresent(String.self, forKey: name)
            guard text.map({ GroupHashes($0) != nil }) ?? true else {
                throw DecodingError.dataCorruptedError(forKey: name, in: container, debugDescription: "no hashes")
            }
            return text
        }
        self.date = try date(.date)
        seen = try date(.seen)
        base = try hashes(.base)
        marker = try hashes(.marker)
        tombstone = try container.decodeIfPresent(Tombstone.self, forKey: .tombstone)
        pending = try container.decodeIfPresent(Bool.self, forKey: .pending)
        copies = try container.decodeIfPresent([Int].self, forKey: .copies)
        protect = try container.decodeIfPresent(Bool.self, forKey: .protect)
    }

    var record: Memory.Record {
        let fate: Memory.Record.Fate =
            pending == true ? .pending : tombstone == .athlete ? .deleted : tombstone == .plan ? .removed : .present
        var record = Memory.Record(eventID: id, fate: fate, protect: protect ?? false)
        record.key = key
        record.copies = copies ?? []
        record.date = date.flatMap { CivilDate($0) }
        record.seen = seen.flatMap { CivilDate($0) }
        record.base = base.flatMap { GroupHashes($0) }
        record.marker = marker.flatMap { GroupHashes($0) } ?? record.base
        return record
    }
}
