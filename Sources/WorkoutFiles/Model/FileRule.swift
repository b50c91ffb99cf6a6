/// What can be wrong with a workout file, or lost on the way into one; the raw values are the findings' stable ids.
public enum FileRule: String, Hashable, Sendable, CaseIterable {
    /// Nothing is in the file.
    case emptyFile = "empty-file"
    /// More bytes, elements or levels than any workout has.
    case fileTooLarge = "file-too-large"
    /// Bytes that are no UTF-8 were read as Windows-1252.
    case foreignBytes = "foreign-bytes"
    /// XML that breaks the rules in a way that can be read past.
    case looseXML = "loose-xml"
    /// XML that can't be read.
    case brokenXML = "broken-xml"
    /// The root is not Zwift's.
    case foreignSchema = "foreign-schema"
    /// An element or attribute that nobody knows.
    case unknownElement = "unknown-element"
    /// A number that is none.
    case badNumber = "bad-number"
    /// A value without sense in its place.
    case ignoredValue = "ignored-value"
    /// A step without a length.
    case missingDuration = "missing-duration"
    /// A step without a target.
    case missingTarget = "missing-target"
    /// All steps together last no time.
    case zeroLength = "zero-length"
    /// The file sets the rider's FTP.
    case ftpOverride = "ftp-override"
    /// A message that no step can carry.
    case lostMessage = "lost-message"
    /// A pace that a race stands for.
    case racePace = "race-pace"
    /// A cool-down that rises.
    case reversedCooldown = "reversed-cooldown"
    /// A course by distance and grade.
    case distanceCourse = "distance-course"
    /// A line of a course that says nothing.
    case badLine = "bad-line"
    /// Minutes that run backwards.
    case timeRunsBack = "time-runs-back"
    /// A FIT file that is cut, damaged or no workout.
    case brokenFIT = "broken-fit"
    /// A step whose end only the rider knows.
    case openStep = "open-step"
    /// Something that the workout language can't say.
    case notInLanguage = "not-in-language"
    /// Something that the file's format can't say.
    case notInFormat = "not-in-format"
    /// A target in other units than the plan's, with the same value.
    case resolvedTarget = "resolved-target"
}
