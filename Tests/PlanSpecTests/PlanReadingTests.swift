import CivilDates
import Diagnostics
import PlanSpec
import Testing
import Workouts

struct PlanReadingTests {
    @Test("the contract's example is read without a fault")
    func example() throws {
        let reading = Example.read()
        #expect(lines(reading.diagnostics) == [])
        #expect(reading.files.map(\.path) == ["Plans/a.plan.yaml", "Templates/ride.yaml"])
        let plan = try #require(reading.plan)
        #expect(plan.id.value == "maratona-2027")
        #expect(plan.name == "Maratona dles Dolomites 2027")
        #expect(plan.sport == .ride)
        #expect(plan.start.value == CivilDate("2027-01-04"))
        #expect(plan.end == CivilDate("2027-04-11"))
        #expect(plan.weekStarts == .mon)
    }
}
