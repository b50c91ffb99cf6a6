/// A workout file with where it goes on the calendar.
public struct EventUpload: Sendable, Equatable {
    /// Day, sport and so on; a description here is replaced by the one that the service makes of the file.
    public var event: EventBody
    /// The file's name; its extension tells the kind.
    public var filename: String
    /// The file's bytes.
    public var contents: [UInt8]

    /// An upload of its parts.
    public init(event: EventBody, filename: String, contents: [UInt8]) {
        self.event = event
        self.filename = filename
        self.contents = contents
    }
}
