import Testing

@testable import CivilDates

@Suite struct CivilDateTests {
    @Test("reads and prints every day from 1600 to 2400 in step with the calendar's own rules")
    func everyDay() throws {
        var date = try #require(CivilDate(year: 1600, month: 1, day: 1))
        var wrong: [CivilDate] = []
        var weekday = 6  // 1600-01-01 was a Saturday.
        for year in 1600...2400 {
            for month in 1...12 {
                for day in 1...CivilDate.days(inMonth: month, year: year) {
                    if date.components != (year, month, day) || date.weekday.rawValue != weekday { wrong.append(date) }
                    date = date + 1
                    weekday = weekday % 7 + 1
                }
            }
        }
        #expect(wrong.isEmpty)
        #expect(CivilDate("2400-12-31").map { $0 + 1 } == date)
    }

    @Test(
        "refuses what is no date",
        arguments: ["2027-02-29", "2027-13-01", "2027-1-01", "2027-01-00", "20270101", "2027-01-01 "])
    func noDate(text: String) {
        #expect(CivilDate(text) == nil)
    }

    @Test(
        "ISO weeks at the turn of the year",
        arguments: [("2027-01-03", 2026, 53), ("2027-01-04", 2027, 1), ("2024-12-30", 2025, 1)])
    func isoWeeks(text: String, year: Int, week: Int) throws {
        let date = try #require(CivilDate(text))
        #expect(date.isoWeek == (year, week))
        #expect(date.description == text)
    }

    @Test("offsets within a week that begins on any day")
    func offsets() {
        #expect(Weekday.mon.offset(from: .mon) == 0)
        #expect(Weekday.mon.offset(from: .sun) == 1)
        #expect(Weekday.sat.offset(from: .sun) == 6)
    }

    @Test("clock times with and without seconds")
    func clock() {
        #expect(ClockTime("18:30")?.description == "18:30")
        #expect(ClockTime("18:30:05")?.description == "18:30:05")
        #expect(ClockTime("24:00") == nil)
        #expect(ClockTime("7:00") == nil)
        #expect(ClockTime("23:30").map { $0.adding(seconds: 7200).description } == "23:59:59")
    }
}
