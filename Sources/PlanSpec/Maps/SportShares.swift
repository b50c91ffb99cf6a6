import Diagnostics
import Workouts
import YAML

extension Format where Value == [SportShare] {
    /// A map of sports to their shares of a target, 100 % together.
    static var sportShares: Format {
        let map = Format<[KeyedItem<Sport, Double>]>.keyed(by: .sport, pattern: "^[A-Z][A-Za-z]*$", .percent(0...100))
        return Format(map.shape) { node, reading in
            guard let items = map.read(node, reading) else { return nil }
            let total = items.reduce(0) { $0 + $1.value }
            if items.count == node.mapping?.count, abs(total - 1) > 1e-6 {
                reading.fault(
                    .splitNot100,
                    "the sports' shares are \(plain((total * 1e4).rounded() / 100)) % together, not 100 %",
                    at: node.place)
            }
            return items.map { SportShare(sport: $0.key.value, share: $0.value) }
        }
    }
}
