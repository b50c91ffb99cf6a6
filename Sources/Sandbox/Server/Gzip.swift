/// Bytes packed with gzip: repeats within 32 KB become references, in the fixed code of DEFLATE.
struct Gzip {
    private var output: [UInt8] = []
    private var pending: UInt32 = 0
    private var pendingBits = 0

    /// The packed form of some bytes.
    static func pack(_ bytes: [UInt8]) -> [UInt8] {
        var gzip = Gzip()
        gzip.output = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
        gzip.deflate(bytes)
        gzip.word(Checksum.crc32(bytes))
        gzip.word(bytes.count)
        return gzip.output
    }

    private mutating func word(_ value: Int) {
        for shift in [0, 8, 16, 24] { output.append(UInt8(value >> shift & 255)) }
    }

    private mutating func put(_ value: Int, bits: Int) {
        pending |= UInt32(value) << UInt32(pendingBits)
        pendingBits += bits
        while pendingBits >= 8 {
            output.append(UInt8(pending & 255))
            pending >>= 8
            pendingBits -= 8
        }
    }

    private mutating func deflate(_ bytes: [UInt8]) {
        put(1, bits: 1)
        put(1, bits: 2)
        var lastSeen = [Int](repeating: -1, count: 1 << 15)
        var at = 0
        while at < bytes.count {
            let match = Gzip.match(in: bytes, at: at, &lastSeen)
            if match.length >= 4 {
                reference(length: match.length, distance: match.distance)
                at += match.length
            } else {
                symbol(Int(bytes[at]))
                at += 1
            }
        }
        symbol(256)
        if pendingBits > 0 { put(0, bits: 8 - pendingBits) }
    }

    /// The last place that begins with the same four bytes, as far as it agrees.
    private static func match(
        in bytes: [UInt8], at: Int, _ lastSeen: inout [Int]
    ) -> (length: Int, distance: Int) {
        guard at + 4 <= bytes.count else { return (0, 0) }
        let four = (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(bytes[at + $1]) }
        let slot = Int((four &* 0x9E37_79B1) >> 17)
        let earlier = lastSeen[slot]
        lastSeen[slot] = at
        guard earlier >= 0, at - earlier <= 32_768 else { return (0, 0) }
        var length = 0
        let longest = min(258, bytes.count - at)
        while length < longest, bytes[earlier + length] == bytes[at + length] { length += 1 }
        return (length, at - earlier)
    }

    /// A literal, an end or a length in the fixed code, whose bits go out from the highest.
    private mutating func symbol(_ symbol: Int) {
        switch symbol {
        case ..<144: reversed(0x30 + symbol, bits: 8)
        case ..<256: reversed(0x190 + symbol - 144, bits: 9)
        case ..<280: reversed(symbol - 256, bits: 7)
        default: reversed(0xC0 + symbol - 280, bits: 8)
        }
    }

    private mutating func reversed(_ value: Int, bits: Int) {
        var turned = 0
        for bit in 0..<bits where value >> bit & 1 == 1 { turned |= 1 << (bits - 1 - bit) }
        put(turned, bits: bits)
    }

    private static let lengths = [
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
        258,
    ]
    private static let lengthBits = [
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
    ]
    private static let distances = [
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
        6145, 8193, 12_289, 16_385, 24_577,
    ]

    private mutating func reference(length: Int, distance: Int) {
        let index = Gzip.lengths.partitionPoint { $0 <= length } - 1
        symbol(257 + index)
        put(length - Gzip.lengths[index], bits: Gzip.lengthBits[index])
        let slot = Gzip.distances.partitionPoint { $0 <= distance } - 1
        reversed(slot, bits: 5)
        put(distance - Gzip.distances[slot], bits: max(0, slot / 2 - 1))
    }
}

extension SandboxResponse {
    /// The answer as the client asked for it: packed where it takes gzip and there is something to gain.
    func packed(for request: SandboxRequest) -> SandboxResponse {
        guard delivery == .whole, status == 200, body.count > 1000,
            request.header("Accept-Encoding")?.lowercased().contains("gzip") == true
        else { return self }
        var packed = self
        packed.body = Gzip.pack(body)
        packed.headers["Content-Encoding"] = "gzip"
        packed.headers["Vary"] = "Accept-Encoding"
        return packed
    }
}
