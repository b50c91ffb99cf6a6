import Diagnostics
import Testing
import CivilDates

@testable import Periodization
@testable import PlanSpec

/// Templates that the plans of these tests use.
let testTemplates = """
    format: 1
    templates:
      ride:
        name: Ride
        sport: Ride
        role: easy
        params:
          time: {default: 1h, min: 30m, max: 5h, step: 5m}
        scale: [time]
        text: |
          - ${time} 65%
      fine:
        name: Fine ride
        sport: Ride
        role: easy
        params:
          time: {default: 1h, min: 1m, max: 10h, step: 1m}
        scale: [time]
        text: |
          - ${time} 65%
      run-far:
        name: Far run
        sport: Run
        role: easy
        params:
          way: {default: 10km, min: 1km, max: 200km, step: 0.1km}
        scale: [way]
        text: |
          - ${way} 80% Pace
      hard:
        name: Hard ${reps} x 5
        sport: Ride
        role: quality
        params:
          reps: {default: 4, min: 2, max: 8}
          easy: {default: 20m, min: 10m, max: 90m, step: 5m}
        scale: [easy, reps]
        text: |
          - 10m ramp 50-75%

          ${reps}x
          - 5m 105%
          - 5m 50%

          - ${easy} 60%
      other:
        name: Other
        sport: Ride
        role: quality
        text: |
          - 1h 85%
      run:
        name: Run ${time}
        sport: Run
        role: easy
        params:
          time: {default: 40m, min: 15m, max: 3h, step: 5m}
        scale: [time]
        text: |
          - ${time} 75% Pace
      tempo-run:
        name: Tempo run
        sport: Run
        role: quality
        params:
          easy: {default: 20m, min: 5m, max: 60m, step: 5m}
        scale: [easy]
        text: |
          - ${easy} 70% Pace
          - 15m 95% Pace
      swim:
        name: Swim
        sport: Swim
        role: easy
        params:
          far: {default: 1500mtr, min: 500mtr, max: 4000mtr}
        scale: [far]
        text: |
          - ${far} 85% Pace
      trainer:
        name: Trainer
        sport: Ride
        role: quality
        params:
          time: {default: 1h, min: 30m, max: 2h, step: 5m}
        scale: [time]
        text: |
          - ${time} 90%
        indoor:
          sport: VirtualRide
          text: |
            - ${time} 88%
      gym:
        name: Gym
        sport: WeightTraining
        role: strength
        duration: 45m
        load: 20
        prose: |
          Squats
      test:
        name: Test
        sport: Ride
        role: test
        text: |
          - 40m 60%
          - 20m 100%
    """

/// Reads a plan whose head is the usual one; `body` begins with its other keys.
func readPlan(_ body: String, head: String? = nil) throws -> Plan {
    let head =
        head ?? """
            format: 1
            id: p
            name: P
            sport: Ride
            start: 2027-01-04
            templates: [t.yaml]
            athlete: {thresholds: {Ride: {ftp: 250, indoor_ftp: 200}, Run: {pace: 4:35/km}, Swim: {pace: 1:50/100m}}, fitness: {ctl: 50, atl: 50}}

            """
    let reading = Plan.read(SourceFile(path: "p.yaml", text: head + body)) { _ in Array(testTemplates.utf8) }
    #expect(reading.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
    return try #require(reading.plan)
}

/// Expands the plan that `body` describes.
func expand(_ body: String) throws -> Schedule {
    Schedule(try readPlan(body))
}

extension Schedule {
    /// The entry of a key.
    func entry(_ key: String) -> PlannedEntry? {
        entries.first { $0.key == key }
    }

    /// The weekday of a key, such as `tue`; nil where there is none.
    func day(_ key: String) -> String? {
        entry(key)?.date.weekday.code
    }

    /// The ids of what the engine said.
    var findings: [String] { diagnostics.map(\.id) }
}
