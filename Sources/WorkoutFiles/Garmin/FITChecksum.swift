/// The 16-bit checksum of FIT files, four bits at a time as in Garmin's protocol description.
enum FITChecksum {
    private static let table: [UInt16] = [
        0x0000, 0xCC01, 0xD801, 0x1400, 0xF001, 0x3C00, 0x2800, 0xE401, 0xA001, 0x6C00, 0x7800, 0xB401, 0x5000, 0x9C01,
        0x8801, 0x4400,
    ]

    /// The checksum of some bytes.
    static func of(_ bytes: some Sequence<UInt8>) -> UInt16 {
        var crc: UInt16 = 0
        for byte in bytes {
            for nibble in [byte & 0x0F, byte >> 4] {
                crc = (crc >> 4) ^ table[Int(crc & 0x0F)] ^ table[Int(nibble)]
            }
        }
        return crc
    }
}
