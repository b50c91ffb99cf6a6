public import Diagnostics

/// What was read from a template file on its own.
public struct TemplatesReading: Sendable {
    /// The names of its templates, in order of the alphabet.
    public var names: [String]
    /// Its templates that could be read, in order of the alphabet.
    public var templates: [WorkoutTemplate]
    /// Every fault, in the order of the file.
    public var diagnostics: [Diagnostic]

    /// Reads a template file and checks its texts.
    public init(_ file: SourceFile) {
        let reading = Reading()
        reading.readTemplates(file)
        reading.checkBodies(firstUses: [:])
        names = reading.templates.names
        templates = reading.templates.names.compactMap { reading.templates.templates[$0] }
        diagnostics = reading.sortedDiagnostics(of: [file])
    }
}
