import CivilDates
import Diagnostics
import YAML

/// The keys of a life overlay.
struct LifeKeys: MapKeys {
    static let noun = "a life overlay"
    static let table = MapTable(LifeKeys())

    let id = Field("id", Format.id.located, required: true, "Its id, unique among the overlays.")
    let kind = Field("kind", Format<LifeOverlay.Kind>.choice, required: true, "What happens.")
    let from = Field("from", Format.date.located, required: true, "Its first day.")
    let to = Field("to", Format.date.located, required: true, "Its last day.")
    let availability = Field(
        "availability", .availabilityChange,
        "What its days allow in place of the plan's; absent: off when sick, injured or on holiday.")
    let load = Field("load", .number(0...10_000), "A camp's load over all its days.")
    let respread = DefaultField(
        "respread", .boolean, default: "false", "Whether the weeks it touches are placed and sized again.")
    let comeback = Field(
        "return", Format<LifeOverlay.Return>.choice,
        "`auto` (default when sick or injured): after 6 to 28 days off half, then three quarters of the sizes; or `none`."
    )
    let name = Field("name", .line, "The name on the calendar; by default its kind.")
    let description = Field("description", .text, "The text beside the name.")
    let entry = EntryKeys()
}

extension LifeOverlay {
    init?(_ map: MapReader<LifeKeys>) {
        let id = map.id ?? Located("", at: map.node.place)
        let (kind, from, to) = (map.kind, map.from, map.to)
        let (availability, load, respread, comeback) = (map.availability, map.load, map.respread, map.comeback)
        let (name, description) = (map.name, map.description)
        if description != nil { map.reading.checkDescription(map.node(of: \.description)) }
        let (protect, publish) = (map.read(\.entry.protect), map.read(\.entry.publish))
        if let kind, kind != .camp, let entry = map.present(["load"]).first {
            map.reading.fault(.lifeKey, "only a camp has a `load`", at: entry.keyRange)
        }
        guard let from, let to else { return nil }
        map.reading.checkOrder(from, to)
        self.init(
            id: id, kind: kind ?? .holiday, from: from, to: to,
            availability: availability.map { Availability(days: $0.days, standard: $0.standard ?? Availability.Day()) },
            load: load, respread: respread, comeback: comeback, name: name, description: description, protect: protect,
            publish: publish, range: map.node.range)
    }
}

extension Reading {
    /// A first day comes no later than the last.
    func checkOrder(_ from: Located<CivilDate>, _ to: Located<CivilDate>) {
        guard to.value < from.value else { return }
        fault(
            .dateOrder, "\(to.value) is before \(from.value), the first day", at: to.range,
            notes: [Diagnostic.Note("the first day is here", at: from.range)])
    }
}
