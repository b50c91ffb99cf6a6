public import Diagnostics
import YAML

/// What a file holds, told by its content, whatever its name is.
public enum FileKind: Hashable, Sendable {
    /// A plan; also what can't be told.
    case plan
    /// Workout templates.
    case templates
    /// A roster of athletes.
    case roster
    /// A saved change set.
    case changes

    /// Looks at the keys of the file's outermost map.
    public init(of file: SourceFile) {
        var ignored: [Diagnostic] = []
        let root = Node.read(file, into: &ignored)
        if root?["phases"] != nil {
            self = .plan
        } else if root?["format_version"] != nil {
            self = .changes
        } else if root?["athletes"] != nil {
            self = .roster
        } else if root?["templates"]?.mapping != nil {
            self = .templates
        } else {
            self = .plan
        }
    }
}
