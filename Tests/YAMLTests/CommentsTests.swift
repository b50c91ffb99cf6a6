import Diagnostics
import Testing
import YAML

@Suite struct CommentsTests {
    private func found(_ text: String) -> [String] {
        Comments.find(in: SourceFile(path: "", text: text)).map {
            "\($0.range.brief)\($0.isAlone ? " alone" : "") \($0.text)"
        }
    }

    @Test("comments are found with their places wherever they may stand")
    func places() {
        let text = """
            # head
            a: 1 # é
              #in
            b: |+  # block
              # text

            # after\u{20}\u{20}
            c: [1, # one
              2] #
            d: "x # y" # z
            e: it # e
            f: 'a
              # b'
            g: a#b
            # last
            """
        #expect(
            found(text) == [
                "1:1-1:7 alone # head", "2:6-2:9 # é", "3:3-3:6 alone #in", "4:8-4:15 # block", "7:1-7:8 alone # after",
                "8:8-8:13 # one", "9:6-9:7 #", "10:12-10:15 # z", "11:7-11:10 # e", "15:1-15:7 alone # last",
            ])
    }

    @Test("a file of comments alone has them all")
    func alone() {
        #expect(found("# a\r\n\r\n  # b") == ["1:1-1:4 alone # a", "3:3-3:6 alone # b"])
        #expect(found("") == [])
    }

    @Test("comments before a syntax error are found, and hostile nesting ends the search")
    func broken() {
        #expect(found("# a\nb: ]\nc: @\n# d") == ["1:1-1:4 alone # a"])
        #expect(found("# a\n" + String(repeating: "[", count: 10_000)) == ["1:1-1:4 alone # a"])
        #expect(Comments.find(in: SourceFile(path: "", bytes: [0xFF])) == [])
    }

    @Test("a text without its comments has the same content and no comments")
    func removal() throws {
        var count = 0
        for document in try ForeignDocument.all() {
            var lines = document.text.split(separator: "\n", omittingEmptySubsequences: false).map {
                Array($0.unicodeScalars)
            }
            let comments = Comments.find(in: SourceFile(path: "", text: document.text))
            count += comments.count
            for comment in comments {
                lines[comment.range.start.line - 1].removeSubrange((comment.range.start.column - 1)...)
            }
            let text = lines.map { String(String.UnicodeScalarView($0)) }.joined(separator: "\n")
            #expect(found(text) == [])
            #expect(Reading(text).node?.brief == Reading(document.text).node?.brief)
        }
        #expect(count > 40)
    }
}
