import Diagnostics
import Testing
import Workouts

@testable import WorkoutFiles

@Suite("Reading ZWO")
struct ZwiftReaderTests {
    @Test("a steady step keeps power to the hundredth of a percent, and cadence")
    func steady() {
        let found = step("<SteadyState Duration=\"600\" Power=\"0.8825\" Cadence=\"90\"/>")
        #expect(found?.duration == 600)
        #expect(found?.power == Target(88.25, 88.25, .percentFTP))
        #expect(found?.cadence == Target(90, 90, .rpm))
    }

    @Test("a steady step with two powers is a range, whose middle is ridden")
    func range() {
        let found = step("<SteadyState Duration='60' PowerHigh='0.9' PowerLow='0.8' CadenceLow='80' CadenceHigh='95'/>")
        #expect(found?.power == Target(80, 90, .percentFTP))
        #expect(found?.ramp == false)
        #expect(found?.cadence == Target(80, 95, .rpm))
    }

    @Test("zones and targets in place of power")
    func zones() {
        #expect(step("<SteadyState Duration='60' Zone='3'/>")?.power == Target(3, 3, .powerZone))
        #expect(step("<SteadyState Duration='60' Target='0.7'/>")?.power == Target(70, 70, .percentFTP))
    }

    @Test("ramps keep their direction, a cool-down descends whichever way it is written")
    func ramps() {
        let found = items(
            zwo(
                "<Warmup Duration='600' PowerLow='0.4' PowerHigh='0.7'/><Ramp Duration='60' PowerLow='0.9'"
                    + " PowerHigh='0.5'/><CoolDown Duration='300' PowerLow='0.3' PowerHigh='0.6'/>"))
        let steps = Workout(items: found).flat
        #expect(steps.map(\.power?.start) == [40, 90, 60])
        #expect(steps.map(\.power?.end) == [70, 50, 30])
        #expect(steps.map(\.ramp) == [true, true, true])
        #expect(steps.map(\.warmup) == [true, false, false])
        #expect(steps.map(\.cooldown) == [false, false, true])
    }

    @Test("intervals become a block of two steps")
    func intervals() {
        let found = items(
            zwo(
                "<IntervalsT Repeat='5' OnDuration='240' OffDuration='120' OnPower='1.05' OffPower='0.5' Cadence='95'"
                    + " CadenceResting='85'/>"))
        guard case .block(let block) = found.first else {
            Issue.record("no block in \(found)")
            return
        }
        #expect(block.count == 5)
        #expect(block.steps.map(\.duration) == [240, 120])
        #expect(block.steps.map(\.power?.start) == [105, 50])
        #expect(block.steps.map(\.cadence?.start) == [95, 85])
    }

    @Test("no repeat and repeat 0 are once, an off step of no time is none")
    func onceAndOff() {
        for count in ["", "Repeat='0'", "Repeat='1'"] {
            let found = items(
                zwo(
                    "<IntervalsT \(count) OnDuration='60' OffDuration='0' PowerOnLow='1' PowerOnHigh='1.1' OffPower='0.5'/>"
                ))
            #expect(Workout(items: found).flat.map(\.power) == [Target(100, 110, .percentFTP)])
        }
        let rounds = items(zwo("<IntervalsT Repeat='3.0' OnDuration='60.4' OnPower='1.5'/>"))
        #expect(Workout(items: rounds).flat.map(\.duration) == [60, 60, 60])
    }

    @Test("free rides, all-out efforts and rest days keep their time")
    func free() {
        #expect(step("<FreeRide Duration='300' FlatRoad='1'/>")?.freeride == true)
        #expect(step("<Freeride Duration='300'/>")?.duration == 300)
        #expect(step("<MaxEffort Duration='20'/>")?.maxEffort == true)
        #expect(step("<RestDay Duration='20'/>")?.duration == 20)
    }

    @Test("real seconds are rounded, no time at all is no step")
    func durations() {
        #expect(step("<SteadyState Duration='59.6' Power='1'/>")?.duration == 60)
        #expect(ids(read(zwo("<SteadyState Duration='0' Power='1'/>"))) == ["zero-length"])
    }

