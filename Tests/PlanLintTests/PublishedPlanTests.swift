import Diagnostics
import Periodization
import PlanSpec
import Testing

@testable import PlanLint

/// Weekly miles of published marathon plans, with the largest rise over the running maximum before it in percent.
private struct PublishedPlan: CustomTestStringConvertible, Sendable {
    let name: String
    let miles: [Double]
    let growth: Double
    var testDescription: String { name }

    static let all = [
        PublishedPlan(
            name: "Higdon marathon Novice 1",
            miles: [15, 16, 15, 19, 21, 18, 24, 25.1, 24, 29, 32, 29, 36, 33, 40, 29, 21, 35.2],
            growth: 18.8),
        PublishedPlan(
            name: "Higdon marathon Advanced 1",
            miles: [26, 27, 26, 31, 34, 30, 39, 40, 29.1, 44, 49, 33, 49, 34, 50, 34, 26, 33.2],
            growth: 14.8),
        PublishedPlan(
            name: "Hansons Marathon Method, advanced",
            miles: [38, 41, 45, 44, 47, 47, 52, 49, 56, 50, 59.5, 54, 60.5, 53, 61.5, 55, 53.5, 52.2],
            growth: 10.6),
        PublishedPlan(
            name: "Pfitzinger 18/55",
            miles: [33, 36, 40, 42, 45, 37, 50, 54, 48, 43, 55, 53, 52, 51, 52, 44, 32, 48.2],
            growth: 11.1),
        PublishedPlan(
            name: "Pfitzinger 18/85",
            miles: [65, 67, 70, 74, 78, 68, 84, 82, 80, 74, 87, 76, 86, 75, 85, 69, 54, 62.2],
            growth: 7.7),
        PublishedPlan(
            name: "Pfitzinger half marathon 12/63",
            miles: [46, 49, 52, 47, 55, 58, 61, 52, 63, 52, 43, 42],
            growth: 6.5),
        PublishedPlan(
            name: "Pfitzinger base building to 30 mi",
            miles: [16, 18, 18, 20, 23, 23, 25, 28, 28, 30],
            growth: 15.0),
        PublishedPlan(
            name: "Pfitzinger post-marathon recovery (55-70 mi runner)",
            miles: [15, 24, 31, 36, 41],
            growth: 60.0),
        PublishedPlan(
            name: "Boston Athletic Association Level One",
            miles: [26, 27, 23, 27, 32, 29, 21, 35, 32, 35, 36, 36, 23, 37, 24, 34, 40, 29, 28, 18],
            growth: 18.5),
    ]
}

struct PublishedPlanTests {
    @Test("growth over the running maximum is that of the published plans", arguments: PublishedPlan.all)
    private func growth(plan published: PublishedPlan) throws {
        // Ten points a mile, as six even easy rides; the race week is left out.
        let loads = published.miles.dropLast().map { "\(Int(($0 * 10).rounded()))" }.joined(separator: ", ")
        let head = RuleExamples.head.replacing(
            "ctl: 60, atl: 60", with: "ctl: \(published.miles[0] * 10 / 7), atl: \(published.miles[0] * 10 / 7)")
        let body = """
            phases:
              - {id: all, kind: base, weeks: \(published.miles.count - 1), rhythm: none, load: [\(loads)],
                  week: [{id: easy, template: ride, count: 6}]}

            """
        let file = SourceFile(path: "p.yaml", text: head + body)
        let plan = try #require(Plan.read(file) { _ in Array(RuleExamples.templates.utf8) }.plan)
        let rule = try #require(LintRule.rule(.weekGrowth))
        let largest = rule.check(Season(plan, Schedule(plan)), rule.threshold).compactMap(\.value).max()
        #expect(abs((largest ?? 0) - published.growth) < 1)
        let isSteep = findings(body, head: head).contains { $0.id == "week-growth" }
        #expect(isSteep == (published.growth > 20))
    }
}
