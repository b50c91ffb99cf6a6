import Testing

@testable import Periodization

@Suite struct SlotsTests {
    @Test("the contract's example: 520 less a group ride of 95 and a long ride of 38 % leaves 60.9 and 52.8")
    func contractExample() {
        let anything = 0.0...500.0
        let slots = [15.0, 15, 13, 13].map { Slot(weight: $0, range: anything) }
        let sizes = shareOut(520 - 95 - 0.38 * 520, over: slots)
        let rounded = sizes.map { ($0 * 10).rounded() / 10 }
        #expect(rounded == [60.9, 60.9, 52.8, 52.8])
    }

    @Test("what one can't take goes to the others by weight")
    func cutAbove() {
        let sizes = shareOut(
            100, over: [Slot(weight: 1, range: 0...10), Slot(weight: 1, range: 0...90), Slot(weight: 2, range: 0...90)])
        #expect(sizes == [10, 30, 60])
    }

    @Test("a smallest size takes from the others")
    func cutBelow() {
        let sizes = shareOut(60, over: [Slot(weight: 1, range: 40...90), Slot(weight: 1, range: 0...90)])
        #expect(sizes == [40, 20])
    }

    @Test("every result is clip(λ · weight) and adds up where the ranges allow", arguments: 0..<200)
    func waterLevel(seed: Int) {
        var random = Seeded(state: UInt64(seed))
        let slots = (0..<Int.random(in: 1...6, using: &random)).map { _ in
            let low = Double.random(in: 0...40, using: &random)
            return Slot(
                weight: Double.random(in: 1...30, using: &random),
                range: low...(low + Double.random(in: 0...60, using: &random)))
        }
        let amount = Double.random(in: 0...300, using: &random)
        let sizes = shareOut(amount, over: slots)
        let least = slots.reduce(0) { $0 + $1.range.lowerBound }
        let most = slots.reduce(0) { $0 + $1.range.upperBound }
        #expect(abs(sizes.reduce(0, +) - min(max(amount, least), most)) < 1e-6)
        let free = zip(slots, sizes).filter { $1 > $0.range.lowerBound + 1e-9 && $1 < $0.range.upperBound - 1e-9 }
        let levels = free.map { $1 / $0.weight }
        if let low = levels.min(), let high = levels.max() { #expect(high - low < 1e-6) }
    }
}
