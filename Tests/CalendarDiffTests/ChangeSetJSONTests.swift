import CivilDates
import FoundationEssentials
import Testing

@testable import CalendarDiff

@Suite struct ChangeSetJSONTests {
    /// A set with something of everything.
    private var rich: ChangeSet {
        var desired = (0..<8).map { Example.desired("k\($0)", on: $0 + 1) }
        var live = desired.enumerated().map { Example.live($1, id: $0 + 1) }
        desired[0].content.name = "Coach"
        live[0].content.name = "Athlete"
        desired[1].content.description = "- 2h 70%\n\"Zürich\"/x\n"
        live[2].content.date = Example.date(30)
        live[3].paired = true
        desired[3].content.name = "Too late"
        desired[4].content.distance = 40_000
        desired[5].content.time = ClockTime(hour: 7, minute: 30)
        desired[6].content.lastDate = Example.date(12)
        live.append(Example.live(desired[0], id: 90))
        live.append(Example.foreign(id: 91, on: 20, name: "Endurance"))
        desired.append(Example.desired("k20", on: 20))
        desired.append(Example.desired("new", on: 21))
        desired[desired.count - 1].source = "demo.plan.yaml:12"
        desired[desired.count - 1].content.distance = 1234.5
        desired.remove(at: 7)
        return Example.compare(desired, live) { $0.limits.operations = 2 }
    }

    @Test("reads back what it wrote, byte for byte the same again")
    func roundTrip() throws {
        let set = rich
        #expect(!set.conflicts.isEmpty && !set.kept.isEmpty && !set.locked.isEmpty && !set.rails.isEmpty)
        #expect(!set.copies.isEmpty && !set.standins.isEmpty && Set(set.changes.map(\.action)).count == 3)
        let text = try set.json()
        let read = try ChangeSet(json: text)
        #expect(read == set)
        #expect(try read.json() == text)
    }

    @Test("has the keys of the contract, absent values as null")
    func keys() throws {
        let object = try JSON(rich.json())
        #expect(
            Set(object.keys).isSuperset(of: [
                "format_version", "plan", "athlete", "today", "timezone", "window", "digest", "generation", "changes",
                "kept", "conflicts", "locked", "rails", "totals",
            ]))
        #expect(object["format_version"] == .text("1.0"))
        #expect(object["generation"] == .null)
        #expect(object["window"]?.keys.sorted() == ["newest", "oldest"])
        let create = try #require(object["changes"]?.items.first { $0["action"] == .text("create") })
        #expect(create["event_id"] == .null && create["expect"] == .null)
        #expect(create["fields"]?.keys.count == 14)
        #expect(create["fields"]?["time"]?["after"] == .null)
        #expect(create["fields"]?["distance"]?["after"] == .number(1234.5))
        #expect(create["result"] == nil)
        let update = try #require(object["changes"]?.items.first { $0["action"] == .text("update") })
        #expect(update["expect"]?["fingerprint"]?.isText == true)
        let delete = try #require(object["changes"]?.items.first { $0["action"] == .text("delete") })
        #expect(delete["fields"]?["name"]?["after"] == .null)
        #expect(
            object["totals"]?.keys.sorted() == [
                "conflicts", "create", "delete", "kept", "locked", "unchanged", "update",
            ])
    }

    @Test("refuses another major version and what is no change set, ignores unknown keys")
    func refusals() throws {
        let text = try rich.json()
        #expect(throws: ChangeSet.ReadingError.unknownVersion("2.0")) {
            try ChangeSet(json: text.replacing("\"format_version\" : \"1.0\"", with: "\"format_version\" : \"2.0\""))
        }
        let later = text.replacing("\"format_version\" : \"1.0\"", with: "\"format_version\" : \"1.7\", \"later\": [1]")
        #expect(try ChangeSet(json: later) == rich)
        #expect(throws: ChangeSet.ReadingError.self) { try ChangeSet(json: "{\"format_version\": \"1.0\"}") }
        #expect(throws: ChangeSet.ReadingError.self) { try ChangeSet(json: text.replacing("2027-01-01", with: "soon")) }
        #expect(throws: ChangeSet.ReadingError.self) { try ChangeSet(json: "[") }
    }

    @Test("a report holds the change set and how it went")
    func report() throws {
        var set = rich
        set.changes[0].result = .failed
        set.changes[0].error = "422"
        let report = ApplyReport(
            changes: set, requests: ["GET": 2],
            readBack: [ReadBackDifference(key: "k1", figure: .load, planned: 50, service: nil)], exitStatus: 5)
        let object = try JSON(report.json())
        #expect(object["requests"]?["GET"] == .number(2) && object["requests"]?["DELETE"] == .number(0))
        #expect(object["read_back"]?.items.first?["service"] == .null)
        #expect(object["changes"]?.items.first?["result"] == .text("failed"))
        #expect(object["plan"] == .text("demo"))
    }
}

/// JSON as any reader sees it, read without the types under test.
private enum JSON: Decodable, Equatable {
    case null, flag(Bool), number(Double), text(String)
    case list([JSON])
    case object([String: JSON])

    init(_ text: String) throws {
        self = try JSONDecoder().decode(JSON.self, from: Data(text.utf8))
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .flag(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .text(value)
        } else if let value = try? container.decode([JSON].self) {
            self = .list(value)
        } else {
            self = .object(try container.decode([String: JSON].self))
        }
    }

    var keys: [String] { if case .object(let object) = self { Array(object.keys) } else { [] } }
    var items: [JSON] { if case .list(let list) = self { list } else { [] } }
    var isText: Bool { if case .text = self { true } else { false } }

    subscript(key: String) -> JSON? {
        if case .object(let object) = self { object[key] } else { nil }
    }
}
