import Diagnostics
import YAML

extension Reading {
    /// Reads the template files and templates in place that a plan lists, and puts them on the shelf.
    ///
    /// - Returns: the files, in the order of the list.
    func readTemplates(_ sources: [TemplateSource], of plan: String, open: (String) -> [UInt8]?) -> [SourceFile] {
        var files: [SourceFile] = []
        for source in sources {
            guard case .file(let path) = source else {
                if case .inPlace(let node) = source {
                    shelve(TemplateFileKeys.inPlace.read(node, self) ?? [], of: node)
                }
                continue
            }
            let place = resolved(path.value, besides: plan)
            if files.contains(where: { $0.path == place }) {
                fault(.duplicateFile, "\(quoted(place)) is listed twice", at: path.range)
            } else if let bytes = open(place) {
                files.append(SourceFile(path: place, bytes: bytes))
                readTemplates(files[files.count - 1])
            } else {
                templates.isComplete = false
                fault(.missingFile, "there is no readable file \(quoted(place))", at: path.range)
            }
        }
        return files
    }

    /// Reads one template file.
    func readTemplates(_ file: SourceFile) {
        guard let root = Node.read(file, into: &diagnostics), let map = MapReader(root, TemplateFileKeys.table, self)
        else {
            templates.isComplete = false
            return
        }
        _ = map.format
        let drafts = map.templates ?? []
        if map.node(of: \.templates)?.mapping == nil { templates.isComplete = false }
        if let node = map.node(of: \.templates) { shelve(drafts, of: node) }
    }

    /// Puts the templates of a map of them on the shelf.
    private func shelve(_ drafts: [KeyedItem<String, TemplateDraft>], of node: Node) {
        var named = Dictionary(drafts.map { ($0.key.value, $0.value) }, uniquingKeysWith: { first, _ in first })
        for entry in node.mapping ?? [] where !entry.key.hasPrefix("x-") {
            let id = Located(entry.key, at: entry.keyRange)
            let template = named.removeValue(forKey: entry.key)?.named(id)
            if let first = templates.add(id, template) {
                fault(
                    .duplicateTemplate, "there are two templates \(quoted(id.value))", at: id.range,
                    notes: [Diagnostic.Note("the first is here", at: first)])
            }
        }
    }
}

/// The path of a file that `file` names, from where `file` itself is reached: `Plans/a.yaml` and `../b.yaml` give `b.yaml`.
func resolved(_ path: String, besides file: String) -> String {
    let isAbsolute = path.hasPrefix("/")
    let folder = isAbsolute ? [] : file.split(separator: "/", omittingEmptySubsequences: true).dropLast()
    var parts: [Substring] = []
    for part in folder + path.split(separator: "/", omittingEmptySubsequences: true) where part != "." {
        if part == "..", let last = parts.last, last != ".." {
            parts.removeLast()
        } else {
            parts.append(part)
        }
    }
    let isRooted = isAbsolute || file.hasPrefix("/")
    return (isRooted ? "/" : "") + parts.joined(separator: "/")
}

/// Where templates come from.
enum TemplateSource: Sendable {
    /// A file, from the plan's folder.
    case file(Located<String>)
    /// The plan itself: a map of templates.
    case inPlace(Node)
}

extension Format where Value == TemplateSource {
    /// The path of a template file, or a map of templates.
    static var templateSource: Format {
        let inPlace = TemplateFileKeys.inPlace.shape
        return Format(.either([.scalar(["type": "string"]), inPlace])) { node, reading in
            if node.mapping != nil { return .inPlace(node) }
            return Format<String>.line.located.read(node, reading).map { .file($0) }
        }
    }
}
