/// The author's renamings as far as they concern the plan's keys, all keys as markers hold them.
struct Renaming {
    /// The names that each renamed key may have had, the youngest first.
    private(set) var olds: [String: [String]] = [:]
    /// The renamed keys, each after the key that takes over the name it leaves.
    private(set) var order: [String] = []

    /// What follows from the moves of a file.
    ///
    /// A key that is still wanted was not renamed, unless another one takes its name: `a` to `b` and `b` to `z` at once.
    ///
    /// - Parameter isKnown: whether an event of that key is on the calendar or remembered.
    init(_ desired: [DesiredEvent], _ moves: [KeyMove], plan: String, isKnown: (String) -> Bool) {
        guard !moves.isEmpty else { return }
        func identifier(_ key: String) -> String { Marker.identifier(plan: plan, key: key) }
        let wanted = Set(desired.map(\.key))
        var taken = wanted
        for key in wanted.sorted() where !isKnown(identifier(key)) {
            let chain = Renaming.chain(to: key, moves, wanted) { old in
                isKnown(identifier(old)) && (wanted.contains(old) ? olds[identifier(old)] == nil : !taken.contains(old))
            }
            guard chain.count > 2 else { continue }
            for (new, old) in zip(chain, chain.dropFirst()) {
                olds[identifier(new)] = [identifier(old)]
                order.append(identifier(new))
            }
            taken.formUnion(chain)
        }
        for key in wanted.sorted() where olds[identifier(key)] == nil {
            let earlier = KeyMove.earlierKeys(of: key, moves).filter { !taken.contains($0) }
            guard !earlier.isEmpty else { continue }
            taken.formUnion(earlier)
            olds[identifier(key)] = earlier.map(identifier)
            order.append(identifier(key))
        }
    }

    /// The key and the known ones before it, up to one that is no longer wanted; empty where there is no such end.
    private static func chain(
        to key: String, _ moves: [KeyMove], _ wanted: Set<String>, isKnown: (String) -> Bool
    ) -> [String] {
        var chain = [key]
        while let last = chain.last {
            let before = moves.compactMap { $0.oldKey(of: last) }.first { isKnown($0) && !chain.contains($0) }
            guard let before else { return [] }
            chain.append(before)
            if !wanted.contains(before) { return chain }
        }
        return []
    }
}
