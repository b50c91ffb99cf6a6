/// FNV-1a of 64 bits, fed piece by piece.
///
/// Not made to resist forgers: whoever can write the marker can write the event as well.
struct ContentHash {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    /// The hash of one text.
    static func of(_ text: String) -> UInt64 {
        var hash = ContentHash()
        hash.add(text)
        return hash.value
    }

    mutating func add(_ text: String) {
        for byte in text.utf8 { add(byte) }
    }

    /// Ends a piece, so that `ab`+`c` and `a`+`bc` differ.
    mutating func endPiece() {
        add(0x1F)
    }

    private mutating func add(_ byte: UInt8) {
        value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }

    /// All bits folded onto 25, which five base32 digits hold.
    var folded: UInt32 {
        UInt32(truncatingIfNeeded: (value ^ (value >> 25) ^ (value >> 50)) & 0x1FF_FFFF)
    }

    /// Sixteen hexadecimal digits.
    var hexadecimal: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

/// Base32 with the digits of RFC 4648 in lower case, most significant first.
enum Base32 {
    private static let digits = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)

    /// The low `5 * count` bits.
    static func encode(_ number: UInt64, count: Int) -> String {
        let bytes = (0..<count).reversed().map { index -> UInt8 in
            let shift = 5 * index
            return digits[Int(shift < 64 ? (number >> UInt64(shift)) & 31 : 0)]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The number, or nil where a byte is no digit.
    static func decode(_ bytes: some Sequence<UInt8>) -> UInt64? {
        var number: UInt64 = 0
        for byte in bytes {
            switch byte {
            case 0x61...0x7A: number = number << 5 | UInt64(byte - 0x61)
            case 0x32...0x37: number = number << 5 | UInt64(byte - 0x32 + 26)
            default: return nil
            }
        }
        return number
    }
}