    @Test(
        "what is no number is refused with its place",
        arguments: [
            "Duration='NaN' Power='1'", "Duration='ten' Power='1'", "Duration='-5' Power='1'",
            "Duration='60' Power='NaN'", "Duration='60' Power='88'",
        ])
    func refused(_ attributes: String) {
        let reading = read(zwo("\n<SteadyState \(attributes)/>"))
        #expect(reading?.file == nil)
        #expect(ids(reading) == ["bad-number"])
        #expect(reading?.diagnostics.first?.range?.start.line == 2)
    }

    @Test("a run is by pace; races beyond the five are left out with a warning")
    func runs() {
        let reading = read(
            zwo("<SteadyState Duration='60' Power='0.9' pace='1345'/>", head: "<sportType>run</sportType>"))
        #expect(reading?.file?.sport == .run)
        #expect(reading?.file?.workout.flat.first?.pace == Target(90, 90, .percentPace))
        #expect(ids(reading) == ["ignored-value"])
    }

    @Test("a run by distance has metres")
    func distance() {
        let reading = read(
            zwo(
                "<SteadyState Duration='1000' Power='0.9'/>",
                head: "<sportType>run</sportType><durationType>distance</durationType>"))
        #expect(reading?.file?.workout.flat.first?.distance == 1000)
    }

    @Test("names, tags and the words of `<n>` are kept")
    func head() {
        let reading = read(
            zwo(
                "<SteadyState Duration='60' Power='1'/>",
                head:
                    "<author>A</author><n>Ünder &amp; over</n><tags><tag name='VO2'/></tags><ftpOverride>200</ftpOverride>"
            ))
        #expect(reading?.file?.name == "Ünder & over")
        #expect(reading?.file?.author == "A")
        #expect(reading?.file?.tags == ["VO2"])
        #expect(reading?.file?.ftp == 200)
        #expect(ids(reading) == ["ftp-override"])
    }

    @Test("messages become the label or timed cues")
    func messages() {
        let label = step(
            "<SteadyState Duration='60' Power='1'><textevent timeoffset='0' message='Hold steady'/></SteadyState>")
        #expect(label?.text == "Hold steady")
        let cues = step(
            "<SteadyState Duration='60' Power='1'><TextEvent TimeOffset='0' message='Go'/>"
                + "<textevent timeoffset='30' message='10 s to 90%'/></SteadyState>")
        #expect(
            cues?.cues == [TimedCue(second: 0, text: "Go"), TimedCue(second: 30, duration: 10, text: "10 s to 90%")])
        #expect(cues?.power == Target(100, 100, .percentFTP))
    }

    @Test("a word that means something in the language is no label")
    func keywords() {
        let found = step(
            "<SteadyState Duration='60' Power='1'><textevent timeoffset='0' message='Free your mind'/></SteadyState>")
        #expect(found?.text == "0^Free your mind")
        #expect(Workout.read(found?.line ?? "").workout.items == [.step(found ?? Step())])
    }

    @Test("steps inside a step that was never closed are steps behind it")
    func missingSlash() {
        let found = items(zwo("<SteadyState Duration='60' Power='1'><SteadyState Duration='30' Power='0.5'/>"))
        #expect(Workout(items: found).flat.map(\.duration) == [60, 30])
    }

    @Test("other schemas, files without a workout and cut files are refused")
    func foreign() {
        #expect(ids(read("<workout><workoutstep/></workout>")) == ["foreign-schema"])
        #expect(ids(read("<workout_file><name>x</name></workout_file>")) == ["missing-duration"])
        #expect(ids(read("<workout_file><workout><SteadyState Duration='60' Power='1'/>")).contains("broken-xml"))
        #expect(read("<workout_file><workout><SteadyState Duration='60' Power='1'/></workout>")?.file != nil)
        #expect(read("") == nil)
    }

    @Test("an unknown element with a length keeps its time")
    func unknown() {
        let reading = read(zwo("<Sprint Duration='20' Power='2'/><Fanfare/>"))
        #expect(reading?.file?.workout.flat.map(\.duration) == [20])
        #expect(ids(reading) == ["unknown-element", "unknown-element"])
    }
}
