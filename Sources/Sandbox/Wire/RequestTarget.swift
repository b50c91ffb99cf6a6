/// The path and query of a request, decoded.
struct RequestTarget: Sendable {
    /// The segments of the path.
    var segments: [String]
    /// The parameters in the order of the query; a name may come several times.
    var query: [(name: String, value: String)]

    /// Reads a target such as `/api/v1/athlete/0/events?oldest=2026-03-02`.
    init(_ target: String) {
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        segments = (parts.first ?? "").split(separator: "/").map { RequestTarget.decoded($0, plusIsBlank: false) }
        query = (parts.count > 1 ? parts[1] : "").split(separator: "&").map { pair in
            let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (
                RequestTarget.decoded(sides[0], plusIsBlank: true),
                sides.count > 1 ? RequestTarget.decoded(sides[1], plusIsBlank: true) : ""
            )
        }
    }

    /// The first value of a parameter; an empty one counts as absent.
    func value(_ name: String) -> String? {
        query.first { $0.name == name && !$0.value.isEmpty }?.value
    }

    /// All values of a parameter, which may be repeated or hold commas.
    func values(_ name: String) -> [String] {
        query.filter { $0.name == name }.flatMap { $0.value.split(separator: ",").map(String.init) }
    }

    private static func decoded(_ text: Substring, plusIsBlank: Bool) -> String {
        let source = Array(text.utf8)
        var bytes: [UInt8] = []
        var at = 0
        while at < source.count {
            if source[at] == UInt8(ascii: "%"), at + 2 < source.count,
                let byte = UInt8(String(decoding: source[at + 1...at + 2], as: UTF8.self), radix: 16)
            {
                bytes.append(byte)
                at += 3
            } else {
                bytes.append(plusIsBlank && source[at] == UInt8(ascii: "+") ? 0x20 : source[at])
                at += 1
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
