public import CivilDates

/// The part of a plan that a run looks at.
public struct KeyFilter: Hashable, Sendable {
    /// Patterns of whole keys; empty for all.
    public var patterns: [String]
    /// The only keys there are, letter by letter; nil for all.
    public var keys: Set<String>?
    /// The first day, included.
    public var from: CivilDate?
    /// The last day, included.
    public var to: CivilDate?

    /// A filter; patterns may hold `*` for any characters, `?` for one and commas between several; a week such as
    /// `base.w3` stands for everything in it.
    public init(only patterns: [String] = [], from: CivilDate? = nil, to: CivilDate? = nil) {
        self.patterns = patterns.flatMap { $0.split(separator: ",").map { NormalForm.line(String($0)) } }
            .filter { !$0.isEmpty }
        self.from = from
        self.to = to
    }

    /// Whether everything passes.
    public var isEmpty: Bool { patterns.isEmpty && keys == nil && from == nil && to == nil }

    /// Whether an event of the key on the day is looked at.
    public func admits(key: String, date: CivilDate) -> Bool {
        admits(key: key) && from.map { date >= $0 } ?? true && to.map { date <= $0 } ?? true
    }

    private func admits(key: String) -> Bool {
        guard keys?.contains(key) ?? true else { return false }
        return patterns.isEmpty
            || patterns.contains { pattern in
                KeyFilter.matches(key, pattern) || KeyFilter.isWeek(pattern) && KeyFilter.matches(key, pattern + ".*")
            }
    }

    /// Whether the last part of the pattern is `w` and a number.
    private static func isWeek(_ pattern: String) -> Bool {
        guard let last = pattern.split(separator: ".").last, last.first == "w" else { return false }
        return last.count > 1 && last.dropFirst().allSatisfy { $0.isASCII && $0.isNumber }
    }

    /// Whether the pattern fits the whole key; linear but for the last star, to which it falls back.
    public static func matches(_ key: String, _ pattern: String) -> Bool {
        let (text, glob) = (Array(key.utf8), Array(pattern.utf8))
        var (position, index) = (0, 0)
        var fallback: (index: Int, position: Int)?
        while position < text.count {
            if index < glob.count, glob[index] == 0x2A {
                fallback = (index + 1, position)
                index += 1
            } else if index < glob.count, glob[index] == 0x3F || glob[index] == text[position] {
                (position, index) = (position + 1, index + 1)
            } else if let star = fallback {
                fallback = (star.index, star.position + 1)
                (position, index) = (star.position + 1, star.index)
            } else {
                return false
            }
        }
        return glob[index...].allSatisfy { $0 == 0x2A }
    }
}
