import CivilDates
import Testing

@testable import PlanCommands

@Suite struct CSVDaysTests {
    @Test("records outside the days are left out, the others keep their bytes")
    func days() throws {
        let text =
            "id,start_date_local,name\r\n1,2027-01-01T08:00:00,\"a, \"\"b\"\"\nc\"\r\n2,2027-02-01T08:00:00,d\r\n"
        let range = try #require(CivilDate("2027-01-01"))...(try #require(CivilDate("2027-01-31")))
        let kept = String(decoding: CSVDays(Array(text.utf8)).within(range), as: UTF8.self)
        #expect(kept == "id,start_date_local,name\r\n1,2027-01-01T08:00:00,\"a, \"\"b\"\"\nc\"\r\n")
    }

    @Test("without a column of days everything stays")
    func noDays() throws {
        let range = try #require(CivilDate("2027-01-01"))...(try #require(CivilDate("2027-01-31")))
        #expect(CSVDays(Array("a,b\n1,2\n".utf8)).within(range) == Array("a,b\n1,2\n".utf8))
        #expect(CSVDays([]).within(range) == [])
    }
}
