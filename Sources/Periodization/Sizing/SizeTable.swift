import PlanSpec
import Workouts

/// The sizes of one workout over the grid of its knobs, each computed once and only when it is asked for.
struct SizeTable {
    /// What is sized.
    let recipe: Recipe
    private let athlete: AthleteSpec
    /// The values of each knob.
    private let grids: [[Double]]
    /// The default of each knob in its grid.
    private let standards: [Int]
    /// How far apart in the table two neighbours of a knob are; the first knob's are farthest.
    private let strides: [Int]
    private var figures: [Int: SizeFigures] = [:]
    private var ladders: [LadderKey: [Rung]] = [:]
    private var contents: [Int: SizedContent] = [:]
    private var ranges: [RangeKey: ClosedRange<Double>?] = [:]
    private var mold: WorkoutMold?
    private var hasMold = false

    private struct RangeKey: Hashable {
        let measure: SizeMeasure
        let limit: Int?
    }

    /// A size that the knobs can give, with the setting that gives it best.
    private struct Rung {
        let size: Double
        let moved: Int
        let place: Int
    }

    private struct LadderKey: Hashable {
        let count: Int
        let measure: SizeMeasure
        let limit: Int?
    }

    /// Beyond this many settings not every one is tried.
    private static let mostSettings = 20_000

    init(_ recipe: Recipe, _ athlete: AthleteSpec) {
        self.recipe = recipe
        self.athlete = athlete
        let knobs = recipe.knobs.map { recipe.template.parameters[$0] }
        grids = knobs.map { $0.grid.map(\.amount) }
        standards = zip(knobs, grids).map { knob, grid in
            grid.firstIndex { abs($0 - knob.standard.amount) < 1e-9 } ?? 0
        }
        var strides = Array(repeating: 1, count: grids.count)
        for index in grids.indices.dropLast().reversed() {
            strides[index] = strides[index + 1].multipliedReportingOverflow(by: grids[index + 1].count).partialValue
        }
        self.strides = strides
    }

    /// The place of the setting with every knob at its default.
    var standard: Int { zip(standards, strides).reduce(0) { $0 + $1.0 * $1.1 } }

    /// The workout of a place.
    mutating func content(at place: Int) -> SizedContent {
        if let known = contents[place] { return known }
        let content = recipe.content(amounts(at: place), athlete)
        contents[place] = content
        return content
    }

    /// The figures of a place.
    mutating func figures(at place: Int) -> SizeFigures {
        if let known = figures[place] { return known }
        let result: SizeFigures
        if let content = contents[place] {
            result = SizeFigures(content.planned)
        } else if let mold = shapedMold() {
            result = SizeFigures(recipe.planned(mold.workout(knobAmounts(at: place)), athlete))
        } else {
            result = SizeFigures(content(at: place).planned)
        }
        figures[place] = result
        return result
    }

    /// The place of the setting nearest to the wanted size whose duration fits; nil where none does.
    ///
    /// The first knob alone goes over its whole grid; while the nearest size is not near enough, the next knob joins.
    /// Within a set the nearest wins; ties go to fewer knobs off their default, then to the smaller size.
    mutating func nearest(to wanted: Double, _ measure: SizeMeasure, within limit: Int?) -> Int? {
        var best: Rung?
        for count in min(1, grids.count)...grids.count {
            best = nearest(to: wanted, on: ladder(turning: count, toward: wanted, measure, within: limit))
            if let best, settled(abs(best.size - wanted)) <= measure.tolerance(wanted) { break }
        }
        return best?.place
    }

