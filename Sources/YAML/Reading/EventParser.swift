import CLibYAML

/// libyaml's event parser over text that stays in memory.
///
/// libyaml keeps a pointer to its own parser structure and doesn't copy its input: the structure lives on the heap, and
/// the input must outlive this value.
struct EventParser: ~Copyable {
    private let parser: UnsafeMutablePointer<yaml_parser_t>

    /// Starts at the beginning of UTF-8 text without a byte-order mark.
    init(utf8 input: UnsafeBufferPointer<UInt8>) {
        parser = .allocate(capacity: 1)
        precondition(yaml_parser_initialize(parser) == 1, "out of memory")
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, input.baseAddress, input.count)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
    }

    /// The next event; after `streamEnd` there is none.
    mutating func next() throws(Problem) -> Event {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else { throw problem }
        defer { yaml_event_delete(&event) }
        return Event(kind: Event.Kind(event), start: event.start_mark.index, end: event.end_mark.index)
    }

    private var problem: Problem {
        precondition(parser.pointee.error != YAML_MEMORY_ERROR, "out of memory")
        return Problem(
            message: parser.pointee.problem.map { String(cString: $0) } ?? "",
            index: parser.pointee.problem_mark.index,
            context: parser.pointee.context.map { (String(cString: $0), parser.pointee.context_mark.index) })
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
