import Foundation
import Sandbox
import Testing

@testable import PlanCommands

/// Acceptance of taking back, whoever wrote meanwhile and wherever the connection breaks.
@Suite struct UndoAcceptanceTests {
    /// A published plan of which an apply renamed all six events.
    private func renamed(_ behaviour: String) async throws -> Rehearsal {
        let rehearsal = try await Rehearsal.published(behaviour) { $0 + "rails: {updates: 100%, deletes: 100%}\n" }
        rehearsal.world.set("Templates/t.yaml", smallTemplates.replacing("name: Ride", with: "name: Spin"))
        #expect(await rehearsal.apply() == 0, "\(rehearsal.world.talk)")
        #expect(await rehearsal.service.events().allSatisfy { $0.name == "Spin" })
        await rehearsal.service.resetLog()
        return rehearsal
    }

    @Test(
        "35: undo after the athlete edited one: that one is kept, the others are taken back",
        arguments: Rehearsal.both)
    func edited(behaviour: String) async throws {
        for edit in [#"{"name": "Mine"}"#, #"{"name": "Mine", "description": "- 20m 50%"}"#] {
            let rehearsal = try await renamed(behaviour)
            let mine = try await rehearsal.event("base.w1.long").id
            try await rehearsal.service.edit(event: mine, edit)
            let status = await rehearsal.run("undo", "--yes", "--format", "json")
            #expect(status == 0, "\(rehearsal.world.output)\(rehearsal.world.talk)")
            #expect(try rehearsal.list("changes").count { $0["result"] as? String == "done" } == 5)
            #expect(try rehearsal.list("kept").compactMap { $0["key"] as? String } == ["base.w1.long"])
            #expect(await rehearsal.service.event(mine)?.name == "Mine")
            for event in await rehearsal.service.events() where event.id != mine { #expect(event.name == "Ride") }
            #expect(await rehearsal.service.events().count == 6)
        }
    }

    @Test("35: undo under the user's own filter takes back that part alone", arguments: Rehearsal.both)
    func filtered(behaviour: String) async throws {
        let rehearsal = try await renamed(behaviour)
        let status = await rehearsal.run("undo", "--yes", "--only", "base.w1")
        #expect(status == 0, "\(rehearsal.world.talk)")
        for event in await rehearsal.service.events() {
            let isFirst = event.externalID?.contains(":base.w1.") == true
            #expect(event.name == (isFirst ? "Ride" : "Spin"))
        }
    }

    @Test("undo of one of two plans of an athlete leaves the other plan alone", arguments: Rehearsal.both)
    func twoPlans(behaviour: String) async throws {
        let rehearsal = try await Rehearsal.published(behaviour)
        let other = "Plans/other.plan.yaml"
        rehearsal.world.set(
            other, smallPlan.replacing("id: small", with: "id: other").replacing("day: sun", with: "day: sat"))
        #expect(await rehearsal.run("apply", other, "--yes") == 0, "\(rehearsal.world.talk)")
        let others = await rehearsal.service.events().filter { $0.externalID?.hasPrefix("tp1:other:") == true }
        #expect(others.count == 6)
        // The newer run is the other plan's; the plan named is the one that is taken back.
        let status = await rehearsal.run("undo", Rehearsal.file, "--yes", "--expect-deletes", "6")
        #expect(status == 0, "\(rehearsal.world.talk)")
        #expect(await rehearsal.service.events() == others)
        #expect(await rehearsal.run("undo", other, "--yes", "--expect-deletes", "6") == 0, "\(rehearsal.world.talk)")
        #expect(await rehearsal.service.events().isEmpty)
        #expect(await rehearsal.run("undo", other, "--yes") == 1)
        for file in [Rehearsal.file, other] { #expect(await rehearsal.run("apply", file, "--yes") == 0) }
        #expect(await rehearsal.service.events().count == 12)
    }

    /// Ways in which a connection breaks at one request.
    private static let breaks: [Fault.Effect] = [.dropBefore, .dropAfter, .cut(afterBytes: 40)]

    @Test(
        "a connection that breaks at any write of an undo: once more, and it is taken back",
        arguments: Rehearsal.few)
    func brokenUndo(behaviour: String) async throws {
        let whole = try await renamed(behaviour)
        #expect(await whole.run("undo", "--yes") == 0)
        let (wanted, writes) = (await whole.calendar(), await whole.writes().count)
        #expect(wanted.count == 6 && writes >= 6)
        for effect in behaviour == "plain" ? Self.breaks : [Self.breaks[1]] {
            for place in 0..<writes {
                let rehearsal = try await renamed(behaviour)
                let id = try #require(try history(rehearsal).last)
                await rehearsal.service.script([.when(method: "PUT", skip: place, effect)])
                let status = await rehearsal.run("undo", id, "--yes")
                #expect([0, 1, 5].contains(status), "\(effect) at \(place): \(status) \(rehearsal.world.talk)")
                await rehearsal.service.script([])
                #expect(await rehearsal.run("undo", id, "--yes") == 0, "\(effect) at \(place): \(rehearsal.world.talk)")
                #expect(await rehearsal.calendar() == wanted, "\(effect) at \(place)")
            }
        }
    }

    /// The ids of all runs, oldest first.
    private func history(_ rehearsal: Rehearsal) throws -> [String] {
        let text = try #require(rehearsal.world.file(Rehearsal.journal))
        return try text.split(separator: "\n").compactMap { line in
            let fields = try JSON(text: String(line)).members
            return fields?["kind"] == .text("begin") ? fields?["apply"]?.choices.first : nil
        }
    }

    /// A published plan of which three events have an exact double, one a copy that somebody edited.
    private func doubled(_ behaviour: String) async throws -> Rehearsal {
        let rehearsal = try await Rehearsal.published(behaviour)
        for key in ["base.w1.easy", "base.w1.long", "base.w2.long", "base.w2.easy"] {
            let event = try await rehearsal.event(key)
            let copy = try await rehearsal.service.copy(event: event.id, to: event.day)
            if key == "base.w2.easy" { try await rehearsal.service.edit(event: copy, #"{"name": "Mine"}"#) }
        }
        await rehearsal.service.resetLog()
        return rehearsal
    }

    @Test(
        "a connection that breaks at any request of a dedupe: once more, and only the doubles are gone",
        arguments: Rehearsal.few)
    func brokenDedupe(behaviour: String) async throws {
        let whole = try await doubled(behaviour)
        let originals = await whole.service.events().prefix(6).map(\.id)
        #expect(await whole.run("dedupe", Rehearsal.file, "--yes") == 0, "\(whole.world.talk)")
        let wanted = await whole.calendar()
        #expect(wanted.count == 7 && wanted.contains { $0.contains("Mine") })
        for effect in Self.breaks + [.commitOnly(items: 1), .commitOnly(items: 2)] {
            for (method, skip) in [("PUT", 0), ("GET", 2)] {
                let rehearsal = try await doubled(behaviour)
                // The reads are those of athlete and events, and the one that looks back.
                await rehearsal.service.script([.when(method: method, path: "/events", skip: skip, effect)])
                let status = await rehearsal.run("dedupe", Rehearsal.file, "--yes")
                #expect([0, 1, 5].contains(status), "\(effect): \(status)")
                await rehearsal.service.script([])
                #expect(await rehearsal.run("dedupe", Rehearsal.file, "--yes") == 0, "\(effect)")
                #expect(await rehearsal.calendar() == wanted, "\(effect)")
                #expect(await rehearsal.service.events().map(\.id).starts(with: originals), "\(effect)")
                #expect(await rehearsal.apply("--format", "json") == 0)
                #expect(try rehearsal.list("changes").isEmpty && rehearsal.list("kept").isEmpty, "\(effect)")
            }
        }
    }

    @Test("a machine that dies at any write to its disk inside undo or dedupe: once more, and it is done")
    func killed() async throws {
        for (make, words) in [(renamed, ["undo", "--yes"]), (doubled, ["dedupe", Rehearsal.file, "--yes"])] {
            let whole = try await make("plain")
            #expect(await whole.run(words) == 0)
            let wanted = await whole.calendar()
            var (saves, isDead) = (0, true)
            while isDead {
                let rehearsal = try await make("plain")
                let id = words[0] == "undo" ? [try #require(try history(rehearsal).last)] : []
                rehearsal.world.savesLeft = saves
                _ = await rehearsal.run([words[0]] + id + words.dropFirst())
                isDead = (rehearsal.world.savesLeft ?? 0) <= 0
                rehearsal.world.savesLeft = nil
                #expect(await rehearsal.run([words[0]] + id + words.dropFirst()) == 0, "\(words) after \(saves)")
                #expect(await rehearsal.calendar() == wanted, "\(words) after \(saves)")
                saves += 1
            }
            #expect(saves > 3)
        }
    }
}
