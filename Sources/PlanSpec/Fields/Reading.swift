import Diagnostics
import Workouts
import YAML

/// What one run over a plan and its templates collects.
final class Reading {
    /// Every fault so far, in the order of discovery.
    var diagnostics: [Diagnostic] = []
    /// The templates that sessions may name.
    var templates = TemplateShelf()
    /// The plan's sport, for what names none.
    var sport = Sport.ride
    /// The key whose value is being read, for messages.
    private(set) var subject = "the file"

    /// Records an error.
    func fault(_ id: String, _ message: String, at range: SourceRange, notes: [Diagnostic.Note] = []) {
        diagnostics.append(Diagnostic(id, message, at: range, notes: notes))
    }

    /// Records that the value being read is none of what its key takes.
    func refuse(_ node: Node, _ id: String, takes expected: String, hint: String? = nil) {
        let found = node.scalar.map { quoted($0.text) } ?? node.kindName
        let message = "\(subject) takes \(expected), not \(found)"
        fault(id, message + (hint.map { "; " + $0 } ?? ""), at: node.place)
    }

    /// Records what belongs to the format but isn't built.
    func notYet(_ what: String, at range: SourceRange) {
        fault("not-supported-yet", "\(what) is not supported yet", at: range)
    }

    /// Reads with `key` as the subject of messages.
    func about<Value>(_ key: String, _ body: () -> Value) -> Value {
        let outer = subject
        subject = "`\(key)`"
        defer { subject = outer }
        return body()
    }

    /// Every fault once, in the order of the files.
    ///
    /// What an alias or a merged override repeats is found several times at the same place.
    func sortedDiagnostics(of files: [SourceFile]) -> [Diagnostic] {
        var seen: Set<Diagnostic> = []
        return diagnostics.filter { seen.insert($0).inserted }.sorted(byFiles: files.map(\.path))
    }
}

/// Text from a file as messages show it: in backquotes, one line, not too long.
func quoted(_ text: String) -> String {
    let line = text.unicodeScalars.prefix { $0 != "\n" && $0 != "\r" }
    let shown = String(String.UnicodeScalarView(line.prefix(40)))
    return "`\(shown)\(shown.unicodeScalars.count < text.unicodeScalars.count ? "…" : "")`"
}

/// `; did you mean …?` with the nearest of `candidates`, or nothing where none is near.
func didYouMean(_ word: String, among candidates: some Sequence<String>) -> String {
    closestMatch(to: word, in: candidates).map { "; did you mean `\($0)`?" } ?? ""
}

extension Node {
    /// Where a message about the whole value points: all of a scalar, the first part of a map or list.
    var place: SourceRange {
        switch content {
        case .scalar: range
        case .sequence(let items): items.first?.place ?? range
        case .mapping(let entries): entries.first?.keyRange ?? range
        }
    }
}
