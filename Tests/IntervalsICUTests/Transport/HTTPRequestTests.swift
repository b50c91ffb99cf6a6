import IntervalsICU
import Testing

@Suite struct HTTPRequestTests {
    @Test("path and query are parts of the target")
    func parts() {
        let request = HTTPRequest(method: "GET", origin: "http://localhost:8080", target: "/a/b?c=d&e=f")
        #expect(request.url == "http://localhost:8080/a/b?c=d&e=f")
        #expect(request.path == "/a/b")
        #expect(request.query == "c=d&e=f")
        #expect(HTTPRequest(method: "GET", origin: "http://h", target: "/a").query.isEmpty)
    }

    @Test("header names match without regard to case, and the first wins")
    func headerNames() {
        let headers = HTTPHeaders([("Retry-After", "1"), ("retry-after", "2")])
        #expect(headers["RETRY-AFTER"] == "1")
        #expect(headers["Date"] == nil)
    }
}