    /// Of the sizes around the wanted one the nearer; ties go to fewer knobs off their default, then to the smaller.
    private func nearest(to wanted: Double, on ladder: [Rung]) -> Rung? {
        var (low, high) = (0, ladder.count)
        while low < high {
            let middle = (low + high) / 2
            if ladder[middle].size < wanted { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return ladder.first }
        guard low < ladder.count else { return ladder.last }
        let (below, above) = (ladder[low - 1], ladder[low])
        let (left, right) = (settled(abs(wanted - below.size)), settled(abs(above.size - wanted)))
        return (right, above.moved) < (left, below.moved) ? above : below
    }

    /// Every size that the first knobs can give and the limit allows, from the smallest on, each with the setting that
    /// moves the fewest knobs, the first of several.
    private mutating func ladder(
        turning count: Int, toward wanted: Double, _ measure: SizeMeasure, within limit: Int?
    ) -> [Rung] {
        let key = LadderKey(count: count, measure: measure, limit: limit)
        if let known = ladders[key] { return known }
        var rungs: [Rung] = []
        for setting in settings(turning: count, toward: wanted, measure) {
            let figures = figures(at: setting.index)
            if let limit, figures.seconds > limit { continue }
            rungs.append(Rung(size: settled(measure.of(figures)), moved: setting.moved, place: setting.index))
        }
        rungs.sort { ($0.size, $0.moved, $0.place) < ($1.size, $1.moved, $1.place) }
        var ladder: [Rung] = []
        for rung in rungs where ladder.last?.size != rung.size { ladder.append(rung) }
        // A choice among too many settings depends on what is wanted, so it isn't kept.
        let all = grids.prefix(count).reduce(1.0) { $0 * Double($1.count) }
        if all <= Double(Self.mostSettings) { ladders[key] = ladder }
        return ladder
    }

    /// The smallest and the largest size that the knobs give and the limit allows; nil where nothing fits.
    mutating func range(_ measure: SizeMeasure, within limit: Int?) -> ClosedRange<Double>? {
        let key = RangeKey(measure: measure, limit: limit)
        if let known = ranges[key] { return known }
        var result = extent(of: corners(), measure, within: limit)
        if !result.isWhole || !isRising(in: measure) {
            result = extent(of: settings(turning: grids.count, toward: 0, measure).map(\.index), measure, within: limit)
        }
        let range = result.low <= result.high ? result.low...result.high : nil
        ranges[key] = .some(range)
        return range
    }

    /// Whether more of any knob is never less: minutes, metres and work by power add up, an average speed may fall.
    private mutating func isRising(in measure: SizeMeasure) -> Bool {
        guard shapedMold() != nil else { return false }
        return measure != .load || content(at: standard).planned.basis == .power
    }

    private mutating func extent(
        of places: [Int], _ measure: SizeMeasure, within limit: Int?
    ) -> (low: Double, high: Double, isWhole: Bool) {
        var result = (low: Double.infinity, high: -Double.infinity, isWhole: true)
        for place in places {
            let figures = figures(at: place)
            if let limit, figures.seconds > limit {
                result.isWhole = false
                continue
            }
            result.low = min(result.low, measure.of(figures))
            result.high = max(result.high, measure.of(figures))
        }
        return result
    }

    private func corners() -> [Int] {
        (0..<(1 << min(grids.count, 16))).map { corner in
            grids.indices.reduce(0) { sum, knob in
                sum + (corner >> knob & 1 == 0 ? 0 : (grids[knob].count - 1) * strides[knob])
            }
        }
    }

    private mutating func shapedMold() -> WorkoutMold? {
        if hasMold { return mold }
        hasMold = true
        guard case .text(let text) = recipe.template.body, !grids.isEmpty else { return nil }
        let knobs = recipe.knobs.indices.map { index in
            WorkoutMold.Knob(
                low: grids[index].first ?? 0, standard: grids[index][standards[index]], high: grids[index].last ?? 0)
        }
        mold = WorkoutMold(knobs) { amounts in
            let all = merged(amounts)
            let values = Dictionary(
                zip(recipe.template.parameters, all).map {
                    ($0.name, ParameterValue(kind: $0.standard.kind, amount: $1))
                }, uniquingKeysWith: { first, _ in first })
            return Workout.read(text.text(with: values)).workout
        }
        return mold
    }

    private func knobAmounts(at place: Int) -> [Double] {
        grids.indices.map { grids[$0][place / strides[$0] % grids[$0].count] }
    }

    private func amounts(at place: Int) -> [Double] { merged(knobAmounts(at: place)) }

    private func merged(_ knobAmounts: [Double]) -> [Double] {
        var all = recipe.amounts
        for (knob, amount) in zip(recipe.knobs, knobAmounts) { all[knob] = amount }
        return all
    }
}

extension SizeTable {
    /// A place of the table, and how many knobs are off their default there.
    private struct Setting {
        var index: Int
        var moved: Int
    }

    /// The settings to try when the first `count` knobs turn, in their order.
    private mutating func settings(turning count: Int, toward wanted: Double, _ measure: SizeMeasure) -> [Setting] {
        var settings = [Setting(index: standard, moved: 0)]
        for knob in 0..<count {
            if settings.count * grids[knob].count <= Self.mostSettings {
                settings = settings.flatMap { setting in grids[knob].indices.map { turned(setting, knob, to: $0) } }
            } else {
                // Too many to try each: from every setting so far, only where this knob crosses the wanted size.
                settings = settings.flatMap { setting in
                    crossing(setting, knob, wanted, measure).map { turned(setting, knob, to: $0) }
                }
            }
        }
        return settings
    }

    private func turned(_ setting: Setting, _ knob: Int, to value: Int) -> Setting {
        Setting(
            index: setting.index + (value - standards[knob]) * strides[knob],
            moved: setting.moved + (value == standards[knob] ? 0 : 1))
    }

    /// The knob's ends, its default, and the values around the first that reaches the wanted size.
    private mutating func crossing(
        _ setting: Setting, _ knob: Int, _ wanted: Double, _ measure: SizeMeasure
    ) -> [Int] {
        var (low, high) = (0, grids[knob].count - 1)
        while low < high {
            let middle = (low + high) / 2
            if measure.of(figures(at: turned(setting, knob, to: middle).index)) < wanted {
                low = middle + 1
            } else {
                high = middle
            }
        }
        let near = max(0, low - 2)...min(grids[knob].count - 1, low + 2)
        return Set([0, standards[knob], grids[knob].count - 1] + near).sorted()
    }
}
