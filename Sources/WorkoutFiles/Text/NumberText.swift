/// A number as a workout file writes it.
enum NumberText: Equatable {
    /// A finite number.
    case value(Double)
    /// A finite number with a comma in place of the point.
    case withComma(Double)
    /// `NaN` or `Infinity`.
    case notFinite
    /// Anything else.
    case garbage

    /// Reads digits with a sign, a point and an exponent; blanks around them don't count.
    init(_ text: some StringProtocol) {
        let bytes = Array(text.utf8.drop { $0 <= 0x20 })
        let end = bytes.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? 0
        var word = String(decoding: bytes[..<end], as: UTF8.self)
        let isPlain = !word.isEmpty && word.utf8.allSatisfy { (0x2B...0x39).contains($0) && $0 != 0x2F || $0 | 32 == 0x65 }
        guard isPlain else {
            let lower = word.lowercased().drop { $0 == "-" || $0 == "+" }
            self = lower.hasPrefix("nan") || lower.hasPrefix("inf") || lower == "∞" ? .notFinite : .garbage
            return
        }
        let commas = word.utf8.count { $0 == 0x2C }
        if commas == 1, !word.utf8.contains(0x2E) {
            word = word.split(separator: ",", omittingEmptySubsequences: false).joined(separator: ".")
        }
        guard let value = Double(word) else {
            self = .garbage
            return
        }
        self = !value.isFinite ? .notFinite : commas == 1 ? .withComma(value) : .value(value)
    }

    /// The number, if there is one.
    var number: Double? {
        switch self {
        case .value(let value), .withComma(let value): value
        case .notFinite, .garbage: nil
        }
    }
}
