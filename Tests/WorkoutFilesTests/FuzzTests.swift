import Diagnostics
import Testing
import Workouts

@testable import WorkoutFiles

@Suite("Bytes of any kind")
struct FuzzTests {
    private static let seeds: [[UInt8]] = {
        let text = "- Warm 10m ramp 50-75% 90rpm\n\n3x\n- Push 1m 120%\n- 2m 50%\n\n- 5m Z2\n- 1m 85% HR\n- 5m 62.5%\n"
        let file = WorkoutFile(name: "é & <x>", sport: .ride, workout: Workout.read(text).workout)
        return WorkoutFormat.allCases.compactMap { file.written(as: $0, thresholds: Thresholds(ftp: 250)).bytes }
    }()

    /// What is read can be written, and its template reads back to the same time.
    private func check(_ bytes: [UInt8]) {
        guard let reading = WorkoutFile.read(SourceFile(path: "f", bytes: bytes)) else { return }
        guard let file = reading.file else {
            #expect(reading.diagnostics.hasErrors)
            return
        }
        let athlete = Thresholds(ftp: 250)
        let wanted = file.workout.planned(sport: file.sport, thresholds: athlete)
        let found = Workout.read(TemplateBody(file.workout).filled).workout
            .planned(sport: file.sport, thresholds: athlete)
        #expect(found.duration == wanted.duration)
        for format in WorkoutFormat.allCases { _ = file.written(as: format, thresholds: athlete) }
    }

    @Test("bytes changed, cut, doubled and swapped never stop a reader", arguments: 1...200)
    func mutated(_ seed: Int) {
        var numbers = SeededNumbers(UInt64(seed))
        for original in Self.seeds {
            var bytes = original
            for _ in 0..<Int.random(in: 1...12, using: &numbers) {
                guard !bytes.isEmpty else { break }
                let place = Int.random(in: 0..<bytes.count, using: &numbers)
                switch Int.random(in: 0..<5, using: &numbers) {
                case 0: bytes[place] = UInt8.random(in: .min ... .max, using: &numbers)
                case 1: bytes.remove(at: place)
                case 2: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 20)], at: place)
                case 3: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &numbers)
                default: bytes.insert(contentsOf: Array("\"<&>=;[9".utf8), at: place)
                }
            }
            check(bytes)
            if FITContainer.isPresent(in: bytes), bytes.count > 16 {
                // Once more with sums that fit, so that the records are reached.
                check(FITContainer.bytes(around: Array(bytes[14..<bytes.count - 2])))
            }
        }
    }

    @Test("noise never stops a reader", arguments: 1...200)
    func noise(_ seed: Int) {
        var numbers = SeededNumbers(UInt64(seed))
        let heads = ["", "<workout_file><workout>", "[COURSE DATA]\n"]
        let tail = (0..<Int.random(in: 0...400, using: &numbers)).map { _ in
            UInt8.random(in: .min ... .max, using: &numbers)
        }
        for head in heads { check(Array(head.utf8) + tail) }
        check(FITContainer.bytes(around: tail))
    }

    @Test("large nests and long texts end soon")
    func large() {
        check(Array(String(repeating: "<a ", count: 200_000).utf8))
        check(Array(("<workout_file>" + String(repeating: "&", count: 500_000)).utf8))
        check(
            Array(("<workout_file><workout>" + String(repeating: "<Ramp Duration='1' Power='1'>", count: 50_000)).utf8))
        check(Array(("[COURSE DATA]\n" + String(repeating: "1 1\n", count: 200_000)).utf8))
        check(Array(("<a b='" + String(repeating: "<!--", count: 100_000)).utf8))
    }
}

extension TemplateBody {
    /// The text with its defaults.
    var filled: String {
        parameters.reduce(text) { text, parameter in
            let mark = "${\(parameter.name)}"
            guard let place = text.range(of: mark) else { return text }
            return text[..<place.lowerBound] + "\(parameter.count)" + text[place.upperBound...]
        }
    }
}

extension String {
    /// The first place of `word`.
    fileprivate func range(of word: String) -> Range<String.Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(word) { return start..<index(start, offsetBy: word.count) }
            start = index(after: start)
        }
        return nil
    }
}
