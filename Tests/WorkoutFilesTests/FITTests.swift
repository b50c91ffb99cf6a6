import Diagnostics
import Testing
import Workouts

@testable import WorkoutFiles

@Suite("FIT workouts")
struct FITTests {
    private let athlete = Thresholds(ftp: 250, lthr: 160, thresholdPace: 1000.0 / 240)

    private func bytes(_ text: String, _ sport: Sport = .ride, name: String = "Test") -> [UInt8] {
        let file = WorkoutFile(name: name, sport: sport, workout: Workout.read(text).workout)
        return file.written(as: .fit, thresholds: athlete).bytes ?? []
    }

    private func read(_ bytes: [UInt8], _ thresholds: Thresholds = Thresholds()) -> FileReading? {
        WorkoutFile.read(SourceFile(path: "t.fit", bytes: bytes), thresholds: thresholds)
    }

    /// A FIT file around own records.
    private func file(_ records: [UInt8]) -> [UInt8] { FITContainer.bytes(around: records) }

    @Test("the checksum is Garmin's")
    func checksum() {
        // The standard check value of CRC-16/ARC, which FIT uses.
        #expect(FITChecksum.of(Array("123456789".utf8)) == 0xBB3D)
    }

    @Test("steps, repeats, names and targets come back")
    func roundTrip() {
        let text = """
            - Warm up 10m 55% 90rpm intensity=warmup

            3x
            - Hard 4m 105-110%
            - 2m 220w intensity=recovery

            - 5m Z2
            - 1m 85% HR press lap

            """
        let reading = read(bytes(text, name: "Zwölf × Ü"))
        #expect(reading?.diagnostics == [])
        #expect(reading?.file?.name == "Zwölf × Ü")
        #expect(reading?.file?.workout.items == Workout.read(text).workout.items)
    }

    @Test("beats need a threshold, speeds become percent with one and a pace without")
    func beatsAndSpeeds() {
        let beats = bytes("- 10m 80-90% LTHR\n", .run)
        #expect(read(beats, athlete)?.file?.workout.flat.first?.heartRate == Target(80, 90, .percentLTHR))
        #expect(ids(read(beats)) == ["not-in-language"])
        let speed = bytes("- 1km 90% Pace\n", .run)
        #expect(read(speed, athlete)?.file?.workout.flat.first?.pace == Target(90, 90, .percentPace))
        #expect(read(speed)?.file?.workout.flat.first?.pace == Target(267, 267, .secondsPerKilometre))
        #expect(read(speed)?.file?.sport == .run)
    }

    @Test("either byte order, developer fields and compressed time stamps are read")
    func container() {
        // file_id, big-endian, with a developer field of two bytes behind its own.
        var records: [UInt8] = [0x60, 0, 1, 0, 0, 1, 0, 1, 0, 1, 0, 2, 0, 0x00, 5, 9, 9]
        // workout_step under local number 1, whose record has a compressed time stamp.
        records += [0x41, 0, 1, 0, 27, 5, 1, 1, 0, 2, 4, 0x86, 3, 1, 0, 5, 4, 0x86, 6, 4, 0x86]
        records += [0xA3, 0, 0, 0, 0xEA, 0x60, 4, 0, 0, 0, 95, 0, 0, 0, 105]
        let step = read(file(records))?.file?.workout.flat.first
        #expect(step?.duration == 60)
        #expect(step?.power == Target(95, 105, .percentFTP))
    }

    @Test("a repeat of a repeat is written out")
    func nested() {
        func step(_ index: UInt8, _ type: UInt8, _ value: UInt8, _ target: UInt8) -> [UInt8] {
            [0, index, 0, type, value, 0, 0, 0, target, 0, 0, 0]
        }
        var records: [UInt8] = [0x40, 0, 0, 27, 0, 4, 254, 2, 0x84, 1, 1, 0, 2, 4, 0x86, 4, 4, 0x86]
        records += [0, 0, 0, 0, 0xE8, 3, 0, 0, 0, 0, 0, 0] + step(1, 6, 0, 2) + step(2, 6, 0, 3)
        let reading = read(file(records))
        #expect(reading?.file?.workout.flat.map(\.duration) == [1, 1, 1, 1, 1, 1])
        #expect(reading?.file?.workout.items.count == 3)
        #expect(ids(reading) == ["not-in-language"])
    }

    @Test("open steps get a stand-in, and say so")
    func open() {
        let records: [UInt8] = [0x40, 0, 0, 27, 0, 1, 1, 1, 0, 0, 5]
        let reading = read(file(records))
        #expect(reading?.file?.workout.flat.first?.untilLapPress == true)
        #expect(ids(reading) == ["open-step"])
    }

    @Test("cut and damaged files are refused")
    func damaged() {
        let whole = bytes("- 10m 55%\n")
        for count in 12..<whole.count { #expect(ids(read(Array(whole[..<count]))) == ["broken-fit"]) }
        for index in 12..<whole.count {
            var bytes = whole
            bytes[index] ^= 0x10
            #expect(read(bytes)?.file == nil)
        }
        #expect(ids(read(file([0x00, 1, 2]))) == ["broken-fit"])
        #expect(ids(read(file([0x40, 0, 0, 0, 0, 1, 0, 1, 0, 0, 4]))) == ["broken-fit"])
    }

    @Test("ramps are written as a range, and the loss names the step")
    func losses() {
        let file = WorkoutFile(name: "x", sport: .ride, workout: Workout.read("- 5m 50%\n- 10m ramp 50-75%\n").workout)
        let losses = file.written(as: .fit, thresholds: athlete).diagnostics
        #expect(losses.map(\.severity) == [.warning])
        #expect(losses.first?.message.hasPrefix("step 2 `10m ramp 50-75%`: ") == true)
    }
}
