import Diagnostics
import FoundationEssentials
import Testing
import YAML

/// Documents with what another parser reads in them; `Tests/Oracles/yaml_documents.py` writes the file.
struct ForeignDocument: Decodable, Sendable {
    var text: String
    /// Kind or style, text, start and, but for blocks, end.
    var scalars: [[String]]

    static func all() throws -> [ForeignDocument] {
        let folder = #filePath.prefix { _ in true }.split(separator: "/").dropLast().joined(separator: "/")
        let data = try Data(contentsOf: URL(filePath: "/\(folder)/Foreign/documents.json"))
        return try JSONDecoder().decode([ForeignDocument].self, from: data)
    }
}

@Suite struct ForeignDocumentTests {
    @Test("keys and values have the text, style and place that PyYAML's own parser gives them")
    func agrees() throws {
        let documents = try ForeignDocument.all()
        #expect(documents.count == 150)
        for document in documents {
            let reading = Reading(document.text)
            #expect(reading.diagnostics == [], "\(document.text)")
            #expect(reading.node?.scalars == document.scalars, "\(document.text)")
        }
    }

    @Test("the same holds with CRLF, CR and in UTF-16")
    func encodings() throws {
        for document in try ForeignDocument.all() {
            for bytes in [
                Array(document.text.replacing("\n", with: "\r\n").utf8),
                Array(document.text.replacing("\n", with: "\r").utf8),
                utf16(document.text, bigEndian: true),
            ] {
                #expect(Reading(bytes: bytes).node?.scalars == document.scalars, "\(document.text)")
            }
        }
    }
}

extension Node {
    /// The document's keys and values in the order of the file.
    fileprivate var scalars: [[String]] {
        switch content {
        case .scalar(let scalar):
            let isBlock = scalar.style == .literal || scalar.style == .folded
            return [["\(scalar.style)", scalar.text, range.start.brief, isBlock ? "" : range.end.brief]]
        case .sequence(let items): return items.flatMap(\.scalars)
        case .mapping(let entries):
            return entries.flatMap { entry in
                [["key", entry.key, entry.keyRange.start.brief, entry.keyRange.end.brief]] + entry.value.scalars
            }
        }
    }
}
