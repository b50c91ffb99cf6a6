/// A file's path and bytes, as they were read.
public struct SourceFile: Sendable {
    /// The path as the user gave it.
    public let path: String
    /// The bytes as they lie on disk.
    public let bytes: [UInt8]

    /// Makes a source file.
    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// Makes a source file from text.
    public init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }
}
