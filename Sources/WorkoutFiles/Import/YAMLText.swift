/// Text as YAML scalars that read back as they are.
enum YAMLText {
    /// One line, in quotes unless it is plain words.
    static func line(_ text: String) -> String {
        let words = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"]
        let isPlain =
            text.utf8.first.map { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A } ?? false
            && text.utf8.last != 0x20 && !words.contains(text.lowercased())
            && text.utf8.allSatisfy { byte in
                ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A) || (0x30...0x39).contains(byte)
                    || " ,.()+/-".utf8.contains(byte)
            }
        if isPlain { return text }
        var quoted = ""
        for character in text {
            switch character {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            default: quoted.append(character)
            }
        }
        return "\"" + quoted + "\""
    }

    /// A key with text of several lines, in the two columns behind it; one line alone stands beside the key.
    static func block(_ key: String, _ text: String, keepsEnd: Bool) -> [String] {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        while lines.last?.isEmpty == true { lines.removeLast() }
        if lines.count == 1, !keepsEnd { return ["\(key): \(line(lines[0]))"] }
        let margin = String(repeating: " ", count: key.prefix { $0 == " " }.count + 2)
        return ["\(key): |" + (keepsEnd ? "" : "-")] + lines.map { $0.isEmpty ? "" : margin + $0 }
    }
}
