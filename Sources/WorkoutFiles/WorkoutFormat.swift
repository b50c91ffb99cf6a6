/// A kind of workout file, named by its extension.
public enum WorkoutFormat: String, CaseIterable, Sendable {
    /// Zwift's XML.
    case zwo
    /// Minutes and percent of FTP.
    case mrc
    /// Minutes and watts.
    case erg
    /// Garmin's binary workout file.
    case fit
}
