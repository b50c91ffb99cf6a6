/// Makes the parts of a workout document.
struct DocumentMaker {
    let resolver: Resolver
    let indoor: Bool
    let isResolved: Bool
    let isEscaped: Bool

    /// How far the service widens a single value outdoors, in percent; athlete settings, these are their defaults.
    private static let margins: [TargetKind: Double] = [.power: 2.5, .heartRate: 1.5, .pace: 2.5]

    func step(_ item: WorkoutItem) -> DocumentStep {
        switch item {
        case .step(let step): return self.step(step)
        case .block(let block):
            let planned = block.steps.map { PlannedStep($0, resolver) }
            let metres = planned.compactMap(\.metres)
            var made = DocumentStep()
            made.text = escaped(block.text)
            made.reps = block.count
            made.steps = block.steps.map(step)
            made.duration = planned.map(\.seconds).reduce(0, +) * block.count
            made.distance = metres.isEmpty ? nil : metres.reduce(0, +) * Double(block.count)
            return made
        }
    }

    private func step(_ step: Step) -> DocumentStep {
        let planned = PlannedStep(step, resolver)
        var made = DocumentStep()
        made.text = step.text.isEmpty ? nil : escaped(step.text)
        made.duration = planned.isOpen ? nil : planned.seconds
        made.distance = step.distance
        made.flags = Set(flags(step).compactMap { $0.1 ? $0.0 : nil })
        made.intensity = step.intensity
        made.hidePower = step.hidePower
        made.power = step.power.map(value)
        made.heartRate = step.heartRate.map(value)
        made.pace = step.pace.map(value)
        made.cadence = step.cadence.map(value)
        if isResolved {
            made.resolvedPower = step.power.flatMap(resolved)
            made.resolvedHeartRate = step.heartRate.flatMap(resolved)
            made.resolvedPace = step.pace.flatMap(resolved)
            made.resolvedDistance = step.distance == nil ? planned.metres : nil
        }
        return made
    }

    private func flags(_ step: Step) -> [(DocumentStep.Flag, Bool)] {
        [
            (.ramp, step.ramp), (.freeride, step.freeride), (.maxeffort, step.maxEffort), (.warmup, step.warmup),
            (.cooldown, step.cooldown), (.untilLapPress, step.untilLapPress),
        ]
    }

    private func value(_ target: Target) -> DocumentValue {
        DocumentValue(target, paceUnit: resolver.paceUnit)
    }

    /// Watts, beats or speeds; a single value is widened outdoors, whole units rounded outward.
    private func resolved(_ target: Target) -> DocumentValue? {
        guard let bounds = bounds(target) else { return nil }
        if [.powerZone, .heartRateZone, .paceZone].contains(target.units) { return DocumentValue(value: nil, bounds) }
        let isSingle = target.start == target.end
        let keeps = !isSingle || indoor || resolver.sport.name == "VirtualRide"
        return DocumentValue(value: bounds.middle, keeps ? bounds : widened(bounds.middle, target.units.kind))
    }

    private func widened(_ value: Double, _ kind: TargetKind) -> Bounds {
        let margin = (Self.margins[kind] ?? 0) / 100
        let (low, high) = (value * (1 - margin), value * (1 + margin))
        return kind == .pace
            ? Bounds(start: low, end: high) : Bounds(start: roundedDown(low), end: (high - 1e-9).rounded(.up))
    }

    /// As the planner resolves it, but for power zones, which begin one percent above the zone before.
    private func bounds(_ target: Target) -> Bounds? {
        switch target.units.kind {
        case .power: target.units == .powerZone ? powerZones(target) : resolver.watts(target)
        case .heartRate: resolver.beats(target)
        case .pace: resolver.speed(target)
        case .cadence: nil
        }
    }

    private func powerZones(_ target: Target) -> Bounds? {
        let zones = resolver.thresholds.powerZones
        let (first, last) = (wholeNumber(target.start), wholeNumber(target.end))
        guard let ftp = resolver.ftp, zones.indices.contains(first - 1), zones.indices.contains(last - 1) else {
            return nil
        }
        let low = ((first == 1 ? 0 : zones[first - 2]) + 1) * Double(ftp) / 100
        return Bounds(start: roundedDown(low), end: roundedDown(zones[last - 1] * Double(ftp) / 100))
    }

    /// `text` with the signs escaped that HTML gives a meaning.
    private func escaped(_ text: String) -> String {
        guard isEscaped, text.contains(where: { "<>&\"".contains($0) }) else { return text }
        var escaped = ""
        for character in text {
            switch character {
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "&": escaped += "&amp;"
            case "\"": escaped += "&quot;"
            default: escaped.append(character)
            }
        }
        return escaped
    }
}

extension DocumentMaker {
    /// The zone times of `planned`, described where they are of power.
    func zoneTimes(_ planned: PlannedLoad) -> [DocumentZoneTime] {
        planned.zoneTimes.enumerated().map { index, time in
            let power = planned.zoneMetric == .power ? resolver.ftp.map { powerZone(index, ftp: $0) } : nil
            return DocumentZoneTime(id: time.id, seconds: time.seconds, power: power)
        }
    }

    private static let names = [
        "Active Recovery", "Endurance", "Tempo", "Threshold", "VO2 Max", "Anaerobic", "Neuromuscular",
    ]

    /// Zone `index`, counted from 0; one past the last is sweet spot.
    private func powerZone(_ index: Int, ftp: Int) -> DocumentZoneTime.PowerZone {
        let bounds = resolver.thresholds.powerZones
        let watts = { (percent: Double) in wholeNumber(roundedDown(percent * Double(ftp) / 100)) }
        guard bounds.indices.contains(index) else {
            let (low, high) = (resolver.thresholds.sweetSpot.lowerBound, resolver.thresholds.sweetSpot.upperBound)
            return DocumentZoneTime.PowerZone(
                zone: index + 1, name: "Sweet Spot", min: low, max: high, minWatts: watts(low), maxWatts: watts(high),
                percentRange: "\(WorkoutText.number(low))% - \(WorkoutText.number(high))%", gap: true)
        }
        let isLast = index == bounds.count - 1
        let low = index == 0 ? 0 : bounds[index - 1]
        let first = WorkoutText.number(index == 0 ? 0 : low + 1)
        return DocumentZoneTime.PowerZone(
            zone: index + 1, name: Self.names.indices.contains(index) ? Self.names[index] : "Zone \(index + 1)",
            max: bounds[index], minWatts: index == 0 ? 1 : watts(low) + 1,
            maxWatts: isLast ? 9999 : watts(bounds[index]),
            percentRange: isLast ? "\(first)% +" : "\(first)% - \(WorkoutText.number(bounds[index]))%", gap: false)
    }
}
