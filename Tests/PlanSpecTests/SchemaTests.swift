import Diagnostics
import Testing
import YAML

@testable import PlanSpec

struct SchemaTests {
    /// Where a map of each kind stands in a plan or template file; `%` is its inside.
    private static let plans = [
        "race": "races: [{%}]", "phase": "phases: [{%}]", "athlete": "athlete: {%}",
        "fitness": "athlete: {fitness: {%}}",
        "set-of-thresholds": "athlete: {thresholds: {Ride: {%}}}", "availability": "availability: {%}",
        "day's-room": "availability: {mon: {%}}", "limits": "limits: {%}", "event": "events: [{%}]",
        "limit-of-hard-sessions": "limits: {hard: {%}}", "publish-options": "publish: {%}", "rails": "rails: {%}",
        "lint-settings": "lint: {%}", "rule's-limits": "lint: {monotony: {%}}",
        "rule's-bands": "lint: {taper-cut: {%}}",
        "times-of-day": "publish: {time_of_day: {%}}", "load-target": "phases: [{load: {%}}]",
        "hours-target": "phases: [{hours: {%}}]", "distance-target": "phases: [{distance: {%}}]",
        "taper": "phases: [{kind: taper, taper: {%}}]", "counted-date": "races: [{date: {%}}]",
        "session": "phases: [{week: [{%}]}]", "week's-override": "phases: [{weeks: 2, weeks_override: {1: {%}}}]",
        "change-of-availability": "phases: [{availability: {%}}]",
        "life-overlay": "life: [{%}]", "fixed-session": "fixed: [{%}]",
        "brick's-part": "phases: [{week: [{brick: [{%}]}]}]", "template": "templates: [{a: {%}}]",
        "parameter": "templates: [{a: {params: {b: {%}}}}]", "indoor-variant": "templates: [{a: {indoor: {%}}}]",
        "renaming": "moved: [{%}]",
        "session-change": "phases: [{weeks: 2, week: [{id: a}], weeks_override: {1: {sessions: {a: {%}}}}}]",
    ]

