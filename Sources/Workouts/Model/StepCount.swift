extension Workout {
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
