/// A renaming of keys by the author; `*` stands for the same characters on both sides, in order.
public struct KeyMove: Hashable, Sendable {
    /// The old key.
    public var from: String
    /// The new key.
    public var to: String

    /// A renaming.
    public init(from: String, to: String) {
        self.from = from
        self.to = to
    }

    /// The old key of a new one; nil where the renaming says nothing of it.
    func oldKey(of key: String) -> String? {
        guard let captures = KeyMove.captures(of: Array(key.utf8), in: Array(to.utf8)) else { return nil }
        var parts = captures.makeIterator()
        var result: [UInt8] = []
        for byte in from.utf8 {
            if byte == KeyMove.star {
                guard let part = parts.next() else { return nil }
                result += part
            } else {
                result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Every earlier key of `key` by a list of renamings, the youngest first.
    static func earlierKeys(of key: String, _ moves: [KeyMove]) -> [String] {
        var result: [String] = []
        var front = [key]
        while let next = front.popLast(), result.count < 64 {
            for old in moves.compactMap({ $0.oldKey(of: next) }) where old != key && !result.contains(old) {
                result.append(old)
                front.insert(old, at: 0)
            }
        }
        return result
    }

    private static let star = UInt8(ascii: "*")

    /// What the stars of the pattern stand for, the first ones as short as can be; nil where it does not fit.
    private static func captures(of text: [UInt8], in pattern: [UInt8]) -> [[UInt8]]? {
        let pieces = pattern.split(separator: star, omittingEmptySubsequences: false).map(Array.init)
        guard let first = pieces.first, text.starts(with: first) else { return nil }
        guard pieces.count > 1 else { return text.count == first.count ? [] : nil }
        var captures: [[UInt8]] = []
        var position = first.count
        for (index, piece) in pieces.enumerated().dropFirst() {
            let isLast = index == pieces.count - 1
            let end = isLast ? text.count - piece.count : place(of: piece, in: text, from: position)
            guard let end, end >= position, text[end...].starts(with: piece) else { return nil }
            captures.append(Array(text[position..<end]))
            position = end + piece.count
        }
        return captures
    }

    private static func place(of piece: [UInt8], in text: [UInt8], from start: Int) -> Int? {
        guard start <= text.count else { return nil }
        return (start...text.count).first { text[$0...].starts(with: piece) }
    }
}
