import Diagnostics
import Workouts
import YAML

/// The keys of a brick's part.
struct BrickKeys: MapKeys {
    static let noun = "a brick's part"
    static let table = MapTable(BrickKeys())

    let share = Field("share", .percent(0...100), "Its share of the brick; what is left goes to parts without one.")
    let workout = PartKeys()
    let progress = Field("progress", .progress, "Parameters that change from loading week to loading week.")
}

extension SessionSpec {
    init(part map: MapReader<BrickKeys>, of brick: SessionSpec) {
        self = map.session(
            map.keys.workout, id: brick.id, role: brick.role, sport: brick.sport, indoor: brick.indoor)
        share = map.share.map { [$0] } ?? []
        progress = map.reading.values(of: map.progress ?? [], in: content, indoor: indoor)
        map.reading.checkSetOnce(self, at: map.place(of: \.progress))
    }
}

extension MapReader<SessionKeys> {
    /// The brick's parts; nil where it is none.
    func parts(of session: SessionSpec) -> [SessionSpec]? {
        guard has(\.brick) else { return nil }
        let table = BrickKeys.table
        let part = Format<SessionSpec>.map(table) { SessionSpec(part: $0, of: session) }
        guard let node = node(of: \.brick) else { return nil }
        let parts = reading.about("brick") { Format.list(of: part).read(node, reading) } ?? []
        if let items = node.sequence, items.count < 2 {
            reading.fault(.brickParts, "a brick has two parts or more", at: node.place)
        }
        reading.checkShares(ofParts: parts, at: node.place)
        if session.role == nil, let first = parts.first { reading.checkRole(of: first.content, at: session.id.range) }
        return parts
    }
}

extension Reading {
    /// The parts' shares are 100 % at most.
    fileprivate func checkShares(ofParts parts: [SessionSpec], at range: SourceRange) {
        let total = parts.reduce(0) { $0 + ($1.share.first ?? 0) }
        guard total > 1 + 1e-9 else { return }
        let place = parts.last { !$0.share.isEmpty }?.ranges["share"] ?? range
        fault(
            .sharesOver100,
            "with this the parts' shares are \(plain((total * 1e4).rounded() / 100)) %, more than 100 %",
            at: place)
    }
}
