import FoundationEssentials

/// Bytes as text of 64 characters.
enum Base64 {
    /// The text of some bytes.
    static func text(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString()
    }

    /// The bytes of a text, in which line ends are passed over, or nil where it is none.
    static func bytes(_ text: String) -> [UInt8]? {
        let clean = text.filter { !$0.isWhitespace }
        return Data(base64Encoded: clean).map(Array.init)
    }
}
