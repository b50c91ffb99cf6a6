public import Diagnostics
public import Workouts

/// A workout with parameters that sessions use by name.
public struct WorkoutTemplate: Sendable {
    /// What a workout trains.
    public enum Focus: String, Hashable, Sendable, CaseIterable {
        case endurance, tempo, sweetspot, threshold, vo2max, anaerobic, sprint, technique, race, strength, recovery
    }

    /// What it consists of.
    public enum Body: Sendable {
        /// Workout text that the service reads into steps.
        case text(TemplateText)
        /// Text that never becomes steps.
        case prose(TemplateText)
    }

    /// The name that sessions use; for text in place, the session's id.
    public var id: Located<String>
    /// Names of parameters that the file gives but that couldn't be read.
    var unread: [String] = []
    /// The name on the calendar.
    public var name: TemplateText
    /// Its sport; nil takes the session's or the plan's.
    public var sport: Sport?
    /// Its role; nil means the session must say it.
    public var role: Role?
    /// What it trains.
    public var focus: Focus?
    /// The text before the steps.
    public var description: TemplateText?
    /// Parameters in the order of the file.
    public var parameters: [Parameter]
    /// The parameters that sizing may turn, in the order in which they join.
    public var scale: [String]
    /// What it consists of.
    public var body: Body
    /// Stated seconds, for prose.
    public var duration: Int?
    /// Stated load.
    public var load: Double?
    /// Where the template is written.
    public var range: SourceRange
    /// The template as it is indoors; empty where that is no different.
    var indoors: [WorkoutTemplate] = []

    /// The template for a session that is, or isn't, indoors.
    public func variant(indoor: Bool) -> WorkoutTemplate {
        indoor ? indoors.first ?? self : self
    }

    /// The parameter of that name.
    public func parameter(_ name: String) -> Parameter? {
        parameters.first { $0.name == name }
    }

    /// The default of every parameter.
    public var defaults: [String: ParameterValue] {
        Dictionary(parameters.map { ($0.name, $0.standard) }, uniquingKeysWith: { first, _ in first })
    }
}

/// A number in a template with its bounds.
public struct Parameter: Hashable, Sendable {
    /// Its name between `${` and `}`.
    public var name: String
    /// The value where nothing sets it.
    public var standard: ParameterValue
    /// The smallest value.
    public var min: ParameterValue
    /// The largest value.
    public var max: ParameterValue
    /// The distance between two values.
    public var step: ParameterValue
    /// Whether the file gives both bounds, so that sizing may turn it.
    public var isBounded = true

    /// Every value that sizing may choose: from `min` in steps to `max`, and the default.
    public var grid: [ParameterValue] {
        guard step.amount > 0, max.amount >= min.amount else { return [standard] }
        let count = Int((max.amount - min.amount) / step.amount + 1e-9)
        var amounts = (0...count).map { min.amount + Double($0) * step.amount }
        if !amounts.contains(where: { abs($0 - standard.amount) < 1e-9 }) {
            amounts.append(standard.amount)
            amounts.sort()
        }
        return amounts.map { ParameterValue(kind: standard.kind, amount: $0) }
    }
}

/// A parameter's value.
public struct ParameterValue: Hashable, Sendable {
    /// What the amount counts.
    public enum Kind: Hashable, Sendable {
        /// A plain number.
        case count
        /// Seconds.
        case duration
        /// Metres, printed in kilometres.
        case kilometres
        /// Metres, printed as `mtr`.
        case metres
        /// Percent.
        case percent
    }

    /// What the amount counts.
    public var kind: Kind
    /// Seconds, metres, percent or a plain number.
    public var amount: Double

    /// Makes a value.
    public init(kind: Kind, amount: Double) {
        self.kind = kind
        self.amount = amount
    }
}
