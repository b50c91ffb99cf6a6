/// Free text in a form that the service can't take for steps, and back.
public enum Prose {
    /// `text` with its bullets, counts and marks of minutes and seconds replaced by look-alikes.
    ///
    /// A dash, or a star or plus before a blank, at the start of a line becomes `•`; the `x` behind a number at the end
    /// of a line becomes `×`; `'` and `"` behind a digit become `′` and `″`.
    public static func publish(_ text: String) -> String {
        guard text.utf8.contains(where: isSuspect) else { return text }
        var scalars = Array(text.unicodeScalars)
        for line in lines(scalars) { disarm(&scalars, line) }
        return String(String.UnicodeScalarView(scalars))
    }

    /// Undoes `publish`: every bullet becomes a dash.
    public static func restore(_ text: String) -> String {
        var scalars = Array(text.unicodeScalars)
        for line in lines(scalars) {
            guard let first = line.first, let last = line.last else { continue }
            if scalars[first] == "•" { scalars[first] = "-" }
            if scalars[last] == "×", endsInNumber(scalars, line.dropLast()) { scalars[last] = "x" }
            for place in line.dropFirst() where scalars[place - 1].value.isDigit {
                if scalars[place] == "′" { scalars[place] = "'" }
                if scalars[place] == "″" { scalars[place] = "\"" }
            }
        }
        return String(String.UnicodeScalarView(scalars))
    }

    /// Whether the service would find steps in `text`.
    public static func hasSteps(_ text: String) -> Bool {
        !Workout.read(text).workout.items.isEmpty
    }

    /// Whether a line with this byte may be changed by `publish`; most texts have none.
    private static func isSuspect(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "x"), UInt8(ascii: "X"),
            UInt8(ascii: "'"), UInt8(ascii: "\""):
            true
        default: false
        }
    }

    private static func disarm(_ scalars: inout [Unicode.Scalar], _ line: Range<Int>) {
        guard let first = line.first, let last = line.last else { return }
        if isBullet(scalars, line) { scalars[first] = "•" }
        if scalars[last] == "x" || scalars[last] == "X", endsInNumber(scalars, line.dropLast()) { scalars[last] = "×" }
        for place in line.dropFirst() where scalars[place - 1].value.isDigit {
            if scalars[place] == "'" { scalars[place] = "′" }
            if scalars[place] == "\"" { scalars[place] = "″" }
        }
    }

    /// A dash counts even without a blank behind it, because the service takes it so; `---` is no step.
    private static func isBullet(_ scalars: [Unicode.Scalar], _ line: Range<Int>) -> Bool {
        let next = line.dropFirst().first.map { scalars[$0].value }
        switch scalars[line.lowerBound] {
        case "-": return !scalars[line].starts(with: ["-", "-", "-"])
        case "*", "+": return next.map(\.isBlank) ?? false
        default: return false
        }
    }

    private static func endsInNumber(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
        range.last { !scalars[$0].value.isBlank }.map { scalars[$0].value.isDigit } ?? false
    }

    /// The lines without blanks at their ends.
    private static func lines(_ scalars: [Unicode.Scalar]) -> [Range<Int>] {
        ScalarText(scalars.map(\.value)).lines.map(\.range)
    }
}