    @Test("the decoder knows every key of the plan's schema")
    func plan() throws {
        let schema = try parsed(Schema.plan)
        for key in keys(of: schema) { #expect(!isUnknown(key, in: "%")) }
        let definitions = try #require(schema["definitions"]?.mapping)
        #expect(Set(definitions.map(\.key)) == Set(Self.plans.keys))
        for definition in definitions {
            let place = try #require(Self.plans[definition.key])
            for key in keys(of: definition.value) {
                #expect(!isUnknown(key, in: place), "\(definition.key).\(key)")
            }
        }
    }

    @Test("the roster's schema lets an override say a part of every entry, and leave one out")
    func roster() throws {
        let schema = try parsed(Schema.roster)
        #expect(keys(of: schema) == ["athletes", "credential", "format", "id", "plan"])
        let definitions = try #require(schema["definitions"])
        let override = try #require(definitions["override-part"])
        let races = try #require(definitions["race-part"])
        #expect(Set(keys(of: override)).isSuperset(of: ["load_factor", "availability", "races", "athlete", "limits"]))
        #expect(Set(keys(of: override)).isDisjoint(with: ["id", "phases", "start", "templates"]))
        #expect(Set(keys(of: races)).isSuperset(of: ["off", "date", "load"]))
        #expect(races["required"]?.sequence?.compactMap(\.scalar?.text) == ["id"])
        #expect(definitions["fitness-part"]?["required"]?.sequence?.isEmpty == true)
    }

    @Test("the decoder knows every key of the templates' schema")
    func templates() throws {
        let schema = try parsed(Schema.templates)
        #expect(keys(of: schema) == ["format", "templates"])
        let definitions = try #require(schema["definitions"]?.mapping)
        // Sorted, as all our JSON is.
        let places = [
            "template": "templates: {a: {%}}", "parameter": "templates: {a: {params: {b: {%}}}}",
            "indoor-variant": "templates: {a: {indoor: {%}}}",
        ]
        #expect(definitions.map(\.key) == ["indoor-variant", "parameter", "template"])
        for definition in definitions {
            let place = try #require(places[definition.key])
            for key in keys(of: definition.value) { #expect(!isUnknown(key, in: place)) }
        }
    }

    /// What the plan language names, built or not, written down apart from the tables.
    @Test(
        "every key of the plan language is known to the decoder",
        arguments: [
            (
                "%",
                """
                format id name sport start finish week_starts templates athlete availability limits races phases life \
                fixed events publish rails rollout lint moved
                """
            ),
            ("athlete: {%}", "timezone sex thresholds fitness"),
            ("athlete: {thresholds: {Ride: {%}}}", "ftp indoor_ftp lthr max_hr resting_hr pace"),
            ("athlete: {fitness: {%}}", "ctl atl"),
            ("availability: {%}", "default mon tue wed thu fri sat sun from_calendar"),
            ("availability: {mon: {%}}", "max sessions sports"),
            ("limits: {%}", "ramp load hours growth form hard"),
            ("limits: {hard: {%}}", "per_week spacing"),
            (
                "races: [{%}]",
                """
                id date name sport priority duration load template text description recovery time protect publish
                """
            ),
            (
                "phases: [{%}]",
                """
                id name kind weeks rhythm recovery load hours distance week recovery_week availability sports \
                weeks_override taper
                """
            ),
            ("phases: [{load: {%}}]", "start end growth ramp ctl at shape form cut"),
            (
                "phases: [{weeks: 2, weeks_override: {1: {%}}}]", "load recovery sessions add availability name week"
            ),
            (
                "phases: [{week: [{%}]}]",
                """
                id role template brick day share load duration distance count progress params scale time indoor \
                optional name description target sport text prose protect publish
                """
            ),
            (
                "life: [{%}]",
                "id kind from to availability load respread return name description protect publish"
            ),
            (
                "fixed: [{%}]",
                """
                id every time sport role duration load distance publish protect from to phases except template text \
                prose name description params scale indoor target
                """
            ),
            (
                "phases: [{week: [{brick: [{%}]}]}]",
                "template text prose share sport params progress scale indoor name description target"
            ),
            ("events: [{%}]", "id date template text kind for name description instead protect publish"),
            ("publish: {%}", "phases targets notes life tag lock time_of_day"),
            ("publish: {time_of_day: {%}}", "default mon sat second"),
            ("rails: {%}", "deletes updates freeze_days operations"),
        ])
    func contract(place: String, keys: String) {
        for key in keys.split(separator: " ") {
            #expect(!isUnknown(String(key), in: place), "\(place): \(key)")
        }
    }

    @Test("a key that no table has is unknown everywhere", arguments: plans.values.sorted() + ["%"])
    func unknown(place: String) {
        #expect(isUnknown("no_such_key", in: place))
        #expect(!isUnknown("x-no_such_key", in: place))
    }

    private func parsed(_ schema: String) throws -> Node {
        var diagnostics: [Diagnostic] = []
        let node = Node.read(SourceFile(path: "schema.json", text: schema), into: &diagnostics)
        #expect(diagnostics.isEmpty)
        return try #require(node)
    }

    private func keys(of schema: Node) -> [String] {
        schema["properties"]?.mapping?.map(\.key) ?? []
    }

    /// Whether the decoder calls a key unknown in a map at `place`.
    private func isUnknown(_ key: String, in place: String) -> Bool {
        let text = place.split(separator: "%", omittingEmptySubsequences: false).joined(separator: "\(key): ~")
        let isTemplate = text.hasPrefix("templates: {")
        let plan = isTemplate ? "templates: [a.yaml]" : text
        let reading = Plan.read(SourceFile(path: "p.yaml", text: plan)) { _ in Array(text.utf8) }
        return reading.diagnostics.contains { $0.id == "unknown-key" && $0.message.contains("`\(key)`") }
    }
}
