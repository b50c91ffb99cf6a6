/// Colours and glyphs that a terminal may or may not have; never the only sign of anything.
public struct Ink: Sendable {
    /// What colour stands for.
    public enum Role: Sendable {
        case heading, faint, added, changed, removed, kept, problem, fitness, fatigue, form, target

        /// The parameter of the terminal's colour sequence.
        var code: String {
            switch self {
            case .heading: "1"
            case .faint: "2"
            case .added, .form: "32"
            case .changed, .target: "33"
            case .removed, .problem: "31"
            case .kept, .fitness: "34"
            case .fatigue: "35"
            }
        }
    }

    /// Whether colour is wanted.
    public let colour: Bool
    /// Whether only ASCII characters may be used.
    public let ascii: Bool
    /// Columns of the terminal.
    public let width: Int

    /// Makes an ink.
    public init(colour: Bool = false, ascii: Bool = false, width: Int = 80) {
        self.colour = colour
        self.ascii = ascii
        self.width = width
    }

    /// The text in the colour of a role, or as it is.
    public func paint(_ text: String, _ role: Role) -> String {
        colour && !text.isEmpty ? "\u{1B}[\(role.code)m\(text)\u{1B}[0m" : text
    }

    /// The first text, or the second where only ASCII may be used.
    func glyph(_ text: String, _ plain: String) -> String {
        ascii ? plain : text
    }
}
