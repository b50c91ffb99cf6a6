public import CivilDates
public import Diagnostics

/// Days on which the athlete's life changes what the plan may ask for.
public struct LifeOverlay: Sendable {
    /// What happens.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case holiday, sick, injured, travel, camp

        /// Whether its days are off where it states no availability.
        public var isOff: Bool { self == .holiday || self == .sick || self == .injured }

        /// The name on the calendar where the file gives none.
        public var standardName: String {
            switch self {
            case .holiday: "Holiday"
            case .sick: "Sick"
            case .injured: "Injured"
            case .travel: "Travel"
            case .camp: "Training camp"
            }
        }
    }

    /// How training comes back after days off.
    public enum Return: String, Hashable, Sendable, CaseIterable {
        /// Half, then three quarters of the usual sizes after 6 to 28 days.
        case auto
        /// At once.
        case none
    }

    /// Its id.
    public var id: Located<String>
    /// What happens.
    public var kind: Kind
    /// Its first day.
    public var from: Located<CivilDate>
    /// Its last day.
    public var to: Located<CivilDate>
    /// What its days allow, in place of the plan's; nil leaves the plan's, or is off, by its kind.
    public var availability: Availability?
    /// A camp's load over all its days.
    public var load: Double?
    /// Whether the weeks that it touches are placed and sized again.
    public var respread: Bool
    /// How training comes back after it.
    public var comeback: Return
    /// The name on the calendar, where the file gives one.
    public var name: String?
    /// The text beside the name.
    public var description: String?
    /// Whether apply never deletes it.
    public var protect: Bool
    /// Whether it reaches the calendar.
    public var publish: Bool
    /// Where the entry is written.
    public var range: SourceRange

    /// Makes an overlay, as the athlete's own calendar gives one.
    public init(
        id: Located<String>, kind: Kind, from: Located<CivilDate>, to: Located<CivilDate>,
        availability: Availability? = nil, load: Double? = nil, respread: Bool = false, comeback: Return? = nil,
        name: String? = nil, description: String? = nil, protect: Bool = false, publish: Bool = true,
        range: SourceRange
    ) {
        self.id = id
        self.kind = kind
        self.from = from
        self.to = to
        self.availability = availability
        self.load = load
        self.respread = respread
        self.comeback = comeback ?? (kind == .sick || kind == .injured ? .auto : .none)
        self.name = name
        self.description = description
        self.protect = protect
        self.publish = publish
        self.range = range
    }

    /// Whether a date is one of its days.
    public func covers(_ date: CivilDate) -> Bool { from.value <= date && date <= to.value }

    /// How many days it has.
    public var days: Int { max(0, to.value - from.value + 1) }

    /// What a date of its days allows; nil leaves what the plan says.
    public func room(on date: CivilDate) -> Availability.Day? {
        availability?.day(date.weekday) ?? (kind.isOff ? Availability.Day(max: 0) : nil)
    }
}
