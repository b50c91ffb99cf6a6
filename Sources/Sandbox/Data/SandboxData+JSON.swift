import CivilDates

extension SandboxData {
    /// The form of the data in the file.
    var stored: JSONValue {
        [
            "version": 1, "athletes": .list(athletes.map(\.stored)),
            "keys": .object(keys.mapValues(JSONValue.text)),
            "tokens": .object(tokens.mapValues(\.stored)),
            "grants": .object(grants.mapValues { .object($0.mapValues { .text($0.rawValue) }) }),
            "counters": [
                "event": .integer(counters.event), "activity": .integer(counters.activity),
                "library": .integer(counters.library), "batch": .integer(counters.batch),
                "stamp": .integer(counters.stamp),
            ],
        ]
    }

    /// Reads what `stored` wrote.
    init(stored: JSONValue) throws(StoredDataError) {
        let object = try StoredDataError.object(stored, "data")
        guard object["version"] == 1 else { throw StoredDataError(what: "version") }
        for athlete in object["athletes"]?.asList ?? [] { athletes.append(try AthleteData(stored: athlete)) }
        for (key, owner) in try StoredDataError.object(object["keys"], "keys") { keys[key] = owner.asText }
        for (secret, token) in try StoredDataError.object(object["tokens"], "tokens") {
            tokens[secret] = try Token(stored: token)
        }
        for (holder, athletes) in try StoredDataError.object(object["grants"], "grants") {
            grants[holder] = try StoredDataError.object(athletes, "grants")
                .compactMapValues { $0.asText.flatMap(Permission.init(rawValue:)) }
        }
        let numbers = Record(fields: try StoredDataError.object(object["counters"], "counters"))
        counters = Counters(
            event: numbers.integer("event") ?? 1000, activity: numbers.integer("activity") ?? 0,
            library: numbers.integer("library") ?? 0, batch: numbers.integer("batch") ?? 0,
            stamp: numbers.integer("stamp") ?? 0)
    }
}

extension AthleteData {
    fileprivate var stored: JSONValue {
        let days = wellness.map { ($0.description, JSONValue.object($1.fields)) }
        return [
            "profile": .object(profile.fields), "settings": .list(settings.map { .object($0.fields) }),
            "events": .list(
                events.map { event in
                    .object(["batch": .integer(event.batch), "fields": .object(event.record.fields)])
                }),
            "wellness": .object(Dictionary(days) { first, _ in first }),
            "activities": .list(activities.map { .object($0.fields) }),
            "calendars": .list(calendars.map { .object($0.fields) }),
            "folders": .list(folders.map(\.stored)),
            "workouts": .list(
                workouts.map { .object(["batch": .integer($0.batch), "fields": .object($0.record.fields)]) }),
        ]
    }

    fileprivate init(stored: JSONValue) throws(StoredDataError) {
        let object = try StoredDataError.object(stored, "athlete")
        profile = Record(fields: try StoredDataError.object(object["profile"], "profile"))
        settings = try AthleteData.records(object["settings"], "settings")
        activities = try AthleteData.records(object["activities"], "activities")
        if let stored = object["calendars"] { calendars = try AthleteData.records(stored, "calendars") }
        folders = try (object["folders"]?.asList ?? []).map { (folder) throws(StoredDataError) in
            try FolderRecord(stored: folder)
        }
        for workout in object["workouts"]?.asList ?? [] {
            let workout = try StoredDataError.object(workout, "workout")
            let fields = try StoredDataError.object(workout["fields"], "workout")
            workouts.append(LibraryWorkout(record: Record(fields: fields), batch: workout["batch"]?.asInteger ?? 0))
        }
        for event in object["events"]?.asList ?? [] {
            let event = try StoredDataError.object(event, "event")
            let fields = try StoredDataError.object(event["fields"], "event")
            events.append(EventRecord(Record(fields: fields), batch: event["batch"]?.asInteger ?? 0))
        }
        events.sort { $0.id < $1.id }
        for (text, record) in try StoredDataError.object(object["wellness"], "wellness") {
            guard let day = CivilDate(text) else { throw StoredDataError(what: "wellness") }
            wellness[day] = Record(fields: try StoredDataError.object(record, "wellness"))
        }
    }

    private static func records(_ list: JSONValue?, _ what: String) throws(StoredDataError) -> [Record] {
        try (list?.asList ?? []).map { (record) throws(StoredDataError) in
            Record(fields: try StoredDataError.object(record, what))
        }
    }
}

extension FolderRecord {
    fileprivate var stored: JSONValue {
        [
            "fields": .object(record.fields),
            "shares": .list(shares.map { ["id": .text($0.athleteID), "edit": .bool($0.canEdit)] }),
        ]
    }

    fileprivate init(stored: JSONValue) throws(StoredDataError) {
        let folder = try StoredDataError.object(stored, "folder")
        record = Record(fields: try StoredDataError.object(folder["fields"], "folder"))
        shares = (folder["shares"]?.asList ?? []).compactMap { share in
            guard let id = share.asObject?["id"]?.asText else { return nil }
            return Share(athleteID: id, canEdit: share.asObject?["edit"]?.asBool ?? false)
        }
    }
}

extension SandboxData.Token {
    fileprivate var stored: JSONValue {
        [
            "athlete": .text(athleteID), "client": .integer(clientID),
            "scopes": .list(scopes.map(JSONValue.text)),
        ]
    }

    fileprivate init(stored: JSONValue) throws(StoredDataError) {
        let token = Record(fields: try StoredDataError.object(stored, "token"))
        guard let athlete = token.text("athlete"), let client = token.integer("client") else {
            throw StoredDataError(what: "token")
        }
        self.init(athleteID: athlete, clientID: client, scopes: token.texts("scopes"))
    }
}

/// The part of a data file that is not as it should be.
struct StoredDataError: Error, Hashable, CustomStringConvertible {
    let what: String

    var description: String { "\(what) is missing or malformed" }

    fileprivate static func object(
        _ value: JSONValue?, _ what: String
    ) throws(StoredDataError) -> [String: JSONValue] {
        guard let object = value?.asObject else { throw StoredDataError(what: what) }
        return object
    }
}
