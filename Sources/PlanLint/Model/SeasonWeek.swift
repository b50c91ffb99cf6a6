import CivilDates
import Diagnostics
import Periodization
import PlanSpec
import Workouts

/// A week of the plan with its phase and its sessions.
struct SeasonWeek: Sendable {
    /// The load of a session, for a brick of all its parts; nil where it is unknown.
    func slotLoad(of session: PlannedEntry) -> Int? {
        guard session.brickPart != nil else { return session.planned.load }
        let parts = sessions.filter { $0.source == session.source && $0.date == session.date }
        return parts.reduce(0 as Int?) { sum, part in sum.flatMap { sum in part.planned.load.map { sum + $0 } } }
    }

    /// Whether races and what is fixed leave the other sessions less than was planned for them.
    var isOverTarget: Bool { target.map { load > 1.05 * $0 } ?? false }

    /// Its number in the plan, from 1.
    let number: Int
    /// Its first day.
    let start: CivilDate
    /// Its phase.
    let phase: Phase
    /// Its number in the phase, from 1.
    let phaseWeek: Int
    /// Whether the plan makes it a recovery week.
    let isRecovery: Bool
    /// The load target, where it has one.
    let target: Double?
    /// What held its target or its sessions down.
    let binding: [String]
    /// Its workouts and races.
    let sessions: [PlannedEntry]
    /// Whether holiday, sickness, a camp or the way back after them changes it.
    let isTouchedByLife: Bool
    /// Load of everything that counts in fitness.
    let load: Double
    /// The same without A and B races.
    let trainingLoad: Double

    init(_ week: PlannedWeek, phase: Phase, sessions: [PlannedEntry], life: [LifeOverlay]) {
        number = week.number
        start = week.start
        self.phase = phase
        phaseWeek = week.phaseWeek
        isRecovery = week.recovery
        target = week.measure == .load ? week.target : nil
        binding = week.binding
        self.sessions = sessions
        let isTouched = life.contains { $0.from.value < week.start + 7 && week.start <= $0.lastAffectedDay }
        isTouchedByLife = isTouched || week.binding.contains { $0.hasPrefix("life.") }
        load = sessions.reduce(0) { $0 + $1.fitnessLoad }
        trainingLoad = sessions.filter { !$0.isBigRace }.reduce(0) { $0 + $1.fitnessLoad }
    }

    /// Its last day.
    var end: CivilDate { start + 6 }
    /// How messages call it.
    var label: String { "week \(number) (\(start))" }
    /// Whether it holds an A or a B race.
    var hasBigRace: Bool { sessions.contains(where: \.isBigRace) }
    /// Whether it holds an A race.
    var hasARace: Bool { sessions.contains { $0.category == .raceA } }

    /// What the week's load comes from in the file: its own number, else the phase's.
    var place: SourceRange {
        let override = phase.overrides[phaseWeek]
        let own = override?.load?.range ?? override?.hours?.range ?? override?.distance?.range ?? override?.range
        return own ?? phase.load?.range ?? phase.hours?.range ?? phase.distance?.range ?? phase.id.range
    }
}

extension LifeOverlay {
    /// The last day of the overlay, or of the return to full load after days off: as many days again.
    fileprivate var lastAffectedDay: CivilDate {
        comeback == .auto && kind.isOff ? to.value + (to.value - from.value + 1) : to.value
    }
}

extension PlannedEntry {
    /// Its load as far as it counts in fitness; 0 where it is unknown.
    var fitnessLoad: Double {
        sport?.countsInFitness ?? true ? Double(planned.load ?? 0) : 0
    }

    /// Whether it is an A or a B race.
    var isBigRace: Bool { category == .raceA || category == .raceB }
    /// Whether it is a race of any priority.
    var isRace: Bool { category != .workout && category.isSession }
    /// Whether it is quality, a test or a race.
    var isQuality: Bool { isRace || role?.countsAsHard ?? false }
    /// Whether it needs distance from other hard sessions.
    var isHard: Bool { isRace || role?.isHard ?? false }

    /// Its key without the number of a brick's part: parts are one session.
    var sessionKey: Substring {
        let parts = key.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4, Int(parts[3]) != nil else { return key[...] }
        return key.prefix(key.count - parts[3].count - 1)
    }

    /// Seconds in zones from a number on, sweet spot left out; nil where the zones are unknown.
    func seconds(inZones zones: PartialRangeFrom<Int>) -> Int? {
        guard !planned.zoneTimes.isEmpty else { return nil }
        return planned.zoneTimes.reduce(0) { sum, time in
            guard time.id.hasPrefix("Z"), let zone = Int(time.id.dropFirst()), zones.contains(zone) else { return sum }
            return sum + time.seconds
        }
    }

    /// Seconds in some zones; nil where the zones are unknown.
    func seconds(inZones zones: ClosedRange<Int>) -> Int? {
        guard let upper = seconds(inZones: (zones.upperBound + 1)...),
            let all = seconds(inZones: zones.lowerBound...)
        else { return nil }
        return all - upper
    }
}

extension Sequence where Element == PlannedEntry {
    /// Seconds of all of them.
    var seconds: Int { reduce(0) { $0 + $1.planned.duration } }
}
