import CivilDates
import Diagnostics
import Testing
import Workouts

@testable import Periodization
@testable import PlanSpec

/// A season held against the words of the plan language, by rules of its own.
struct JudgedSeason {
    private let plan: Plan
    private let schedule: Schedule
    private let sessions: [PlannedEntry]
    private let byDate: [CivilDate: [PlannedEntry]]

    init(_ plan: Plan, _ schedule: Schedule) {
        self.plan = plan
        self.schedule = schedule
        sessions = schedule.entries.filter(\.category.isSession)
        byDate = Dictionary(grouping: sessions, by: \.date)
    }

    /// What is wrong; empty for nothing.
    var faults: [String] {
        keyFaults + byDate.keys.sorted().compactMap(fault) + byDate.keys.sorted().flatMap(raceFaults)
            + spacingFaults + schedule.weeks.flatMap { sumFaults($0) + limitFaults($0) } + comebackFaults
    }

    private func isOwn(_ entry: PlannedEntry) -> Bool {
        plan.phases.contains { entry.key.hasPrefix($0.id.value + ".w") }
    }

    private func week(of date: CivilDate) -> (phase: Phase, number: Int) {
        var rest = (date - plan.start.value) / 7
        for phase in plan.phases {
            if rest < phase.weeks { return (phase, rest + 1) }
            rest -= phase.weeks
        }
        return (plan.phases[plan.phases.count - 1], 1)
    }

    private func overlay(_ date: CivilDate) -> (LifeOverlay, Availability.Day)? {
        plan.life.reversed().compactMap { life in
            life.covers(date) ? life.room(on: date).map { (life, $0) } : nil
        }.first
    }

    private func room(_ date: CivilDate) -> Availability.Day {
        if let (_, room) = overlay(date) { return room }
        let (phase, number) = week(of: date)
        var availability = plan.availability
        if let change = phase.availability { availability = availability.merged(with: change) }
        if let change = phase.overrides[number]?.availability { availability = availability.merged(with: change) }
        return availability.day(date.weekday)
    }

    private var keyFaults: [String] {
        let keys = schedule.entries.map(\.key)
        return Set(keys).count == keys.count ? [] : ["keys are not unique"]
    }

    /// What a day's own sessions do that its room doesn't allow.
    private func fault(on date: CivilDate) -> String? {
        let here = byDate[date] ?? []
        let (own, others) = (here.filter(isOwn), here.filter { !isOwn($0) })
        guard !own.isEmpty else { return nil }
        let room = room(date)
        if others.contains(where: { $0.role == .race }) { return "\(date): beside a race" }
        if room.isOff { return "\(date): off" }
        if !own.allSatisfy({ $0.sport.map(room.takes) ?? true }) { return "\(date): sport" }
        let taken = others.reduce(0) { $0 + $1.planned.duration }
        let seconds = own.reduce(0) { $0 + $1.planned.duration }
        if let max = room.max, seconds > 0, seconds > Swift.max(0, max - taken) {
            return "\(date): \(seconds) s of \(max) s"
        }
        func counting(_ entries: [PlannedEntry]) -> Int {
            entries.count { $0.role?.countsAgainstDay ?? true && $0.brickPart ?? 1 == 1 }
        }
        if counting(own) > 0, counting(own) + counting(others) > room.sessions { return "\(date): too many" }
        return nil
    }

    /// Days after an A race without hard sessions.
    private func recoveryDays(_ race: PlannedEntry) -> Int {
        let minutes = race.planned.duration / 60
        guard race.sport?.family == .run else { return minutes < 150 ? 3 : 7 }
        return minutes < 30 ? 3 : minutes < 60 ? 5 : minutes < 150 ? 7 : 14
    }

