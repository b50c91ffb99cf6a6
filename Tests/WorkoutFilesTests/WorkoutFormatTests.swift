import Diagnostics
import Testing

@testable import WorkoutFiles

@Suite("Workout formats")
struct WorkoutFormatTests {
    @Test("a format is named by its extension")
    func names() {
        #expect(WorkoutFormat(rawValue: "fit") == .fit)
        #expect(WorkoutFormat(rawValue: "tcx") == nil)
    }

    @Test(
        "content tells the format, not the name",
        arguments: [
            ("<workout_file/>", WorkoutFormat.zwo), ("\u{FEFF}\r\n <?xml?>", .zwo), ("<!-- x --><a/>", .zwo),
            (course("0 1"), .mrc), (course("0 1", columns: "MINUTES WATTS"), .erg), (course("0 1", columns: ""), .erg),
            (course("0 1%", columns: ""), .mrc),
        ])
    func content(_ text: String, _ format: WorkoutFormat) {
        #expect(WorkoutFormat(recognizing: SourceFile(path: "x.txt", text: text)) == format)
    }

    @Test(
        "workout text is none of them", arguments: ["", "- 10m 50%", "4x\n- 1m 50%", "< 90% all day", "[course] notes"])
    func text(_ text: String) {
        #expect(WorkoutFormat(recognizing: SourceFile(path: "x.zwo", text: text)) == nil)
    }
}
