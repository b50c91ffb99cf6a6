import Diagnostics
import Testing
import Workouts

@testable import WorkoutFiles

@Suite("Reading MRC and ERG")
struct CourseReaderTests {
    @Test("points make steady steps, jumps and ramps")
    func points() {
        let found = Workout(items: items(course("0.00\t50\n5.00\t75\n5.00\t75\n10.00\t75\n10.00\t100\n10.3333 100")))
            .flat
        #expect(found.map(\.duration) == [300, 300, 20])
        #expect(found.map(\.ramp) == [true, false, false])
        #expect(
            found.map(\.power) == [
                Target(50, 75, .percentFTP), Target(75, 75, .percentFTP), Target(100, 100, .percentFTP),
            ])
    }

    @Test("points that repeat and pairs of no length make no step")
    func repeated() {
        let found = Workout(items: items(course("0.0 0\n0.0 47\n1 47\n1 47\n2 47"))).flat
        #expect(found.map(\.duration) == [60, 60])
        #expect(found.map(\.power?.start) == [47, 47])
    }

    @Test("comments, percent signs, list commas, laps and either header are taken")
    func dialects() {
        let text =
            "; made by hand\n[COURSE HEADER]\nVERSION=2\nFILE NAME=x.mrc\nMINUTES\tPERCENTAGE\n[END COURSE HEADER]\n"
            + "[COURSE DATA]\n0,80%\n2,80 % ; half\n2.0 LAP Easy\n4 60%\n[END COURSE DATA]\n"
        let reading = read(text)
        #expect(reading?.format == .mrc)
        #expect(reading?.file?.name == "x")
        #expect(reading?.file?.workout.flat.map(\.duration) == [120, 120])
        #expect(reading?.file?.workout.flat.map(\.text) == ["", "Easy"])
    }

    @Test("watts are absolute without FTP and percent of it with one")
    func watts() {
        let plain = Workout(items: items(course("0 150\n10 150", columns: "MINUTES WATTS"))).flat
        #expect(plain.map(\.power) == [Target(150, 150, .watts)])
        let scaled = Workout(items: items(course("0 133\n10 133", columns: "MINUTES WATTS", header: "FTP = 210\n")))
            .flat
        #expect(scaled.map(\.power) == [Target(63.34, 63.34, .percentFTP)])
    }

    @Test("messages go to the step that they fall into")
    func messages() {
        let text =
            course("0 50\n5 50\n5 90\n10 90") + "[COURSE TEXT]\n0\tSpin up\t10\n330\tStay low\t12\n[END COURSE TEXT]\n"
        let found = Workout(items: items(text)).flat
        #expect(found.map(\.cues) == [[], [TimedCue(second: 30, duration: 12, text: "Stay low")]])
        #expect(found.first?.text == "Spin up")
    }

    @Test("a course that begins late holds its first target from the start")
    func late() {
        #expect(Workout(items: items(course("1 50\n5 50"))).flat.map(\.duration) == [60, 240])
    }

    @Test(
        "faults have their line",
        arguments: [
            ("0 50\nfive 50", "bad-number", 7), ("0 50\nNaN 50", "bad-number", 7), ("5 50\n4 50", "time-runs-back", 7),
            ("0 50\n5", "bad-line", 7), ("0 50\n5 -3", "bad-number", 7), ("0 50\n0 60", "zero-length", 1),
        ])
    func faults(_ data: String, _ id: String, _ line: Int) {
        let reading = read(course(data, header: "VERSION = 2\n"))
        #expect(reading?.file == nil)
        let error = reading?.diagnostics.first { $0.severity == .error }
        #expect(error?.id == id)
        #expect(error?.range?.start.line == line)
    }

    @Test("courses by distance are refused")
    func distance() {
        let reading = read(course("0 1 0\n5 2 0", columns: "DISTANCE GRADE WIND"))
        #expect(ids(reading) == ["distance-course"])
    }
}
