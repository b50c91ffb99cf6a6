import Testing

@testable import Sandbox

@Suite("Request targets")
struct RequestTargetTests {
    @Test("segments and parameters are decoded")
    func decodes() {
        let target = RequestTarget(
            "/api/v1/athlete/i%31/events?oldest=2026-03-02&category=NOTE,WORKOUT&category=PLAN&x=a%20b+c&e=")
        #expect(target.segments == ["api", "v1", "athlete", "i1", "events"])
        #expect(target.value("oldest") == "2026-03-02")
        #expect(target.values("category") == ["NOTE", "WORKOUT", "PLAN"])
        #expect(target.value("x") == "a b c")
        #expect(target.value("e") == nil)
    }

    @Test("broken escapes stay as they are", arguments: ["/%", "/%4", "/%zz"])
    func brokenEscapes(path: String) {
        #expect(RequestTarget(path).segments == [String(path.dropFirst())])
    }
}
