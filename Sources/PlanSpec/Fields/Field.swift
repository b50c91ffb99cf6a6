import Diagnostics
import YAML

/// A key of a map, as the checks and the schema see it.
protocol FieldDescription: Sendable {
    /// The key.
    var key: String { get }
    /// One line on what it means.
    var documentation: String { get }
    /// Whether it must be there.
    var isRequired: Bool { get }
    /// Its value where it isn't there, as the file would write it.
    var standardText: String? { get }
    /// How its value is written; nil for a key that isn't supported yet.
    var shape: Shape? { get }
}

/// A key that may, or must, be there.
struct Field<Value: Sendable>: FieldDescription {
    let key: String
    let documentation: String
    let isRequired: Bool
    let format: Format<Value>

    init(_ key: String, _ format: Format<Value>, required: Bool = false, _ documentation: String) {
        self.key = key
        self.format = format
        self.documentation = documentation
        isRequired = required
    }

    var standardText: String? { nil }
    var shape: Shape? { format.shape }
}

/// A key with a value where the file says nothing.
struct DefaultField<Value: Sendable>: FieldDescription {
    let key: String
    let documentation: String
    let format: Format<Value>
    let standardText: String?
    /// The value where the file says nothing.
    let standard: Value

    init(_ key: String, _ format: Format<Value>, default text: String, _ documentation: String) {
        let place = SourcePosition(line: 1, column: 1)
        let range = SourceRange(file: "", start: place, end: place)
        let node = Node(.scalar(Scalar(text: text, style: .plain)), range: range)
        guard let standard = format.read(node, Reading()) else {
            preconditionFailure("the default of \(key) isn't written as its format asks")
        }
        self.key = key
        self.format = format
        self.standard = standard
        self.documentation = documentation
        standardText = text
    }

    var isRequired: Bool { false }
    var shape: Shape? { format.shape }
}
