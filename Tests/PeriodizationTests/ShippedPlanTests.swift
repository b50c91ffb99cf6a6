import CivilDates
import Diagnostics
import Foundation
import Testing
import Workouts

@testable import Periodization
@testable import PlanSpec

/// The plans in `Plans/`, as their readers get them.
@Suite struct ShippedPlanTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static let names =
        (try? FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent("Plans").path))?
        .filter { $0.hasSuffix(".plan.yaml") }.sorted() ?? []

    private func schedule(_ name: String) throws -> Schedule {
        let reading = try reading(name)
        #expect(reading.diagnostics.map(\.message) == [])
        return Schedule(try #require(reading.plan))
    }

    private func reading(_ name: String, anchor: PlanAnchor? = nil) throws -> PlanReading {
        func bytes(_ path: String) -> [UInt8]? {
            (try? Data(contentsOf: Self.folder.appendingPathComponent(path))).map { Array($0) }
        }
        let file = SourceFile(path: "Plans/" + name, bytes: try #require(bytes("Plans/" + name)))
        return Plan.read(file, anchor: anchor, open: bytes)
    }

    @Test("a shipped plan has no error with another start or finish", arguments: names)
    func otherAnchors(name: String) throws {
        // Mondays as starts; finishes on any day, around leap days and the turn of a year too.
        let starts = ["2026-12-28", "2027-07-05", "2028-02-28", "2029-12-31"].compactMap { CivilDate($0) }
        let finishes = ["2027-01-03", "2027-10-20", "2028-03-01", "2030-12-31"].compactMap { CivilDate($0) }
        #expect(starts.count == 4 && finishes.count == 4)
        for anchor in starts.map(PlanAnchor.start) + finishes.map(PlanAnchor.finish) {
            let reading = try reading(name, anchor: anchor)
            let said = reading.diagnostics + Schedule(try #require(reading.plan)).diagnostics
            #expect(said.filter { $0.severity == .error }.map(\.message) == [], "\(anchor)")
        }
    }

    @Test("a shipped plan has no fault, and every week is near its target or says why", arguments: names)
    func weeks(name: String) throws {
        let schedule = try schedule(name)
        #expect(schedule.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
        for week in schedule.weeks {
            guard let target = week.target else { continue }
            #expect(abs(Double(week.load) - target) <= 0.05 * target || !week.binding.isEmpty, "week \(week.number)")
        }
        #expect(Set(schedule.entries.map(\.key)).count == schedule.entries.count)
    }

    @Test("the triathlon plan keeps its split, its bricks and its holiday")
    func triathlon() throws {
        let schedule = try schedule("olympic-triathlon-12.plan.yaml")
        if ProcessInfo.processInfo.environment["SHOW"] != nil { show(schedule) }
        for week in schedule.weeks where week.phase == "base" && week.binding.isEmpty {
            let target = try #require(week.target)
            for (sport, share) in [("Swim", 0.17), ("Ride", 0.55), ("Run", 0.28)] {
                let load = schedule.entries.filter {
                    $0.week == week.number && $0.sport?.name == sport && $0.role != nil
                }
                .reduce(0) { $0 + Double($1.planned.load ?? 0) }
                #expect(abs(load - share * target) <= 0.08 * target, "week \(week.number) \(sport) \(load)")
            }
        }
        let brick = schedule.entries.filter { $0.key.contains("build.w1.brick.") }
        #expect(brick.map(\.sport) == [.ride, .run] && brick.allSatisfy { $0.date.weekday == .sun })
        #expect(schedule.entry("life.whitsun")?.category == .holiday)
        #expect(
            schedule.entries.allSatisfy {
                !$0.category.isSession || !"2027-05-15 2027-05-16 2027-05-17".contains("\($0.date)")
            })
    }

    private func show(_ schedule: Schedule) {
        for week in schedule.weeks {
            print(week.number, week.start, week.phase, week.target ?? 0, week.load, week.duration / 60, week.binding)
            for entry in schedule.entries where entry.week == week.number && entry.category.isSession {
                print(
                    "  ", entry.date.weekday.code, entry.time?.description ?? "-", entry.key, entry.sport?.name ?? "",
                    entry.name,
                    entry.planned.duration / 60, entry.planned.load ?? -1)
            }
        }
        for finding in schedule.diagnostics { print(finding.severity, finding.id, finding.message) }
    }
}
