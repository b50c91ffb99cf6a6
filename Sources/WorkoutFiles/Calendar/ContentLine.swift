/// One line of an iCalendar file: a property with its value, folded at 75 octets (RFC 5545, 3.1).
enum ContentLine {
    /// The line with CRLF; a character of several octets is never cut, and each further part begins with a blank.
    static func folded(_ name: String, _ value: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var width = 0
        for scalar in (name + ":" + value).unicodeScalars {
            let own = Array(String(scalar).utf8)
            if width + own.count > 75 {
                bytes += [0x0D, 0x0A, 0x20]
                width = 1
            }
            bytes += own
            width += own.count
        }
        return bytes + [0x0D, 0x0A]
    }

    /// Text with `\`, `;`, `,` and line breaks escaped, and without control characters.
    static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for character in text {
            if character.isNewline {
                result.append(contentsOf: "\\n".unicodeScalars)
                continue
            }
            for scalar in character.unicodeScalars {
                if scalar == "\\" || scalar == ";" || scalar == "," { result.append("\\") }
                if scalar == "\t" || !scalar.isControl { result.append(scalar) }
            }
        }
        return String(result)
    }
}
