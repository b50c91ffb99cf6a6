import CivilDates
import Diagnostics
import PlanSpec
import Testing
import Workouts

/// Rosters as they are read, and what their overrides make of a plan.
struct RosterTests {
    private static let plan = """
        format: 1
        id: club
        name: Club
        sport: Ride
        start: 2027-01-04
        templates: [ride.yaml]
        athlete: {thresholds: {Ride: {ftp: 250, lthr: 168}}, fitness: {ctl: 40, atl: 40}}
        availability: {default: 2h, tue: 1h30, sat: {max: 3h, sessions: 2}, sun: {max: 5h, sports: [Ride]}}
        limits: {ramp: 6, hard: {per_week: 2, spacing: 48h}}
        races:
          - {id: club-race, date: 2027-01-16, priority: B, load: 120, duration: 2h}
          - {id: sprint, date: 2027-01-10, priority: C, load: 60, duration: 1h}
        phases:
          - id: base
            kind: base
            weeks: 2
            load: [300, 320]
            week: [{id: long, role: long, template: ride, day: sun}]
            weeks_override: {2: {load: 200}}

        """

    private static let templates = """
        format: 1
        templates:
          ride:
            name: Ride
            sport: Ride
            role: easy
            params: {time: {default: 1h, min: 30m, max: 5h}}
            scale: [time]
            text: "- ${time} 65%"

        """

    private func roster(_ athletes: String, _ top: String = "plan: club.plan.yaml\n") -> RosterReading {
        Roster.read(
            SourceFile(
                path: "Plans/squad.yaml", bytes: Array("format: 1\nid: squad\n\(top)athletes:\n\(athletes)\n".utf8)))
    }

    private func plan(override: String, _ more: String = "") throws -> PlanReading {
        let reading = roster("  - {id: i1\(more), override: {\(override)}}")
        #expect(reading.diagnostics == [])
        let athlete = try #require(reading.roster?.athletes.first)
        #expect(athlete.plan.value == "Plans/club.plan.yaml")
        let file = SourceFile(path: athlete.plan.value, bytes: Array(Self.plan.utf8))
        return Plan.read(file, as: athlete.variant) { $0 == "Plans/ride.yaml" ? Array(Self.templates.utf8) : nil }
    }

    @Test("athletes take the roster's plan and credential, or their own")
    func inheritance() throws {
        let reading = roster(
            """
              - {id: i101, name: Anna, groups: [women, a]}
              - {id: i102, plan: ../Other/own.plan.yaml, credential: {env: BEN_KEY}}
              - {id: 7, credential: {command: [pass, show, key]}}
            """, "plan: club.plan.yaml\ncredential: {file: coach.key}\n")
        #expect(reading.diagnostics == [])
        let athletes = try #require(reading.roster).athletes
        #expect(athletes.map(\.id.value) == ["i101", "i102", "7"])
        #expect(athletes.map(\.plan.value) == ["Plans/club.plan.yaml", "Other/own.plan.yaml", "Plans/club.plan.yaml"])
        #expect(athletes[0].groups == ["women", "a"])
        #expect(athletes[0].credential == nil)
        #expect(athletes[0].sharedCredential == .file("Plans/coach.key"))
        #expect(athletes[1].credential == .environment("BEN_KEY"))
        #expect(athletes[2].credential == .command(["pass", "show", "key"]))
    }

    @Test("maps merge key by key, and a day's total joins a map")
    func maps() throws {
        let reading = try plan(
            override: """
                athlete: {thresholds: {Ride: {ftp: 200}}}, limits: {hard: {per_week: 1}}, \
                availability: {wed: off, tue: {sessions: 2}, sun: {sports: [Ride, Run]}}
                """)
        #expect(reading.diagnostics == [])
        let plan = try #require(reading.plan)
        #expect(plan.athlete.thresholds[.ride]?.ftp == 200)
        #expect(plan.athlete.thresholds[.ride]?.lthr == 168)
        #expect(plan.athlete.fitness?.ctl == 40)
        #expect(plan.limits.ramp?.value == 6)
        #expect(plan.limits.hardPerWeek == 1)
        #expect(plan.availability.day(.wed).isOff)
        #expect(plan.availability.day(.tue) == Availability.Day(max: 5400, sessions: 2))
        #expect(plan.availability.day(.sun) == Availability.Day(max: 18_000, sports: [.ride, .run]))
        #expect(plan.availability.day(.sat) == Availability.Day(max: 10_800, sessions: 2))
    }

    @Test("entries with ids merge by id, `off` drops one, a new id adds one")
    func entries() throws {
        let reading = try plan(
            override: """
                races: [{id: club-race, date: 2027-01-15}, {id: sprint, off: true}, \
                {id: own, date: 2027-01-06, priority: C, load: 50}]
                """)
        #expect(reading.diagnostics == [])
        let races = try #require(reading.plan).races
        #expect(races.map(\.id.value) == ["club-race", "own"])
        #expect(races[0].date.value == CivilDate("2027-01-15"))
        #expect(races[0].load == 120)
        #expect(races[0].date.range.file == "Plans/squad.yaml")
    }

    @Test("a load factor multiplies the weeks' loads, and nothing else")
    func factor() throws {
        let plan = try #require(try plan(override: "load_factor: 80%").plan)
        #expect(plan.phases[0].load?.value == .list([240, 256]))
        #expect(plan.phases[0].overrides[2]?.load?.value == 160)
        #expect(plan.races.map(\.load) == [120, 60])
    }

    @Test("an own start takes the place of the plan's")
    func start() throws {
        let reading = try plan(
            override: "races: [{id: club-race, off: true}, {id: sprint, off: true}]", ", start: 2027-02-01")
        #expect(reading.diagnostics == [])
        #expect(reading.plan?.start.value == CivilDate("2027-02-01"))
    }

    @Test("a fault of an override points into the roster")
    func places() throws {
        let reading = try plan(override: "limits: {ramp: fast}, races: [{id: club-race, prio: A}]")
        #expect(reading.diagnostics.map(\.id) == ["bad-number", "unknown-key"])
        #expect(reading.diagnostics.allSatisfy { $0.range?.file == "Plans/squad.yaml" })
        #expect(reading.files.map(\.path) == ["Plans/squad.yaml", "Plans/club.plan.yaml", "Plans/ride.yaml"])
    }
}
