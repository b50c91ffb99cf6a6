import Diagnostics
import Testing
import YAML

@Suite struct NodeTests {
    @Test(
        "documents are read with their content",
        arguments: [
            ("a: 1\nb: [x, {c: d}]\n", "{a: 1, b: [x, {c: d}]}"),
            ("- a\n-\n- 'b'\n", "[a, , 'b']"),
            ("a: &x !!str 5\nb: *x\n", "{a: 5, b: 5}"),
            ("a: &x 1\nb: &x 2\nc: *x\n", "{a: 1, b: 2, c: 2}"),
            ("a: &x [&x 1, *x]\nb: *x\n", "{a: [1, 1], b: 1}"),
            ("&k key: 1\nb: *k\nc: {*k : 2}\n", "{key: 1, b: key, c: {key: 2}}"),
            ("'<<': 1", "{<<: 1}"),
            ("%YAML 1.1\n---\na: ! x\n...\n# end\n...\n", "{a: x}"),
            ("text", "text"),
            ("x: [a: b, ? c : d, e]", "{x: [{a: b}, {c: d}, e]}"),
        ])
    func content(text: String, brief: String) {
        let reading = Reading(text)
        #expect(reading.diagnostics == [])
        #expect(reading.node?.brief == brief)
    }

    @Test(
        "<< adds what the map itself doesn't have, the first merged map before the others",
        arguments: [
            ("a: &a {x: 1, y: 2}\nb: {z: 0, <<: *a, y: 3, w: 4}", "{z: 0, x: 1, y: 3, w: 4}"),
            ("a: [&a {x: 1}, &c {x: 2, y: 2}]\nb: {<<: [*a, *c]}", "{x: 1, y: 2}"),
            ("a: [&a {x: 1}, &c {<<: *a, y: 2}]\nb: {<<: *c, y: 9}", "{x: 1, y: 9}"),
            ("b: {<<: {x: 1}, y: 2}", "{x: 1, y: 2}"),
            ("b: {<<: [], y: 2}", "{y: 2}"),
        ])
    func merge(text: String, brief: String) {
        let reading = Reading(text)
        #expect(reading.diagnostics == [])
        #expect(reading.node?["b"]?.brief == brief)
    }

    @Test(
        "a value's range runs from its first character to one past its last",
        arguments: [
            "a: «text»  # comment\n", "a: «'it''s'» \n", "a:\n  «b: 1\n  c:\n    - d»\n\n\ne: 1\n",
            "a: «[1, 2,\n  3]»\ne: 1",
            "a: &x !!str «b» \n", "a: &x  # comment\n  «b: 1»\nc: 2\n", "a: &x\n«- 1\n- 2»\nb: 1\n",
            "a: !!map &x «{c: 1}»\n",
            "a: «|\n  x\n   y»\n\n\nb: 1\n", "a: «>-\n\n  x»\n\n# c\nb: 1\n", "a: «|»\nb: 1", "a:« \nb: 1",
            "a: «p\n  q»\nb: 1",
            "a:\n  «b:»\nc:\n", "a: «é😀»\n", "{a: «[b: 1]»}", "{a:« , b: 1}", "a:\n «- - b\n   - c\n - d:»\nb: 1",
            "a: «\t\"x\"»".replacing("«\t", with: "\t«"), "a: «[b,\n c\n]» # x",
        ])
    func range(text: String) {
        let marked = MarkedText(text)
        #expect(Reading(marked.text).node?["a"]?.range.brief == marked.range.brief)
    }

    @Test("an alias gives the place where the value was written, and its key the place where the alias stands")
    func aliasRange() {
        let node = Reading("a: &x {b: &y c}\nd: *x\n? *y\n: 2\n").node
        #expect(node?["d"]?.range.brief == "1:7-1:16")
        #expect(node?.mapping?.last?.keyRange.brief == "3:3-3:5")
        #expect(node?.range.brief == "1:1-4:4")
    }

    @Test("a merged entry keeps the place where it was written")
    func mergedRange() {
        let node = Reading("a: &x {b: c}\nd:\n  <<: *x\n").node
        #expect(node?["d"]?.mapping?.first?.keyRange.brief == "1:8-1:9")
        #expect(node?["d"]?.range.brief == "3:3-3:9")
    }

    @Test("a missing value of a `?` key stands behind the key, not at the next token")
    func missingValue() {
        let node = Reading("? a\n\n? b\n").node
        #expect(node?["a"]?.range.brief == "1:4-1:4")
    }

    @Test("null is nothing, ~ or null, and only without quotes")
    func null() {
        let items = Reading("[~, null, Null, NULL, '', 'null', nil, no, {}]").node?.sequence
        #expect(items?.map(\.isNull) == [true, true, true, true, false, false, false, false, false])
        #expect(Reading("a:").node?["a"]?.isNull == true)
    }

    @Test("kinds have names for messages")
    func kindNames() {
        let items = Reading("[x, [], {}, ~]").node?.sequence
        #expect(items?.map(\.kindName) == ["text", "a list", "a map", "nothing"])
        #expect(items?.map { $0.scalar != nil } == [true, false, false, true])
    }

    @Test("sixty-four levels are allowed")
    func depth() {
        let text = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
        #expect(Reading(text).diagnostics == [])
    }
}
