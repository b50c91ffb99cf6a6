import Diagnostics
import Workouts

/// Reads the workout of a FIT file.
struct FITReader {
    let thresholds: Thresholds
    var findings: FileFindings
    var sport = Sport.ride

    /// The workout of a file; nil after an error.
    static func read(
        _ source: SourceFile, _ thresholds: Thresholds, _ findings: inout FileFindings
    ) -> WorkoutFile? {
        var reader = FITReader(thresholds: thresholds, findings: findings)
        let file = reader.read(source.bytes)
        findings = reader.findings
        return findings.hasErrors ? nil : file
    }

    private init(thresholds: Thresholds, findings: FileFindings) {
        self.thresholds = thresholds
        self.findings = findings
    }

    private mutating func read(_ bytes: [UInt8]) -> WorkoutFile? {
        guard let messages = messages(bytes) else { return nil }
        if let type = messages.first(where: { $0.number == FITProfile.fileID })?.number(0),
            type != FITProfile.workoutFile
        {
            findings.fault(.brokenFIT, "this FIT file holds no workout: its type is \(type), that of workouts is 5")
            return nil
        }
        let workout = messages.first { $0.number == FITProfile.workout }
        let steps = messages.filter { $0.number == FITProfile.workoutStep }
        guard !steps.isEmpty else {
            findings.fault(.zeroLength, "there is no step in this FIT file")
            return nil
        }
        let name = FITProfile.sportName(workout?.number(4), sub: workout?.number(11))
        sport = Sport(name: name) ?? .ride
        let items = items(of: steps)
        guard !items.isEmpty else {
            if !findings.hasErrors { findings.fault(.zeroLength, "the steps of this workout last no time") }
            return nil
        }
        var result = Workout(description: workout?.text(17)?.tidied ?? "", items: items)
        if let length = workout?.number(14), length > 0 { result.poolLength = Double(length) / 100 }
        return WorkoutFile(name: workout?.text(8)?.onOneLine ?? "", sport: sport, workout: result)
    }

    private mutating func messages(_ bytes: [UInt8]) -> [FITMessage]? {
        do {
            let container = try FITContainer(bytes)
            let wanted: Set = [FITProfile.fileID, FITProfile.workout, FITProfile.workoutStep]
            return try FITMessages.read(bytes, container, wanted: wanted)
        } catch let fault as FITContainer.Fault {
            switch fault {
            case .cut(let missing): findings.fault(.brokenFIT, "the FIT file is cut: \(missing) bytes are missing")
            case .badHeader: findings.fault(.brokenFIT, "the FIT file's header is damaged")
            case .badChecksum: findings.fault(.brokenFIT, "the FIT file is damaged: its checksum is wrong")
            }
        } catch let fault as FITMessages.Fault {
            findings.fault(.brokenFIT, "the FIT file is damaged at byte \(fault.place): \(fault.message)")
        } catch {
            findings.fault(.brokenFIT, "the FIT file can't be read")
        }
        return nil
    }
}

extension FITReader {
    /// Steps and repeats in order; a repeat takes what was read from its first step on into a block.
    private mutating func items(of messages: [FITMessage]) -> [WorkoutItem] {
        let sorted = messages.enumerated().sorted { left, right in
            let (a, b) = (left.element.number(FITStepField.index), right.element.number(FITStepField.index))
            return (a ?? left.offset, left.offset) < (b ?? right.offset, right.offset)
        }.map(\.element)
        var items: [(first: Int, item: WorkoutItem)] = []
        for (offset, message) in sorted.enumerated() where !findings.hasErrors {
            let index = message.number(FITStepField.index) ?? offset
            if let type = message.number(FITStepField.durationType), (6...13).contains(type) {
                close(message, type, number: index + 1, &items)
            } else if let step = step(message, number: index + 1) {
                items.append((index, .step(step)))
            }
        }
        return items.map(\.item)
    }

    /// Makes a block of the items from the repeat's first step on; nested repeats are unrolled.
    private mutating func close(
        _ message: FITMessage, _ type: Int, number: Int, _ items: inout [(first: Int, item: WorkoutItem)]
    ) {
        let first = message.number(FITStepField.durationValue) ?? 0
        guard let start = items.firstIndex(where: { $0.first >= first }) else { return }
        let inner = items[start...].map(\.item)
        guard let count = count(message, type, inner, number) else { return }
        items.removeSubrange(start...)
        let steps = inner.compactMap { item -> Step? in
            if case .step(let step) = item { return step }
            return nil
        }
        if steps.count == inner.count, count > 1 {
            items.append((first, .block(RepeatBlock(count: count, text: "\(count)x", steps: steps))))
        } else {
            if count > 1 {
                findings.warn(.notInLanguage, "step \(number) repeats a repeat; the outer one was written out")
            }
            guard inner.count * count <= 1000 else {
                findings.fault(.fileTooLarge, "step \(number) makes more steps than any workout has")
                return
            }
            for _ in 0..<count { items += inner.map { (first, $0) } }
        }
    }

    /// How often a repeat is done.
    private mutating func count(
        _ message: FITMessage, _ type: Int, _ inner: [WorkoutItem], _ number: Int
    ) -> Int? {
        let value = message.number(FITStepField.targetValue) ?? 1
        switch type {
        case FITDuration.repeatSteps:
            guard (0...10_000).contains(value) else {
                findings.fault(.badNumber, "step \(number) repeats \(value) times")
                return nil
            }
            return max(1, value)
        case FITDuration.repeatTime:
            let once = Workout(items: inner).planned(sport: sport, thresholds: thresholds).duration
            let rounds = once > 0 ? max(1, min(10_000, (value / 1000 + once / 2) / once)) : 1
            findings.warn(.notInLanguage, "step \(number) repeats for a time; \(rounds) rounds stand for it")
            return rounds
        default:
            findings.warn(.notInLanguage, "step \(number) repeats until the rider gets somewhere; once stands for it")
            return 1
        }
    }
}
