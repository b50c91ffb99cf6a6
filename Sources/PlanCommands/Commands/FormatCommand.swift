import ArgumentParser
import Diagnostics
import PlanSpec
import YAML

/// Plans, templates and rosters in their canonical layout.
struct FormatCommand: PlanSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "fmt", abstract: "Lay out plans, templates and rosters; comments are kept.",
        discussion: """
            Two blanks of indentation, keys in the order of the plan language, at most one blank line in a row, quotes \
            only where they say something. What a file says never changes.

            Example: plan fmt Plans/*.plan.yaml --check
            """)

    @Argument(help: "Plan, template and roster files.")
    var files: [String]

    @Flag(help: "Write nothing; end with 1 if a file would change.")
    var check = false

    @OptionGroup var output: OutputOptions

    func run(_ context: CommandContext) async throws {
        let results = files.map { FormattedFile($0, context) }
        context.show(results.flatMap(\.diagnostics), sources: results.compactMap(\.source), output)
        let changed = results.filter(\.isChanged)
        for file in changed {
            if !check { try write(file, context) }
            if !output.quiet { context.console.print((check ? "would change " : "changed ") + file.path + "\n") }
        }
        if results.contains(where: { $0.diagnostics.hasErrors }) { throw CommandFailure(status: .invalid) }
        if check, !changed.isEmpty { throw CommandFailure(status: .failed) }
    }

    private func write(_ file: FormattedFile, _ context: CommandContext) throws {
        do {
            try context.files.write(file.path, Array(file.text.utf8))
        } catch {
            throw context.failure(.failed, "\(file.path) can't be written")
        }
    }
}

/// A file and its canonical layout.
private struct FormattedFile {
    let path: String
    let source: SourceFile?
    /// The canonical layout; as it was where there is none.
    let text: String
    let isChanged: Bool
    let diagnostics: [Diagnostic]

    init(_ path: String, _ context: CommandContext) {
        self.path = path
        let top = SourcePosition(line: 1, column: 1)
        let range = SourceRange(file: path, start: top, end: top)
        guard let bytes = context.files.read(path) else {
            (source, text, isChanged) = (nil, "", false)
            diagnostics = [Diagnostic("file-not-found", "the file doesn't exist or can't be read", at: range)]
            return
        }
        let file = SourceFile(path: path, bytes: bytes)
        source = file
        let kind = FileKind(of: file)
        guard kind != .changes else {
            (text, isChanged) = ("", false)
            diagnostics = [Diagnostic("not-laid-out", "saved change sets have no layout of their own", at: range)]
            return
        }
        switch CanonicalLayout(of: file, order: kind.keyOrder) {
        case .text(let text):
            self.text = text
            isChanged = Array(text.utf8) != bytes
            diagnostics = []
        case .faulty(let faults):
            (text, isChanged, diagnostics) = ("", false, faults)
        case .unusual:
            (text, isChanged) = ("", false)
            diagnostics = [
                Diagnostic(
                    "not-laid-out", .warning, "the file's syntax is too unusual to be laid out anew; it stays as it is",
                    at: range)
            ]
        }
    }
}
