extension WorkoutDocument: Encodable {
    private enum Key: String, CodingKey {
        case description, category, options, steps, duration, distance, target, zoneTimes, ftp, lthr
        case normalizedPower = "normalized_power"
        case averageWatts = "average_watts"
        case variabilityIndex = "variability_index"
        case thresholdPace = "threshold_pace"
    }

    /// Writes the fields by the service's names.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Key.self)
        try fields.encodeIfPresent(description, forKey: .description)
        try fields.encodeIfPresent(category, forKey: .category)
        try fields.encode(options, forKey: .options)
        try fields.encode(steps, forKey: .steps)
        try fields.encode(duration, forKey: .duration)
        try fields.encodeIfPresent(distance, forKey: .distance)
        try fields.encode(target, forKey: .target)
        try fields.encode(zoneTimes, forKey: .zoneTimes)
        try fields.encode(normalizedPower, forKey: .normalizedPower)
        try fields.encode(averageWatts, forKey: .averageWatts)
        try fields.encode(variabilityIndex, forKey: .variabilityIndex)
        try fields.encodeIfPresent(anchors?.ftp, forKey: .ftp)
        try fields.encodeIfPresent(anchors?.lthr, forKey: .lthr)
        try fields.encodeIfPresent(anchors?.thresholdPace, forKey: .thresholdPace)
    }
}

extension DocumentStep: Encodable {
    private enum Key: String, CodingKey {
        case text, duration, distance, reps, steps, intensity, power, hr, pace, cadence
        case ramp, freeride, maxeffort, warmup, cooldown
        case untilLapPress = "until_lap_press"
        case hidePower = "hidepower"
        case resolvedPower = "_power"
        case resolvedHeartRate = "_hr"
        case resolvedPace = "_pace"
        case resolvedDistance = "_distance"
    }

    /// Writes what is there by the service's names.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Key.self)
        try fields.encodeIfPresent(text, forKey: .text)
        try fields.encodeIfPresent(duration, forKey: .duration)
        try fields.encodeIfPresent(distance, forKey: .distance)
        try fields.encodeIfPresent(reps, forKey: .reps)
        try fields.encodeIfPresent(steps, forKey: .steps)
        for flag in Flag.allCases where flags.contains(flag) {
            if let key = Key(rawValue: flag.rawValue) { try fields.encode(true, forKey: key) }
        }
        try fields.encodeIfPresent(intensity, forKey: .intensity)
        try fields.encodeIfPresent(hidePower, forKey: .hidePower)
        try encodeTargets(to: &fields)
    }

    private func encodeTargets(to fields: inout KeyedEncodingContainer<Key>) throws {
        try fields.encodeIfPresent(power, forKey: .power)
        try fields.encodeIfPresent(heartRate, forKey: .hr)
        try fields.encodeIfPresent(pace, forKey: .pace)
        try fields.encodeIfPresent(cadence, forKey: .cadence)
        try fields.encodeIfPresent(resolvedPower, forKey: .resolvedPower)
        try fields.encodeIfPresent(resolvedHeartRate, forKey: .resolvedHeartRate)
        try fields.encodeIfPresent(resolvedPace, forKey: .resolvedPace)
        try fields.encodeIfPresent(resolvedDistance, forKey: .resolvedDistance)
    }
}

extension DocumentZoneTime: Encodable {
    private enum Key: String, CodingKey {
        case id, zone, name, min, max, minWatts, maxWatts, percentRange, gap
        case seconds = "secs"
    }

    /// Writes id and seconds, and for power what describes the zone.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: Key.self)
        try fields.encode(id, forKey: .id)
        try fields.encode(seconds, forKey: .seconds)
        guard let power else { return }
        try fields.encode(power.zone, forKey: .zone)
        try fields.encode(power.name, forKey: .name)
        try fields.encodeIfPresent(power.min, forKey: .min)
        try fields.encode(power.max, forKey: .max)
        try fields.encode(power.minWatts, forKey: .minWatts)
        try fields.encode(power.maxWatts, forKey: .maxWatts)
        try fields.encode(power.percentRange, forKey: .percentRange)
        if power.gap { try fields.encode(true, forKey: .gap) }
    }
}
