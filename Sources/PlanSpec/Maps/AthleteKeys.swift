import Diagnostics
import Workouts
import YAML

/// The keys of `athlete`.
struct AthleteKeys: MapKeys {
    static let noun = "an athlete"
    static let table = MapTable(AthleteKeys())

    let timezone = Field("timezone", .timezone, "The IANA zone, such as `Europe/Rome`.")
    let sex = Field("sex", Format<Sex>.choice, "`female` or `male`; for heart-rate load only.")
    let thresholds = Field(
        "thresholds", .keyed(by: .sport, pattern: "^[A-Z][A-Za-z]*$", .map(ThresholdKeys.table) { Thresholds($0) }),
        "Thresholds by sport; Ride, Run and Swim stand for their relatives.")
    let fitness = Field(
        "fitness", .map(FitnessKeys.table) { Fitness($0) }, "CTL and ATL on the evening before the plan's start.")
}

/// The keys of one sport's thresholds.
struct ThresholdKeys: MapKeys {
    static let noun = "a set of thresholds"
    static let table = MapTable(ThresholdKeys())

    let ftp = Field("ftp", .integer(1...2000), "Functional threshold power in watts.")
    let indoorFTP = Field("indoor_ftp", .integer(1...2000), "Functional threshold power indoors in watts.")
    let lthr = Field("lthr", .integer(30...250), "Threshold heart rate in beats per minute.")
    let maxHR = Field("max_hr", .integer(30...250), "Highest heart rate in beats per minute.")
    let restingHR = Field("resting_hr", .integer(20...150), "Resting heart rate in beats per minute.")
    let pace = Field("pace", .pace, "Threshold pace, such as `4:15/km` or `1:45/100m`.")
}

/// The keys of `fitness`.
struct FitnessKeys: MapKeys {
    static let noun = "the fitness"
    static let table = MapTable(FitnessKeys())

    let ctl = Field("ctl", .number(0...300), required: true, "Chronic training load, or fitness.")
    let atl = Field("atl", .number(0...500), required: true, "Acute training load, or fatigue.")
}

extension AthleteSpec {
    /// What a file that says nothing knows about the athlete.
    init() {
        self.init(timezone: nil, sex: nil, thresholds: [:], fitness: nil)
    }

    init(_ map: MapReader<AthleteKeys>) {
        let sex = map.sex
        var thresholds: [Sport: Thresholds] = [:]
        for item in map.thresholds ?? [] {
            thresholds[item.key.value] = item.value
            thresholds[item.key.value]?.sex = sex
        }
        let fitness = map.fitness
        self.init(
            timezone: map.timezone, sex: sex, thresholds: thresholds, fitness: fitness.map { ($0.ctl, $0.atl) })
    }
}

/// CTL and ATL of one evening.
struct Fitness: Sendable {
    var ctl: Double
    var atl: Double

    init?(_ map: MapReader<FitnessKeys>) {
        let (ctl, atl) = (map.ctl, map.atl)
        guard let ctl, let atl else { return nil }
        self.ctl = ctl
        self.atl = atl
    }
}

extension Thresholds {
    init(_ map: MapReader<ThresholdKeys>) {
        self.init(ftp: map.ftp, lthr: map.lthr, thresholdPace: map.pace)
        indoorFTP = map.indoorFTP
        maxHR = map.maxHR
        restingHR = map.restingHR
        let (resting, threshold, highest) = (restingHR ?? 0, lthr ?? maxHR ?? .max, maxHR ?? .max)
        if resting >= threshold || threshold > highest {
            map.reading.fault(
                .heartRateOrder, "heart rates go up from resting_hr over lthr to max_hr", at: map.node.place)
        }
    }
}
