import Workouts

/// Time in zones, as a document lists it.
enum ZoneTimes {
    /// The zones of a planned workout; those of power carry their bounds.
    static func json(_ planned: PlannedLoad, _ resolution: TargetResolution) -> JSONValue {
        guard planned.zoneMetric == .power, let ftp = resolution.ftp else {
            return .list(planned.zoneTimes.map { ["id": .text($0.id), "secs": .integer($0.seconds)] })
        }
        return .list(
            planned.zoneTimes.enumerated().map { index, time in
                time.id == "SS"
                    ? sweetSpot(time, resolution, ftp: ftp, number: index + 1)
                    : zone(time, resolution, ftp: ftp, index: index)
            })
    }

    private static func zone(
        _ time: ZoneTime, _ resolution: TargetResolution, ftp: Int, index: Int
    ) -> JSONValue {
        let zones = resolution.thresholds.powerZones
        let low = index > 0 && index <= zones.count ? zones[index - 1] : 0
        let high = index < zones.count ? zones[index] : 999
        let isOpen = high >= 999
        let names = resolution.settings.texts("power_zone_names")
        return [
            "id": .text(time.id), "zone": .integer(index + 1), "secs": .integer(time.seconds),
            "name": .text(index < names.count ? names[index] : "Zone \(index + 1)"),
            "color": .text(colours[index % colours.count]),
            "min": .number(low), "max": .number(high),
            "minWatts": .integer(watts(low, ftp) + 1),
            "maxWatts": .integer(isOpen ? 9999 : watts(high, ftp)),
            "percentRange": .text(
                isOpen ? "\(Int(low) + 1)% +" : "\(index == 0 ? 0 : Int(low) + 1)% - \(Int(high))%"),
        ]
    }

    private static func sweetSpot(
        _ time: ZoneTime, _ resolution: TargetResolution, ftp: Int, number: Int
    ) -> JSONValue {
        let range = resolution.thresholds.sweetSpot
        return [
            "id": .text(time.id), "zone": .integer(number), "secs": .integer(time.seconds), "gap": true,
            "name": "Sweet Spot", "color": "#4c72b0", "min": .number(range.lowerBound),
            "max": .number(range.upperBound), "minWatts": .integer(watts(range.lowerBound, ftp)),
            "maxWatts": .integer(watts(range.upperBound, ftp)),
            "percentRange": .text("\(Int(range.lowerBound))% - \(Int(range.upperBound))%"),
        ]
    }

    private static func watts(_ percent: Double, _ ftp: Int) -> Int {
        Int((percent * Double(ftp) / 100 + 1e-9).rounded(.down))
    }

    private static let colours = ["#009e80", "#009e00", "#ffcb0e", "#ff7f0e", "#dd0447", "#6633cc", "#504861"]
}
