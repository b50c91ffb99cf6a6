import PlanSpec
import Testing

@testable import Periodization

/// Weekly distances and loads of published plans, as the facts that they are; unknown weeks are left out.
@Suite struct PublishedPlanTests {
    struct Published: Sendable, CustomTestStringConvertible {
        let name: String
        /// `mi`, `load`, or `min` of a week.
        let unit: String
        let weeks: [Double]
        var testDescription: String { name }
    }

    static let plans = [
        Published(
            name: "Higdon marathon, Novice 1", unit: "mi",
            weeks: [15, 16, 15, 19, 21, 18, 24, 25.1, 24, 29, 32, 29, 36, 33, 40, 29, 21, 35.2]),
        Published(
            name: "Higdon marathon, Advanced 1", unit: "mi",
            weeks: [26, 27, 26, 31, 34, 30, 39, 40, 29.1, 44, 49, 33, 49, 34, 50, 34, 26, 33.2]),
        Published(
            name: "Hansons marathon, advanced", unit: "mi",
            weeks: [38, 41, 45, 44, 47, 47, 52, 49, 56, 50, 59.5, 54, 60.5, 53, 61.5, 55, 53.5, 52.2]),
        Published(
            name: "Pfitzinger 18/55", unit: "mi",
            weeks: [33, 36, 40, 42, 45, 37, 50, 54, 48, 43, 55, 53, 52, 51, 52, 44, 32, 48.2]),
        Published(
            name: "Pfitzinger 18/85", unit: "mi",
            weeks: [65, 67, 70, 74, 78, 68, 84, 82, 80, 74, 87, 76, 86, 75, 85, 69, 54, 62.2]),
        Published(
            name: "Pfitzinger half marathon 12/63", unit: "mi",
            weeks: [46, 49, 52, 47, 55, 58, 61, 52, 63, 52, 43, 42]),
        Published(
            name: "Pfitzinger base to 30 miles", unit: "mi", weeks: [16, 18, 18, 20, 23, 23, 25, 28, 28, 30]),
        Published(name: "Pfitzinger recovery", unit: "mi", weeks: [15, 24, 31, 36, 41]),
        Published(
            name: "Boston Athletic Association, Level One", unit: "mi",
            weeks: [26, 27, 23, 27, 32, 29, 21, 35, 32, 35, 36, 36, 23, 37, 24, 34, 40, 29, 28, 18]),
        Published(name: "NHS Couch to 5K, running time", unit: "min", weeks: [24, 27, 27, 48, 51, 63, 75, 84, 90]),
        Published(
            name: "Crewrunners half-Ironman", unit: "min",
            weeks: [425, 440, 450, 495, 555, 330, 510, 300, 575, 255, 390]),
        Published(name: "TrainerRoad Sweet Spot Base Mid Volume I", unit: "load", weeks: [294, 378, 390, 240]),
    ]

    @Test("a published plan comes out week for week", arguments: plans)
    func weekForWeek(_ published: Published) throws {
        let (key, suffix, template, sport) =
            switch published.unit {
            case "mi": ("distance", "mi", "run-far", "Run")
            case "min": ("hours", "min", "fine", "Ride")
            default: ("load", "", "fine", "Ride")
            }
        let numbers = published.weeks.map { number in
            (number == number.rounded() ? "\(Int(number))" : "\(number)") + suffix
        }
        let head = """
            format: 1
            id: p
            name: P
            sport: \(sport)
            start: 2027-01-04
            templates: [t.yaml]
            athlete: {fitness: {ctl: 40, atl: 40}}

            """
        let plan = try readPlan(
            """
            phases:
              - id: all
                kind: base
                weeks: \(numbers.count)
                \(key): [\(numbers.joined(separator: ", "))]
                week: [{id: e, count: 3, template: \(template)}, {id: l, role: long, share: 35%, template: \(template)}]
                recovery_week: [{id: e, count: 3, template: \(template)}, {id: l, role: long, share: 35%, template: \(template)}]
            """, head: head)
        let weeks = Schedule(plan).weeks
        for (week, number) in zip(weeks, published.weeks) {
            switch published.unit {
            case "mi":
                #expect(abs((week.target ?? 0) - number * 1609.344) < 0.5)
                #expect(abs((week.distance ?? 0) - number * 1609.344) <= 100)
            case "min":
                #expect(week.target == number * 60)
                #expect(abs(Double(week.duration) - number * 60) <= 60)
            default:
                #expect(week.target == number)
                #expect(abs(Double(week.load) - number) <= 1)
            }
        }
    }
}
