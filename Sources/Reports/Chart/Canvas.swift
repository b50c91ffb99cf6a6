/// Dots in character cells: two by four to a cell in braille, one to a cell in ASCII.
struct Canvas {
    private let columns: Int
    private let rows: Int
    private let ink: Ink
    private var dots: [UInt8]
    private var roles: [Ink.Role?]

    init(columns: Int, rows: Int, ink: Ink) {
        self.columns = columns
        self.rows = rows
        self.ink = ink
        dots = Array(repeating: 0, count: columns * rows)
        roles = Array(repeating: nil, count: columns * rows)
    }

    /// Dots across.
    var width: Int { ink.ascii ? columns : 2 * columns }
    /// Dots down.
    var height: Int { ink.ascii ? rows : 4 * rows }

    /// Sets the dot `x` from the left and `y` from the bottom; the first role of a cell stays.
    mutating func set(x: Int, y: Int, _ role: Ink.Role) {
        guard (0..<width).contains(x), (0..<height).contains(y) else { return }
        let top = height - 1 - y
        let cell: Int
        let bit: UInt8
        if ink.ascii {
            cell = top * columns + x
            bit = role == .fitness ? 1 : role == .fatigue ? 2 : 4
        } else {
            cell = top / 4 * columns + x / 2
            let left: [UInt8] = [0x01, 0x02, 0x04, 0x40]
            let right: [UInt8] = [0x08, 0x10, 0x20, 0x80]
            bit = x % 2 == 0 ? left[top % 4] : right[top % 4]
        }
        dots[cell] |= bit
        if roles[cell] == nil || role == .fitness { roles[cell] = role }
    }

    /// The lines from the top, coloured by role.
    func lines() -> [String] {
        (0..<rows).map { row in
            (0..<columns).map { column in
                let cell = row * columns + column
                guard dots[cell] != 0 else { return " " }
                return ink.paint(glyph(dots[cell]), roles[cell] ?? .faint)
            }.joined()
        }
    }

    private func glyph(_ dots: UInt8) -> String {
        if ink.ascii { return dots & 1 != 0 ? "*" : dots & 2 != 0 ? "." : "o" }
        return Unicode.Scalar(0x2800 + UInt32(dots)).map { String(Character($0)) } ?? " "
    }
}
