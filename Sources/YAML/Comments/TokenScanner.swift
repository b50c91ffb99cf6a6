import CLibYAML

/// libyaml's tokens, of which only places matter: what lies between them is blanks and comments.
struct TokenScanner: ~Copyable {
    /// A token's place.
    struct Token {
        /// Whether it is a text after `|` or `>`, whose first line may bear a comment.
        var isBlockScalar: Bool
        /// 1 for an opening bracket or brace, -1 for a closing one.
        var levels: Int
        var start: Int
        var end: Int
    }

    private let parser: ParserHandle

    /// Starts at the beginning of UTF-8 text, which must outlive this value.
    init(utf8 input: UnsafeBufferPointer<UInt8>) {
        parser = ParserHandle(utf8: input)
    }

    /// The next token; nil at the end of the text or where it can't be read.
    mutating func next() -> Token? {
        var token = yaml_token_t()
        guard yaml_parser_scan(parser.pointer, &token) == 1 else { return nil }
        defer { yaml_token_delete(&token) }
        return token.type == YAML_NO_TOKEN ? nil : Token(token)
    }
}

extension TokenScanner.Token {
    fileprivate init(_ token: yaml_token_t) {
        isBlockScalar =
            token.type == YAML_SCALAR_TOKEN
            && (token.data.scalar.style == YAML_LITERAL_SCALAR_STYLE
                || token.data.scalar.style == YAML_FOLDED_SCALAR_STYLE)
        switch token.type {
        case YAML_FLOW_SEQUENCE_START_TOKEN, YAML_FLOW_MAPPING_START_TOKEN: levels = 1
        case YAML_FLOW_SEQUENCE_END_TOKEN, YAML_FLOW_MAPPING_END_TOKEN: levels = -1
        default: levels = 0
        }
        start = token.start_mark.index
        end = token.end_mark.index
    }
}
