import Diagnostics
import YAML

/// A number as YAML 1.2's core schema writes it, without what people misread.
enum NumberText {
    /// The number; a number too large for a Double is infinite.
    static func parse(_ text: String) -> Parsed<Double> {
        var bytes = Array(text.utf8)[...]
        let sign: Double = bytes.first == minus ? -1 : 1
        if let first = bytes.first, first == minus || first == plus { bytes.removeFirst() }
        if let radix = radix(of: bytes) {
            let digits = String(decoding: bytes.dropFirst(2), as: UTF8.self)
            guard !digits.isEmpty, !digits.hasPrefix("-"), !digits.hasPrefix("+") else { return .malformed(hint: nil) }
            return UInt64(digits, radix: radix).map { .value(Double($0)) } ?? .malformed(hint: nil)
        }
        guard isDecimal(bytes) else { return .malformed(hint: hint(for: text)) }
        if bytes.count > 1, bytes.first == zero, let second = bytes.dropFirst().first, isDigit(second) {
            return .malformed(hint: "write it without leading zeros")
        }
        let digits = String(decoding: bytes, as: UTF8.self)
        return .value(sign * (Double(digits.hasPrefix(".") ? "0" + digits : digits) ?? .infinity))
    }

    /// `[digits][.[digits]][e[sign]digits]` with a digit before the exponent.
    private static func isDecimal(_ bytes: ArraySlice<UInt8>) -> Bool {
        var rest = bytes
        var digits = takeDigits(&rest)
        if rest.first == point {
            rest.removeFirst()
            digits += takeDigits(&rest)
        }
        guard digits > 0 else { return false }
        if let first = rest.first, first | 0x20 == letterE {
            rest.removeFirst()
            if let next = rest.first, next == minus || next == plus { rest.removeFirst() }
            guard takeDigits(&rest) > 0 else { return false }
        }
        return rest.isEmpty
    }

    private static func takeDigits(_ rest: inout ArraySlice<UInt8>) -> Int {
        let count = rest.prefix(while: isDigit).count
        rest.removeFirst(count)
        return count
    }

    private static func radix(of bytes: ArraySlice<UInt8>) -> Int? {
        bytes.starts(with: [zero, 0x78]) ? 16 : bytes.starts(with: [zero, 0x6F]) ? 8 : nil
    }

    private static func hint(for text: String) -> String? {
        if let decimal = decimalComma(text) { return decimal }
        let digits = text.filter { $0 != "_" && $0 != "," && $0 != "'" }
        if digits != text, digits.isDigits { return "write \(digits)" }
        return nil
    }

    /// `52,5` has a comma where a point belongs; `1,000` may be a thousand as well.
    private static func decimalComma(_ text: String) -> String? {
        let fields = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard fields.count == 2, fields[1].isDigits,
            (fields[0].hasPrefix("-") ? String(fields[0].dropFirst()) : fields[0]).isDigits
        else { return nil }
        let decimal = fields.joined(separator: ".")
        return fields[1].utf8.count == 3
            ? "\(quoted(text)) may be `\(fields.joined())` or `\(decimal)`: write one"
            : "decimals have a point: write \(decimal)"
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private static let (zero, minus, plus, point, letterE) =
        (UInt8(0x30), UInt8(0x2D), UInt8(0x2B), UInt8(0x2E), UInt8(0x65))
}

extension Format where Value == Double {
    /// A number within a range.
    static func number(_ range: ClosedRange<Double>) -> Format {
        let bounds = "a number from \(plain(range.lowerBound)) to \(plain(range.upperBound))"
        let schema: JSONValue = [
            "type": "number", "minimum": JSONValue(range.lowerBound, decimals: 3),
            "maximum": JSONValue(range.upperBound, decimals: 3),
        ]
        return .scalar(.badNumber, bounds, schema: schema) { scalar in
            if scalar.isQuoted { return .malformed(hint: "in quotes it is text: write it without") }
            guard case .value(let number) = NumberText.parse(scalar.text) else {
                return NumberText.parse(scalar.text)
            }
            return range.contains(number) ? .value(number) : .outside(bounds)
        }
    }
}

extension Format where Value == Int {
    /// A whole number within a range.
    static func integer(_ range: ClosedRange<Int>) -> Format {
        let bounds = "a whole number from \(range.lowerBound) to \(range.upperBound)"
        let schema: JSONValue = [
            "type": "integer", "minimum": .integer(range.lowerBound),
            "maximum": .integer(range.upperBound),
        ]
        return .scalar(.badNumber, bounds, schema: schema) { scalar in
            if scalar.isQuoted { return .malformed(hint: "in quotes it is text: write it without") }
            switch NumberText.parse(scalar.text) {
            case .value(let number):
                guard (Double(range.lowerBound)...Double(range.upperBound)).contains(number) else {
                    return .outside(bounds)
                }
                // Written `250.0` or `2.5e2` it is as whole.
                return number == number.rounded() ? .value(Int(number)) : .malformed(hint: nil)
            case .malformed(let hint): return .malformed(hint: hint)
            case .outside, .unknown, .fault: return .malformed(hint: nil)
            }
        }
    }
}

/// A number without a needless fraction: `4`, not `4.0`.
func plain(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
}
