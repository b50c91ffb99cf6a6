public import Diagnostics

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

    /// Whether the file is no text.
    public var isBinary: Bool { self == .fit }

    /// The format of a file, told by its content; nil for anything else, such as workout text.
    ///
    /// XML counts as ZWO and any course as MRC or ERG, so that a foreign schema or a course by distance gets a message
    /// of its own.
    public init?(recognizing file: SourceFile) {
        if FITContainer.isPresent(in: file.bytes) {
            self = .fit
            return
        }
        let text = FileText(file)
        if XMLReader.isPresent(in: text) {
            self = .zwo
        } else if let format = CourseLines.format(of: text) {
            self = format
        } else {
            return nil
        }
    }
}
