/// A text as Unicode scalars, so that a place in it is a plain number.
struct ScalarText {
    /// The values of the scalars in order.
    let scalars: [UInt32]

    init(_ scalars: [UInt32]) {
        self.scalars = scalars
    }

    init(_ text: String) {
        var scalars: [UInt32] = []
        scalars.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars { scalars.append(scalar.value) }
        self.scalars = scalars
    }

    /// The scalar at `place`, a capital ASCII letter as its small one.
    func lowered(_ place: Int) -> UInt32 {
        let scalar = scalars[place]
        return scalar >= 0x41 && scalar <= 0x5A ? scalar + 0x20 : scalar
    }

    /// Whether `range` holds `keyword` (ASCII, small letters) in either case.
    func matches(_ range: Range<Int>, _ keyword: StaticString) -> Bool {
        guard range.count == keyword.utf8CodeUnitCount else { return false }
        for offset in 0..<range.count
        where lowered(range.lowerBound + offset) != UInt32(keyword.utf8Start[offset]) {
            return false
        }
        return true
    }

    /// The text of `range` as it was written.
    func string(_ range: Range<Int>) -> String {
        if scalars[range].allSatisfy({ $0 < 0x80 }) {
            return String(unsafeUninitializedCapacity: range.count) { bytes in
                for (offset, scalar) in scalars[range].enumerated() { bytes[offset] = UInt8(scalar) }
                return range.count
            }
        }
        var view = String.UnicodeScalarView()
        for scalar in scalars[range] {
            if let scalar = Unicode.Scalar(scalar) { view.append(scalar) }
        }
        return String(view)
    }

    /// The text of `range` in small ASCII letters.
    func loweredString(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        for place in range {
            if let scalar = Unicode.Scalar(lowered(place)) { view.append(scalar) }
        }
        return String(view)
    }

    /// The words of `range`, parted by blanks.
    func words(in range: Range<Int>) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var start: Int?
        for place in range {
            if scalars[place].isBlank {
                if let first = start { words.append(first..<place) }
                start = nil
            } else if start == nil {
                start = place
            }
        }
        if let first = start { words.append(first..<range.upperBound) }
        return words
    }
}

/// One line of a text, without the blanks at its ends.
struct TextLine {
    /// The scalars of the line.
    var range: Range<Int>
    /// How many blanks stood before it.
    var indentation: Int
}

extension ScalarText {
    /// The lines, parted by LF, CR LF or CR.
    var lines: [TextLine] {
        var lines: [TextLine] = []
        var start = 0
        var place = 0
        while place <= scalars.count {
            let isEnd = place == scalars.count
            if isEnd || scalars[place] == 0x0A || scalars[place] == 0x0D {
                lines.append(trimmed(start..<place))
                if !isEnd, scalars[place] == 0x0D, place + 1 < scalars.count, scalars[place + 1] == 0x0A { place += 1 }
                start = place + 1
            }
            place += 1
        }
        return lines
    }

    /// `range` without the blanks at its ends.
    func trimmed(_ range: Range<Int>) -> TextLine {
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high, scalars[low].isBlank { low += 1 }
        while low < high, scalars[high - 1].isBlank { high -= 1 }
        return TextLine(range: low..<high, indentation: low - range.lowerBound)
    }
}

extension UInt32 {
    /// Whether the scalar is a blank within a line.
    var isBlank: Bool {
        if self < 0x80 { return self == 0x20 || self == 0x09 || self == 0x0B || self == 0x0C }
        switch self {
        case 0xA0, 0x1680, 0x2000...0x200B, 0x202F, 0x205F, 0x3000, 0xFEFF: return true
        default: return false
        }
    }

    /// Whether the scalar is one of `0` to `9`.
    var isDigit: Bool { self >= 0x30 && self <= 0x39 }

    /// Whether the scalar is an ASCII letter.
    var isLetter: Bool { (self >= 0x41 && self <= 0x5A) || (self >= 0x61 && self <= 0x7A) }

    /// Whether the scalar parts the bounds of a range: a hyphen, an en dash or an em dash.
    var isRangeDash: Bool { self == 0x2D || self == 0x2013 || self == 0x2014 }
}
