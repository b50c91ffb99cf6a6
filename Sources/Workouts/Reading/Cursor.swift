/// A number as it stands in a text: digits, and how many of them are decimals.
struct WrittenNumber {
    /// All digits as one whole number.
    var digits: Int
    /// Ten to the power of the count of decimals.
    var divisor: Int
    /// Whether digits were cut because the number is beyond any use.
    var isCut: Bool

    /// The number.
    var value: Double { Double(digits) / Double(divisor) }
    /// The number where it has no decimals.
    var whole: Int? { divisor == 1 ? digits : nil }

    /// The number times `numerator / denominator`, rounded once.
    func scaled(by numerator: Int, over denominator: Int) -> Double {
        Double(digits) * Double(numerator) / (Double(divisor) * Double(denominator))
    }
}

/// A place that moves through one word.
struct Cursor {
    /// Whole parts beyond this are cut.
    static let largestWhole = 999_999_999

    let text: ScalarText
    var place: Int
    let end: Int

    init(_ text: ScalarText, _ range: Range<Int>) {
        self.text = text
        place = range.lowerBound
        end = range.upperBound
    }

    /// Whether nothing is left.
    var isAtEnd: Bool { place >= end }
    /// What is left.
    var rest: Range<Int> { place..<end }
    /// The next scalar as a small letter, 0 at the end.
    var next: UInt32 { place < end ? text.lowered(place) : 0 }

    /// Passes `scalar` if it is next.
    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard next == scalar.value else { return false }
        place += 1
        return true
    }

    /// Passes a dash if one is next.
    mutating func takeDash() -> Bool {
        guard place < end, text.scalars[place].isRangeDash else { return false }
        place += 1
        return true
    }

    /// Passes digits, with `.` and decimals where they follow.
    mutating func number() -> WrittenNumber? {
        guard var number = wholeNumber() else { return nil }
        guard next == 0x2E, place + 1 < end, text.scalars[place + 1].isDigit else { return number }
        place += 1
        while place < end, text.scalars[place].isDigit {
            if number.divisor < 1_000_000 {
                number.digits = number.digits * 10 + Int(text.scalars[place] - 0x30)
                number.divisor *= 10
            }
            place += 1
        }
        return number
    }

    /// Passes digits.
    mutating func wholeNumber() -> WrittenNumber? {
        guard place < end, text.scalars[place].isDigit else { return nil }
        var number = WrittenNumber(digits: 0, divisor: 1, isCut: false)
        while place < end, text.scalars[place].isDigit {
            let longer = number.digits * 10 + Int(text.scalars[place] - 0x30)
            number.isCut = number.isCut || longer > Self.largestWhole
            if !number.isCut { number.digits = longer }
            place += 1
        }
        if number.isCut { number.digits = Self.largestWhole }
        return number
    }
}
