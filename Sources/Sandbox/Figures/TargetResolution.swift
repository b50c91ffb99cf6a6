import Workouts

/// Targets in watts, beats per minute and metres per second for one athlete and event.
struct TargetResolution {
    /// A target in absolute figures; a zone has no value in its middle.
    struct Range: Hashable {
        var value: Double?
        var start: Double
        var end: Double

        /// The range as a document shows it.
        var json: JSONValue {
            var fields: [String: JSONValue] = ["start": .float(Float(start)), "end": .float(Float(end))]
            fields["value"] = value.map { .float(Float($0)) }
            return .object(fields)
        }
    }

    /// The athlete's thresholds for the event's type.
    let thresholds: Thresholds
    /// The settings they come from.
    let settings: Record
    /// Whether single targets stay single.
    let isIndoor: Bool
    private let type: String?

    /// How far a single target is widened outdoors.
    private let margins: TargetMargins

    init(_ athlete: AthleteData, _ event: EventRecord, margins: TargetMargins = TargetMargins()) {
        self.margins = margins
        thresholds = Thresholds(athlete, type: event.type)
        settings = athlete.settings(for: event.type) ?? Record()
        isIndoor = event.isIndoor
        type = event.type
    }

    /// The threshold power that holds for the event.
    var ftp: Int? {
        isIndoor ? thresholds.indoorFTP ?? thresholds.ftp : thresholds.ftp
    }

    /// What a resolved document says about the athlete.
    var anchors: [String: JSONValue] {
        var anchors: [String: JSONValue] = ["sportSettings": .object(RecordShape.sportSettings.shown(settings))]
        anchors["ftp"] = ftp.map(JSONValue.integer)
        anchors["lthr"] = thresholds.lthr.map(JSONValue.integer)
        anchors["threshold_pace"] = thresholds.thresholdPace.map { .float(Float($0)) }
        anchors["pace_units"] = settings["pace_units"]
        return anchors
    }

    /// Seconds that a step lasts: its own, or those its distance takes at the middle of its pace.
    func seconds(_ step: Step) -> Int {
        if let duration = step.duration { return duration }
        guard let distance = step.distance else { return 0 }
        // Without a usable pace the service took 30 km/h for a ride; for other sports nothing is known.
        let usual = type.flatMap(Sport.init(name:))?.family == .ride ? 30 / 3.6 : nil
        guard let speed = speed(step) ?? usual else { return 0 }
        return Int(min(distance / speed + 1e-9, 1e9).rounded())
    }

    /// Metres per second at the middle of a step's pace.
    func speed(_ step: Step) -> Double? {
        guard let pace = step.pace, let (start, end) = metresPerSecond(pace), start + end > 0 else { return nil }
        return Double((Float(start) + Float(end)) / 2)
    }

    /// A target of a step in absolute figures, or nil where a threshold is missing or the units have none.
    func range(_ target: Target, of step: Step) -> Range? {
        switch target.units {
        case .percentFTP:
            return ftp.map { whole(target, of: Double($0), margin: margins.power, step) }
        case .watts: return whole(target, of: 100, margin: margins.power, step)
        case .powerZone: return powerZones(target)
        case .percentLTHR:
            return thresholds.lthr.map {
                whole(target, of: Double($0), margin: margins.heartRate, step)
            }
        case .percentMaxHR:
            return thresholds.maxHR.map {
                whole(target, of: Double($0), margin: margins.heartRate, step)
            }
        case .heartRateZone: return heartRateZones(target)
        case .percentMMP, .customZone, .rpm: return nil
        default: return pace(target)
        }
    }

    /// Percent of an anchor in whole units; a single value is widened outdoors, outward to whole units.
    private func whole(_ target: Target, of anchor: Double, margin: Double, _ step: Step) -> Range {
        let start = (target.start * anchor / 100 + 1e-9).rounded(.down)
        let end = (target.end * anchor / 100 + 1e-9).rounded(.down)
        guard start == end, !step.ramp, !isIndoor else {
            return Range(value: ((start + end) / 2).rounded(.down), start: start, end: end)
        }
        return Range(
            value: start, start: (start * (1 - margin / 100)).rounded(.down),
            end: (start * (1 + margin / 100)).rounded(.up))
    }

    private func powerZones(_ target: Target) -> Range? {
        guard let ftp, let (low, high) = bounds(target, thresholds.powerZones) else { return nil }
        let start = low.map { ($0 + 1) * Double(ftp) / 100 } ?? 0
        return Range(start: start.rounded(.down), end: (high * Double(ftp) / 100).rounded(.down))
    }

    private func heartRateZones(_ target: Target) -> Range? {
        guard let zones = thresholds.heartRateZones, let (low, high) = bounds(target, zones.map(Double.init)) else {
            return nil
        }
        return Range(start: low.map { $0 + 1 } ?? 0, end: high)
    }

    private func pace(_ target: Target) -> Range? {
        guard let (start, end) = metresPerSecond(target) else { return nil }
        guard target.units != .paceZone else { return Range(start: start, end: end) }
        guard start == end, !isIndoor else { return Range(value: (start + end) / 2, start: start, end: end) }
        let margin = margins.pace / 100
        return Range(value: start, start: start * (1 - margin), end: start * (1 + margin))
    }

    private func metresPerSecond(_ target: Target) -> (start: Double, end: Double)? {
        let threshold = thresholds.thresholdPace
        switch target.units {
        case .percentPace:
            return threshold.map { (target.start * $0 / 100, target.end * $0 / 100) }
        case .paceZone:
            guard let threshold, let (low, high) = bounds(target, thresholds.paceZones) else { return nil }
            return (((low ?? -1) + 1) * threshold / 100, high * threshold / 100)
        default:
            let metres = TargetResolution.metres[target.units] ?? usualMetres(target.units)
            guard let metres, target.start > 0, target.end > 0 else { return nil }
            return (metres / target.start, metres / target.end)
        }
    }

    /// The metres that a pace's seconds are for.
    private static let metres: [Target.Units: Double] = [
        .secondsPerKilometre: 1000, .secondsPerMile: 1609.34, .secondsPer100Metres: 100,
        .secondsPer100Yards: 91.44, .secondsPer500Metres: 500, .secondsPer400Metres: 400, .secondsPer250Metres: 250,
    ]

    /// The metres that a pace without a unit is for: those of the sport's own display.
    private func usualMetres(_ units: Target.Units) -> Double? {
        guard units == .secondsPerSportUnit else { return nil }
        return switch settings.text("pace_units") {
        case "MINS_MILE": 1609.34
        case "SECS_100M": 100
        case "SECS_100Y": 91.44
        case "SECS_500M": 500
        case "SECS_400M": 400
        case "SECS_250M": 250
        default: 1000
        }
    }

    /// The upper bound below the first of some zones, nil below zone 1, and the upper bound of the last.
    private func bounds(_ target: Target, _ zones: [Double]) -> (low: Double?, high: Double)? {
        guard let first = Int(exactly: target.start), let last = Int(exactly: target.end), first >= 1,
            last >= first, last <= zones.count
        else { return nil }
        return (first == 1 ? nil : zones[first - 2], zones[last - 1])
    }
}
