import Diagnostics
import YAML

/// The keys of a phase.
struct PhaseKeys: MapKeys {
    static let noun = "a phase"
    static let table = MapTable(PhaseKeys())

    let id = Field("id", Format.id.located, required: true, "Its id, unique among the phases.")
    let name = Field("name", .line, "What people call it; by default its id.")
    let kind = Field("kind", Format<Phase.Kind>.choice, required: true, "What it is for.")
    let weeks = Field("weeks", .integer(1...Plan.mostWeeks), required: true, "How many weeks it has.")
    let rhythm = Field("rhythm", .rhythm, "Which weeks are recovery weeks; by default 3:1 for base, build and peak.")
    let recovery = DefaultField(
        "recovery", .percent(0...100), default: "65%", "A recovery week's target against the mean loading target.")
    let load = Field("load", Format.loadTarget.located, "The weekly load targets.")
    let hours = Field("hours", Format.hoursTarget.located, "The weekly targets in hours.")
    let distance = Field("distance", Format.distanceTarget.located, "The weekly targets in kilometres.")
    let taper = Field("taper", .map(TaperKeys.table) { Phase.Taper($0) }, "The curve of a taper.")
    let sports = Field("sports", .sportShares, "How the target is split between sports, 100 % together.")
    let week = Field("week", .sessions, "The sessions of a week.")
    let recoveryWeek = Field("recovery_week", .sessions, "The sessions of a recovery week, where they differ.")
    let availability = Field("availability", .availabilityChange, "Days that replace the plan's.")
    let overrides = Field(
        "weeks_override",
        .keyed(by: .integer(1...Plan.mostWeeks), pattern: "^[1-9][0-9]{0,2}$", .map(WeekKeys.table) { WeekDraft($0) }),
        "What single weeks change, by week in the phase from 1.")
}

extension Phase {
    init?(_ map: MapReader<PhaseKeys>) {
        let id = map.id ?? Located("", at: map.node.place)
        let (kind, weeks, load) = (map.kind, map.weeks, map.load)
        let (name, rhythm, availability) = (map.name, map.rhythm, map.availability)
        let (week, recoveryWeek, recovery) = (map.week, map.recoveryWeek, map.recovery)
        let (hours, distance, taper, sports) = (map.hours, map.distance, map.taper, map.sports)
        let drafts = map.overrides ?? []
        self.init(
            id: id, name: name ?? id.value, kind: kind ?? .base, weeks: weeks ?? 0,
            rhythm: rhythm ?? (kind ?? .base).standardRhythm, recovery: recovery, load: load, hours: hours,
            distance: distance, taper: taper, sports: sports ?? [], week: week ?? [],
            recoveryWeek: recoveryWeek, availability: availability, overrides: [:])
        // Weeks that end where they began have no loading and no recovery.
        if case .hold = load?.value { self.rhythm = .none }
        map.checkTarget(kind)
        for draft in drafts {
            overrides[draft.key.value] = draft.value.override(
                over: map.sessionNodes(ofWeek: draft.key.value, draft.value, rhythm: self), map.reading)
        }
        guard map.reading.checkPhase(self, drafts.map(\.key), hasWeeks: weeks != nil) else { return nil }
    }
}

extension MapReader<PhaseKeys> {
    /// The sessions that a week's changes refer to, as they stand in the file.
    fileprivate func sessionNodes(ofWeek week: Int, _ draft: WeekDraft, rhythm phase: Phase) -> [Node] {
        if let own = draft.weekNode { return own.sequence ?? [] }
        let isRecovery = draft.override.recovery ?? phase.isRecoveryByRhythm(week: week)
        let list = (isRecovery ? node(of: \.recoveryWeek) : nil) ?? node(of: \.week)
        return list?.sequence ?? []
    }
}

extension MapReader<PhaseKeys> {
    /// A phase has one target, and only a taper is one.
    fileprivate func checkTarget(_ kind: Phase.Kind?) {
        let targets = present(TargetMeasure.allCases.map(\.rawValue))
        for other in targets.dropFirst() {
            reading.fault(
                .oneTarget, "a phase has one of `load`, `hours` and `distance`", at: other.keyRange,
                notes: [Diagnostic.Note("the first is here", at: targets[0].keyRange)])
        }
        guard let kind, kind != .taper else { return }
        if let taper = present(["taper"]).first {
            reading.fault(.taperOnly, "only a phase of the kind `taper` has `taper`", at: taper.keyRange)
        }
        if let load = node(of: \.load)?.mapping?.first(where: { ["form", "cut"].contains($0.key) }) {
            reading.fault(.taperOnly, "only a phase of the kind `taper` has `\(load.key)`", at: load.keyRange)
        }
    }
}
