extension Target {
    /// What is wrong with numbers that nobody can train at, though the service takes them; nil where nothing is.
    ///
    /// The bounds are beyond any athlete's: five times FTP, three times threshold pace, seven zones as the service has
    /// them unless the athlete sets up others. 0 % of pace is a swimmer's rest, 0 watts a pause.
    var implausibility: String? {
        let (low, high) = (min(start, end), max(start, end))
        switch units {
        case .percentFTP, .percentMMP:
            if high == 0 { return "0 % is no target; leave it out for a step without one, or write the percentage" }
            return high > 500 ? "nobody holds more than 500 % of power; check the number" : nil
        case .percentLTHR, .percentMaxHR:
            if high == 0 { return "0 % is no target; leave it out for a step without one, or write the percentage" }
            let most = units == .percentMaxHR ? 100.0 : 150
            return high > most ? "no heart beats beyond \(Int(most)) % of that; check the number" : nil
        case .percentPace: return high > 300 ? "nobody holds more than 300 % of threshold pace; check the number" : nil
        case .powerZone, .heartRateZone, .paceZone:
            return low < 1 || high > 7 ? "the service has zones 1 to 7, unless the athlete set up others" : nil
        case .watts: return high > 2500 ? "nobody holds more than 2500 watts; check the number" : nil
        case .rpm: return high > 250 ? "nobody pedals or steps more than 250 times a minute; check the number" : nil
        case .customZone: return nil
        default: return implausiblePace(low)
        }
    }

    /// A pace that no wheel or boat keeps up: 30 metres a second.
    private func implausiblePace(_ seconds: Double) -> String? {
        guard let metres = units.paceDistance, seconds * 30 < metres else { return nil }
        return "nobody is faster than 30 metres a second; check the pace and its unit"
    }
}
