/// The text as XML and HTML hold it, in content and in attributes: what people wrote stays text.
///
/// Line breaks become blanks; characters that no XML may have are left out.
func markup(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "&": result += "&amp;"
        case "\"": result += "&quot;"
        case "\t", "\n", "\r": result += " "
        case "\0"..."\u{1F}", "\u{7F}", "\u{FFFE}", "\u{FFFF}": break
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}

/// The text in a Markdown table or line: what people wrote marks up nothing.
func markdownText(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\\", "|", "<", ">", "*", "_", "`", "[", "]", "#", "~":
            result += "\\"
            result.unicodeScalars.append(scalar)
        case "\0"..."\u{1F}", "\u{7F}": result += " "
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}
