import Testing

@testable import IntervalsICU

@Suite struct ServiceMessageTests {
    private func message(_ body: String, status: Int = 422) -> String {
        ServiceMessage.text(of: HTTPResponse(status: status, body: Array(body.utf8)))
    }

    @Test("reads error, then message, then the text itself")
    func order() {
        #expect(message(#"{"status":422,"error":"Missing type","message":"other"}"#) == "Missing type")
        #expect(message(#"{"status":422,"error":null,"message":"Name is required"}"#) == "Name is required")
        #expect(message(#"{"error":{"deep":1},"message":"Name is required"}"#) == "Name is required")
        #expect(message("Invalid date") == "Invalid date")
        #expect(message(#"{"status":500}"#) == #"{"status":500}"#)
        #expect(message(" \n") == "no message")
    }

    @Test("stays on one line, short, and free of what steers a terminal")
    func plain() {
        #expect(message("a\r\n\tb\u{1B}[31m c\u{202E}d") == "a b [31m c d")
        #expect(message(String(repeating: "ä", count: 5000)).count == ServiceMessage.longest + 1)
        #expect(ServiceMessage.text(of: HTTPResponse(status: 500, body: [0xFF, 0x41])) == "\u{FFFD}A")
    }

    @Test("names the title of a web page instead of showing it")
    func webPage() {
        #expect(
            message("<html><head><title>Bad gateway</title>…", status: 502) == "a web page instead of JSON: Bad gateway"
        )
        #expect(message("<html>") == "a web page instead of JSON: without a title")
        #expect(message("</title><title>x").hasSuffix(": without a title"))
    }

    @Test("says where a redirect leads")
    func redirect() {
        let response = HTTPResponse(status: 302, headers: HTTPHeaders([("Location", "https://else.test/")]))
        #expect(ServiceMessage.text(of: response) == "the service points to https://else.test/, which is not followed")
    }
}
