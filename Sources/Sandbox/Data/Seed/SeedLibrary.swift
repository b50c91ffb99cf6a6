/// Workouts and a plan that a believable athlete has collected.
enum SeedLibrary {
    /// A folder with its workouts.
    struct Folder {
        var name: String
        var isPlan = false
        var workouts: [(day: Int, type: String, name: String, text: String)]
    }

    /// Everything there is.
    static let folders = [
        Folder(
            name: "Rides",
            workouts: [
                (0, "Ride", "Endurance 2 h", "- 15m 55%\n- 95m 68%\n- 10m 55%\n"),
                (0, "Ride", "VO2max 5 x 4 min", "- 15m 50-75%\n\n5x\n- 4m 112%\n- 4m 50%\n\n- 10m 55%\n"),
                (0, "VirtualRide", "Sweet spot 2 x 20 min", "- 10m 50-70%\n\n2x\n- 20m 90%\n- 5m 55%\n\n- 10m 50%\n"),
                (0, "Ride", "Recovery spin", "- 45m 50%\n"),
            ]),
        Folder(
            name: "Runs",
            workouts: [
                (0, "Run", "Easy 40 min", "- 40m 75% Pace\n"),
                (
                    0, "Run", "Threshold 3 x 8 min",
                    "- 12m 72% Pace\n\n3x\n- 8m 98% Pace\n- 3m 65% Pace\n\n- 10m 70% Pace\n"
                ),
            ]),
        Folder(
            name: "Two weeks of base", isPlan: true,
            workouts: [
                (1, "Ride", "Tempo 2 x 15 min", "- 15m 60%\n\n2x\n- 15m 80%\n- 5m 55%\n\n- 10m 55%\n"),
                (3, "Run", "Easy run", "- 40m 75% Pace\n"),
                (5, "Ride", "Long ride", "- 2h30m 66%\n"),
                (8, "Ride", "Tempo 3 x 15 min", "- 15m 60%\n\n3x\n- 15m 80%\n- 5m 55%\n\n- 10m 55%\n"),
                (10, "Run", "Easy run", "- 45m 75% Pace\n"),
                (12, "Ride", "Long ride", "- 3h 66%\n"),
            ]),
    ]
}
