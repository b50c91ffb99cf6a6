/// Seconds of samples per zone.
///
/// A zone holds what is above the bound before it and not above its own, by unrounded bounds. The first zone holds
/// everything below too, so a rest of 0 W is in zone 1; the last everything above.
struct ZoneCounter {
    /// Upper bounds of the zones, the last open.
    let bounds: [Double]
    /// A band beside the zones that may overlap them: sweet spot.
    let band: ClosedRange<Double>?
    private var counts: [Int]
    private var bandCount = 0

    init(bounds: [Double], band: ClosedRange<Double>? = nil) {
        self.bounds = bounds.dropLast().map { $0 + Self.tolerance } + (bounds.isEmpty ? [] : [.infinity])
        self.band = band
        counts = Array(repeating: 0, count: bounds.count)
    }

    /// Adds `rounds` times the samples of `segment`.
    mutating func add(_ segment: LinearSegment, rounds: Int) {
        var below = 0
        for (index, bound) in bounds.enumerated() {
            let upTo = segment.seconds(upTo: bound)
            if upTo > below { counts[index] += (upTo - below) * rounds }
            below = max(below, upTo)
            if below == segment.seconds { break }
        }
        guard let band else { return }
        let inside =
            segment.seconds(upTo: band.upperBound + Self.tolerance)
            - segment.seconds(upTo: band.lowerBound - Self.tolerance)
        bandCount += inside * rounds
    }

    /// The times as `Z1`, `Z2` and so on, the band last as `SS`.
    var times: [ZoneTime] {
        let zones = counts.enumerated().map { ZoneTime(id: Self.name($0.offset), seconds: $0.element) }
        return band == nil ? zones : zones + [ZoneTime(id: "SS", seconds: bandCount)]
    }

    /// What arithmetic may add to a value on a bound.
    private static let tolerance = 1e-9
    private static let names = (1...10).map { "Z\($0)" }

    private static func name(_ index: Int) -> String {
        names.indices.contains(index) ? names[index] : "Z\(index + 1)"
    }
}
