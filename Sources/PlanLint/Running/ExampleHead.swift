extension RuleExamples {
    /// What the plans of all examples begin with.
    public static let head = """
        format: 1
        id: example
        name: Example
        sport: Ride
        start: 2027-01-04
        templates: [example.yaml]
        athlete: {thresholds: {Ride: {ftp: 250}, Run: {pace: 4:30/km}}, fitness: {ctl: 60, atl: 60}}
        x-weeks:
          - &ride
            - {id: long, role: long, template: ride, day: sun, share: 35%}
            - {id: vo2, template: vo2, day: tue}
            - {id: easy, template: ride, count: 2, day: [wed, sat]}
          - &run
            - {id: long, role: long, template: run, day: sun, share: 27%}
            - {id: cruise, template: cruise, day: tue}
            - {id: easy, template: run, count: 3, day: [wed, thu, sat]}
          - &free
            - {id: long, role: long, template: ride, share: 35%}
            - {id: vo2, template: vo2}
            - {id: easy, template: ride, count: 2}
          - &taper
            - {id: vo2, template: vo2, day: tue}
            - {id: easy, template: ride, count: 2, day: [wed, fri]}

        """

    /// The templates of all examples, `example.yaml`.
    public static let templates = """
        format: 1
        templates:
          ride:
            name: Easy ride
            sport: Ride
            role: easy
            params: {time: {default: 1h, min: 20m, max: 8h, step: 1m}}
            scale: [time]
            text: |
              - ${time} 65%
          vo2:
            name: VO2max ${reps} x 4 min
            sport: Ride
            role: quality
            params: {reps: {default: 4, min: 3, max: 6}, easy: {default: 20m, min: 5m, max: 40m, step: 1m}}
            scale: [easy]
            text: |
              - ${easy} 60%

              ${reps}x
              - 4m 110%
              - 4m 50%
          sweetspot:
            name: Sweet spot
            sport: Ride
            role: quality
            params: {easy: {default: 20m, min: 5m, max: 40m, step: 1m}}
            scale: [easy]
            text: |
              - ${easy} 60%

              4x
              - 12m 90%
              - 3m 55%
          run:
            name: Easy run
            sport: Run
            role: easy
            params: {time: {default: 50m, min: 20m, max: 4h, step: 1m}}
            scale: [time]
            text: |
              - ${time} 75% Pace
          cruise:
            name: Cruise intervals
            sport: Run
            role: quality
            params: {easy: {default: 25m, min: 10m, max: 60m, step: 1m}}
            scale: [easy]
            text: |
              - ${easy} 72% Pace

              4x
              - 7m 98% Pace
              - 2m 65% Pace
          gym:
            name: Gym
            sport: WeightTraining
            role: strength
            duration: 45m
            load: 0
            prose: Squat, hinge, press.

        """
}
