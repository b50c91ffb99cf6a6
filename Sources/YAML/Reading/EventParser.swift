import CLibYAML

/// libyaml's event parser, with everything copied out of its memory.
struct EventParser: ~Copyable {
    private let parser: ParserHandle

    /// Starts at the beginning of UTF-8 text, which must outlive this value.
    init(utf8 input: UnsafeBufferPointer<UInt8>) {
        parser = ParserHandle(utf8: input)
    }

    /// The next event; after `streamEnd` there is none.
    mutating func next() throws(Problem) -> Event {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser.pointer, &event) == 1 else { throw parser.problem }
        defer { yaml_event_delete(&event) }
        return Event(kind: Event.Kind(event), start: event.start_mark.index, end: event.end_mark.index)
    }
}

extension Event.Kind {
    /// Copies what the event owns. The end of the stream also stands for what libyaml never sends.
    fileprivate init(_ event: yaml_event_t) {
        switch event.type {
        case YAML_STREAM_START_EVENT: self = .streamStart
        case YAML_DOCUMENT_START_EVENT: self = .documentStart
        case YAML_DOCUMENT_END_EVENT: self = .documentEnd
        case YAML_ALIAS_EVENT: self = .alias(String(cText: event.data.alias.anchor) ?? "")
        case YAML_SCALAR_EVENT: self = .init(scalar: event)
        case YAML_SEQUENCE_START_EVENT:
            let data = event.data.sequence_start
            self = .sequenceStart(.init(anchor: String(cText: data.anchor), tag: String(cText: data.tag)))
        case YAML_SEQUENCE_END_EVENT: self = .sequenceEnd
        case YAML_MAPPING_START_EVENT:
            let data = event.data.mapping_start
            self = .mappingStart(.init(anchor: String(cText: data.anchor), tag: String(cText: data.tag)))
        case YAML_MAPPING_END_EVENT: self = .mappingEnd
        default: self = .streamEnd
        }
    }

    /// A scalar's text may hold NUL, so its length counts.
    private init(scalar event: yaml_event_t) {
        let data = event.data.scalar
        let text = String(decoding: UnsafeBufferPointer(start: data.value, count: data.length), as: UTF8.self)
        let properties = Event.Properties(anchor: String(cText: data.anchor), tag: String(cText: data.tag))
        self = .scalar(properties, text: text, style: Scalar.Style(data.style))
    }
}

extension Scalar.Style {
    fileprivate init(_ style: yaml_scalar_style_t) {
        switch style {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE: self = .singleQuoted
        case YAML_DOUBLE_QUOTED_SCALAR_STYLE: self = .doubleQuoted
        case YAML_LITERAL_SCALAR_STYLE: self = .literal
        case YAML_FOLDED_SCALAR_STYLE: self = .folded
        default: self = .plain
        }
    }
}

extension String {
    fileprivate init?(cText: UnsafeMutablePointer<yaml_char_t>?) {
        guard let cText else { return nil }
        self.init(cString: cText)
    }
}
