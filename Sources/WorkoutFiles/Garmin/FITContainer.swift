/// The bytes of a FIT file: a header, records and a checksum.
struct FITContainer {
    /// Where the records begin.
    var start: Int
    /// One past the last record.
    var end: Int

    /// Why bytes are no whole FIT file.
    enum Fault: Error, Equatable {
        case cut(missing: Int)
        case badHeader
        case badChecksum
    }

    /// Whether the bytes say that they are a FIT file.
    static func isPresent(in bytes: [UInt8]) -> Bool {
        bytes.count >= 12 && Array(bytes[8..<12]) == Array(".FIT".utf8)
    }

    /// Checks header and checksum.
    init(_ bytes: [UInt8]) throws(Fault) {
        guard Self.isPresent(in: bytes), bytes[0] == 12 || bytes[0] == 14 else { throw .badHeader }
        let size = (4..<8).reduce(0) { $0 | Int(bytes[$1]) << (8 * ($1 - 4)) }
        start = Int(bytes[0])
        end = start + size
        guard bytes.count >= end + 2 else { throw .cut(missing: end + 2 - bytes.count) }
        let stated = UInt16(bytes[end]) | UInt16(bytes[end + 1]) << 8
        guard FITChecksum.of(bytes[..<end]) == stated else { throw .badChecksum }
    }

    /// A whole file around records.
    static func bytes(around records: [UInt8]) -> [UInt8] {
        var header: [UInt8] = [14, 0x20, 0x12, 0x08]
        header += (0..<4).map { UInt8(truncatingIfNeeded: records.count >> (8 * $0)) }
        header += Array(".FIT".utf8)
        let headerSum = FITChecksum.of(header)
        header += [UInt8(headerSum & 0xFF), UInt8(headerSum >> 8)]
        let sum = FITChecksum.of(header + records)
        return header + records + [UInt8(sum & 0xFF), UInt8(sum >> 8)]
    }
}
