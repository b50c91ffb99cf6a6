public import Diagnostics

/// What was read from a plan file and its templates.
public struct PlanReading: Sendable {
    /// The plan; nil where an error left too little.
    public var plan: Plan?
    /// Every fault of all files, in their order.
    public var diagnostics: [Diagnostic]
    /// The plan file, then its template files.
    public var files: [SourceFile]
}

extension Plan {
    /// Reads a plan file and the templates that it names.
    ///
    /// `open` gives the bytes of a path, or nil where there is no such file; paths are relative to the plan's folder.
    public static func read(_ file: SourceFile, open: (String) -> [UInt8]?) -> PlanReading {
        PlanReading(plan: nil, diagnostics: [], files: [file])
    }
}
