import PlanSpec

extension YAMLText {
    /// A key with text of several lines, in the two columns behind it; one line alone stands beside the key.
    static func block(_ key: String, _ text: String, keepsEnd: Bool) -> [String] {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        while lines.last?.isEmpty == true { lines.removeLast() }
        if lines.count == 1, !keepsEnd { return ["\(key): \(YAMLText.text(lines[0]).written())"] }
        let margin = String(repeating: " ", count: key.prefix { $0 == " " }.count + 2)
        return ["\(key): |" + (keepsEnd ? "" : "-")] + lines.map { $0.isEmpty ? "" : margin + $0 }
    }
}
