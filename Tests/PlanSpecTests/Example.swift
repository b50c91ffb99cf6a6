import Diagnostics
import PlanSpec

/// The contract's own examples, as far as they are built.
enum Example {
    static let plan = """
        # yaml-language-server: $schema=../Schemas/plan.schema.json
        format: 1
        id: maratona-2027              # owner of its events on every calendar
        name: Maratona dles Dolomites 2027
        sport: Ride
        start: 2027-01-04
        week_starts: mon
        templates: [../Templates/ride.yaml, {openers: {role: easy, sport: Ride, text: "- 20m 60%"}}]
        x-notes: {anything: goes}

        athlete:
          timezone: Europe/Rome
          sex: female
          thresholds:
            Ride: {ftp: 250, indoor_ftp: 240, lthr: 168, max_hr: 186, resting_hr: 48}
            Run:  {pace: 4:35/km, lthr: 172, max_hr: 190}
            Swim: {pace: 1:50/100m}
          fitness: {ctl: 52, atl: 55}

        availability:
          default: 1h30
          mon: off
          fri: off
          sat: {max: 3h, sessions: 2}
          sun: {max: 5h, sports: [Ride]}
          from_calendar: false

        limits:
          ramp: 6
          load: 750
          hours: 12h
          growth: 20%
          form: -30
          hard: {per_week: 2, spacing: 48h}

        races:
          - id: maratona
            date: 2027-04-11
            name: Maratona dles Dolomites
            sport: Ride
            priority: A
            duration: 6h30
            load: 420
            description: Seven passes, 138 km.
          - {id: tuneup, date: 2027-03-07, priority: C, template: endurance-ride, recovery: 2d, time: "08:15"}

        phases:
          - id: base
            name: Base
            kind: base
            weeks: 12
            rhythm: 3:1
            recovery: 65%
            load: {start: 380, end: 560}
            week: &week
              - {id: long, role: long, template: endurance-ride, day: sun, share: 38%}
              - {id: vo2, role: quality, template: [vo2-4x4, vo2-5x3], day: [tue, wed]}
              - {id: tempo, role: quality, template: tempo-3x15, progress: {reps: [2, 3, 3, 4]}}
              - {id: easy, role: easy, template: endurance-ride, count: 2}
              - {id: gym, role: strength, sport: WeightTraining, template: gym-a, day: sat, load: 0}
              - {id: brick, role: easy, brick: [{template: tempo-3x15, share: 70%, indoor: true}, {sport: Run, text: "- 20m Z2 HR"}], day: sat}
              - {id: far, template: endurance-ride, distance: [40km, 60km], optional: true, name: "Far ${minutes}"}
            recovery_week:
              - {id: spin, role: easy, template: endurance-ride, params: {minutes: 1h}, count: 3}
            availability: {tue: 2h}
            sports: {Ride: 80%, Run: 20%}
            weeks_override:
              3: {load: 200, recovery: true}
              7:
                sessions: {long: {day: sat}, vo2: off}
                add:
                  - {id: opener, role: easy, sport: Ride, name: Opener, text: "- 20m 60%\\n\\n3x\\n- 1m 90%\\n- 3m 55%", load: 35}
                availability: {thu: off, default: 1h}
                name: Camp week
              9:
                week:
                  - {id: test, template: ramp-test, day: sat}
          - {id: taper, kind: taper, weeks: 2, load: [300, 220.5], week: *week}

        events:
          - {id: ftp-test, date: 2027-02-27, template: ramp-test, instead: quality}
          - {id: kick-off, date: 2027-01-04, kind: note, for: week, name: Season starts, description: Weigh in.}
          - {id: season, date: 2027-01-04, kind: season_start, name: 2027}

        life:
          - {id: ski-week, kind: holiday, from: 2027-02-14, to: 2027-02-20, availability: {default: off, sat: 1h}}
          - {id: flu, kind: sick, from: 2027-03-09, to: 2027-03-12, return: none}
          - {id: spring-camp, kind: camp, from: 2027-04-01, to: 2027-04-05, availability: {default: 5h}, load: 900}
        fixed:
          - {id: group-ride, every: wed, time: "18:30", sport: Ride, role: quality, duration: 1h30, load: 85, publish: false}
          - {id: club, every: [tue, thu], template: endurance-ride, from: 2027-02-01, phases: [base], except: [2027-02-16]}

        publish:
          phases: true
          targets: true
          time_of_day: {default: "07:00", sat: "09:00", second: "17:30"}
          lock: false
          life: true

        rails: {deletes: 30%, updates: 60%, freeze_days: 2, operations: 400}
        """

    static let templates = """
        format: 1
        templates:
          vo2-4x4:
            name: VO2max ${reps} x 4 min
            sport: Ride
            role: quality
            focus: vo2max
            description: Hard but even; the last rep as good as the first.
            params:
              reps: {default: 4, min: 3, max: 6}
              easy: {default: 20m, min: 10m, max: 60m}
            scale: [easy, reps]
            text: |
              Warmup
              - 15m ramp 50-75%

              Main set ${reps}x
              - 4m 108-112% 90rpm
              - 4m 50%

              Cooldown
              - ${easy} 60%
          vo2-5x3:
            sport: Ride
            role: quality
            text: |
              Main set 5x
              - 3m 112%
              - 3m 50%
          tempo-3x15:
            name: Tempo
            role: quality
            params:
              reps: {default: 3, min: 2, max: 4}
            text: |
              Main set ${reps}x
              - 15m 85%
              - 5m 55%
            indoor: {sport: VirtualRide, params: {reps: {default: 2, min: 2, max: 3}}}
          endurance-ride:
            name: Endurance
            params:
              minutes: {default: 90m, min: 30m, max: 5h, step: 10m}
            scale: [minutes]
            role: easy
            text: |
              - ${minutes} 65%
          ramp-test:
            name: Ramp test
            role: test
            text: |
              - 20m ramp 50-100%
              - 10m 55%
          gym-a:
            name: Gym A
            sport: WeightTraining
            role: strength
            duration: 45m
            load: 20
            prose: |
              Squat 3x5, hip hinge 3x8, 37" plank.
        """

    /// Reads a plan as `Plans/a.plan.yaml`, with the templates in `Templates/ride.yaml`.
    static func read(_ plan: String = plan, templates: String = templates) -> PlanReading {
        Plan.read(SourceFile(path: "Plans/a.plan.yaml", text: plan)) { path in
            path == "Templates/ride.yaml" ? Array(templates.utf8) : nil
        }
    }

    /// The example with one text replaced by another.
    static func read(replacing old: String, with new: String) -> PlanReading {
        let parts = plan.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
        precondition(parts.count == 2, "the example has no \(old)")
        return read(parts[0] + new + parts[1])
    }
}

/// Diagnostics as one line each: `path:line:column: error: message [id]`.
func lines(_ diagnostics: [Diagnostic]) -> [String] {
    diagnostics.map { item in
        let place = item.range.map { "\($0.file):\($0.start.line):\($0.start.column): " } ?? ""
        return "\(place)\(item.severity.rawValue): \(item.message) [\(item.id)]"
    }
}
