public import Diagnostics
public import Workouts

/// What came of reading a workout file.
public struct FileReading: Sendable {
    /// The format that the content has.
    public var format: WorkoutFormat
    /// The workout; nil where an error left none.
    public var file: WorkoutFile?
    /// What was recovered, left out or refused, in the order of the file.
    public var diagnostics: [Diagnostic]
}

extension WorkoutFile {
    /// Reads a ZWO, MRC, ERG or FIT file, told apart by content; nil where it is none of them.
    ///
    /// - Parameter thresholds: turn beats and speeds of a FIT file into percent; without them they become what the
    ///   workout language can say.
    public static func read(_ source: SourceFile, thresholds: Thresholds = Thresholds()) -> FileReading? {
        guard let format = WorkoutFormat(recognizing: source) else { return nil }
        var findings = FileFindings(path: source.path)
        var file: WorkoutFile?
        switch format {
        case .zwo: file = ZwiftReader.read(source, &findings)
        case .mrc, .erg: file = CourseReader.read(source, format, &findings)
        case .fit: file = FITReader.read(source, thresholds, &findings)
        }
        let diagnostics = findings.all
        if diagnostics.hasErrors { file = nil }
        return FileReading(format: format, file: file, diagnostics: diagnostics)
    }
}

extension FileReading {
    /// What to say of a file that is of no known format: that it is empty, or what it should be.
    public static func unknownFormat(_ source: SourceFile) -> Diagnostic {
        var findings = FileFindings(path: source.path)
        if FileText(source).isBlank {
            findings.fault(.emptyFile, "the file is empty")
        } else {
            findings.fault(.foreignSchema, "this is no ZWO, MRC, ERG or FIT file")
        }
        return findings.all[0]
    }
}
