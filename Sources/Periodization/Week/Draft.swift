import CivilDates
import PlanSpec
import Workouts

/// A session of one week before it has a day and a size.
struct Draft {
    /// How big the session is to be.
    enum Size {
        /// As the file states it: a training load.
        case ownLoad(Double)
        /// As the file states it: seconds.
        case ownDuration(Int)
        /// A part of the week's target.
        case share(Double)
        /// What is left for it.
        case open
    }

    /// The line of the list that it comes from.
    let spec: SessionSpec
    /// Its number among the copies of that line, from 0.
    let copy: Int
    /// The template, or the text in place as one.
    let template: WorkoutTemplate
    /// Its role.
    let role: Role
    /// Its sport.
    let sport: Sport
    /// Parameters that the session sets.
    let parameters: [String: ParameterValue]
    /// Parameters that sizing may turn, in their order.
    let knobs: [Parameter]
    /// How big it is to be.
    let size: Size
    /// The load that counts where none can be computed.
    let statedLoad: Double?
    /// The seconds of a session without steps.
    let statedDuration: Int?

    /// The part of the key that names the session, with the number of the copy.
    var name: String { copy == 0 ? spec.id.value : "\(spec.id.value)-\(copy + 1)" }

    /// Whether the size comes from the file.
    var isOwnSized: Bool {
        switch size {
        case .ownLoad, .ownDuration: true
        case .share, .open: false
        }
    }

    /// Makes the draft of a line of a list.
    ///
    /// - Parameters:
    ///   - index: loading weeks of the phase before this one, which lists count by.
    ///   - depth: what own sizes are multiplied by, below 1 in a recovery week without a list of its own.
    ///   - progressing: whether `progress` applies.
    init?(
        _ spec: SessionSpec, copy: Int = 0, index: Int = 0, depth: Double = 1, progressing: Bool = true, in plan: Plan
    ) {
        guard let template = spec.template(at: index + copy, in: plan) else { return nil }
        self.spec = spec
        self.copy = copy
        self.template = template
        role = spec.role ?? template.role ?? .easy
        sport = spec.sport ?? template.sport ?? plan.sport
        var parameters = spec.parameters
        if progressing {
            for (name, values) in spec.progress {
                if let value = values.entry(index) { parameters[name] = value }
            }
        }
        self.parameters = parameters
        knobs = (spec.scale ?? template.scale).compactMap { name in
            parameters[name] == nil ? template.parameter(name) : nil
        }
        let depth = role == .strength || role == .test ? 1 : depth
        let load = spec.load.entry(index).map { $0 * depth }
        let duration = spec.duration.entry(index).map { Int((Double($0) * depth).rounded()) }
        statedLoad = load ?? template.load
        statedDuration = duration ?? template.duration
        if let load {
            size = .ownLoad(load)
        } else if let duration {
            size = .ownDuration(duration)
        } else if let share = spec.share.entry(index) {
            size = .share(share)
        } else {
            size = .open
        }
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
        case .templates(let names): names.isEmpty ? nil : plan.templates[names[turn % names.count].value]
        case .text(let template), .prose(let template): template
        case .brick(let parts): parts.first?.template(at: turn, in: plan)
        }
    }
}
