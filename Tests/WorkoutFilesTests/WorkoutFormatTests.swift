import Testing
import WorkoutFiles

@Suite("Workout formats")
struct WorkoutFormatTests {
    @Test("a format is named by its extension")
    func names() {
        #expect(WorkoutFormat(rawValue: "fit") == .fit)
        #expect(WorkoutFormat(rawValue: "tcx") == nil)
    }
}
