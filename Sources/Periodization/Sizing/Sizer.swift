import PlanSpec
import Workouts

/// Finds the parameters that bring a session nearest to a wanted size; every workout's sizes are computed once.
struct Sizer {
    private let athlete: AthleteSpec
    private var tables: [SizeTable] = []
    private var places: [Recipe.Key: Int] = [:]

    init(_ athlete: AthleteSpec) {
        self.athlete = athlete
    }

    /// The number of the table for a recipe.
    mutating func table(for recipe: Recipe) -> Int {
        let key = recipe.key
        if let place = places[key] { return place }
        tables.append(SizeTable(recipe, athlete))
        places[key] = tables.count - 1
        return tables.count - 1
    }

    /// The session with its knobs at their defaults.
    mutating func standard(_ draft: Draft) -> SessionContent {
        SessionContent(parts: draft.parts.map { part in tables[part.table].content(at: tables[part.table].standard) })
    }

    /// The content of a session with an own size; nil for one without.
    mutating func own(_ draft: Draft) -> SessionContent? {
        switch draft.size {
        case .ownLoad(let load): nearest(draft, to: load, .load, within: nil)
        case .ownDuration(let seconds): nearest(draft, to: Double(seconds), .duration, within: nil)
        case .ownDistance(let metres): nearest(draft, to: metres, .distance, within: nil)
        case .share, .open: nil
        }
    }

    /// The session nearest to the wanted size whose duration fits; nil where nothing fits.
    mutating func nearest(
        _ draft: Draft, to wanted: Double, _ measure: SizeMeasure, within limit: Int?
    ) -> SessionContent? {
        if draft.parts.count > 1 { return brick(draft, to: wanted, measure, within: limit) }
        guard let table = draft.parts.first?.table,
            let place = tables[table].nearest(to: wanted, measure, within: limit)
        else { return nil }
        return SessionContent(parts: [tables[table].content(at: place)])
    }

    /// The smallest and the largest size that the knobs give and the limit allows; nil where nothing fits.
    mutating func range(_ draft: Draft, _ measure: SizeMeasure, within limit: Int?) -> ClosedRange<Double>? {
        if draft.parts.count == 1 { return tables[draft.parts[0].table].range(measure, within: limit) }
        var (low, high, least, most) = (0.0, 0.0, 0, 0)
        for part in draft.parts {
            guard let own = tables[part.table].range(measure, within: nil),
                let time = tables[part.table].range(.duration, within: nil)
            else { return nil }
            (low, high) = (low + own.lowerBound, high + own.upperBound)
            (least, most) = (least + Int(time.lowerBound), most + Int(time.upperBound))
        }
        guard let limit, limit < most else { return low...high }
        guard least <= limit, let full = brick(draft, to: high, measure, within: limit) else { return nil }
        return low...max(low, measure.of(full))
    }

    /// A brick's parts: those with a share get it of the whole, the others what is left in equal parts.
    private mutating func brick(
        _ draft: Draft, to wanted: Double, _ measure: SizeMeasure, within limit: Int?
    ) -> SessionContent? {
        let whole = brick(draft, to: wanted, measure, limits: nil)
        guard let limit, whole.duration > limit else { return whole }
        // Too long: the parts share the time as they would have, none below its smallest.
        var slots: [Slot] = []
        for (part, content) in zip(draft.parts, whole.parts) {
            guard let time = tables[part.table].range(.duration, within: nil) else { return nil }
            slots.append(
                Slot(
                    weight: Double(content.planned.duration),
                    range: time.lowerBound...max(time.lowerBound, time.upperBound)))
        }
        guard slots.reduce(0, { $0 + $1.range.lowerBound }) <= Double(limit) else { return nil }
        let limits = shareOut(Double(limit), over: slots).map { Int($0 + 1e-6) }
        let cut = brick(draft, to: wanted, measure, limits: limits)
        return cut.duration <= limit ? cut : nil
    }

    private mutating func brick(
        _ draft: Draft, to wanted: Double, _ measure: SizeMeasure, limits: [Int]?
    ) -> SessionContent {
        let stated = draft.parts.reduce(0) { $0 + ($1.share ?? 0) }
        let open = draft.parts.count { $0.share == nil }
        var slots: [Slot] = []
        for (index, part) in draft.parts.enumerated() {
            let range = tables[part.table].range(measure, within: limits?[index]) ?? 0...0
            slots.append(Slot(weight: part.share ?? max(0, 1 - stated) / Double(max(1, open)), range: range))
        }
        let sizes = shareOut(wanted, over: slots)
        return SessionContent(
            parts: draft.parts.indices.map { index in
                let table = draft.parts[index].table
                let place = tables[table].nearest(to: sizes[index], measure, within: limits?[index])
                return tables[table].content(at: place ?? tables[table].standard)
            })
    }
}
