import Diagnostics

/// The templates that sessions may name.
struct TemplateShelf {
    /// Templates by name.
    private(set) var templates: [String: WorkoutTemplate] = [:]
    /// Where each name was first given, also of templates that couldn't be read.
    private(set) var places: [String: SourceRange] = [:]
    /// Whether every file was read, so that a name that isn't here is nowhere.
    var isComplete = true

    /// Every known name, in the order of the alphabet.
    var names: [String] { places.keys.sorted() }

    /// Puts a template on the shelf; nil where its name was free, else the place of the first of that name.
    mutating func add(_ name: Located<String>, _ template: WorkoutTemplate?) -> SourceRange? {
        if let first = places[name.value] { return first }
        places[name.value] = name.range
        templates[name.value] = template
        return nil
    }
}
