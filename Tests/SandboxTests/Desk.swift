import CivilDates
import Testing

@testable import Sandbox

/// A client's place at a sandbox: sends requests and reads answers.
struct Desk {
    let sandbox: SandboxService
    var authorization: String? = Desk.basic("sandbox")

    /// The day on which every test takes place: a Monday.
    static let today = day("2026-03-02")

    init(_ switches: Switches = Switches(), data: SandboxData = .fresh(), file: String? = nil) {
        sandbox = SandboxService(data: data, switches: switches, clock: SandboxClock(today: Desk.today), file: file)
    }

    init(_ sandbox: SandboxService) {
        self.sandbox = sandbox
    }

    /// The same sandbox for somebody else.
    func with(authorization: String?) -> Desk {
        var desk = self
        desk.authorization = authorization
        return desk
    }

    func raw(_ method: String, _ path: String, _ body: [UInt8] = []) async -> SandboxResponse {
        await sandbox.handle(
            SandboxRequest(
                method: method, path: "/api/v1/" + path, headers: authorization.map { ["Authorization": $0] } ?? [:],
                body: body))
    }

    /// Sends a request and reads the JSON of the answer.
    @discardableResult
    func send(_ method: String, _ path: String, _ body: JSONValue? = nil) async -> Answer {
        let response = await raw(method, path, body?.bytes ?? [])
        let json = try? JSONReader.read(response.body)
        return Answer(status: response.status, json: json ?? .null)
    }

    /// Creates events by one call each; gives their numbers.
    @discardableResult
    func create(_ bodies: JSONValue...) async throws -> [Int] {
        var ids: [Int] = []
        for body in bodies {
            ids.append(try #require(await send("POST", "athlete/0/events", body).json["id"].asInteger))
        }
        return ids
    }

    /// `API_KEY:<key>` as the Basic scheme wants it.
    static func basic(_ key: String) -> String {
        "Basic " + base64(Array("API_KEY:\(key)".utf8))
    }

    static func base64(_ bytes: [UInt8]) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        var text = ""
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let part = bytes[start..<min(start + 3, bytes.count)]
            let word = (0..<3).reduce(0) { $0 << 8 | ($1 < part.count ? Int(bytes[start + $1]) : 0) }
            for index in 0..<4 {
                text.append(index <= part.count ? alphabet[word >> (18 - 6 * index) & 63] : "=")
            }
        }
        return text
    }
}

/// A status and a JSON body.
struct Answer {
    var status: Int
    var json: JSONValue

    /// The text under `error`.
    var error: String? { json["error"].asText }
    /// The rows of a list.
    var rows: [JSONValue] { json.asList ?? [] }
    /// The names of the rows.
    var names: [String] { rows.compactMap { $0["name"].asText } }
}

extension JSONValue {
    /// A member, or null.
    subscript(name: String) -> JSONValue { asObject?[name] ?? .null }

    /// The object with other or further members.
    func with(_ members: [String: JSONValue]) -> JSONValue {
        .object((asObject ?? [:]).merging(members) { $1 })
    }
}

/// A date that the test spells out.
func day(_ text: String) -> CivilDate {
    guard let date = CivilDate(text) else { preconditionFailure("\(text) is no date") }
    return date
}

/// A ride without text.
func ride(_ date: String = "2026-03-03", _ members: [String: JSONValue] = [:]) -> JSONValue {
    let body: JSONValue = [
        "category": "WORKOUT", "type": "Ride", "name": "Ride", "start_date_local": .text(date + "T00:00:00"),
    ]
    return body.with(members)
}

/// A note.
func note(_ date: String = "2026-03-03", _ members: [String: JSONValue] = [:]) -> JSONValue {
    let body: JSONValue = ["category": "NOTE", "name": "Note", "start_date_local": .text(date + "T00:00:00")]
    return body.with(members)
}

/// Random numbers that are the same on every machine.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
