import Diagnostics
import Testing
import Workouts

@testable import Periodization
@testable import PlanSpec

/// A template with one to three knobs, such as filler minutes, repeats, a distance or the length of a rest.
private func randomTemplate(_ random: inout Seeded) -> String {
    let isRun = Bool.random(using: &random)
    let easy = Int.random(in: 2...6, using: &random)
    let reps = Int.random(in: 2...7, using: &random)
    let target = isRun ? "Pace" : ""
    func percent(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    let scale =
        [["easy"], ["easy", "reps"], ["reps", "rest", "easy"], ["far", "reps"], ["rest"]].randomElement(using: &random)
        ?? []
    return """
        format: 1
        templates:
          t:
            name: T ${reps} of ${easy}
            role: easy
            sport: \(isRun ? "Run" : "Ride")
            params:
              easy: {default: \(easy * 5)m, min: 5m, max: \(30 + easy * 5)m, step: \(percent(1...4))m}
              reps: {default: \(reps), min: 1, max: \(reps + 3)}
              rest: {default: 2m, min: 30s, max: 4m, step: 45s}
              far: {default: 2km, min: 1km, max: 6km}
            scale: [\(scale.joined(separator: ", "))]
            text: |
              - ${easy} \(percent(40...70))% \(target)

              Main set ${reps}x
              - 3m \(percent(90...120))% \(target)
              - ${rest} \(percent(30...60))% \(target)

              - ${far} \(percent(60...85))% \(target)
              - 5m ramp 60-40% \(target)
        """
}

/// Sizing judged by reading the text of every setting.
private struct EverySetting {
    let plan: Plan
    let template: WorkoutTemplate
    let thresholds: Thresholds

    private func figures(_ values: [String: ParameterValue]) -> (load: Double, seconds: Int, metres: Double) {
        guard case .text(let text) = template.body else { return (0, 0, 0) }
        let planned = Workout.read(text.text(with: values)).workout.planned(
            sport: template.sport ?? .ride, thresholds: thresholds)
        return (Double(planned.load ?? 0), planned.duration, planned.distance ?? 0)
    }

    /// The error, the knobs moved and the size of the best setting with the contract's rule.
    func best(_ wanted: Double, _ measure: SizeMeasure, limit: Int?) -> [Double]? {
        var best: [Double]?
        for count in 1...template.scale.count {
            best = nil
            var settings: [[String: ParameterValue]] = [template.defaults]
            for name in template.scale.prefix(count) {
                guard let knob = template.parameter(name) else { continue }
                settings = settings.flatMap { setting in
                    knob.grid.map { value in setting.merging([name: value]) { $1 } }
                }
            }
            for setting in settings {
                let figures = figures(setting)
                if let limit, figures.seconds > limit { continue }
                let size =
                    measure == .load ? figures.load : measure == .duration ? Double(figures.seconds) : figures.metres
                let moved = template.scale.count { setting[$0] != template.defaults[$0] }
                let cost = [abs(size - wanted), Double(moved), size].map { ($0 * 1e6).rounded() / 1e6 }
                if best.map({ cost.lexicographicallyPrecedes($0) }) ?? true { best = cost }
            }
            let floor = measure == .load ? 2.0 : measure == .duration ? 120 : 200
            if let best, best[0] <= max(floor, 0.03 * wanted) { return best }
        }
        return best
    }
}

@Suite struct SizerTests {
    @Test("the size is the true nearest by the rule over the whole grid", arguments: 0..<40)
    func nearest(seed: Int) throws {
        var random = Seeded(state: UInt64(seed))
        let text = randomTemplate(&random)
        let reading = Plan.read(
            SourceFile(
                path: "p.yaml",
                text: """
                    format: 1
                    id: p
                    name: P
                    sport: Ride
                    start: 2027-01-04
                    templates: [t.yaml]
                    athlete: {thresholds: {Ride: {ftp: 250}, Run: {pace: 4:35/km}}}
                    phases: [{id: a, kind: race, weeks: 1, week: [{id: s, template: t}]}]
                    """)
        ) { _ in Array(text.utf8) }
        let plan = try #require(reading.plan, "seed \(seed): \(reading.diagnostics.map(\.message))")
        var sizer = Sizer(plan.athlete)
        let draft = try #require(Draft(plan.phases[0].week[0], in: plan, sizer: &sizer))
        let template = try #require(plan.templates["t"])
        let every = EverySetting(
            plan: plan, template: template,
            thresholds: plan.athlete.sizingThresholds(for: template.sport ?? .ride))
        for _ in 0..<3 {
            let measure = [SizeMeasure.load, .load, .duration, .distance].randomElement(using: &random) ?? .load
            let largest: Int = measure == .load ? 150 : measure == .duration ? 7200 : 15_000
            let wanted = Double(Int.random(in: 0...largest, using: &random))
            let limit = Bool.random(using: &random) ? nil : Int.random(in: 1800...7200, using: &random)
            let content = sizer.nearest(draft, to: wanted, measure, within: limit)
            let best = every.best(wanted, measure, limit: limit)
            let found = content.map { content -> [Double] in
                let size = measure.of(content)
                let moved = template.scale.count { content.parts[0].values[$0] != template.defaults[$0] }
                return [abs(size - wanted), Double(moved), size].map { ($0 * 1e6).rounded() / 1e6 }
            }
            #expect(found == best, "seed \(seed), \(measure) \(wanted), limit \(limit ?? -1)")
        }
    }

    @Test("what a text does beyond lengths and repeats is read, not foretold")
    func noMold() throws {
        let mold = WorkoutMold([.init(low: 1, standard: 2, high: 3)]) { amounts in
            Workout.read("- 10m \(Int(amounts[0]) * 20)%").workout
        }
        #expect(mold == nil)
        let lengths = try #require(
            WorkoutMold([.init(low: 5, standard: 10, high: 60)]) { amounts in
                Workout.read("Easy \(Int(amounts[0]))\n- \(Int(amounts[0]))m 60%").workout
            })
        #expect(lengths.workout([25]).items == Workout.read("- 25m 60%").workout.items)
    }
}
