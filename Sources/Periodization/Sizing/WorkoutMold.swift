import Workouts

/// A workout whose lengths and repeats follow from numbers, so that sizing needn't read the text for every number.
///
/// It is found by reading the text at the ends of every knob's grid and comparing: where only durations, distances and
/// repeat counts differ, and all of them at once come out as foretold, the others follow in a straight line.
struct WorkoutMold {
    fileprivate enum Place {
        case duration(item: Int, step: Int?)
        case distance(item: Int, step: Int?)
        case count(item: Int)
    }

    private struct Edit {
        let knob: Int
        let place: Place
        let offset: Double
        let factor: Double
    }

    /// The range of a knob and where it stands by default.
    struct Knob {
        let low: Double
        let standard: Double
        let high: Double
    }

    private let base: Workout
    private var edits: [Edit] = []

    /// Nil where the text changes in any other way.
    init?(_ knobs: [Knob], read: ([Double]) -> Workout) {
        let standard = knobs.map(\.standard)
        base = read(standard).withoutText
        for (index, knob) in knobs.enumerated() {
            for end in [knob.high, knob.low] where end != knob.standard {
                var amounts = standard
                amounts[index] = end
                if !edits.contains(where: { $0.knob == index }) {
                    guard let found = edits(of: index, from: knob.standard, to: end, read(amounts).withoutText) else {
                        return nil
                    }
                    edits += found
                }
                guard read(amounts).withoutText == workout(amounts) else { return nil }
            }
        }
        for corner in [knobs.map(\.low), knobs.map(\.high)] where knobs.count > 1 {
            guard read(corner).withoutText == workout(corner) else { return nil }
        }
    }

    /// The workout, without its words, for the knobs' numbers.
    func workout(_ amounts: [Double]) -> Workout {
        var workout = base
        for edit in edits { workout.set(edit.place, to: edit.offset + edit.factor * amounts[edit.knob]) }
        return workout
    }

    private func edits(of knob: Int, from old: Double, to new: Double, _ other: Workout) -> [Edit]? {
        guard other.items.count == base.items.count else { return nil }
        var result: [Edit] = []
        func add(_ place: Place, _ before: Double, _ after: Double) {
            guard before != after else { return }
            let factor = (after - before) / (new - old)
            result.append(Edit(knob: knob, place: place, offset: before - factor * old, factor: factor))
        }
        for (index, (left, right)) in zip(base.items, other.items).enumerated() {
            switch (left, right) {
            case (.step(let left), .step(let right)): compare(left, right, index, nil, add)
            case (.block(let left), .block(let right)):
                guard left.steps.count == right.steps.count else { return nil }
                add(.count(item: index), Double(left.count), Double(right.count))
                for (step, pair) in zip(left.steps, right.steps).enumerated() {
                    compare(pair.0, pair.1, index, step, add)
                }
            default: return nil
            }
        }
        return result
    }

    private func compare(
        _ left: Step, _ right: Step, _ item: Int, _ step: Int?, _ add: (Place, Double, Double) -> Void
    ) {
        if let before = left.duration, let after = right.duration {
            add(.duration(item: item, step: step), Double(before), Double(after))
        }
        if let before = left.distance, let after = right.distance {
            add(.distance(item: item, step: step), before, after)
        }
    }
}

extension Workout {
    /// The workout without the words that no figure rests on.
    fileprivate var withoutText: Workout {
        var result = self
        result.description = ""
        for index in result.items.indices {
            switch result.items[index] {
            case .step(var step):
                step.text = ""
                result.items[index] = .step(step)
            case .block(var block):
                block.text = ""
                for step in block.steps.indices { block.steps[step].text = "" }
                result.items[index] = .block(block)
            }
        }
        return result
    }

    fileprivate mutating func set(_ place: WorkoutMold.Place, to value: Double) {
        switch place {
        case .count(let item):
            guard case .block(var block) = items[item] else { return }
            block.count = Int(value.rounded())
            items[item] = .block(block)
        case .duration(let item, let step): change(item, step) { $0.duration = Int(value.rounded()) }
        case .distance(let item, let step): change(item, step) { $0.distance = settled(value) }
        }
    }

    private mutating func change(_ item: Int, _ step: Int?, _ body: (inout Step) -> Void) {
        switch items[item] {
        case .step(var own):
            body(&own)
            items[item] = .step(own)
        case .block(var block):
            guard let step else { return }
            body(&block.steps[step])
            items[item] = .block(block)
        }
    }
}
