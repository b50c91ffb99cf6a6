import Workouts

/// Writes ZWO in the narrow form that every reader takes: elements in one order, whole seconds, fractions of four
/// decimals.
struct ZwiftWriter {
    let resolution: TargetResolution
    let isRun: Bool
    var losses: StepLosses

    /// The file's bytes; nil for a sport that Zwift hasn't, and for no steps.
    static func write(_ file: WorkoutFile, _ resolution: TargetResolution, _ losses: inout StepLosses) -> [UInt8]? {
        guard [.ride, .run].contains(file.sport.family) else {
            losses.refuse("ZWO holds rides and runs, not \(file.sport.name)")
            return nil
        }
        guard !file.workout.items.isEmpty else {
            losses.refuse("the workout has no steps")
            return nil
        }
        var writer = ZwiftWriter(resolution: resolution, isRun: file.sport.family == .run, losses: losses)
        let elements = writer.elements(of: file.workout)
        losses = writer.losses
        var xml = XMLWriter()
        xml.element("workout_file") { xml in
            xml.element("author", text: file.author.onOneLine)
            xml.element("name", text: file.name.onOneLine)
            xml.element("description", text: file.workout.description.tidied)
            xml.element("sportType", text: writer.isRun ? "run" : "bike")
            xml.element("tags")
            xml.element("workout") { xml in
                for element in elements { element.write(&xml) }
            }
        }
        return Array(xml.text.utf8)
    }

    /// One element of the workout with its messages.
    struct Element {
        var name: String
        var attributes: [(String, String)]
        var messages: [(second: Int, text: String)] = []

        func write(_ xml: inout XMLWriter) {
            guard !messages.isEmpty else { return xml.element(name, attributes) }
            xml.element(name, attributes) { xml in
                for message in messages {
                    xml.element("textevent", [("timeoffset", "\(message.second)"), ("message", message.text)])
                }
            }
        }
    }

    private mutating func elements(of workout: Workout) -> [Element] {
        let items = workout.numbered
        let lastRamp = items.lastIndex { item in
            if case .step(let step) = item { return self.isRamp(step.step, rising: false) }
            return false
        }
        let firstRamp = items.firstIndex { item in
            if case .step(let step) = item { return self.isRamp(step.step, rising: true) }
            return false
        }
        return items.enumerated().flatMap { index, item -> [Element] in
            switch item {
            case .step(let step):
                let ramp = index == firstRamp ? "Warmup" : index == lastRamp ? "Cooldown" : "Ramp"
                return element(step, ramp: ramp).map { [$0] } ?? []
            case .block(let block, let steps): return elements(of: block, steps)
            }
        }
    }

    private func isRamp(_ step: Step, rising: Bool) -> Bool {
        guard step.ramp, let ends = percent(step) else { return false }
        return rising ? ends.start < ends.end : ends.start > ends.end
    }

    /// `IntervalsT` for rounds of an on and an off step that both ride steadily, else every round by itself.
    private mutating func elements(of block: RepeatBlock, _ steps: [NumberedStep]) -> [Element] {
        if let element = intervals(block, steps) { return [element] }
        guard block.count * steps.count <= 5000 else {
            losses.lose("\(block.count) rounds are too many to write one by one; they were left out", steps.first)
            return []
        }
        let round = steps.compactMap { element($0, ramp: "Ramp") }
        return (0..<max(0, block.count)).flatMap { _ in round }
    }
}

extension ZwiftWriter {
    private mutating func intervals(_ block: RepeatBlock, _ steps: [NumberedStep]) -> Element? {
        guard steps.count == 2, block.count > 1, steps.allSatisfy({ isPlain($0.step) }) else { return nil }
        let (on, off) = (steps[0], steps[1])
        guard let onSeconds = seconds(on), let offSeconds = seconds(off), let onPower = power(on),
            let offPower = power(off)
        else { return nil }
        var attributes = [
            ("Repeat", "\(block.count)"), ("OnDuration", "\(onSeconds)"), ("OffDuration", "\(offSeconds)"),
            ("OnPower", Self.fraction(onPower.start)), ("OffPower", Self.fraction(offPower.start)),
        ]
        attributes += cadence(on.step)
        if let cadence = off.step.cadence {
            attributes.append(("CadenceResting", Self.turns(cadence)))
            if cadence.start != cadence.end {
                losses.resolve("the cadence is written as the middle of its range", off)
            }
        }
        var element = Element(name: "IntervalsT", attributes: attributes)
        let round = messages(on) + messages(off).map { (second: $0.second + onSeconds, text: $0.text) }
        guard round.count * block.count <= 2000 else { return nil }
        for number in 0..<block.count {
            let start = number * (onSeconds + offSeconds)
            element.messages += round.map { (second: $0.second + start, text: $0.text) }
        }
        return element
    }

    /// Whether a step rides steadily by a target that ZWO has.
    private func isPlain(_ step: Step) -> Bool {
        !step.ramp && !step.freeride && !step.maxEffort && percent(step) != nil
    }

    private mutating func element(_ step: NumberedStep, ramp: String) -> Element? {
        guard let seconds = seconds(step), seconds > 0 else { return nil }
        var element = Element(name: "SteadyState", attributes: [("Duration", "\(seconds)")])
        if step.step.freeride || step.step.maxEffort || percent(step.step) == nil {
            element.name = step.step.maxEffort && step.step.power == nil ? "MaxEffort" : "FreeRide"
            noteFree(step)
        } else if let ends = power(step) {
            if step.step.ramp, ends.start != ends.end {
                element.name = ramp
                element.attributes += [
                    ("PowerLow", Self.fraction(ends.start)), ("PowerHigh", Self.fraction(ends.end)),
                ]
            } else {
                element.attributes.append(("Power", Self.fraction(ends.start)))
            }
        }
        element.attributes += cadence(step.step)
        element.messages = messages(step).filter { $0.second < seconds }
        if element.name == "FreeRide", let said = untargeted(step.step) {
            element.messages.insert((second: 0, text: said), at: 0)
        }
        return element
    }

    private func cadence(_ step: Step) -> [(String, String)] {
        guard let cadence = step.cadence else { return [] }
        if cadence.start == cadence.end { return [("Cadence", Self.turns(cadence))] }
        return [
            ("CadenceLow", "\(Int(min(cadence.start, cadence.end).rounded()))"),
            ("CadenceHigh", "\(Int(max(cadence.start, cadence.end).rounded()))"),
        ]
    }

    /// The rider reads what no element can set.
    private func untargeted(_ step: Step) -> String? {
        [step.power, step.heartRate, step.pace].contains { $0 != nil } ? step.targetText : nil
    }

    static func turns(_ cadence: Target) -> String {
        "\(Int(((cadence.start + cadence.end) / 2).rounded()))"
    }

    /// A percent as a fraction of four decimals at most.
    static func fraction(_ percent: Double) -> String {
        shortFigure(percent / 100, decimals: 4)
    }
}
