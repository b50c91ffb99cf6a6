// GET athlete/{athlete}/profile, groups and connections.
extension Service {
    /// Shows what others see of an athlete.
    func showProfile(_ call: Call) -> Reply {
        let athlete = data.athletes[call.athlete]
        var card = SandboxData.card(of: athlete).asObject ?? [:]
        card["icu_coach"] = .bool(athlete.profile.flag("icu_coach"))
        let shared = athlete.folders.filter { folder in
            folder.record.text("visibility") == "PUBLIC"
                || folder.shares.contains { $0.athleteID == call.caller.athleteID }
        }
        return Reply([
            "athlete": .object(card), "customItems": [],
            "sharedFolders": .list(shared.map { shown(folder: $0, call, withChildren: false) }),
        ])
    }

    /// Lists coaching groups: a coach has one with all athletes.
    func listGroups(_ call: Call) -> Reply {
        let athlete = data.athletes[call.athlete]
        let coached = (data.grants[athlete.id] ?? [:]).filter { $0.value == .write }.keys.sorted()
        guard !coached.isEmpty else { return Reply([]) }
        let members = coached.compactMap { id in data.place(ofAthlete: id).map { data.athletes[$0] } }
        return Reply([
            [
                "id": .integer(call.athlete + 1), "type": "GROUP", "name": "Coached athletes", "role": "COACH",
                "members": .list(
                    members.map { ["athlete_id": .text($0.id), "name": $0.profile["name"] ?? .null, "role": "MEMBER"] }
                ),
            ]
        ])
    }

    /// Shows which other services an athlete has connected: none.
    func showConnections(_ call: Call) -> Reply {
        let services = [
            "garmin_health", "garmin_training", "polar", "suunto", "coros", "concept2", "zepp", "huawei", "wahoo",
            "zwift", "oura", "whoop", "strava", "dropbox", "hammerhead",
        ]
        var object = Dictionary(services.map { ($0 + "_connected", JSONValue.bool(false)) }) { first, _ in first }
        object["id"] = .text(data.athletes[call.athlete].id)
        return Reply(.object(object))
    }
}
