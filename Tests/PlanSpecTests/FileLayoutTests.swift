import Diagnostics
import Foundation
import PlanSpec
import Testing
import YAML

/// The shipped files, by their path from the repository.
private let shipped = ["Plans", "Templates"].flatMap { folder -> [String] in
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(folder).path)) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.sorted().map { folder + "/" + $0 }
}

private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../..").standardizedFileURL

struct FileLayoutTests {
    @Test("shipped plans and templates are in their canonical layout", arguments: shipped)
    func canonical(path: String) throws {
        let bytes = Array(try Data(contentsOf: root.appendingPathComponent(path)))
        let file = SourceFile(path: path, bytes: bytes)
        guard case .text(let text) = CanonicalLayout(of: file, order: FileKind(of: file).keyOrder) else {
            Issue.record("\(path) can't be laid out")
            return
        }
        #expect(text == String(decoding: bytes, as: UTF8.self))
    }

    @Test("keys of plans and templates stand in the order of the decoder's tables, at every level")
    func order() {
        let plan = """
            phases:
              - week: [{share: 40%, day: sun, id: long, load: 3}]
                weeks_override: {2: {load: 3, recovery: true}, 1: {name: x}}
                kind: base
                id: base
            x-mine: {b: 1, a: 2}
            athlete: {fitness: {atl: 1, ctl: 2}}
            format: 1
            """
        let file = SourceFile(path: "p.yaml", text: plan)
        guard case .text(let text) = CanonicalLayout(of: file, order: FileKind(of: file).keyOrder) else {
            Issue.record("can't be laid out")
            return
        }
        let keys = text.split(separator: "\n").compactMap { line in
            line.firstIndex(of: ":").map { String(line[..<$0]) }
        }
        #expect(
            keys == [
                "format", "x-mine", "athlete", "phases", "  - id", "    kind", "    week", "    weeks_override",
            ])
        #expect(text.contains("{ctl: 2, atl: 1}"))
        #expect(text.contains("{b: 1, a: 2}"))
        #expect(text.contains("{2: {"))
    }
}
