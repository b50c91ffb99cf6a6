import CLibYAML

/// A parser of libyaml over text that stays in memory.
///
/// libyaml keeps a pointer to its own parser structure and doesn't copy its input: the structure lives on the heap, and
/// the input must outlive this value.
struct ParserHandle: ~Copyable {
    let pointer: UnsafeMutablePointer<yaml_parser_t>

    /// Starts at the beginning of UTF-8 text without a byte-order mark.
    init(utf8 input: UnsafeBufferPointer<UInt8>) {
        pointer = .allocate(capacity: 1)
        precondition(yaml_parser_initialize(pointer) == 1, "out of memory")
        yaml_parser_set_encoding(pointer, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(pointer, input.baseAddress, input.count)
    }

    deinit {
        yaml_parser_delete(pointer)
        pointer.deallocate()
    }

    /// What stopped the parser.
    var problem: Problem {
        precondition(pointer.pointee.error != YAML_MEMORY_ERROR, "out of memory")
        return Problem(
            message: pointer.pointee.problem.map { String(cString: $0) } ?? "",
            index: pointer.pointee.problem_mark.index,
            context: pointer.pointee.context.map { (String(cString: $0), pointer.pointee.context_mark.index) })
    }
}
