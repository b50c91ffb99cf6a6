import CivilDates

/// What a believable athlete trains on some day of the year.
struct SeedSession: Hashable {
    /// The activity type.
    var type: String
    /// The title.
    var name: String
    /// The steps, as a plan would have had them.
    var text: String
    /// Seconds after midnight at which it begins.
    var start: Int

    /// The session of a day, or nil on a day of rest; a week of every four is easier, winter is longer and calmer.
    static func on(_ day: CivilDate, seed: UInt64) -> SeedSession? {
        var random = SeededNumbers(seed: seed, day: day, purpose: 1)
        if isSick(day, seed: seed) || random.unit() < 0.07 { return nil }
        let week = day.daysSinceEpoch / 7
        let load = [0.95, 1.05, 1.15, 0.65][week % 4]
        let isBuilding = (3...9).contains(day.components.month)
        return switch day.weekday {
        case .mon: week % 3 == 0 ? swim() : nil
        case .tue: isBuilding ? hardRide(load, week) : sweetSpot(load)
        case .wed: easyRun(load)
        case .thu: isBuilding && week % 2 == 0 ? tempoRun(load) : sweetSpot(load)
        case .fri: week % 2 == 0 ? strength() : nil
        case .sat: longRide(load, isBuilding: isBuilding)
        case .sun: week % 3 == 2 ? longRun(load) : easyRide(load)
        }
    }

    /// Whether the day falls into the one week of illness of its half-year.
    static func isSick(_ day: CivilDate, seed: UInt64) -> Bool {
        guard let start = sickness(of: day, seed: seed) else { return false }
        return (0..<5).contains(day - start)
    }

    /// The first day of the illness of a day's half-year.
    static func sickness(of day: CivilDate, seed: UInt64) -> CivilDate? {
        let (year, month, _) = day.components
        guard let half = CivilDate(year: year, month: month < 7 ? 1 : 7, day: 1) else { return nil }
        var random = SeededNumbers(seed: seed, day: half, purpose: 2)
        return half + random.whole(20, 160)
    }

    private static func minutes(_ base: Int, _ load: Double) -> Int {
        max(10, Int((Double(base) * load / 5).rounded()) * 5)
    }

    private static func hardRide(_ load: Double, _ week: Int) -> SeedSession {
        let count = load < 0.8 ? 3 : load > 1.1 ? 6 : 5
        let work = week % 2 == 0 ? "- 4m 112%\n- 4m 50%" : "- 3m 118%\n- 3m 50%"
        return SeedSession(
            type: "Ride", name: "VO2max \(count) x \(week % 2 == 0 ? 4 : 3) min",
            text: "Warmup\n- 15m 50-75%\n\n\(count)x\n\(work)\n\nCooldown\n- 10m 55%\n", start: 18 * 3600)
    }

    private static func sweetSpot(_ load: Double) -> SeedSession {
        let block = minutes(15, load)
        return SeedSession(
            type: "VirtualRide", name: "Sweet spot 2 x \(block) min",
            text: "Warmup\n- 10m 50-70%\n\n2x\n- \(block)m 90%\n- 5m 55%\n\nCooldown\n- 10m 50%\n", start: 18 * 3600)
    }

    private static func longRide(_ load: Double, isBuilding: Bool) -> SeedSession {
        let length = minutes(isBuilding ? 180 : 150, load)
        return SeedSession(
            type: "Ride", name: "Long ride", text: "- 20m 60%\n- \(length - 30)m 68%\n- 10m 55%\n", start: 9 * 3600)
    }

    private static func easyRide(_ load: Double) -> SeedSession {
        SeedSession(
            type: "Ride", name: "Easy ride", text: "- 10m 55%\n- \(minutes(75, load))m 62%\n", start: 10 * 3600)
    }

    private static func easyRun(_ load: Double) -> SeedSession {
        SeedSession(
            type: "Run", name: "Easy run", text: "- 5m 70% Pace\n- \(minutes(40, load))m 76% Pace\n", start: 7 * 3600)
    }

    private static func tempoRun(_ load: Double) -> SeedSession {
        let count = load < 0.8 ? 2 : 3
        return SeedSession(
            type: "Run", name: "Threshold run \(count) x 8 min",
            text: "Warmup\n- 12m 72% Pace\n\n\(count)x\n- 8m 98% Pace\n- 3m 65% Pace\n\nCooldown\n- 10m 70% Pace\n",
            start: 7 * 3600)
    }

    private static func longRun(_ load: Double) -> SeedSession {
        SeedSession(type: "Run", name: "Long run", text: "- \(minutes(90, load))m 77% Pace\n", start: 9 * 3600)
    }

    private static func swim() -> SeedSession {
        SeedSession(
            type: "Swim", name: "Swim technique",
            text: "- 400mtr 80% Pace\n\n8x\n- 50mtr 95% Pace\n- 20s rest\n\n- 400mtr 82% Pace\n", start: 19 * 3600)
    }

    private static func strength() -> SeedSession {
        SeedSession(type: "WeightTraining", name: "Strength", text: "Squats, lunges, core", start: 18 * 3600)
    }
}
