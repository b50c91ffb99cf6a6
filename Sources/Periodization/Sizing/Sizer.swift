import Diagnostics
import PlanSpec
import Workouts

/// Finds the parameters that bring a session nearest to a wanted size; remembers every content it has computed.
struct Sizer {
    private struct ContentKey: Hashable {
        let template: SourceRange
        let sport: Sport
        let load: Double?
        let duration: Int?
        let amounts: [Double]
    }

    private let athlete: AthleteSpec
    private var known: [ContentKey: SizedContent] = [:]

    init(_ athlete: AthleteSpec) {
        self.athlete = athlete
    }

    /// The session with its knobs at the given values, others at what the session sets, else at their defaults.
    mutating func content(_ draft: Draft, knobs: [String: ParameterValue] = [:]) -> SizedContent {
        let amounts = draft.template.parameters.map { parameter in
            (knobs[parameter.name] ?? draft.parameters[parameter.name] ?? parameter.standard).amount
        }
        let key = ContentKey(
            template: draft.template.range, sport: draft.sport, load: draft.statedLoad, duration: draft.statedDuration,
            amounts: amounts)
        if let content = known[key] { return content }
        let values = Dictionary(
            zip(draft.template.parameters, amounts).map {
                ($0.name, ParameterValue(kind: $0.standard.kind, amount: $1))
            }, uniquingKeysWith: { first, _ in first })
        let content = compute(draft, values)
        known[key] = content
        return content
    }

    private func compute(_ draft: Draft, _ values: [String: ParameterValue]) -> SizedContent {
        guard case .text(let text) = draft.template.body else {
            var planned = PlannedLoad(duration: draft.statedDuration ?? 0)
            planned.state(draft.statedLoad)
            return SizedContent(values: values, workout: nil, planned: planned)
        }
        let workout = Workout.read(text.text(with: values)).workout
        var planned = workout.planned(
            sport: draft.sport, thresholds: athlete.sizingThresholds(for: draft.sport),
            target: draft.spec.target?.metric)
        if planned.load == nil { planned.state(draft.statedLoad) }
        return SizedContent(values: values, workout: workout, planned: planned)
    }

    /// The session nearest to the wanted size whose duration fits.
    ///
    /// The first knob alone goes over its whole grid; while the nearest size is not near enough, the next knob joins.
    /// Within a set the nearest wins; ties go to fewer knobs off their default, then to the smaller size. Nil where
    /// nothing fits.
    mutating func nearest(_ draft: Draft, to wanted: Double, _ measure: SizeMeasure, within limit: Int?)
        -> SizedContent?
    {
        var best: (cost: (Double, Int, Double), content: SizedContent)?
        for count in min(1, draft.knobs.count)...draft.knobs.count {
            best = nil
            forEachSetting(draft.knobs.prefix(count)) { sizer, knobs in
                let content = sizer.content(draft, knobs: knobs)
                guard content.fits(limit) else { return }
                let size = measure.of(content)
                let moved = draft.knobs.prefix(count).count { knobs[$0.name] != $0.standard }
                let cost = (settled(abs(size - wanted)), moved, settled(size))
                if best.map({ cost < $0.cost }) ?? true { best = (cost, content) }
            }
            if let best, best.cost.0 <= measure.tolerance(wanted) { return best.content }
        }
        return best?.content
    }

    /// The smallest and the largest size that the knobs give and the limit allows; nil where nothing fits.
    mutating func range(_ draft: Draft, _ measure: SizeMeasure, within limit: Int?) -> ClosedRange<Double>? {
        var low = Double.infinity
        var high = -Double.infinity
        var needsGrid = false
        forEachCorner(draft.knobs) { sizer, knobs in
            let content = sizer.content(draft, knobs: knobs)
            guard content.fits(limit) else {
                needsGrid = true
                return
            }
            low = min(low, measure.of(content))
            high = max(high, measure.of(content))
        }
        if needsGrid {
            forEachSetting(draft.knobs[...]) { sizer, knobs in
                let content = sizer.content(draft, knobs: knobs)
                guard content.fits(limit) else { return }
                low = min(low, measure.of(content))
                high = max(high, measure.of(content))
            }
        }
        return low <= high ? low...high : nil
    }

    private mutating func forEachCorner(_ knobs: [Parameter], _ body: (inout Sizer, [String: ParameterValue]) -> Void) {
        for corner in 0..<(1 << knobs.count) {
            var setting: [String: ParameterValue] = [:]
            for (bit, knob) in knobs.enumerated() {
                setting[knob.name] = corner >> bit & 1 == 0 ? knob.min : knob.max
            }
            body(&self, setting)
        }
    }

    private mutating func forEachSetting(
        _ knobs: ArraySlice<Parameter>, _ setting: [String: ParameterValue] = [:],
        _ body: (inout Sizer, [String: ParameterValue]) -> Void
    ) {
        guard let knob = knobs.first else { return body(&self, setting) }
        for value in knob.grid {
            var setting = setting
            setting[knob.name] = value
            forEachSetting(knobs.dropFirst(), setting, body)
        }
    }
}

extension SizedContent {
    /// Whether it is no longer than the limit in seconds.
    fileprivate func fits(_ limit: Int?) -> Bool {
        limit.map { planned.duration <= $0 } ?? true
    }
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
    /// The thresholds that sizing uses: the file's, else FTP 250, 4:00/km and 1:40/100 m.
    func sizingThresholds(for sport: Sport) -> Thresholds {
        if let own = thresholds(for: sport) { return own }
        switch sport.family {
        case .run: return Thresholds(thresholdPace: 1000.0 / 240)
        case .swim: return Thresholds(thresholdPace: 1)
        default: return Thresholds(ftp: 250)
        }
    }
}
