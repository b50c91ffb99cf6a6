import CivilDates
import Diagnostics
import Foundation
import Testing
import Workouts

@testable import Periodization
@testable import PlanSpec

/// What holds for every plan, on 300 made-up ones; `NIGHTLY=1` makes 10,000.
@Suite struct PlanPropertyTests {
    private static let seeds = 0..<(ProcessInfo.processInfo.environment["NIGHTLY"] == nil ? 300 : 10_000)
    /// The seeds in parts, so that they run side by side.
    static let parts = stride(from: 0, to: seeds.count, by: 25).map { $0..<min($0 + 25, seeds.count) }

    private func read(_ text: String, _ seed: Int) -> Plan? {
        let reading = Plan.read(SourceFile(path: "p.yaml", text: text)) { _ in Array(testTemplates.utf8) }
        let errors = reading.diagnostics.filter { $0.severity == .error }.map(\.message)
        #expect(errors == [], "seed \(seed)\n\(text)")
        return reading.plan
    }

    private func lines(_ schedule: Schedule, of week: Int? = nil) -> [String] {
        schedule.entries.filter { week == nil || $0.week == week }.filter { !$0.key.hasPrefix("life.") }.map {
            "\($0.date) \($0.key) \($0.name) \($0.description) \($0.planned)"
        }
    }

    @Test(
        "no plan breaks availability, limits or spacing; sums are near or explained; keys are unique", arguments: parts)
    func rules(seeds: Range<Int>) {
        for seed in seeds {
            let text = GeneratedPlan(seed: UInt64(seed), overlay: seed % 2 == 1).text()
            guard let plan = read(text, seed) else { continue }
            let schedule = Schedule(plan)
            let comment = Comment(rawValue: "seed \(seed)\n\(text)")
            #expect(Set(schedule.entries.map(\.key)).count == schedule.entries.count, comment)
            for week in schedule.weeks {
                guard let target = week.target else { continue }
                #expect(abs(Double(week.load) - target) <= 0.05 * target || !week.binding.isEmpty, comment)
            }
            for day in 0..<(7 * plan.weekCount) {
                #expect(fault(on: plan.start.value + day, schedule, plan) == nil, comment)
            }
            #expect(tooNear(schedule, plan) == [], comment)
        }
    }

    @Test("the order of a map's keys changes nothing", arguments: parts)
    func permutation(seeds: Range<Int>) {
        for seed in seeds where seed % 6 == 0 {
            let made = GeneratedPlan(seed: UInt64(seed), overlay: true)
            guard let plan = read(made.text(), seed),
                let other = read(made.text(shuffledBy: UInt64(seed)), seed)
            else { continue }
            #expect(lines(Schedule(plan)) == lines(Schedule(other)), "seed \(seed)")
        }
    }

    @Test(
        "an overlay changes its own days, those of coming back, and with respread its weeks; no other", arguments: parts
    )
    func overlay(seeds: Range<Int>) throws {
        for seed in seeds where seed % 6 == 1 {
            guard let plain = read(GeneratedPlan(seed: UInt64(seed)).text(), seed),
                let lived = read(GeneratedPlan(seed: UInt64(seed), overlay: true).text(), seed)
            else { continue }
            let overlay = try #require(lived.life.first)
            let (before, after) = (lines(Schedule(plain)), lines(Schedule(lived)))
            let changed = Set(before).symmetricDifference(after)
            for line in changed {
                let date = try #require(CivilDate(line.prefix(10)))
                let week = (date - lived.start.value) / 7
                let weeks =
                    ((overlay.from.value - lived.start.value) / 7)...((overlay.to.value - lived.start.value) / 7)
                let isBack = date > overlay.to.value && date - overlay.to.value <= overlay.days
                #expect(
                    overlay.covers(date) || isBack || overlay.respread && weeks.contains(week), "seed \(seed) \(line)")
            }
            var removed = lived
            removed.life = []
            #expect(lines(Schedule(removed)) == before, "seed \(seed)")
        }
    }

    @Test("a change in one week moves nothing in another, but next to a hard Sunday", arguments: parts)
    func locality(seeds: Range<Int>) {
        for seed in seeds where seed % 6 == 2 {
            guard let plain = read(GeneratedPlan(seed: UInt64(seed)).text(), seed),
                let changed = read(GeneratedPlan(seed: UInt64(seed), override: true).text(), seed)
            else { continue }
            let (before, after) = (Schedule(plain), Schedule(changed))
            var isFree = false
            for week in 1...4 where week != 3 {
                if week > 3, !isFree { isFree = lastHard(before, week - 1) == lastHard(after, week - 1) }
                if week < 3 || isFree {
                    #expect(lines(before, of: week) == lines(after, of: week), "seed \(seed), week \(week)")
                }
            }
        }
    }

    /// The hard sessions at the end of a week, which the next week keeps its distance from.
    private func lastHard(_ schedule: Schedule, _ week: Int) -> [CivilDate] {
        schedule.entries.filter { $0.week == week && $0.role?.isHard ?? false }.map(\.date).filter {
            $0 > schedule.start + (7 * week - 4)
        }
    }

    /// What is wrong with the sessions of a day; nil for nothing.
    private func fault(on date: CivilDate, _ schedule: Schedule, _ plan: Plan) -> String? {
        let room = plan.life.first { $0.covers(date) }?.room(on: date) ?? plan.availability.day(date.weekday)
        let sessions = schedule.entries.filter { $0.date == date && $0.category.isSession }
        let own = sessions.filter { $0.key.hasPrefix("base.") }
        let others = sessions.filter { !$0.key.hasPrefix("base.") }
        if own.isEmpty { return nil }
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

    /// Pairs of hard sessions that are too near, unless their days are both the file's.
    private func tooNear(_ schedule: Schedule, _ plan: Plan) -> [String] {
        let hard = schedule.entries.filter { $0.role?.isHard ?? false && $0.brickPart ?? 1 == 1 }
        func isPinned(_ entry: PlannedEntry) -> Bool {
            guard entry.key.hasPrefix("base.") else { return true }
            let id = entry.key.split(separator: ".").last.map(String.init) ?? ""
            return plan.phases[0].week.contains { $0.id.value == id && $0.days == [entry.date.weekday] }
        }
        return hard.indices.dropFirst().compactMap { index -> String? in
            let (left, right) = (hard[index - 1], hard[index])
            guard right.date - left.date < plan.limits.hardSpacingDays, !(isPinned(left) && isPinned(right)) else {
                return nil
            }
            return "\(left.key) \(right.key)"
        }
    }
}
