import Workouts

extension Thresholds {
    /// An athlete's thresholds for an activity type, from the sport settings and the profile.
    init(_ athlete: AthleteData, type: String?) {
        self.init()
        restingHR = athlete.profile.positive("icu_resting_hr")
        sex = athlete.profile.text("sex").flatMap { ["M": Sex.male, "F": .female][$0] }
        guard let settings = athlete.settings(for: type) else { return }
        ftp = settings.positive("ftp")
        indoorFTP = settings.positive("indoor_ftp")
        lthr = settings.positive("lthr")
        maxHR = settings.positive("max_hr")
        thresholdPace = settings.double("threshold_pace").flatMap { $0 > 0 ? $0 : nil }
        powerZones = settings.doubles("power_zones") ?? powerZones
        heartRateZones = settings.doubles("hr_zones")?.map { Int($0) }
        paceZones = settings.doubles("pace_zones") ?? paceZones
        if let low = settings.integer("sweet_spot_min"), let high = settings.integer("sweet_spot_max"), low <= high {
            sweetSpot = Double(low)...Double(high)
        }
        loadOrder =
            settings.text("load_order")?.split(separator: "_")
            .compactMap { LoadMetric(rawValue: String($0)) } ?? loadOrder
        zoneTimeOrder =
            settings.text("tiz_order")?.split(separator: "_")
            .compactMap { LoadMetric(rawValue: String($0)) }
        paceLoad = settings.text("pace_load_type").flatMap { PaceLoad(rawValue: $0) }
    }
}

extension Record {
    /// An integer above 0; the service takes any, but 0 means none.
    fileprivate func positive(_ name: String) -> Int? {
        integer(name).flatMap { $0 > 0 ? $0 : nil }
    }
}
