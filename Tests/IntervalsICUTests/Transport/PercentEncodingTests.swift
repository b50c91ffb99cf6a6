import Testing

@testable import IntervalsICU

@Suite struct PercentEncodingTests {
    @Test(
        "escapes everything but the unreserved characters",
        arguments: [
            ("i12345", "i12345"), ("a/b", "a%2Fb"), ("a b?c#d&e=f", "a%20b%3Fc%23d%26e%3Df"), ("100%", "100%25"),
            ("Zürich", "Z%C3%BCrich"), ("a-b.c_d~e", "a-b.c_d~e"), ("\r\n", "%0D%0A"),
        ])
    func escapes(_ text: String, _ expected: String) {
        #expect(percentEncoded(text) == expected)
    }

    @Test("dots alone cannot climb the path")
    func dots() {
        #expect(percentEncoded("..") == "%2E%2E")
    }
}
