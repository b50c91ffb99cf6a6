/// Finds out what was last applied, from its hash and the two sides that are known.
///
/// The marker stores one hash for a group, not the values. But a field that only one side changed still has its old
/// value on the other, and a field that was not set then counts as empty. So the base is one of a few mixtures of live,
/// desired and empty values, and the mixture whose hash fits tells it field by field. No mixture fits where both sides
/// changed the same field. A wrong fit is possible once in 2^25 tries.
struct BaseSearch {
    /// The side or sides of a field that may hold its base.
    private let candidates: [[String]]
    private let group: FieldGroup
    private let hash: UInt32

    /// A search among the values of the event on the calendar and, where there is one, of the plan.
    init(_ group: FieldGroup, hash: UInt32, live: EventContent, desired: EventContent?) {
        self.group = group
        self.hash = hash
        candidates = group.fields.map { field in
            var values = [live.normal(field)]
            if let other = desired?.normal(field), !values.contains(other) { values.append(other) }
            if field.isOptional, !values.contains("") { values.append("") }
            return values
        }
    }

    /// The base by field in normal form; nil where neither side holds it. The live side goes first.
    func base() -> [EventField: String]? {
        var mixture = candidates.map { $0[0] }
        return fits(&mixture, from: 0) ? Dictionary(uniqueKeysWithValues: zip(group.fields, mixture)) : nil
    }

    private func fits(_ mixture: inout [String], from index: Int) -> Bool {
        guard index < candidates.count else { return GroupHashes.hash(mixture) == hash }
        for value in candidates[index] {
            mixture[index] = value
            if fits(&mixture, from: index + 1) { return true }
        }
        return false
    }
}
