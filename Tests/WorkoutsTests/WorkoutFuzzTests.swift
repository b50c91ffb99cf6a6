import Testing

@testable import Workouts

/// `text` with some scalars replaced, doubled, dropped or put in.
func mutated(_ text: String, seed: UInt64) -> String {
    var random = SeededGenerator(seed &+ 77)
    var scalars = Array(text.unicodeScalars)
    let pool = Array("09-xX%wWmhs'\"\n\n \tZz.,:/=^<!>+km\u{2013}\u{FEFF}\u{0301}\u{1F600}\u{D}RPpacet".unicodeScalars)
    for _ in 0..<Int.random(in: 0...12, using: &random) {
        let place = Int.random(in: 0...scalars.count, using: &random)
        let scalar = pool.randomElement(using: &random) ?? "x"
        switch Int.random(in: 0...3, using: &random) {
        case 0 where place < scalars.count: scalars[place] = scalar
        case 1 where place < scalars.count: scalars.remove(at: place)
        case 2 where place < scalars.count:
            let end = min(scalars.count, place + Int.random(in: 1...30, using: &random))
            scalars.insert(contentsOf: scalars[place..<end], at: place)
        default: scalars.insert(scalar, at: place)
        }
    }
    return String(String.UnicodeScalarView(scalars))
}

@Suite("Anything as a workout")
struct WorkoutFuzzTests {
    private let sports: [Sport] = [.ride, .run, .swim, .weightTraining]

    /// Reads, plans, prints and draws a text, and checks what holds for every text.
    private func check(_ text: String, _ seed: UInt64) throws {
        let reading = Workout.read(text)
        let count = text.unicodeScalars.count
        #expect(reading.findings.allSatisfy { $0.range.lowerBound >= 0 && $0.range.upperBound <= count })
        #expect(reading.stepRanges.allSatisfy { $0.upperBound <= count })
        var thresholds = Thresholds(ftp: Int(seed % 400), lthr: 160, thresholdPace: 3)
        (thresholds.maxHR, thresholds.restingHR) = (185, 50)
        let sport = sports[Int(seed % 4)]
        let planned = reading.workout.planned(sport: sport, thresholds: thresholds)
        #expect(planned.duration >= 0)
        #expect(planned.load ?? 0 >= 0)
        _ = WorkoutDocument(reading.workout, planned: planned, sport: sport, thresholds: thresholds, isResolved: true)
        if reading.workout.items.count < 50, planned.duration < 1_000_000 {
            _ = reading.workout.profile(sport: sport, thresholds: thresholds)
        }
        let printed = reading.workout.text
        let again = Workout.read(printed).workout
        guard again.stepCount != reading.workout.stepCount || again.text != printed else { return }
        Issue.record("seed \(seed):\n\(text)\n--- printed\n\(printed)\n--- again\n\(again.text)")
    }

    @Test("mutated workouts are read, planned and printed without a trap, and printing is stable")
    func mutations() throws {
        for seed: UInt64 in 0..<1200 { try check(mutated(GeneratedWorkout.make(seed).text, seed: seed), seed) }
    }

    @Test("random scalars are read, planned and printed without a trap")
    func scalars() throws {
        let pool = Array("- - \n\n0123456789xhms'\"%wZzRPMCZ.:/^<!>=–—pace HR ramp free km\r\t€😀".unicodeScalars)
        for seed: UInt64 in 0..<1500 {
            var random = SeededGenerator(seed)
            let length = Int.random(in: 0...80, using: &random)
            let scalars = (0..<length).compactMap { _ in pool.randomElement(using: &random) }
            try check(String(String.UnicodeScalarView(scalars)), seed)
        }
    }

    @Test("random bytes, decoded as a file's would be, are read, planned and printed without a trap")
    func bytes() throws {
        for seed: UInt64 in 0..<800 {
            var random = SeededGenerator(seed &+ 900)
            let length = Int.random(in: 0...120, using: &random)
            let bytes = (0..<length).map { _ in
                Bool.random(using: &random) ? UInt8.random(in: 0...255, using: &random) : UInt8(ascii: "-")
            }
            try check(String(decoding: bytes, as: UTF8.self), seed)
        }
    }

    @Test("numbers of every size and form in every place of an item", arguments: numbers)
    func sizes(number: String) throws {
        let forms = [
            "- Nm 50%", "- Nh", "- NhNmNs N%", "- N's", "- Nkm N:NN/km Pace", "- Nmtr N-N% Pace", "- 5m N-Nw",
            "- 5m ZN",
            "- 5m ZN-ZN HR", "- 5m CZN", "- 5m N% MMP Ns", "Nx\n- Nm Nw", "- 5m Nrpm", "- N^N a N^b <!> 5m",
            "- 5m N% LTHR",
            "Pool length: Nm\n- Nmtr N:N Pace", "- 5m ramp N-N%\n- Ns ramp Nw-Nw",
        ]
        for (seed, form) in forms.enumerated() { try check(form.replacing("N", with: number), UInt64(seed)) }
    }

    private static let numbers = [
        "0", "00", "1", "-1", "0.5", ".5", "1.", "1e308", "1e-308", "nan", "inf", "2147483648", "9223372036854775807",
        "9223372036854775808", "99999999999999999999", "0.00000000000000000001", "999999999.999999999",
        String(repeating: "9", count: 400), "0x10", "١٢", "1,5", "1_000",
    ]

    @Test("huge counts, lengths and targets stay within bounds")
    func extremes() throws {
        let nines = String(repeating: "9", count: 40)
        let block =
            "\(nines)x\n" + String(repeating: "- \(nines)h \(nines)w \(nines)% Pace \(nines)% LTHR\n", count: 50)
        try check(String(repeating: block + "\n", count: 20), 3)
        try check("- \(nines)km \(nines):59/km Pace\n- \(nines)mi 0:00 Pace\n- 5m 0% Pace", 1)
        try check("- \(nines)km 0.000001% Pace", 1)
    }

    @Test("a very long line and very many lines take no quadratic time")
    func longTexts() throws {
        try check("- " + String(repeating: "word ", count: 20_000) + "5m 50%", 0)
        try check(String(repeating: "- 5m 50%\n", count: 5000), 0)
        try check("- " + String(repeating: "9", count: 20_000), 0)
        try check("- " + String(repeating: "9a", count: 50_000), 0)
        try check("- " + String(repeating: "1:00/a", count: 20_000) + " Pace", 0)
        try check("- " + String(repeating: "Z2-", count: 20_000), 0)
        try check("- " + String(repeating: "5 to 5% ", count: 10_000), 0)
        try check(String(repeating: "3x\n\n", count: 20_000), 0)
    }
}
