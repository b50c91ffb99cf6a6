import FoundationEssentials

extension EventUpload: Encodable {
    /// Writes the event's fields with the file as base64, which keeps every byte.
    public func encode(to encoder: any Encoder) throws {
        try event.encode(to: encoder)
        var fields = encoder.container(keyedBy: FieldName.self)
        try fields.encode(filename, forKey: FieldName("filename"))
        try fields.encode(Data(contents).base64EncodedString(), forKey: FieldName("file_contents_base64"))
    }
}
