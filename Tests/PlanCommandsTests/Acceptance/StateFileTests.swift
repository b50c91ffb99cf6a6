import CivilDates
import Foundation
import Sandbox
import Testing

@testable import PlanCommands

/// Acceptance: what happens to a run whose own files are missing, foreign, broken or cannot be written.
@Suite struct StateFileTests {
    private static let commands: [[String]] = [
        ["apply", Rehearsal.file, "--yes"], ["remove", Rehearsal.file, "--yes", "--expect-deletes", "6"],
        ["undo", "--yes", "--expect-deletes", "6"], ["dedupe", Rehearsal.file, "--yes"],
    ]

    /// A published plan with something for every command to do.
    private func pending(_ behaviour: String) async throws -> Rehearsal {
        let rehearsal = try await Rehearsal.published(behaviour)
        try rehearsal.edit("[300, 320]", "[340, 320]")
        let event = try await rehearsal.event("base.w1.long")
        try await rehearsal.service.copy(event: event.id, to: event.day)
        await rehearsal.service.resetLog()
        return rehearsal
    }

    @Test(
        "7: where journal or state can't be written, nothing is sent",
        arguments: Rehearsal.few, ["/log/", "/state/"])
    func unwritable(behaviour: String, place: String) async throws {
        for command in behaviour == "plain" ? Self.commands : [Self.commands[0]] {
            let rehearsal = try await pending(behaviour)
            let (before, state) = (await rehearsal.calendar(), rehearsal.world.file(Rehearsal.state))
            rehearsal.world.unwritable = [place]
            let status = await rehearsal.run(command)
            #expect(status == 1, "\(command)")
            #expect(rehearsal.world.talk.contains("No space left on device"), "\(command)")
            #expect(rehearsal.world.talk.contains("nothing was written"), "\(command)")
            #expect(await rehearsal.writes().isEmpty, "\(command)")
            #expect(await rehearsal.calendar() == before)
            #expect(rehearsal.world.file(Rehearsal.state) == state)
            rehearsal.world.unwritable = []
            #expect(await rehearsal.run(command) == 0, "\(command): \(rehearsal.world.talk)")
        }
    }

    @Test("7: nor where the lock can't be taken on a read-only disk")
    func unlockable() async throws {
        let rehearsal = try await pending("plain")
        var context = rehearsal.world.context
        context.files.lock = { _ in throw DiskRefusal() }
        let words = ["apply", Rehearsal.file, "--yes", "--sandbox", "--today", "2026-12-28"]
        #expect(await rehearsal.world.run(words, in: context) == 1)
        #expect(rehearsal.world.talk.contains("nothing was written"))
        #expect(await rehearsal.writes().isEmpty)
    }

    @Test("6: killed at any write to its own disk, torn lines and all, one clean apply ends as if nothing had happened")
    func killed() async throws {
        let undisturbed = try await pending("plain")
        #expect(await undisturbed.apply() == 0)
        let wanted = await undisturbed.calendar()
        var (saves, isDead) = (0, true)
        while isDead {
            let rehearsal = try await pending("plain")
            rehearsal.world.savesLeft = saves
            _ = await rehearsal.apply()
            isDead = (rehearsal.world.savesLeft ?? 0) <= 0
            rehearsal.world.savesLeft = nil
            #expect(await rehearsal.apply() == 0, "after \(saves): \(rehearsal.world.talk)")
            #expect(await rehearsal.calendar() == wanted, "after \(saves)")
            #expect(await rehearsal.apply("--format", "json") == 0)
            #expect(try rehearsal.list("changes").isEmpty && rehearsal.list("kept").isEmpty, "after \(saves)")
            // A torn line is no obstacle to reading the journal.
            rehearsal.world.clear()
            #expect(await rehearsal.world.run("history", "--sandbox") == 0)
            saves += 1
        }
        #expect(saves > 5)
    }

    @Test("9: a state of another athlete or plan, or a broken one, is refused by every command that writes")
    func foreign() async throws {
        for command in Self.commands {
            let rehearsal = try await pending("plain")
            let text = try #require(rehearsal.world.file(Rehearsal.state))
            for wrong in [
                text.replacing("\"i1\"", with: "\"i2\""), text.replacing("\"small\"", with: "\"large\""), "{", "", "[]",
                text.replacing("\"version\": 1", with: "\"version\": 99"),
            ] where wrong != text {
                rehearsal.world.set(Rehearsal.state, wrong)
                #expect(await rehearsal.run(command) == 1, "\(command): \(wrong.prefix(60))")
                #expect(rehearsal.world.talk.contains(Rehearsal.state))
                #expect(await rehearsal.writes().isEmpty)
                #expect(rehearsal.world.file(Rehearsal.state) == wrong)
            }
        }
    }

    @Test("16: an empty plan is refused with 4, an unreadable, missing or broken one with 65; 0 writes")
    func empty() async throws {
        let head = try #require(smallPlan.split(separator: "phases:").first.map(String.init))
        let cases: [(text: String?, status: Int32)] = [
            (head + "phases:\n  - {id: base, kind: base, weeks: 2}\n", 4),
            // A template that comes to nothing: its only session is not for the calendar.
            (
                head + "phases:\n  - id: base\n    kind: base\n    weeks: 2\n    week:\n"
                    + "      - {id: easy, template: ride, day: tue, publish: false}\n", 4
            ),
            ("", 65), (nil, 65), ("format: 1\nid: [", 65), ("null", 65), ("[]", 65),
            (smallPlan.replacing("weeks: 2", with: "weeks: 0"), 65),
        ]
        for (text, status) in cases {
            for command in ["apply", "diff"] {
                let rehearsal = try await Rehearsal.published()
                let name = text == nil ? "Plans/gone.plan.yaml" : Rehearsal.file
                if let text { rehearsal.world.set(name, text) }
                let more = command == "apply" ? ["--yes", "--expect-deletes", "6"] : []
                let found = await rehearsal.run([command, name] + more)
                #expect(found == status, "\(command) \(text?.suffix(40) ?? "missing"): \(rehearsal.world.talk)")
                #expect(await rehearsal.writes().isEmpty)
                #expect(await rehearsal.service.events().count == 6)
            }
        }
    }
}
