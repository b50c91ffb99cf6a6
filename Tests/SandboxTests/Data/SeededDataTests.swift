import CivilDates
import Testing

@testable import Sandbox

@Suite("Athletes with a past")
struct SeededDataTests {
    private static let data = SandboxData.seeded(today: Desk.today)

    @Test("a year of sessions with loads of a human being, and a morning every day")
    func believable() throws {
        let athlete = try #require(SeededDataTests.data.athletes.first)
        #expect((180...330).contains(athlete.activities.count))
        #expect(athlete.wellness.count >= 366)
        let loads = athlete.activities.compactMap { $0.integer("icu_training_load") }
        #expect(loads.allSatisfy { (5...250).contains($0) })
        let curve = FitnessCurve(athlete, today: Desk.today)
        let ctl = curve.values(on: (-300...0).map { Desk.today + $0 }).values.map(\.state.ctl)
        #expect(ctl.allSatisfy { (25...75).contains($0) }, "\(ctl.min() ?? 0) to \(ctl.max() ?? 0)")
    }

    @Test("a date's entries are the same whatever today is, and another seed's are not")
    func stable() throws {
        let later = SandboxData.seeded(today: Desk.today + 30).athletes[0]
        let other = SandboxData.seeded(2, today: Desk.today).athletes[0]
        func sessions(_ athlete: AthleteData) -> [[String]] {
            athlete.activities.compactMap { activity in
                guard let day = activity.day, day >= Desk.today - 300, day < Desk.today else { return nil }
                return [activity.text("start_date_local") ?? "", String(activity.integer("moving_time") ?? 0)]
            }
        }
        let own = SeededDataTests.data.athletes[0]
        #expect(sessions(own) == sessions(later))
        #expect(sessions(own) != sessions(other))
        #expect(own.wellness[Desk.today - 100] == later.wellness[Desk.today - 100])
    }

    @Test("the library, the coach and the dates ahead are there, and the whole survives its file")
    func whole() async throws {
        let data = SeededDataTests.data
        #expect(data.athletes[0].folders.count == 3)
        #expect(data.athletes[0].workouts.allSatisfy { ($0.record.integer("icu_training_load") ?? 0) > 0 })
        #expect(data.athletes[0].events.contains { $0.category == "RACE_A" && $0.firstDay > Desk.today })
        #expect(try SandboxData(stored: JSONReader.read(data.stored.bytes)) == data)
        let coach = Desk(data: data).with(authorization: Desk.basic("coach"))
        #expect(
            await coach.send("GET", "athletes").rows.map { $0["icu_permission"] } == [
                "WRITE", "WRITE", "WRITE", "READ",
            ])
        #expect(await coach.send("POST", "athlete/i4/events", ride()).status == 403)
    }
}
