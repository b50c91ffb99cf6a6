import Diagnostics
import PlanSpec
import Workouts

/// What decides the figures of a workout but for the knobs that sizing turns.
struct Recipe {
    /// What tells two recipes apart.
    struct Key: Hashable {
        let template: SourceRange
        let sport: Sport
        let indoor: Bool
        let metric: LoadMetric?
        let stated: [Double?]
        let amounts: [Double]
        let knobs: [String]
    }

    let template: WorkoutTemplate
    let sport: Sport
    /// Whether the indoor thresholds apply.
    let indoor: Bool
    let metric: LoadMetric?
    /// The load that counts where none can be computed.
    let statedLoad: Double?
    /// The seconds of a workout without steps.
    let statedDuration: Int?
    /// The metres of a workout without steps.
    let statedDistance: Double?
    /// Every parameter's value with the knobs at their defaults.
    let amounts: [Double]
    /// The parameters that are knobs, by their place in the template, in their order.
    let knobs: [Int]

    var key: Key {
        Key(
            template: template.range, sport: sport, indoor: indoor, metric: metric,
            stated: [statedLoad, statedDuration.map(Double.init), statedDistance], amounts: amounts,
            knobs: knobs.map { template.parameters[$0].name })
    }

    init(
        _ template: WorkoutTemplate, sport: Sport, indoor: Bool, metric: LoadMetric?,
        parameters: [String: ParameterValue],
        scale: [String], stated: (load: Double?, duration: Int?, distance: Double?)
    ) {
        self.template = template
        self.sport = sport
        self.indoor = indoor || sport.isIndoor
        self.metric = metric
        statedLoad = stated.load ?? template.load
        statedDuration = stated.duration ?? template.duration
        statedDistance = stated.distance
        amounts = template.parameters.map { (parameters[$0.name] ?? $0.standard).amount }
        knobs = scale.compactMap { name in
            parameters[name] == nil ? template.parameters.firstIndex { $0.name == name && $0.isBounded } : nil
        }
    }

    /// The workout for every parameter's value.
    func content(_ amounts: [Double], _ athlete: AthleteSpec) -> SizedContent {
        let values = Dictionary(
            zip(template.parameters, amounts).map {
                ($0.name, ParameterValue(kind: $0.standard.kind, amount: $1))
            }, uniquingKeysWith: { first, _ in first })
        guard case .text(let text) = template.body else {
            var planned = PlannedLoad(duration: statedDuration ?? 0, distance: statedDistance)
            planned.state(statedLoad)
            return SizedContent(values: values, workout: nil, planned: planned)
        }
        let workout = Workout.read(text.text(with: values)).workout
        return SizedContent(values: values, workout: workout, planned: planned(workout, athlete))
    }

    /// The figures of steps.
    func planned(_ workout: Workout, _ athlete: AthleteSpec) -> PlannedLoad {
        var planned = workout.planned(
            sport: sport, thresholds: athlete.sizingThresholds(for: sport), indoor: indoor, target: metric)
        if planned.load == nil { planned.state(statedLoad) }
        return planned
    }
}

extension Sport {
    /// Whether it is always done indoors, so that `indoor_ftp` applies.
    var isIndoor: Bool { name == "VirtualRide" }
}

extension PlannedLoad {
    /// Takes the author's load where the service computes none.
    mutating func state(_ stated: Double?) {
        guard let stated else { return }
        load = Int((stated + 0.5).rounded(.down))
        basis = .explicit
    }
}

extension AthleteSpec {
    /// The thresholds that sizing uses: the file's, and what it leaves out of FTP 250, 4:00/km and 1:40/100 m.
    func sizingThresholds(for sport: Sport) -> Thresholds {
        var thresholds = thresholds(for: sport) ?? Thresholds()
        switch sport.family {
        case .run: thresholds.thresholdPace = thresholds.thresholdPace ?? 1000.0 / 240
        case .swim: thresholds.thresholdPace = thresholds.thresholdPace ?? 1
        default: thresholds.ftp = thresholds.ftp ?? 250
        }
        return thresholds
    }
}
