extension XMLReader {
    /// The text of `range` with `&amp;` and its like replaced; a bare `&` stays.
    mutating func decoded(_ range: Range<Int>) -> String {
        guard scalars[range].contains(0x26) else { return text.string(range) }
        var result: [UInt32] = []
        var place = range.lowerBound
        while place < range.upperBound {
            guard scalars[place] == 0x26 else {
                result.append(scalars[place])
                place += 1
                continue
            }
            if let (scalar, end) = reference(at: place, before: range.upperBound) {
                result.append(scalar)
                place = end
            } else {
                findings.warn(.looseXML, "a bare `&` was taken as text", at: text.range(place..<place + 1))
                result.append(0x26)
                place += 1
            }
        }
        return String(scalars: result)
    }

    /// The scalar that a reference stands for, and the place behind its semicolon.
    private func reference(at start: Int, before limit: Int) -> (UInt32, Int)? {
        guard let end = scalars[start..<min(limit, start + 12)].firstIndex(of: 0x3B) else { return nil }
        let name = text.string(start + 1..<end)
        switch name {
        case "amp": return (0x26, end + 1)
        case "lt": return (0x3C, end + 1)
        case "gt": return (0x3E, end + 1)
        case "quot": return (0x22, end + 1)
        case "apos": return (0x27, end + 1)
        case "nbsp": return (0x20, end + 1)
        default: break
        }
        guard name.hasPrefix("#") else { return nil }
        let isHex = name.hasPrefix("#x") || name.hasPrefix("#X")
        let digits = name.dropFirst(isHex ? 2 : 1)
        guard let value = UInt32(digits, radix: isHex ? 16 : 10), Unicode.Scalar(value) != nil else { return nil }
        return (value, end + 1)
    }
}
