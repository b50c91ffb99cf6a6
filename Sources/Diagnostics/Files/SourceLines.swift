/// The lines of a file, whatever its bytes are.
///
/// A line ends with LF, CRLF or CR, as in editors. UTF-16 is known by its byte-order mark; everything else is read as
/// UTF-8, and bytes that aren't become U+FFFD.
public struct SourceLines: Sendable {
    private let bytes: [UInt8]
    private let encoding: ByteEncoding
    /// The byte offset of each line's first byte; never empty.
    private let starts: [Int]

    /// Finds the lines of `file`.
    public init(_ file: SourceFile) {
        bytes = file.bytes
        encoding = ByteEncoding(of: file.bytes)
        starts = encoding.lineStarts(in: file.bytes)
    }

    /// How many lines there are; a file that ends with a line break has an empty last line.
    public var count: Int { starts.count }

    /// The text of a line, from 1, without its line break; nil when there is no such line.
    public func text(of line: Int) -> String? {
        guard starts.indices.contains(line - 1) else { return nil }
        var text = encoding.decode(bytes[starts[line - 1]..<end(of: line)]).unicodeScalars
        while let last = text.last, last == "\n" || last == "\r" {
            text.removeLast()
        }
        return String(text)
    }

    /// The place of the byte at `offset`; an offset outside the file gives its nearest end.
    public func position(ofByte offset: Int) -> SourcePosition {
        let offset = min(max(offset, 0), bytes.count)
        let line = starts.partitioningIndex { $0 > offset }
        guard line > 0 else { return SourcePosition(line: 1, column: 1) }
        let before = encoding.decode(bytes[starts[line - 1]..<offset])
        return SourcePosition(line: line, column: before.unicodeScalars.count + 1)
    }

    /// One past the last byte of a line, its line break included.
    private func end(of line: Int) -> Int {
        line < starts.count ? starts[line] : bytes.count
    }
}

/// How a file's bytes make characters.
private enum ByteEncoding {
    case utf8(mark: Int)
    case utf16(bigEndian: Bool)

    /// Judges by the byte-order mark alone.
    init(of bytes: [UInt8]) {
        if bytes.starts(with: [0xFF, 0xFE]) {
            self = .utf16(bigEndian: false)
        } else if bytes.starts(with: [0xFE, 0xFF]) {
            self = .utf16(bigEndian: true)
        } else {
            self = .utf8(mark: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
        }
    }

    func decode(_ bytes: ArraySlice<UInt8>) -> String {
        guard case .utf16(let bigEndian) = self else { return String(decoding: bytes, as: UTF8.self) }
        let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { index in
            Self.unit(bytes[index], bytes[index + 1], bigEndian: bigEndian)
        }
        return String(decoding: units, as: UTF16.self)
    }

    func lineStarts(in bytes: [UInt8]) -> [Int] {
        let (first, width) =
            switch self {
            case .utf8(let mark): (mark, 1)
            case .utf16: (2, 2)
            }
        var starts = [first]
        var index = first
        while index + width <= bytes.count {
            let current = unit(at: index, in: bytes)
            index += width
            let isPair = current == 0x0D && index + width <= bytes.count && unit(at: index, in: bytes) == 0x0A
            if (current == 0x0A || current == 0x0D) && !isPair { starts.append(index) }
        }
        return starts
    }

    private func unit(at index: Int, in bytes: [UInt8]) -> UInt16 {
        guard case .utf16(let bigEndian) = self else { return UInt16(bytes[index]) }
        return Self.unit(bytes[index], bytes[index + 1], bigEndian: bigEndian)
    }

    private static func unit(_ first: UInt8, _ second: UInt8, bigEndian: Bool) -> UInt16 {
        let (high, low) = bigEndian ? (first, second) : (second, first)
        return UInt16(high) << 8 | UInt16(low)
    }
}

extension RandomAccessCollection where Index == Int {
    /// The first index whose element satisfies `predicate`, in a collection where those that do all come last.
    @inlinable
    package func partitioningIndex(where predicate: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = low + (high - low) / 2
            if predicate(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
