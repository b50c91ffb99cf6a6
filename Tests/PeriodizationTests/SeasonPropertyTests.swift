import CivilDates
import Diagnostics
import Testing
import Workouts

@testable import Periodization
@testable import PlanSpec

/// What holds for every season, on 300 made-up ones; `NIGHTLY=1` makes 10,000.
@Suite struct SeasonPropertyTests {
    private func read(_ text: String, _ seed: Int) -> Plan? {
        let reading = Plan.read(SourceFile(path: "p.yaml", text: text)) { _ in Array(testTemplates.utf8) }
        let errors = reading.diagnostics.filter { $0.severity == .error }.map(\.message)
        #expect(errors == [], "seed \(seed)\n\(text)")
        return reading.plan
    }

    private func lines(_ schedule: Schedule, weeks: Int = .max) -> [String] {
        schedule.entries.filter { $0.week <= weeks }.map {
            "\($0.date) \($0.time.map { "\($0)" } ?? "") \($0.key) \($0.name) \($0.description) \($0.planned)"
        }
    }

    @Test("no season breaks availability, races' days, limits or spacing", arguments: PlanPropertyTests.parts)
    func rules(seeds: Range<Int>) {
        for seed in seeds {
            let text = GeneratedSeason(seed: UInt64(seed)).text()
            guard let plan = read(text, seed) else { continue }
            let season = JudgedSeason(plan, Schedule(plan, bestEffort: true))
            #expect(season.faults == [], "seed \(seed)\n\(text)")
        }
    }

    @Test("the judge finds fault with a season that was made for other days and another spacing")
    func judge() {
        for seed in 0..<12 {
            let text = GeneratedSeason(seed: UInt64(seed)).text()
            let short = text.replacing("sun: {max: 5h", with: "sun: {max: 10m")
            let wide = text.replacing("spacing: 24h", with: "spacing: 144h").replacing(
                "spacing: 48h", with: "spacing: 144h")
            guard let plan = read(text, seed) else { continue }
            for other in [short, wide] {
                guard let strict = read(other, seed) else { continue }
                #expect(!JudgedSeason(strict, Schedule(plan, bestEffort: true)).faults.isEmpty, "seed \(seed)")
            }
        }
    }

    @Test("the order of a map's keys changes nothing", arguments: PlanPropertyTests.parts)
    func permutation(seeds: Range<Int>) {
        for seed in seeds where seed % 12 == 0 {
            let made = GeneratedSeason(seed: UInt64(seed))
            guard let plan = read(made.text(), seed), let other = read(made.text(shuffledBy: UInt64(seed)), seed)
            else { continue }
            #expect(
                lines(Schedule(plan, bestEffort: true)) == lines(Schedule(other, bestEffort: true)), "seed \(seed)")
        }
    }

    @Test("a phase added at the end changes nothing before it", arguments: PlanPropertyTests.parts)
    func longer(seeds: Range<Int>) {
        for seed in seeds where seed % 12 == 1 {
            guard let plan = read(GeneratedSeason(seed: UInt64(seed)).text(), seed),
                let longer = read(GeneratedSeason(seed: UInt64(seed), longer: true).text(), seed)
            else { continue }
            let (before, after) = (Schedule(plan, bestEffort: true), Schedule(longer, bestEffort: true))
            #expect(lines(before) == lines(after, weeks: plan.weekCount), "seed \(seed)")
        }
    }

    @Test("without its overlays a season is the one that never had them", arguments: PlanPropertyTests.parts)
    func overlays(seeds: Range<Int>) {
        for seed in seeds where seed % 12 == 2 {
            guard let plan = read(GeneratedSeason(seed: UInt64(seed)).text(), seed), !plan.life.isEmpty else {
                continue
            }
            var plain = plan
            plain.life = []
            let (lived, without) = (Schedule(plan, bestEffort: true), Schedule(plain, bestEffort: true))
            let touched = Set(
                plan.life.flatMap { overlay in
                    (0...(2 * overlay.days)).map { (overlay.from.value + $0 - plan.start.value) / 7 + 1 }
                })
            for week in 1...plan.weekCount where !touched.contains(week) {
                #expect(
                    lines(lived).filter { $0.contains(".w") && isIn($0, week, plan) }
                        == lines(without).filter { $0.contains(".w") && isIn($0, week, plan) }, "seed \(seed) \(week)")
            }
        }
    }

    private func isIn(_ line: String, _ week: Int, _ plan: Plan) -> Bool {
        CivilDate(line.prefix(10)).map { ($0 - plan.start.value) / 7 + 1 == week } ?? false
    }
}
