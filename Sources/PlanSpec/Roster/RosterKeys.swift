import Diagnostics
import YAML

/// The keys of a roster file.
struct RosterKeys: MapKeys {
    static let noun = "a roster"
    static let table = MapTable(RosterKeys())

    let format = Field("format", .formatVersion, required: true, "The version of the plan language: 1.")
    let id = Field("id", Format.id.located, required: true, "What the roster is called.")
    let plan = Field("plan", Format.line.located, "The plan of every athlete who names none, from the roster's folder.")
    let credential = Field(
        "credential", .credential, "Where the key of every athlete without an own one comes from.")
    let athletes = Field(
        "athletes", .list(of: .map(RosterAthleteKeys.table) { RosterDraft($0) }, minimum: 1), required: true,
        "The athletes.")
}

/// The keys of one athlete of a roster.
struct RosterAthleteKeys: MapKeys {
    static let noun = "an athlete of a roster"
    static let table = MapTable(RosterAthleteKeys())

    let id = Field("id", Format.symbol.located, required: true, "The service's id, such as `i101`.")
    let name = Field("name", .line, "What people call the athlete.")
    let groups = Field("groups", .list(of: .symbol), "The groups that the athlete belongs to, for `--athletes`.")
    let plan = Field("plan", Format.line.located, "The athlete's own plan, from the roster's folder.")
    let start = Field("start", .anchor, "The first week's first day, in place of the plan's anchor.")
    let finish = Field("finish", .anchor, "The last day, in place of the plan's anchor.")
    let credential = Field("credential", .credential, "Where the athlete's key comes from.")
    let override = Field("override", .override, "What the athlete's plan says otherwise than the file.")
}

/// The keys of a credential, of which there is one.
struct CredentialKeys: MapKeys {
    static let noun = "a credential"
    static let table = MapTable(CredentialKeys())

    let env = Field("env", .symbol, "The variable of the environment that holds the key.")
    let command = Field(
        "command", .list(of: .text, minimum: 1), "A program and its arguments that print the key; no shell is involved."
    )
    let file = Field("file", .line, "A file with the key, from the roster's folder, that only its owner may read.")
}

/// An athlete before the roster's own plan and credential are known.
struct RosterDraft: Sendable {
    var id: Located<String>
    var name: String?
    var groups: [String]
    var plan: Located<String>?
    var credential: CredentialSource?
    var variant: PlanVariant

    init?(_ map: MapReader<RosterAthleteKeys>) {
        let (id, start, finish) = (map.id, map.start, map.finish)
        let (override, credential) = (map.override, map.credential)
        name = map.name
        groups = map.groups ?? []
        plan = map.plan
        self.credential = credential
        variant = PlanVariant()
        variant.override = override?.node
        variant.loadFactor = override?.loadFactor
        if let start, let finish {
            map.reading.fault(
                .oneAnchor, "an athlete has a `start` or a `finish`, not both", at: finish.keyRange,
                notes: [Diagnostic.Note("the start is here", at: start.keyRange)])
        }
        variant.anchor = start ?? finish
        guard let id else { return nil }
        self.id = id
    }
}

extension Format where Value == Node.Entry {
    /// A day that takes the place of the plan's anchor; read as a date with the plan.
    static var anchor: Format {
        Format(.scalar(["type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"])) { node, reading in
            guard node.scalar != nil else {
                reading.refuse(node, .wrongType, takes: "a date such as `2027-01-04`")
                return nil
            }
            return Node.Entry(key: reading.key ?? "", keyRange: node.range, value: node)
        }
    }
}

extension Format where Value == CredentialSource {
    /// A map with one of `env`, `command` and `file`.
    static var credential: Format {
        .map(CredentialKeys.table) { map in
            let found: [CredentialSource?] = [
                map.env.map { .environment($0) }, map.command.map { .command($0) }, map.file.map { .file($0) },
            ]
            let written = map.present(["env", "command", "file"])
            if written.count != 1 {
                map.reading.fault(
                    .oneCredential, "a credential has one of `env`, `command` and `file`",
                    at: written.dropFirst().first?.keyRange ?? map.node.place)
            }
            return found.compactMap(\.self).first
        }
    }
}
