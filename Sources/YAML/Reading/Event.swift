/// One step of libyaml's parser, with its text copied out; places are indices into the source's characters.
struct Event {
    /// What may stand before a value.
    struct Properties {
        var anchor: String?
        var tag: String?
    }

    /// What happened.
    enum Kind {
        case streamStart
        case streamEnd
        case documentStart
        case documentEnd
        case alias(String)
        case scalar(Properties, text: String, style: Scalar.Style)
        case sequenceStart(Properties)
        case sequenceEnd
        case mappingStart(Properties)
        case mappingEnd
    }

    var kind: Kind
    /// Where it begins; anchor and tag belong to it.
    var start: Int
    /// One past its end. For the end of a block collection libyaml gives the next token's place instead.
    var end: Int
}

/// What libyaml couldn't go on from.
struct Problem: Error {
    /// libyaml's own words.
    var message: String
    /// Where it stopped.
    var index: Int
    /// What it was reading, in its own words, and where that began.
    var context: (message: String, index: Int)?
}
