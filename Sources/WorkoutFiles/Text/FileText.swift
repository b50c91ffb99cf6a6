import Diagnostics

/// A text file of unknown habits as Unicode scalars that know their line and column.
///
/// UTF-16 is known by its byte-order mark. Everything else is UTF-8, and a byte that can't be is Windows-1252, which is
/// what editors on Windows write.
struct FileText {
    let path: String
    let scalars: [UInt32]
    /// The place of the first byte that is no UTF-8.
    private(set) var firstForeign: Int?
    private let lineStarts: [Int]

    init(_ file: SourceFile) {
        path = file.path
        let bytes = file.bytes
        var foreign: Int?
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            scalars = Self.utf16(bytes)
        } else {
            scalars = Self.utf8(bytes, &foreign)
        }
        firstForeign = foreign
        lineStarts = Self.lineStarts(scalars)
    }

    /// The place of a scalar, both numbers from 1.
    func position(_ place: Int) -> SourcePosition {
        var (low, high) = (0, lineStarts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= place { low = middle } else { high = middle }
        }
        return SourcePosition(line: low + 1, column: place - lineStarts[low] + 1)
    }

    /// The stretch of the file that some scalars fill.
    func range(_ range: Range<Int>) -> SourceRange {
        SourceRange(file: path, start: position(range.lowerBound), end: position(range.upperBound))
    }

    /// The scalars of `range` as text.
    func string(_ range: Range<Int>) -> String {
        String(scalars: scalars[range])
    }

    /// Whether nothing but blanks is in it.
    var isBlank: Bool { scalars.allSatisfy(\.isXMLBlank) }

    /// The places of the lines, without their line breaks.
    var lines: [Range<Int>] {
        lineStarts.indices.map { index in
            let start = lineStarts[index]
            var end = index + 1 < lineStarts.count ? lineStarts[index + 1] : scalars.count
            while end > start, scalars[end - 1] == 0x0A || scalars[end - 1] == 0x0D { end -= 1 }
            return start..<end
        }
    }

    private static func lineStarts(_ scalars: [UInt32]) -> [Int] {
        var starts = [0]
        for place in scalars.indices {
            let isPair = scalars[place] == 0x0D && place + 1 < scalars.count && scalars[place + 1] == 0x0A
            if scalars[place] == 0x0A || scalars[place] == 0x0D, !isPair { starts.append(place + 1) }
        }
        return starts
    }
}

extension FileText {
    private static func utf16(_ bytes: [UInt8]) -> [UInt32] {
        let isBig = bytes[0] == 0xFE
        let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
            let (high, low) = isBig ? (bytes[index], bytes[index + 1]) : (bytes[index + 1], bytes[index])
            return UInt16(high) << 8 | UInt16(low)
        }
        return String(decoding: units, as: UTF16.self).unicodeScalars.map(\.value)
    }

    private static func utf8(_ bytes: [UInt8], _ foreign: inout Int?) -> [UInt32] {
        var scalars: [UInt32] = []
        scalars.reserveCapacity(bytes.count)
        var place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while place < bytes.count {
            if bytes[place] < 0x80 {
                scalars.append(UInt32(bytes[place]))
                place += 1
            } else if let (scalar, count) = sequence(bytes, place) {
                scalars.append(scalar)
                place += count
            } else {
                foreign = foreign ?? scalars.count
                scalars.append(windows1252(bytes[place]))
                place += 1
            }
        }
        return scalars
    }

    /// The scalar that a lead byte and its followers make, and how many bytes they are.
    private static func sequence(_ bytes: [UInt8], _ place: Int) -> (UInt32, Int)? {
        let lead = bytes[place]
        let (count, first): (Int, UInt32) =
            switch lead {
            case 0xC2...0xDF: (2, UInt32(lead & 0x1F))
            case 0xE0...0xEF: (3, UInt32(lead & 0x0F))
            case 0xF0...0xF4: (4, UInt32(lead & 0x07))
            default: (0, 0)
            }
        guard count > 0, place + count <= bytes.count else { return nil }
        var value = first
        for byte in bytes[place + 1..<place + count] {
            guard byte & 0xC0 == 0x80 else { return nil }
            value = value << 6 | UInt32(byte & 0x3F)
        }
        let least: UInt32 = count == 2 ? 0x80 : count == 3 ? 0x800 : 0x10000
        guard value >= least, Unicode.Scalar(value) != nil else { return nil }
        return (value, count)
    }

    /// Bytes 80 to 9F of Windows-1252; five of them stand for nothing.
    private static let punctuation: [UInt32] = [
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD,
        0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0xFFFD, 0x017E, 0x0178,
    ]

    private static func windows1252(_ byte: UInt8) -> UInt32 {
        byte < 0xA0 ? punctuation[Int(byte) - 0x80] : UInt32(byte)
    }
}

extension String {
    /// The text of some scalar values; what is none becomes U+FFFD.
    init(scalars: some Sequence<UInt32>) {
        var view = String.UnicodeScalarView()
        for value in scalars { view.append(Unicode.Scalar(value) ?? "\u{FFFD}") }
        self.init(view)
    }

    /// The text on one line: blanks and control characters in a row become one blank.
    var onOneLine: String {
        split { $0.isWhitespace || $0.isNewline || $0.unicodeScalars.allSatisfy(\.isControl) }.joined(separator: " ")
    }

    /// The text with LF as line break, without other control characters and without blanks at its ends.
    var tidied: String {
        var lines: [String] = []
        for line in split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            lines.append(String(line).onOneLine)
        }
        while lines.first?.isEmpty == true { lines.removeFirst() }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.joined(separator: "\n")
    }
}

extension Unicode.Scalar {
    /// Whether it is a control character, or a code point that stands for none.
    var isControl: Bool {
        value < 0x20 || (0x7F...0x9F).contains(value) || value == 0xFEFF || value & 0xFFFE == 0xFFFE
            || value == 0x2028 || value == 0x2029
    }
}

extension UInt32 {
    /// Whether the scalar is a blank of XML: space, tab, LF, CR; the byte-order mark counts as one.
    var isXMLBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D || self == 0xFEFF }
}
