import IntervalsICU
import Testing

@Suite struct HTTPResponseTests {
    @Test("only statuses from 200 to 299 are a success")
    func success() {
        #expect([199, 200, 204, 299, 300, 404, 500].filter { HTTPResponse(status: $0).isSuccess } == [200, 204, 299])
    }

    @Test("printing an answer shows nothing of its body: coaches' lists hold keys of others")
    func printing() {
        let response = HTTPResponse(status: 200, body: Array("abc".utf8))
        #expect("\(response)" == "200, 3 bytes")
        var text = ""
        dump(response, to: &text)
        #expect(!text.contains("97"))
    }
}
