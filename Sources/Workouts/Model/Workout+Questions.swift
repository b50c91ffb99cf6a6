extension Workout {
    /// Whether a step aims at a share or zone of the threshold pace, which a device can't resolve without one.
    public var needsThresholdPace: Bool {
        items.contains { item in
            switch item {
            case .step(let step): step.needsThresholdPace
            case .block(let block): block.steps.contains(where: \.needsThresholdPace)
            }
        }
    }

    /// Every step once, in the order of the text.
    var steps: [Step] {
        items.flatMap { item in
            switch item {
            case .step(let step): [step]
            case .block(let block): block.steps
            }
        }
    }

    /// The entries of the workout document: top-level steps and blocks, and the steps inside the blocks.
    public var stepCount: Int {
        items.reduce(0) { count, item in
            switch item {
            case .step: count + 1
            case .block(let block): count + 1 + block.steps.count
            }
        }
    }
}

extension Step {
    /// Whether it is a free ride, and nothing says how hard.
    var isFreeWithoutRange: Bool { freeride && power == nil && heartRate == nil && pace == nil }

    /// Whether it aims at a share or zone of the threshold pace.
    var needsThresholdPace: Bool {
        pace?.units == .percentPace || pace?.units == .paceZone
    }
}
