import ArgumentParser
import CivilDates

/// A plan to start from, with the templates that it uses.
enum Example: String, ExpressibleByArgument, CaseIterable {
    case ride, run

    /// The plan file's text.
    func plan(id: String, start: CivilDate) -> String {
        """
        # yaml-language-server: $schema=.plan/schemas/plan.schema.json
        # A plan is text: edit it, look at `plan preview`, publish it with `plan apply`.
        format: 1
        id: \(id)                 # owns its events on the calendar; keep it
        name: \(title(id))
        sport: \(self == .ride ? "Ride" : "Run")
        start: \(start)          # a Monday, the first week's first day
        templates: [../Templates/\(templateFile)]

        athlete:
          thresholds:
            \(thresholds)
          fitness: {ctl: 40, atl: 40}      # the evening before the start, from the fitness page

        availability:                      # what each day allows; "off" is a day off
          default: 1h15
          mon: off
          fri: off
          sat: 2h
          sun: \(self == .ride ? "3h30" : "2h30")

        limits:                            # plan check refuses a plan that goes over these
          ramp: 6                          # CTL points a week

        phases:
          - id: base
            name: Base
            kind: base                     # three loading weeks, then a recovery week
            weeks: 8
            load: {start: \(self == .ride ? "290, end: 360" : "270, end: 330")}   # training load a week
            week:
        \(week)

        """
    }

    /// What git leaves out of `.plan/`: all but the state.
    static let ignoredState = "*\n!.gitignore\n!state/\n!state/**\n"

    /// The name of the template file in `Templates/`.
    var templateFile: String { "starter-\(rawValue).yaml" }

    /// The template file's text.
    var templates: String {
        switch self {
        case .ride: Example.rideTemplates
        case .run: Example.runTemplates
        }
    }

    private func title(_ id: String) -> String {
        let words = id.split(separator: "-").joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    private var thresholds: String {
        self == .ride ? "Ride: {ftp: 250, lthr: 168}" : "Run: {lthr: 172, pace: 4:30/km}"
    }

    private var week: String {
        switch self {
        case .ride:
            """
                  - {id: long, role: long, template: long-ride, day: sun, share: 40%}
                  - {id: tempo, role: quality, template: tempo, day: [tue, wed], progress: {reps: [2, 2, 3]}}
                  - {id: easy, role: easy, template: easy-ride, count: 3}
            """
        case .run:
            """
                  - {id: long, role: long, template: long-run, day: sun, share: 28%}
                  - {id: tempo, role: quality, template: tempo, day: [tue, wed], progress: {reps: [2, 2, 2, 3]}}
                  - {id: easy, role: easy, template: easy-run, count: 3}
            """
        }
    }
}

extension Example {
    private static let rideTemplates = """
        # Workouts that plans use by name. ${ride} is a parameter; sizing turns those listed in `scale`.
        format: 1
        templates:
          easy-ride:
            name: Easy ride
            sport: Ride
            role: easy
            focus: endurance
            description: You can talk in whole sentences all the way.
            params:
              ride: {default: 1h, min: 30m, max: 3h, step: 5m}
            scale: [ride]
            text: |
              - ${ride} 60-68%

          long-ride:
            name: Long ride
            sport: Ride
            role: long
            focus: endurance
            description: Start easier than feels right, and eat early.
            params:
              ride: {default: 2h, min: 45m, max: 5h, step: 5m}
            scale: [ride]
            text: |
              Warmup
              - 15m ramp 50-65%

              - ${ride} 64-72%

          tempo:
            name: Tempo ${reps} x 10 min
            sport: Ride
            role: quality
            focus: tempo
            description: Even pressure on the pedals; breathing is deep but under control.
            params:
              reps: {default: 2, min: 2, max: 4}
              easy: {default: 10m, min: 5m, max: 40m, step: 5m}
            scale: [easy]
            text: |
              Warmup
              - 10m ramp 50-70%

              Main set ${reps}x
              - 10m 80-86%
              - 4m 55%

              Cooldown
              - ${easy} 55%

        """

    private static let runTemplates = """
        # Workouts that plans use by name. ${run} is a parameter; sizing turns those listed in `scale`.
        format: 1
        templates:
          easy-run:
            name: Easy run
            sport: Run
            role: easy
            focus: endurance
            description: Relaxed shoulders, short steps, no watching the clock.
            params:
              run: {default: 45m, min: 20m, max: 90m, step: 5m}
            scale: [run]
            text: |
              - ${run} 74-80% Pace

          long-run:
            name: Long run
            sport: Run
            role: long
            focus: endurance
            description: Slow enough to finish as fresh as you began.
            params:
              run: {default: 75m, min: 40m, max: 150m, step: 5m}
            scale: [run]
            text: |
              - ${run} 74-80% Pace

          tempo:
            name: Tempo ${reps} x 8 min
            sport: Run
            role: quality
            focus: threshold
            description: Comfortably hard, every repeat the same.
            params:
              reps: {default: 2, min: 2, max: 4}
              easy: {default: 10m, min: 5m, max: 25m, step: 5m}
            scale: [easy]
            text: |
              Warmup
              - 12m 75% Pace

              Main set ${reps}x
              - 8m 94-97% Pace
              - 2m 70% Pace

              Cooldown
              - ${easy} 72% Pace

        """
}
