import CivilDates
import IntervalsICU
import Testing

@Suite struct LocalDateTimeTests {
    @Test(
        "reads every form of a local time, without shifting it",
        arguments: [
            ("2026-03-29", "2026-03-29T00:00:00"), ("2026-03-29T00:00:00", "2026-03-29T00:00:00"),
            ("2026-03-29T02:30", "2026-03-29T02:30:00"), ("2026-03-29T02:30:15", "2026-03-29T02:30:15"),
            ("2026-03-29T02:30:15.250", "2026-03-29T02:30:15"), ("2026-03-29T02:30:15Z", "2026-03-29T02:30:15"),
            ("2026-03-29T02:30:15.1+13:00", "2026-03-29T02:30:15"), ("2026-03-29 06:00", "2026-03-29T06:00:00"),
        ])
    func forms(_ text: String, _ written: String) throws {
        #expect(try #require(LocalDateTime(text)).description == written)
    }

    @Test("midnight is no time of day")
    func midnight() throws {
        let day = try #require(CivilDate("2026-03-29"))
        #expect(LocalDateTime("2026-03-29T00:00:00")?.time == nil)
        #expect(LocalDateTime(day, ClockTime("00:00")) == LocalDateTime(day))
        #expect(LocalDateTime("2026-03-29T06:00")?.time == ClockTime("06:00"))
    }

    @Test(
        "refuses what is none",
        arguments: [
            "", "2026-02-29", "2026-03-29T", "2026-03-29T25:00", "2026-03-29Tnoon", "2026-03-29X06:00",
            "2026-03-29T06:00 or so", "29.03.2026",
        ])
    func nonsense(_ text: String) {
        #expect(LocalDateTime(text) == nil)
    }

    @Test("orders by day, then by time")
    func order() throws {
        let moments = ["2026-03-28T23:00", "2026-03-29", "2026-03-29T06:00"].compactMap { LocalDateTime($0) }
        #expect(moments.count == 3)
        #expect(moments.reversed().sorted() == moments)
    }
}
