import CivilDates
public import Diagnostics
import YAML

/// What one athlete's plan says otherwise than the file.
///
/// It is merged on YAML nodes before anything is decoded, so that every fault points at the file that wrote the value.
public struct PlanVariant: Sendable {
    /// The file that says so; nil for the plan as its file has it.
    public var file: SourceFile?
    /// The map that is merged over the plan.
    var override: Node?
    /// What weekly targets and camp loads are multiplied by.
    var loadFactor: Located<Double>?
    /// The `start` or `finish` that takes the place of the plan's anchor.
    var anchor: Node.Entry?

    /// The plan as its file has it.
    public init() {}

    /// What takes the place of the plan's anchor; nil where nothing does, or no date.
    var newAnchor: PlanAnchor? {
        guard let anchor, let date = anchor.value.scalar.flatMap({ CivilDate($0.text) }) else { return nil }
        return anchor.key == "start" ? .start(date) : .finish(date)
    }

    /// The keys of a plan that an override may change.
    static let keys = [
        "athlete", "availability", "limits", "races", "life", "fixed", "events", "publish", "rails", "rollout",
    ]

    /// The plan's map with what the variant changes.
    func applied(to plan: Node, _ reading: Reading) -> Node {
        guard var entries = plan.mapping else { return plan }
        if let anchor {
            entries.removeAll { $0.key == "start" || $0.key == "finish" }
            entries.append(anchor)
        }
        for change in override?.mapping ?? [] where PlanVariant.keys.contains(change.key) {
            let place = entries.firstIndex { $0.key == change.key }
            let merged = OverrideMerge(reading).merged(place.map { entries[$0].value }, with: change)
            if let place {
                entries[place] = merged
            } else {
                entries.append(merged)
            }
        }
        var result = plan
        result.content = .mapping(entries)
        return result
    }
}
