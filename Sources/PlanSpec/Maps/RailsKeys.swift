import YAML

/// The keys of `rails`.
struct RailsKeys: MapKeys {
    static let noun = "the rails"
    static let table = MapTable(RailsKeys())

    let deletes = DefaultField(
        "deletes", .percent(0...100), default: "25%", "Largest share of owned future events deleted in one run.")
    let updates = DefaultField(
        "updates", .percent(0...100), default: "60%", "Largest share of owned future events updated in one run.")
    let freezeDays = DefaultField(
        "freeze_days", .integer(0...366), default: "0", "Days after today that aren't written either.")
    let operations = DefaultField("operations", .integer(1...100_000), default: "500", "Most writes in one run.")
}

extension Rails {
    init(_ map: MapReader<RailsKeys>) {
        self.init()
        deletes = map.deletes
        updates = map.updates
        freezeDays = map.freezeDays
        operations = map.operations
    }
}
