/// A day of the week, Monday first as in ISO 8601.
public enum Weekday: Int, Hashable, Sendable, CaseIterable, Comparable {
    case mon = 1
    case tue, wed, thu, fri, sat, sun

    /// The three letters that files use, such as `mon`.
    public var code: String {
        ["mon", "tue", "wed", "thu", "fri", "sat", "sun"][rawValue - 1]
    }

    /// The English name, such as `Monday`.
    public var name: String {
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][rawValue - 1]
    }

    /// The weekday of three letters, such as `mon`.
    public init?(code: String) {
        guard let day = Weekday.allCases.first(where: { $0.code == code }) else { return nil }
        self = day
    }

    /// How many days after `first` this weekday comes in a week that begins on `first`, 0 to 6.
    public func offset(from first: Weekday) -> Int {
        (rawValue - first.rawValue + 7) % 7
    }

    /// Monday before Sunday.
    public static func < (left: Weekday, right: Weekday) -> Bool {
        left.rawValue < right.rawValue
    }
}
