extension Unicode.Scalar {
    /// How many columns of a terminal it takes: 2 for wide East Asian letters and emoji, 0 for what combines or is
    /// invisible, otherwise 1.
    ///
    /// After Unicode's East Asian Width (UAX #11), in ranges coarse enough for a caret.
    public var terminalWidth: Int {
        if value < 0x300 { return 1 }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        switch value {
        // The vowels and final consonants of Hangul syllables that are written in parts.
        case 0x1160...0x11FF, 0xD7B0...0xD7FB: return 0
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3,
            0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x17000...0x18D08,
            0x1AFF0...0x1B2FB, 0x1F200...0x1F265, 0x20000...0x3FFFD:
            return 2
        default: return properties.isEmojiPresentation ? 2 : 1
        }
    }

    /// Whether a terminal might act on it instead of showing it, or show other text in another order.
    var isUnsafeForTerminals: Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}

extension String {
    /// The text with every character that could steer a terminal shown as U+FFFD.
    var safeForTerminals: String {
        guard unicodeScalars.contains(where: \.isUnsafeForTerminals) else { return self }
        return String(
            String.UnicodeScalarView(unicodeScalars.map { $0.isUnsafeForTerminals ? "\u{FFFD}" : $0 }))
    }
}
