extension Sequence where Element == Diagnostic {
    /// How many there are of each severity: `2 errors, 1 warning`, or `no errors`.
    public var summary: String {
        let counts = Severity.allCases.map { severity in (severity, filter { $0.severity == severity }.count) }
        let parts = counts.filter { $0.1 > 0 }.map { "\($0.1) \($0.0.rawValue)\($0.1 == 1 ? "" : "s")" }
        return parts.isEmpty ? "no errors" : parts.joined(separator: ", ")
    }
}
