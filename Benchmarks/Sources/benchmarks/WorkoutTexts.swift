/// Texts of typical workouts, the same on every machine.
enum WorkoutTexts {
    /// `count` workouts with a description, a warm-up, one or two repeats and a cool-down.
    ///
    /// - Parameter scale: how many times longer each step lasts; the text has the same number of steps.
    static func make(_ count: Int, scale: Int = 1) -> [String] {
        (0..<count).map { number in
            switch number % 4 {
            case 0: intervals(number, scale)
            case 1: sweetSpot(number, scale)
            case 2: endurance(number, scale)
            default: sprints(number, scale)
            }
        }
    }

    private static func intervals(_ number: Int, _ scale: Int) -> String {
        """
        Hard but even: the last repeat is as good as the first.

        Warmup
        - 15m ramp 50-75% 85-95rpm
        - 3m 55%

        Main set \(3 + number % 5)x
        - Hard \((3 + number % 4) * scale)m 106-112% 90-100rpm
        - Easy \((2 + number % 3) * scale)m 50%

        Cooldown
        - 10m ramp 65-45%

        """
    }

    private static func sweetSpot(_ number: Int, _ scale: Int) -> String {
        """
        Warmup
        - 10m ramp 45-70%

        \(2 + number % 3)x
        - Sweet spot, seated \((12 + number % 9) * scale)m 88-92%
        - \(5 * scale)m 55%

        - \((20 + number % 30) * scale)m Z2

        Cooldown
        - 10m 50%

        """
    }

    private static func endurance(_ number: Int, _ scale: Int) -> String {
        """
        Eat early, drink often.
        Keep the climbs below threshold.

        - 15m 55%
        - \((60 + number % 60) * scale)m 65-72% 85rpm
        - 10m 80%
        - \((30 + number % 20) * scale)m 68%
        - 10m 50% intensity=cooldown

        """
    }

    private static func sprints(_ number: Int, _ scale: Int) -> String {
        """
        - 20m ramp 50-70%

        Sprints \(4 + number % 6)x
        - Sprint 15s 200% power=3s
        - Roll \(165 * scale)s 50%

        - 10m 60%

        Over and under \(2 + number % 2)x
        - 2m 95%
        - 1m 105%
        - 2m 95%
        - 1m 105%
        - 4m 50%

        - 12m 55%

        """
    }
}
