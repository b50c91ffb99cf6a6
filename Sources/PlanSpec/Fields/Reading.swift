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
    /// What the caller hangs the plan on in place of what the file says.
    var anchor: PlanAnchor?
    /// The plan's weeks, once they are known.
    var calendar: PlanCalendar?
    /// How many more unknown words get a guess.
    private var guesses = 100
    /// The key whose value is being read; nil for the file itself.
    private(set) var key: String?
    /// What is being read, for messages.
    var subject: String { key.map { "`\($0)`" } ?? "the file" }

    /// Records an error; `limit` and `value` are what was passed and by what, in the rule's own unit.
    func fault(
        _ rule: PlanRule, _ message: String, at range: SourceRange, notes: [Diagnostic.Note] = [],
        limit: Double? = nil, value: Double? = nil
    ) {
        diagnostics.append(
            Diagnostic(rule.rawValue, message, at: range, notes: notes, limit: limit, value: value))
    }

    /// Records that the value being read is none of what its key takes.
    func refuse(_ node: Node, _ rule: PlanRule, takes expected: String, hint: String? = nil) {
        let found = node.scalar.map { $0.text.isEmpty ? "empty text" : quoted($0.text) } ?? node.kindName
        let message = "\(subject) takes \(expected), not \(found)"
        fault(rule, message + (hint.map { "; " + $0 } ?? ""), at: node.place)
    }

    /// `; did you mean …?` with the nearest of `candidates`, or nothing where none is near.
    ///
    /// Only for the first hundred unknown words: looking for them all would be slow on a file that is wrong throughout.
    func didYouMean(_ word: String, among candidates: @autoclosure () -> [String]) -> String {
        guess(word, among: candidates()).map { "; " + $0 } ?? ""
    }

    /// `did you mean …?` with the nearest of `candidates`; nil where none is near.
    func guess(_ word: String, among candidates: @autoclosure () -> [String]) -> String? {
        guard guesses > 0 else { return nil }
        guesses -= 1
        guard let near = closestMatch(to: word, in: candidates()) else { return nil }
        // Any letter is near every other.
        let isNear = near.unicodeScalars.count > 1 || near.lowercased() == word.lowercased()
        return isNear ? "did you mean `\(near)`?" : nil
    }

    /// Reads with `key` as the subject of messages.
    func about<Value>(_ key: String, _ body: () -> Value) -> Value {
        let outer = self.key
        self.key = key
        defer { self.key = outer }
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
