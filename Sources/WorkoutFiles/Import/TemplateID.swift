/// Ids of templates made from names: small letters, digits and dashes, 24 at most, none twice.
struct TemplateIDs {
    private var taken: Set<String> = []

    /// The next free id for a name; `fallback` where the name has no letter or digit.
    mutating func id(for name: String, or fallback: String) -> String {
        let slug = Self.slug(name)
        let base = slug.isEmpty ? Self.slug(fallback) : slug
        let first = base.isEmpty ? "workout" : Self.values.contains(base) ? base + "-workout" : base
        var id = first
        var number = 2
        while !taken.insert(id).inserted {
            let suffix = "-\(number)"
            id = String(first.prefix(24 - suffix.count)) + suffix
            number += 1
        }
        return id
    }

    /// Words that YAML reads as values.
    private static let values: Set = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"]

    /// The name in small letters, digits and dashes; accents are taken off, other letters become dashes.
    static func slug(_ name: String) -> String {
        var result = ""
        for scalar in name.lowercased().unicodeScalars {
            let letters = plain[scalar] ?? String(scalar)
            for letter in letters.unicodeScalars {
                let isKept = (0x61...0x7A).contains(letter.value) || (0x30...0x39).contains(letter.value)
                if isKept {
                    result.unicodeScalars.append(letter)
                } else if !result.isEmpty, !result.hasSuffix("-"), letter.value < 0x300 || letter.value > 0x36F {
                    result += "-"
                }
            }
        }
        result = String(result.prefix(24))
        while result.hasSuffix("-") { result.removeLast() }
        // Keys that begin with `x-` are no templates.
        return result.hasPrefix("x-") ? String(("w" + result).prefix(24)) : result
    }

    private static let plain: [Unicode.Scalar: String] = {
        let groups = [
            "a": "àáâãåāăą", "ae": "äæ", "c": "çćč", "d": "ďđð", "e": "èéêëēęě", "g": "ğ", "i": "ìíîïīı", "l": "ł",
            "n": "ñńň", "o": "òóôõøōő", "oe": "öœ", "r": "řŕ", "s": "śşšș", "ss": "ß", "t": "ťţț", "u": "ùúûūůű",
            "ue": "ü", "y": "ýÿ", "z": "źżž",
        ]
        var table: [Unicode.Scalar: String] = [:]
        for (letters, group) in groups {
            for scalar in group.unicodeScalars { table[scalar] = letters }
        }
        return table
    }()
}
