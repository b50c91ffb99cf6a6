import Workouts

/// Writes a FIT workout: what every reader needs, and nothing that would change from run to run.
struct FITWriter {
    let resolution: TargetResolution
    var losses: StepLosses
    private var steps: [[(Int, FITRecords.Value)]] = []

    /// The file's bytes; nil where there are no steps.
    static func write(_ file: WorkoutFile, _ resolution: TargetResolution, _ losses: inout StepLosses) -> [UInt8]? {
        guard !file.workout.items.isEmpty else {
            losses.refuse("the workout has no steps")
            return nil
        }
        var writer = FITWriter(resolution: resolution, losses: losses)
        writer.addSteps(file.workout)
        if writer.steps.count > 50 {
            writer.losses.lose("many devices take 50 steps at most; this workout has \(writer.steps.count)")
        }
        losses = writer.losses
        var records = FITRecords()
        records.add(
            FITProfile.fileID, [(0, .enumeration(FITProfile.workoutFile)), (1, .short(255)), (8, .text("plan"))])
        records.add(FITProfile.workout, writer.header(file))
        for step in writer.steps { records.add(FITProfile.workoutStep, step) }
        return FITContainer.bytes(around: records.bytes)
    }

    private init(resolution: TargetResolution, losses: StepLosses) {
        self.resolution = resolution
        self.losses = losses
    }

    private func header(_ file: WorkoutFile) -> [(Int, FITRecords.Value)] {
        let sport = FITProfile.sport(file.sport.name)
        var fields: [(Int, FITRecords.Value)] = [
            (4, .enumeration(sport.sport)), (5, .longOrZero(32)), (6, .short(steps.count)),
            (8, .text(file.name.onOneLine)),
        ]
        if let sub = sport.sub { fields.append((11, .enumeration(sub))) }
        if let length = file.workout.poolLength { fields.append((14, .short(Int((length * 100).rounded())))) }
        if file.workout.poolLength != nil { fields.append((15, .enumeration(0))) }
        let description = file.workout.description.tidied
        if !description.isEmpty { fields.append((17, .text(description))) }
        return fields
    }

    private mutating func addSteps(_ workout: Workout) {
        for item in workout.numbered {
            switch item {
            case .step(let step): add(step)
            case .block(let block, let inner):
                let first = steps.count
                for step in inner { add(step) }
                guard steps.count > first, block.count > 1 else { continue }
                steps.append([
                    (FITStepField.index, .short(steps.count)),
                    (FITStepField.durationType, .enumeration(FITDuration.repeatSteps)),
                    (FITStepField.durationValue, .long(first)), (FITStepField.targetType, .enumeration(FITTarget.open)),
                    (FITStepField.targetValue, .long(block.count)), (FITStepField.intensity, .enumeration(0)),
                ])
            }
        }
    }

    private mutating func add(_ step: NumberedStep) {
        guard let length = length(step) else { return }
        var fields: [(Int, FITRecords.Value)] = [(FITStepField.index, .short(steps.count))]
        let messages = step.step.messages
        if let name = messages.first?.text { fields.append((FITStepField.name, .text(name))) }
        if messages.count > 1 {
            losses.lose("FIT has no timed messages; those behind the first are lost", step)
        }
        fields += [
            (FITStepField.durationType, .enumeration(length.type)), (FITStepField.durationValue, .long(length.value)),
            (FITStepField.intensity, .enumeration(intensity(step.step))),
        ]
        let targets = targets(step)
        let first = targets.first ?? FITTargetRange(type: FITTarget.open)
        fields += [
            (FITStepField.targetType, .enumeration(first.type)), (FITStepField.targetValue, .long(first.zone)),
            (FITStepField.customLow, .long(first.low)), (FITStepField.customHigh, .long(first.high)),
        ]
        if targets.count > 1 {
            fields += [
                (FITStepField.secondTargetType, .enumeration(targets[1].type)),
                (FITStepField.secondTargetValue, .long(targets[1].zone)),
                (FITStepField.secondCustomLow, .long(targets[1].low)),
                (FITStepField.secondCustomHigh, .long(targets[1].high)),
            ]
        }
        if targets.count > 2 { losses.lose("FIT holds two targets; the third is lost", step) }
        steps.append(fields)
    }

    /// A step that ends at the lap button keeps its planned time as its value.
    private mutating func length(_ step: NumberedStep) -> (type: Int, value: Int)? {
        if let seconds = step.step.duration {
            let type = step.step.untilLapPress ? FITDuration.open : FITDuration.time
            return (type, seconds * 1000)
        }
        guard let metres = step.step.distance else { return nil }
        let isOpen = step.step.untilLapPress
        if isOpen { losses.lose("FIT can't hold a distance and the lap button; the distance counts", step) }
        return (FITDuration.distance, Int((metres * 100).rounded()))
    }

    private func intensity(_ step: Step) -> Int {
        let word = step.intensity ?? (step.warmup ? "warmup" : step.cooldown ? "cooldown" : "active")
        return FITProfile.intensities.firstIndex(of: word) ?? 0
    }
}

/// One target of a step: a zone, or a range with zone 0.
struct FITTargetRange {
    var type: Int
    var zone = 0
    var low = 0
    var high = 0
}
