public import CivilDates

/// All that a sandbox knows: athletes, their calendars, and who may see them.
public struct SandboxData: Hashable, Sendable {
    /// What one athlete or coach may do with another.
    public enum Permission: String, Hashable, Sendable {
        /// Following: reading only.
        case read = "READ"
        /// Coaching: reading and writing.
        case write = "WRITE"
    }

    /// A bearer token.
    struct Token: Hashable, Sendable {
        var athleteID: String
        var clientID: Int
        var scopes: [String]
    }

    /// The athletes in the order they were added.
    var athletes: [AthleteData] = []
    /// The owner of each personal key.
    var keys: [String: String] = [:]
    /// The bearer tokens.
    var tokens: [String: Token] = [:]
    /// What the first of two athletes may do with the second.
    var grants: [String: [String: Permission]] = [:]
    /// Server-made numbers.
    var counters = Counters()

    /// Makes a service that knows nobody.
    public init() {}

    /// One athlete `i1` with the key `sandbox`, an empty calendar and settings for cycling, running, swimming and strength.
    ///
    /// - Parameters:
    ///   - fitness: CTL and ATL at the end of a day, where the curve is to start from more than nothing.
    public static func fresh(
        key: String = "sandbox", name: String = "Sandbox Athlete", timezone: String = "Europe/Rome",
        fitness: (day: CivilDate, ctl: Double, atl: Double)? = nil
    ) -> SandboxData {
        var data = SandboxData()
        data.addAthlete(id: "i1", name: name, timezone: timezone, key: key)
        if let fitness {
            data.setFitness(athlete: "i1", on: fitness.day, ctl: fitness.ctl, atl: fitness.atl)
        }
        return data
    }

    /// Adds an athlete with the default settings; a coach is one who coaches others.
    public mutating func addAthlete(id: String, name: String, timezone: String = "Europe/Rome", key: String? = nil) {
        var athlete = AthleteData(profile: SandboxData.profile(id: id, name: name, timezone: timezone))
        athlete.settings = SandboxData.defaultSettings(athlete: id, firstID: 1 + 4 * athletes.count)
        athlete.profile["icu_api_key"] = key.map(JSONValue.text) ?? .null
        athletes.append(athlete)
        if let key { keys[key] = id }
    }

    /// Lets one athlete or coach see or change another's data.
    public mutating func grant(_ permission: Permission, to holder: String, on athlete: String) {
        grants[holder, default: [:]][athlete] = permission
        guard permission == .write, let place = place(ofAthlete: holder) else { return }
        athletes[place].profile["icu_coach"] = true
    }

    /// Adds a bearer token of an OAuth application, with scopes such as `CALENDAR:WRITE`.
    public mutating func addToken(_ secret: String, athlete: String, clientID: Int, scopes: [String]) {
        tokens[secret] = Token(athleteID: athlete, clientID: clientID, scopes: scopes)
    }

    /// Sets CTL and ATL at the end of a day, from which the curve goes on.
    public mutating func setFitness(athlete: String, on day: CivilDate, ctl: Double, atl: Double) {
        guard let place = place(ofAthlete: athlete) else { return }
        var record = athletes[place].wellness[day] ?? Record()
        record["ctl"] = .float(Float(ctl))
        record["atl"] = .float(Float(atl))
        athletes[place].wellness[day] = record
    }

    /// Switches one of an athlete's calendars off or on; events of one that is off are not listed.
    public mutating func setCalendar(_ id: Int, enabled: Bool, athlete: String) {
        guard let place = place(ofAthlete: athlete) else { return }
        if enabled {
            athletes[place].disabledCalendars.remove(id)
        } else {
            athletes[place].disabledCalendars.insert(id)
        }
    }

    /// Whether there is an athlete of that id.
    public func knows(_ athlete: String) -> Bool {
        place(ofAthlete: athlete) != nil
    }

    /// Where the athlete of that id stands.
    func place(ofAthlete id: String) -> Int? {
        athletes.firstIndex { $0.id == id }
    }
}

/// What the server numbers by itself.
struct Counters: Hashable, Sendable {
    /// The last event id given out.
    var event = 1000
    /// The last activity id given out.
    var activity = 0
    /// The last call that created events.
    var batch = 0
    /// The last moment written into an `updated` field, in milliseconds; each write gets a later one.
    var stamp = 0

    /// The uid of an event: looks like a random UUID, follows from the event's number.
    static func uid(event: Int) -> String {
        var state = UInt64(bitPattern: Int64(event))
        let high = splitMix(&state)
        let low = splitMix(&state)
        let digits = Array((hexadecimal(high) + hexadecimal(low)).utf8)
        func part(_ range: Range<Int>) -> String { String(decoding: digits[range], as: UTF8.self) }
        return "\(part(0..<8))-\(part(8..<12))-4\(part(13..<16))-a\(part(17..<20))-\(part(20..<32))"
    }

    private static func splitMix(_ state: inout UInt64) -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    private static func hexadecimal(_ word: UInt64) -> String {
        let digits = String(word, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
