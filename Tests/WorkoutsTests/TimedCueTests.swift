import Testing

@testable import Workouts

@Suite("Timed cues")
struct TimedCueTests {
    @Test("a label with carets is a list of prompts")
    func cues() {
        let step = steps("- First cue 33^second cue 60^30 third <!> 10m ramp 60-80%").first
        #expect(
            step?.cues == [
                TimedCue(second: 0, text: "First cue"), TimedCue(second: 33, text: "second cue"),
                TimedCue(second: 60, duration: 30, text: "third"),
            ])
        #expect(step?.duration == 600)
    }

    @Test("a label without carets has no prompts")
    func none() {
        #expect(Step(text: "Easy", duration: 60).cues.isEmpty)
        #expect(Step(text: "x^2 99999999999999999999^a", duration: 60).cues.map(\.second) == [0])
    }
}
