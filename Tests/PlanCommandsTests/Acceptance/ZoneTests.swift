import CivilDates
import Foundation
import Sandbox
import Testing

@testable import PlanCommands

/// Acceptance 21: whose midnight counts.
@Suite struct ZoneTests {
    /// A moment at which the athlete's date is known.
    struct Moment: CustomTestStringConvertible {
        let zone: String
        let start: String
        let utc: String
        let today: String

        var testDescription: String { "\(utc) in \(zone)" }
    }

    /// The athlete sits in each zone, the coach always in Honolulu, UTC-10.
    private static let moments: [Moment] = [
        // UTC+13: midnight is 11:00 UTC; the coach has yesterday, or the day before.
        ("Pacific/Apia", "2027-01-04", "2027-01-05T09:59:59Z", "2027-01-05"),
        ("Pacific/Apia", "2027-01-04", "2027-01-05T10:59:59Z", "2027-01-05"),
        ("Pacific/Apia", "2027-01-04", "2027-01-05T11:00:00Z", "2027-01-06"),
        ("Pacific/Apia", "2027-01-04", "2027-01-07T09:59:59Z", "2027-01-07"),
        ("Pacific/Apia", "2027-01-04", "2027-01-09T11:00:00Z", "2027-01-10"),
        // UTC-10, from a machine that might stand anywhere.
        ("Pacific/Honolulu", "2027-01-04", "2027-01-06T09:59:59Z", "2027-01-05"),
        ("Pacific/Honolulu", "2027-01-04", "2027-01-06T10:00:00Z", "2027-01-06"),
        // The day on which clocks go forward begins at 23:00 UTC and ends an hour early.
        ("Europe/Rome", "2027-03-22", "2027-03-27T22:59:59Z", "2027-03-27"),
        ("Europe/Rome", "2027-03-22", "2027-03-27T23:00:00Z", "2027-03-28"),
        ("Europe/Rome", "2027-03-22", "2027-03-28T21:59:59Z", "2027-03-28"),
        ("Europe/Rome", "2027-03-22", "2027-03-28T22:00:00Z", "2027-03-29"),
        // The day on which they go back is an hour longer.
        ("Europe/Rome", "2027-10-25", "2027-10-30T21:59:59Z", "2027-10-30"),
        ("Europe/Rome", "2027-10-25", "2027-10-30T22:00:00Z", "2027-10-31"),
        ("Europe/Rome", "2027-10-25", "2027-10-31T22:59:59Z", "2027-10-31"),
        ("Europe/Rome", "2027-10-25", "2027-10-31T23:00:00Z", "2027-11-01"),
        // An unknown zone counts as the latest on Earth, UTC+14.
        ("Mars/Base", "2027-01-04", "2027-01-04T09:59:59Z", "2027-01-04"),
        ("Mars/Base", "2027-01-04", "2027-01-04T10:00:00Z", "2027-01-05"),
        ("Mars/Base", "2027-01-04", "2027-01-09T23:00:00Z", "2027-01-10"),
    ].map(Moment.init)

    /// The program's own idea of zones, on a machine that stands in Honolulu.
    private func context(of world: World, _ moment: Moment) throws -> CommandContext {
        let date = try #require(ISO8601DateFormatter().date(from: moment.utc))
        let (now, live) = (Int(date.timeIntervalSince1970), CommandContext.live())
        var context = world.context
        context.now = { now }
        context.date = { now, zone in live.date(now, zone ?? "Pacific/Honolulu") }
        return context
    }

    private func published(_ moment: Moment, rails: String = "") async throws -> Rehearsal {
        let rehearsal = try Rehearsal(data: .fresh(timezone: moment.zone)) {
            $0.replacing("2027-01-04", with: moment.start) + "rails: {updates: 100%, deletes: 100%}\n"
        }
        #expect(await rehearsal.apply() == 0, "\(rehearsal.world.talk)")
        // The client holds the service's clock against the machine's own; what day it is follows from the context.
        await rehearsal.service.use(SandboxClock(milliseconds: { Int(Date().timeIntervalSince1970) * 1000 }))
        rehearsal.world.set("Templates/t.yaml", smallTemplates.replacing("name: Ride", with: "name: Spin"))
        return rehearsal
    }

    @Test("21: the lock follows the athlete's date, to the second", arguments: moments)
    func locked(moment: Moment) async throws {
        let rehearsal = try await published(moment)
        let before = await rehearsal.service.events()
        rehearsal.world.clear()
        let words = ["apply", Rehearsal.file, "--yes", "--sandbox", "--format", "json"]
        let status = await rehearsal.world.run(words, in: try context(of: rehearsal.world, moment))
        #expect(status == 0, "\(rehearsal.world.talk)")
        #expect(try rehearsal.json()["today"] as? String == moment.today)
        let zone = try rehearsal.json()["timezone"]
        #expect(zone as? String == (moment.zone == "Mars/Base" ? nil : moment.zone))
        let locked = try rehearsal.list("locked").compactMap { entry -> String? in
            (entry["date"] as? String).map { "\($0) \(entry["why"] as? String ?? "")" }
        }
        let today = try #require(CivilDate(moment.today))
        #expect(locked == before.filter { $0.day <= today }.map { "\($0.day) \($0.day < today ? "past" : "today")" })
        for event in before {
            let after = try #require(await rehearsal.service.event(event.id))
            #expect(after.name == (event.day <= today ? "Ride" : "Spin"), "\(event.day)")
        }
    }

    @Test("21: where the service's clock is twelve hours off nothing is written", arguments: [-13, -11, 0, 11, 13])
    func clock(hours: Int) async throws {
        let rehearsal = try await published(Self.moments[0])
        let milliseconds = { @Sendable in Int(Date().timeIntervalSince1970) * 1000 + hours * 3_600_000 }
        await rehearsal.service.use(SandboxClock(milliseconds: milliseconds))
        await rehearsal.service.resetLog()
        rehearsal.world.clear()
        let words = ["apply", Rehearsal.file, "--yes", "--sandbox"]
        let isOff = abs(hours) > 12
        let status = await rehearsal.world.run(words, in: try context(of: rehearsal.world, Self.moments[0]))
        #expect(status == (isOff ? 4 : 0), "\(rehearsal.world.talk)")
        #expect(await rehearsal.writes().isEmpty == isOff)
    }

    @Test("21: nor does an event move over the athlete's midnight")
    func moves() async throws {
        for (utc, isLocked) in [("2027-01-05T10:59:59Z", false), ("2027-01-05T11:00:00Z", true)] {
            // Thursday's session moves to Wednesday, just when Apia turns to it.
            let moment = Moment(zone: "Pacific/Apia", start: "2027-01-04", utc: utc, today: "")
            let rehearsal = try await published(moment)
            try rehearsal.edit("count: 2, day: [tue, thu]", "count: 2, day: [tue, wed]")
            rehearsal.world.clear()
            let words = ["diff", Rehearsal.file, "--sandbox", "--format", "json"]
            #expect(await rehearsal.world.run(words, in: try context(of: rehearsal.world, moment)) == 0)
            let moved = try rehearsal.list("changes").first { $0["key"] as? String == "base.w1.easy-2" }
            // An event whose day is gone leaves the calendar instead.
            #expect(moved?["action"] as? String == (isLocked ? "delete" : "update"), "\(utc)")
            #expect((moved?["reason"] as? String == "moved_into_past") == isLocked)
        }
    }
}
