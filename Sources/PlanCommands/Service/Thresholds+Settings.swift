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
        let order = settings.loadOrder?.split(separator: "_").compactMap { LoadMetric(rawValue: String($0)) } ?? []
        if order.count == LoadMetric.allCases.count { result.loadOrder = order }
        return result
    }
}