    /// Own sessions on the days around the races of a date that may not be there.
    private func raceFaults(on date: CivilDate) -> [String] {
        (byDate[date] ?? []).filter { $0.role == .race }.flatMap { race -> [String] in
            let (before, after, isStrengthAfter): (Int, Int, Bool)
            switch race.category {
            case .raceA: (before, after, isStrengthAfter) = (2, recoveryDays(race), true)
            case .raceB: (before, after, isStrengthAfter) = (2, 2, false)
            default: (before, after, isStrengthAfter) = (1, 1, false)
            }
            return (-before...after).filter { $0 != 0 }.flatMap { days in
                (byDate[date + days] ?? []).filter(isOwn).filter { entry in
                    entry.role?.isHard ?? false || entry.role == .strength && !(days > 0 && isStrengthAfter)
                }.map { "\($0.key) \(days) days from \(race.key)" }
            }
        }
    }

    private func isPinned(_ entry: PlannedEntry) -> Bool {
        guard isOwn(entry) else { return true }
        let (phase, number) = week(of: entry.date)
        let id = entry.key.split(separator: ".").dropFirst(2).first.map(String.init) ?? ""
        let override = phase.overrides[number]
        var specs = phase.week + (phase.recoveryWeek ?? []) + (override?.week ?? []) + (override?.added ?? [])
        if case .replaced(let spec) = override?.sessions[id] { specs.append(spec) }
        return specs.contains { $0.id.value == id && $0.days == [entry.date.weekday] }
    }

    /// Pairs of hard sessions that are too near, unless their days are both the file's.
    private var spacingFaults: [String] {
        let hard = sessions.filter { $0.role?.isHard ?? false && $0.brickPart ?? 1 == 1 }
        return hard.indices.flatMap { index -> [String] in
            hard[(index + 1)...].prefix { $0.date - hard[index].date < plan.limits.hardSpacingDays }
                .filter { !(isPinned($0) && isPinned(hard[index])) }.map { "\(hard[index].key) near \($0.key)" }
        }
    }

    /// A week that misses its target by more than 5 % without saying why.
    private func sumFaults(_ week: PlannedWeek) -> [String] {
        guard let target = week.target else { return [] }
        let value: Double
        switch week.measure {
        case .load: value = Double(week.load)
        case .hours: value = Double(week.duration)
        case .distance:
            value = sessions.filter { $0.week == week.number && $0.sport?.family == plan.sport.family }
                .reduce(0) { $0 + ($1.planned.distance ?? 0) }
        }
        let isNear = abs(value - target) <= 0.05 * target + 1
        return isNear || !week.binding.isEmpty ? [] : ["week \(week.number): \(value) of \(target), unexplained"]
    }

    /// A solved week beyond a limit.
    private func limitFaults(_ week: PlannedWeek) -> [String] {
        switch week.reason.source {
        case .ctl, .ramp, .hold: break
        default: return []
        }
        guard let target = week.target else { return [] }
        let races = sessions.filter {
            $0.week == week.number && [EntryCategory.raceA, .raceB].contains($0.category)
        }
        let raceLoad = Double(races.reduce(0) { $0 + ($1.planned.load ?? 0) })
        var faults: [String] = []
        // What is committed is there whatever the limit says.
        let given = sessions.filter { $0.week == week.number && !isOwn($0) }
        let most = plan.limits.load.map {
            max($0.value + raceLoad, Double(given.reduce(0) { $0 + ($1.planned.load ?? 0) }))
        }
        if let limit = most, target > limit + 1e-6 {
            faults.append("week \(week.number): \(target) of \(limit)")
        }
        let rise = week.reason.after - week.reason.before
        let committed = sessions.filter { $0.week == week.number && !isOwn($0) }
        if let limit = plan.limits.ramp?.value, rise > limit + 1e-6, committed.isEmpty {
            faults.append("week \(week.number): ramp \(rise) of \(limit)")
        }
        return faults
    }

    /// Hard sessions in the first half of coming back.
    private var comebackFaults: [String] {
        guard plan.life.count == 1, let overlay = plan.life.first, overlay.comeback == .auto else { return [] }
        let off = (0..<overlay.days).map { overlay.room(on: overlay.from.value + $0)?.isOff ?? false }
        guard off.allSatisfy(\.self), (6...28).contains(off.count) else { return [] }
        return (1...(off.count + 1) / 2).flatMap { days in
            (byDate[overlay.to.value + days] ?? []).filter { isOwn($0) && $0.role?.isHard ?? false }.map {
                "\($0.key): hard while coming back"
            }
        }
    }
}
