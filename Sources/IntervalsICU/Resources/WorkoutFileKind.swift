/// A kind of workout file that the service takes and gives; the raw value is its extension.
public enum WorkoutFileKind: String, Sendable, CaseIterable {
    case zwo, mrc, erg, fit
}
