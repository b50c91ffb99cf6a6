import Diagnostics
import YAML

/// The keys of a phase's `taper`.
struct TaperKeys: MapKeys {
    static let noun = "a taper"
    static let table = MapTable(TaperKeys())

    let shape = DefaultField(
        "shape", Format<Phase.Taper.Curve>.choice, default: "exponential", "How its days go down.")
    let cut = DefaultField(
        "cut", .percent(0...100), default: "50%", "Mean reduction against the daily load of the last loading week.")
}

extension Phase.Taper {
    init(_ map: MapReader<TaperKeys>) {
        self.init(curve: map.shape, cut: map.cut)
    }
}
