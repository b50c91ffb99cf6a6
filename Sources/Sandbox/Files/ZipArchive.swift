/// Files in one, stored as they are.
struct ZipArchive {
    private var body: [UInt8] = []
    private var directory: [UInt8] = []
    private var names: [String: Int] = [:]
    private var count = 0

    /// Adds a file; a name that is taken gets a number.
    mutating func add(_ name: String, _ bytes: [UInt8]) {
        let path = Array(free(name).utf8)
        let offset = body.count
        // Version 2.0, names in UTF-8, stored, 1 January 1980.
        var shared = half(20) + half(0x0800) + half(0) + half(0) + half(0x21)
        shared += word(Checksum.crc32(bytes)) + word(bytes.count) + word(bytes.count)
        shared += half(path.count) + half(0)
        body += word(0x0403_4B50) + shared + path + bytes
        directory += word(0x0201_4B50) + half(20) + shared
        directory += half(0) + half(0) + half(0) + word(0) + word(offset) + path
        count += 1
    }

    /// The archive.
    var bytes: [UInt8] {
        var end = word(0x0605_4B50) + half(0) + half(0) + half(count) + half(count)
        end += word(directory.count) + word(body.count) + half(0)
        return body + directory + end
    }

    private mutating func free(_ name: String) -> String {
        names[name, default: 0] += 1
        guard let number = names[name], number > 1 else { return name }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return "\(parts.dropLast().joined(separator: "."))-\(number).\(parts.last ?? "")"
    }

    private func half(_ value: Int) -> [UInt8] {
        [UInt8(value & 255), UInt8(value >> 8 & 255)]
    }

    private func word(_ value: Int) -> [UInt8] {
        half(value) + half(value >> 16)
    }
}

/// CRC-32 as zip and gzip use it: polynomial 0xEDB88320, reflected.
enum Checksum {
    private static let table: [UInt32] = (0..<256).map { index in
        var value = UInt32(index)
        for _ in 0..<8 { value = (value & 1) * 0xEDB8_8320 ^ (value >> 1) }
        return value
    }

    /// The checksum of some bytes.
    static func crc32(_ bytes: [UInt8]) -> Int {
        var value = UInt32.max
        for byte in bytes { value = table[Int((value ^ UInt32(byte)) & 255)] ^ (value >> 8) }
        return Int(~value)
    }
}
