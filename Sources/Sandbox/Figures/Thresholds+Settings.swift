import Workouts

extension Thresholds {
    /// An athlete's thresholds for an activity type, from the sport settings and the profile.
    init(_ athlete: AthleteData, type: String?) {
        self.init()
        restingHR = athlete.profile.integer("icu_resting_hr")
        sex = athlete.profile.text("sex").flatMap { ["M": Sex.male, "F": .female][$0] }
        guard let settings = athlete.settings(for: type) else { return }
        ftp = settings.integer("ftp")
        indoorFTP = settings.integer("indoor_ftp")
        lthr = settings.integer("lthr")
        maxHR = settings.integer("max_hr")
        thresholdPace = settings.double("threshold_pace")
        powerZones = settings.doubles("power_zones") ?? powerZones
        heartRateZones = settings.doubles("hr_zones")?.map { Int($0) }
        paceZones = settings.doubles("pace_zones") ?? paceZones
        if let low = settings.integer("sweet_spot_min"), let high = settings.integer("sweet_spot_max"), low <= high {
            sweetSpot = Double(low)...Double(high)
        }
        loadOrder =
            settings.text("load_order")?.split(separator: "_")
            .compactMap { LoadMetric(rawValue: String($0)) } ?? loadOrder
        paceLoad = settings.text("pace_load_type").flatMap { PaceLoad(rawValue: $0) }
    }
}
