import IntervalsICU
import PlanSpec
import Workouts

extension Athlete {
    /// The service's thresholds for a sport: of the sport itself, else of its family.
    func thresholds(for sport: Sport) -> Thresholds? {
        let settings = sportSettings(for: sport.name) ?? sportSettings(for: sport.family.name)
        guard let settings else { return nil }
        var result = Thresholds(ftp: settings.ftp, lthr: settings.lthr, thresholdPace: settings.thresholdPace)
        result.indoorFTP = settings.indoorFTP
        result.maxHR = settings.maxHR
        result.restingHR = restingHR
        result.sex = sex.flatMap { Sex(rawValue: $0 == "F" ? "female" : $0 == "M" ? "male" : $0.lowercased()) }
        if !settings.powerZones.isEmpty { result.powerZones = settings.powerZones }
        if let low = settings.sweetSpotMin, let high = settings.sweetSpotMax, low <= high {
            result.sweetSpot = low...high
        }
        if !settings.hrZones.isEmpty { result.heartRateZones = settings.hrZones }
        if !settings.paceZones.isEmpty { result.paceZones = settings.paceZones }
        result.paceLoad = settings.paceLoadType.flatMap(Thresholds.PaceLoad.init(rawValue:))
        if let order = metrics(settings.loadOrder) { result.loadOrder = order }
        result.zoneTimeOrder = metrics(settings.tizOrder)
        result.paceUnit = settings.paceUnits.flatMap { paceUnits[$0] }
        return result
    }
}

/// An order such as `POWER_HR_PACE`; nil where it doesn't name all three.
private func metrics(_ order: String?) -> [LoadMetric]? {
    let metrics = order?.split(separator: "_").compactMap { LoadMetric(rawValue: String($0)) } ?? []
    return metrics.count == LoadMetric.allCases.count ? metrics : nil
}

/// What a pace without a unit is per, by the service's names.
private let paceUnits: [String: Target.Units] = [
    "MINS_KM": .secondsPerKilometre, "MINS_MILE": .secondsPerMile, "SECS_100M": .secondsPer100Metres,
    "SECS_100Y": .secondsPer100Yards, "SECS_500M": .secondsPer500Metres, "SECS_400M": .secondsPer400Metres,
    "SECS_250M": .secondsPer250Metres,
]
