import CivilDates
import PlanSpec
import Workouts

/// One workout of a session: the only one, or a part of a brick.
struct DraftPart {
    /// The keys that describe it.
    let spec: SessionSpec
    /// The template, or the text in place as one.
    let template: WorkoutTemplate
    /// Its sport.
    let sport: Sport
    /// Where its sizes stand.
    let table: Int
    /// Its share of a brick, where it states one.
    let share: Double?
}

/// A session of one week before it has a day and a size.
struct Draft {
    /// How big the session is to be.
    enum Size {
        /// As the file states it: a training load.
        case ownLoad(Double)
        /// As the file states it: seconds.
        case ownDuration(Int)
        /// As the file states it: metres.
        case ownDistance(Double)
        /// A part of the week's target.
        case share(Double)
        /// What is left for it.
        case open
    }

    /// How the lists of a line are counted in one week.
    struct Turn {
        /// Loading weeks of the phase before this one.
        var index = 0
        /// What own sizes are multiplied by, below 1 in a recovery week without a list of its own.
        var depth = 1.0
        /// Whether `progress` applies.
        var progressing = true
    }

    /// The line of the list that it comes from.
    let spec: SessionSpec
    /// Its number among the copies of that line, from 0.
    let copy: Int
    /// Its workouts; several for a brick.
    let parts: [DraftPart]
    /// Its role.
    let role: Role
    /// How big it is to be.
    let size: Size

    /// The part of the key that names the session, with the number of the copy.
    var name: String { copy == 0 ? spec.id.value : "\(spec.id.value)-\(copy + 1)" }
    /// The sport of its first workout.
    var sport: Sport { parts[0].sport }
    /// The template of its first workout.
    var template: WorkoutTemplate { parts[0].template }
    /// Whether it is several workouts without a rest.
    var isBrick: Bool { parts.count > 1 }

    /// Whether the size comes from the file.
    var isOwnSized: Bool {
        switch size {
        case .ownLoad, .ownDuration, .ownDistance: true
        case .share, .open: false
        }
    }

    /// The one day that the file names.
    var pinnedWeekday: Weekday? { spec.days.count == 1 ? spec.days[0] : nil }

    /// Makes the draft of a line of a list.
    init?(_ spec: SessionSpec, copy: Int = 0, turn: Turn = Turn(), in plan: Plan, sizer: inout Sizer) {
        let specs = if case .brick(let parts) = spec.content { parts } else { [spec] }
        let found = specs.compactMap { part in
            part.template(at: turn.index + copy, in: plan).map { (spec: part, template: $0) }
        }
        guard let first = found.first, found.count == specs.count else { return nil }
        self.spec = spec
        self.copy = copy
        let role = spec.role ?? first.template.role ?? .easy
        self.role = role
        let depth = role == .strength || role == .test ? 1 : turn.depth
        let load = spec.load.entry(turn.index).map { $0 * depth }
        let duration = spec.duration.entry(turn.index).map { Int((Double($0) * depth).rounded()) }
        let distance = spec.distance.entry(turn.index).map { $0 * depth }
        let stated = specs.count == 1 ? (load, duration, distance) : (nil, nil, nil)
        parts = found.map { part, template in
            DraftPart(part, template, turn: turn, stated: stated, isWhole: specs.count == 1, in: plan, sizer: &sizer)
        }
        if let load {
            size = .ownLoad(load)
        } else if let duration {
            size = .ownDuration(duration)
        } else if let distance {
            size = .ownDistance(distance)
        } else if let share = spec.share.entry(turn.index) {
            size = .share(share)
        } else {
            size = .open
        }
    }
}

extension DraftPart {
    init(
        _ spec: SessionSpec, _ template: WorkoutTemplate, turn: Draft.Turn,
        stated: (Double?, Int?, Double?), isWhole: Bool, in plan: Plan, sizer: inout Sizer
    ) {
        var parameters = spec.parameters
        if turn.progressing {
            for (name, values) in spec.progress {
                if let value = values.entry(turn.index) { parameters[name] = value }
            }
        }
        let sport = spec.sport ?? template.sport ?? plan.sport
        self.init(
            spec: spec, template: template, sport: sport,
            table: sizer.table(
                for: Recipe(
                    template, sport: sport, indoor: spec.indoor, metric: spec.target?.metric, parameters: parameters,
                    scale: spec.scale ?? template.scale, stated: stated)),
            share: isWhole ? nil : spec.share.first)
    }
}

extension Array {
    /// The entry of that number, or the last one where the list is shorter.
    func entry(_ index: Int) -> Element? {
        isEmpty ? nil : self[Swift.min(index, count - 1)]
    }
}

extension SessionSpec {
    /// The template of that turn; a list of several rotates.
    func template(at turn: Int, in plan: Plan) -> WorkoutTemplate? {
        switch content {
        case .templates(let names):
            names.isEmpty ? nil : plan.templates[names[turn % names.count].value]?.variant(indoor: indoor)
        case .text(let template), .prose(let template): template
        case .brick: nil
        }
    }
}
