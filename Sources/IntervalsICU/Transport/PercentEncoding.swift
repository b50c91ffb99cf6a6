/// The text as one path component or query value: all but the unreserved characters of RFC 3986 escaped.
func percentEncoded(_ text: String) -> String {
    // A component of dots alone would climb the path.
    let onlyDots = text.utf8.allSatisfy { $0 == UInt8(ascii: ".") }
    var result = ""
    for byte in text.utf8 {
        if isUnreserved(byte), !onlyDots {
            result.unicodeScalars.append(Unicode.Scalar(byte))
        } else {
            let digits = String(byte, radix: 16, uppercase: true)
            result += "%" + (byte < 16 ? "0" : "") + digits
        }
    }
    return result
}

private func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
        true
    default:
        false
    }
}
