public import Diagnostics
public import Workouts

/// A workout in the bytes of a format, and what it lost on the way.
public struct WrittenFile: Sendable {
    /// The file's bytes; nil where the format can hold nothing of the workout.
    public var bytes: [UInt8]?
    /// What the format can't say, each naming its step; a note where the value is the same in other words.
    public var diagnostics: [Diagnostic]
}

extension WorkoutFile {
    /// The workout in the bytes of a format.
    ///
    /// - Parameters:
    ///   - thresholds: what zones, watts and beats are resolved with.
    ///   - indoor: whether the indoor FTP applies.
    public func written(as format: WorkoutFormat, thresholds: Thresholds, indoor: Bool = false) -> WrittenFile {
        var losses = StepLosses()
        let resolution = TargetResolution(sport: sport, thresholds: thresholds, indoor: indoor)
        let bytes: [UInt8]? =
            switch format {
            case .zwo: ZwiftWriter.write(self, resolution, &losses)
            case .mrc, .erg: CourseWriter.write(self, format, resolution, &losses)
            case .fit: FITWriter.write(self, resolution, &losses)
            }
        return WrittenFile(bytes: bytes, diagnostics: losses.diagnostics)
    }
}
