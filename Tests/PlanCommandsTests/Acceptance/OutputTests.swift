import Foundation
import Sandbox
import Testing

@testable import PlanCommands

/// Acceptance 37: what is printed is plain where nobody sees colours, and JSON is one value that its schema allows.
@Suite struct OutputTests {
    private static let file = Rehearsal.file

    /// A calendar with every kind of finding: pending, edited, deleted, in conflict and locked.
    private func mixed(
        _ behaviour: String = "plain", isTerminal: Bool = false, environment: [String: String] = [:]
    ) async throws -> Rehearsal {
        let rehearsal = try Rehearsal(behaviour, isTerminal: isTerminal, environment: environment)
        #expect(await rehearsal.apply() == 0)
        let service = rehearsal.service
        try await service.edit(event: rehearsal.event("base.w1.easy").id, #"{"description": "- 20m 50%"}"#)
        try await service.edit(event: rehearsal.event("base.w1.easy-2").id, #"{"name": "Mine"}"#)
        try await service.delete(event: rehearsal.event("base.w2.easy").id)
        try await service.pair(event: rehearsal.event("base.w1.long").id)
        try rehearsal.edit("[300, 320]", "[340, 320]")
        return rehearsal
    }

    private let escape = "\u{1B}"

    @Test(
        "37: no ESC in a pipe, with NO_COLOR, on a dumb terminal, with --color never or as JSON",
        arguments: [
            (false, [:], []), (true, ["NO_COLOR": "1"], []), (true, ["TERM": "dumb"], []),
            (true, [:], ["--color", "never"]), (true, [:], ["--format", "json"]),
            (false, ["CLICOLOR_FORCE": "1"], ["--format", "json"]),
            (true, [:], ["--format", "json", "--color", "always"]),
        ] as [(Bool, [String: String], [String])])
    func plain(isTerminal: Bool, environment: [String: String], options: [String]) async throws {
        let rehearsal = try await mixed(isTerminal: isTerminal, environment: environment)
        for words in [["diff"], ["apply", "--dry-run"], ["drift"], ["status"], ["preview"]] {
            _ = await rehearsal.run([words[0], Self.file] + words.dropFirst() + options)
            #expect(!rehearsal.world.output.isEmpty, "\(words): \(rehearsal.world.talk)")
            #expect(!rehearsal.world.output.contains(escape), "\(words)")
            if options.first != "--format" { #expect(!rehearsal.world.talk.contains(escape), "\(words)") }
        }
    }

    @Test("37: and there is colour where somebody sees it, so the test above can fail")
    func coloured() async throws {
        let rehearsal = try await mixed(isTerminal: true, environment: ["TERM": "xterm"])
        _ = await rehearsal.run("diff", Self.file)
        #expect(rehearsal.world.output.contains(escape))
        let piped = try await mixed()
        _ = await piped.run("diff", Self.file, "--color", "always")
        #expect(piped.world.output.contains(escape))
    }

    private func check() async throws -> SchemaCheck {
        let world = World()
        #expect(await world.run("schema", "changes") == 0)
        return try SchemaCheck(world.output)
    }

    @Test("37: JSON on stdout is one value that `schema changes` allows", arguments: Rehearsal.few)
    func valid(behaviour: String) async throws {
        let check = try await check()
        let looks: [[String]] = [
            ["diff", Self.file], ["apply", Self.file, "--dry-run"], ["drift", Self.file],
            ["adopt", Self.file, "--dry-run"], ["dedupe", Self.file, "--dry-run"], ["remove", Self.file, "--yes"],
            ["remove", Self.file, "--yes", "--expect-deletes", "4"], ["undo", Self.file, "--yes"],
            ["apply", Self.file, "--yes"], ["apply", Self.file, "--yes", "--on-conflict", "fail"],
            ["apply", Self.file, "--yes", "--on-conflict", "ours", "--restore", "*", "--prune-edited"],
        ]
        for look in behaviour == "plain" ? looks : looks.suffix(3) {
            let rehearsal = try await mixed(behaviour)
            let status = await rehearsal.run(look + ["--format", "json"])
            #expect([0, 3, 4].contains(status), "\(look): \(status) \(rehearsal.world.talk)")
            #expect(check.faults(in: rehearsal.world.output) == [], "\(look)")
        }
        let saved = try await mixed(behaviour)
        _ = await saved.run("diff", Self.file, "-o", "c.json")
        #expect(check.faults(in: try #require(saved.world.file("c.json"))) == [])
    }

    @Test("37: each athlete of a roster's JSON is a value that `schema changes` allows")
    func validSquad() async throws {
        let (check, squad) = (try await check(), try await Squad())
        for words in [["diff"], ["apply", "--yes"], ["diff"], ["apply", "--yes"]] {
            let world = squad.world()
            #expect(
                await world.run(
                    [words[0], Squad.file, "--format", "json", "--sandbox", "--today", "2026-12-28"]
                        + words.dropFirst()) == 0)
            let athletes = try #require(try JSON(text: world.output).members?["athletes"]?.items)
            #expect(athletes.count == 3)
            #expect(check.faults(in: world.output) == [])
            let list = try JSONSerialization.jsonObject(with: Data(world.output.utf8)) as? [String: Any]
            for athlete in try #require(list?["athletes"] as? [[String: Any]]) {
                let text = String(decoding: try JSONSerialization.data(withJSONObject: athlete), as: UTF8.self)
                #expect(check.faults(in: text) == [])
                #expect(athlete["status"] as? Int == 0 && athlete["error"] is NSNull)
                // What apply did is told even where there was nothing to do.
                #expect((athlete["requests"] != nil) == (words[0] == "apply"))
            }
        }
    }

    @Test("37: the check finds what is broken in a change set")
    func broken() async throws {
        let (check, rehearsal) = (try await check(), try await mixed())
        _ = await rehearsal.run("diff", Self.file, "--format", "json")
        let good = try rehearsal.json()
        #expect(check.faults(in: rehearsal.world.output) == [])
        func faults(_ change: (inout [String: Any]) -> Void) throws -> [String] {
            var value = good
            change(&value)
            return check.faults(in: String(decoding: try JSONSerialization.data(withJSONObject: value), as: UTF8.self))
        }
        #expect(try faults { _ in } == [])
        for name in ["format_version", "plan", "timezone", "window", "changes", "kept", "rails", "totals"] {
            #expect(try faults { $0[name] = nil }.count == 1)
        }
        #expect(try faults { $0["format_version"] = "2.0" }.count == 1)
        #expect(try faults { $0["today"] = "28.12.2026" }.count == 1)
        #expect(try faults { $0["generation"] = "3" }.count == 1)
        #expect(try faults { $0["timezone"] = 7 }.count == 1)
        #expect(try faults { $0["totals"] = ["create": -1] }.count == 7)
        func inFirst(_ list: String, _ name: String, _ value: Any?) throws -> [String] {
            try faults { set in
                var items = set[list] as? [[String: Any]] ?? []
                items[0][name] = value
                set[list] = items
            }
        }
        #expect(try inFirst("changes", "action", "destroy").count == 1)
        #expect(try inFirst("changes", "reason", nil).count == 1)
        #expect(try inFirst("changes", "fields", ["colour": ["before": 1]]).count == 3)
        #expect(try inFirst("conflicts", "field", "joules").count == 1)
        #expect(try inFirst("locked", "why", "tired").count == 1)
        #expect(try inFirst("kept", "why", nil).count == 1)
        #expect(check.faults(in: rehearsal.world.output + rehearsal.world.output) == ["no single JSON value"])
        #expect(check.faults(in: "talk\n" + rehearsal.world.output) == ["no single JSON value"])
    }

    @Test("the check knows its words")
    func words() throws {
        let check = try SchemaCheck(
            """
            {"type": "object", "required": ["a"], "additionalProperties": false, "properties": {
              "a": {"anyOf": [{"const": 1}, {"type": "array", "items": {"$ref": "#/definitions/b"}}]},
              "c": {"allOf": [{"type": "number"}, {"minimum": 2}]}}, "definitions": {"b": {"enum": ["x", null, true]}}}
            """)
        for good in [#"{"a": 1}"#, #"{"a": ["x", null, true]}"#, #"{"a": [], "c": 2.5}"#] {
            #expect(check.faults(in: good) == [])
        }
        for bad in [
            "[]", "{}", #"{"a": 2}"#, #"{"a": true}"#, #"{"a": ["y"]}"#, #"{"a": [1]}"#, #"{"a": 1, "d": 1}"#,
            #"{"a": 1, "c": 1}"#, #"{"a": 1, "c": "3"}"#, #"{"a": 1"#, #"{"a": 1} 2"#, "",
        ] {
            #expect(!check.faults(in: bad).isEmpty, "\(bad)")
        }
        #expect(try SchemaCheck(#"{"oneOf": []}"#).faults(in: "1") == ["$: the check doesn't know oneOf"])
    }
}
