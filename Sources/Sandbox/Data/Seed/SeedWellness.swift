import CivilDates

/// How a believable athlete slept and felt.
enum SeedWellness {
    /// What is entered of a day.
    static func record(on day: CivilDate, seed: UInt64) -> Record {
        var random = SeededNumbers(seed: seed, day: day, purpose: 4)
        let isSick = SeedSession.isSick(day, seed: seed)
        let isTired =
            SeedSession.on(day - 1, seed: seed).map { $0.name.contains("x") || $0.name.contains("Long") } ?? false
        let season = abs(Double(day.components.month) - 7) / 6
        var record = Record()
        record["weight"] = .float(Float((random.around(71.2 + 1.6 * season, 0.25) * 10).rounded() / 10))
        record["restingHR"] = .integer(Int(random.around(isSick ? 58 : isTired ? 50 : 47, 1)))
        record["hrv"] = .float(Float(random.around(isSick ? 42 : isTired ? 58 : 68, 4).rounded()))
        record["sleepSecs"] = .integer(Int(random.around(27_000, 1500) / 60) * 60)
        record["sleepQuality"] = .integer(random.whole(1, isSick ? 4 : 3))
        record["steps"] = .integer(Int(random.around(isSick ? 2500 : 8200, 1200)))
        // Not every morning is there time for questions.
        if random.unit() < 0.8 {
            record["soreness"] = .integer(isTired ? random.whole(2, 3) : random.whole(1, 2))
            record["fatigue"] = .integer(isSick ? 4 : isTired ? random.whole(2, 3) : random.whole(1, 2))
            record["stress"] = .integer(random.whole(1, 3))
            record["mood"] = .integer(isSick ? 3 : random.whole(1, 2))
            record["motivation"] = .integer(isSick ? 3 : random.whole(1, 2))
        }
        if isSick { record["comments"] = "Cold, no training" }
        return record
    }
}
