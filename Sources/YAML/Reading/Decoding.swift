import Diagnostics

/// The most bytes a file may have.
let byteLimit = 5_000_000

/// A file whose bytes are no text that YAML takes.
struct EncodingFault: Error {
    var diagnostic: Diagnostic
}

extension SourceText {
    /// Decodes a file's bytes and refuses the characters that YAML forbids.
    ///
    /// Done before libyaml sees the file, because its own complaints about bytes carry no line.
    init(decoding file: SourceFile) throws(EncodingFault) {
        guard file.bytes.count <= byteLimit else { throw .tooLarge(file) }
        let isUTF16 = file.bytes.starts(with: [0xFF, 0xFE]) || file.bytes.starts(with: [0xFE, 0xFF])
        let utf8 = isUTF16 ? try transcodedUTF16(file) : try checkedUTF8(file)
        let scalars = unicodeScalars(ofValid: utf8)
        self.init(path: file.path, scalars: scalars, utf8: utf8)
        if let index = scalars.firstIndex(where: { !$0.isYAMLPrintable }) {
            throw .forbidden(scalars[index], at: range(index, index + 1))
        }
    }
}

/// The bytes behind the byte-order mark.
private func checkedUTF8(_ file: SourceFile) throws(EncodingFault) -> ArraySlice<UInt8> {
    do {
        _ = try UTF8Span(validating: file.bytes.span)
        return file.bytes[(file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)...]
    } catch {
        throw .notUTF8(file, at: error.byteOffsets.lowerBound)
    }
}

/// The UTF-8 for a file that begins with UTF-16's byte-order mark.
private func transcodedUTF16(_ file: SourceFile) throws(EncodingFault) -> ArraySlice<UInt8> {
    let bytes = file.bytes
    let (high, low) = bytes[0] == 0xFE ? (0, 1) : (1, 0)
    var units = stride(from: 2, to: bytes.count - 1, by: 2)
        .map { UInt16(bytes[$0 + high]) << 8 | UInt16(bytes[$0 + low]) }.makeIterator()
    var utf8: [UInt8] = []
    var decoder = UTF16()
    var offset = 2
    while true {
        switch decoder.decode(&units) {
        case .scalarValue(let scalar):
            utf8 += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
            offset += 2 * UTF16.width(scalar)
        case .error: throw .notUTF16(file, at: offset)
        case .emptyInput where !bytes.count.isMultiple(of: 2): throw .notUTF16(file, at: bytes.count - 1)
        case .emptyInput: return utf8[...]
        }
    }
}

/// The characters of bytes that are known to be UTF-8; several times faster than a string's own view of them.
private func unicodeScalars(ofValid utf8: ArraySlice<UInt8>) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(utf8.count)
    var value: UInt32 = 0
    var missing = 0
    for byte in utf8 {
        switch byte {
        case ..<0x80: scalars.append(Unicode.Scalar(byte))
        case ..<0xC0:
            value = value << 6 | UInt32(byte & 0x3F)
            missing -= 1
            if missing == 0 { scalars.append(Unicode.Scalar(value) ?? "\u{FFFD}") }
        case ..<0xE0: (value, missing) = (UInt32(byte & 0x1F), 1)
        case ..<0xF0: (value, missing) = (UInt32(byte & 0x0F), 2)
        default: (value, missing) = (UInt32(byte & 0x07), 3)
        }
    }
    return scalars
}

extension EncodingFault {
    fileprivate static func tooLarge(_ file: SourceFile) -> EncodingFault {
        let start = SourcePosition(line: 1, column: 1)
        return EncodingFault(
            diagnostic: Diagnostic(
                "file-too-large", "the file has \(file.bytes.count) bytes; a file may have up to \(byteLimit)",
                at: SourceRange(file: file.path, start: start, end: start),
                limit: Double(byteLimit), value: Double(file.bytes.count)))
    }

    fileprivate static func notUTF8(_ file: SourceFile, at offset: Int) -> EncodingFault {
        let byte = file.bytes[offset]
        var message = "the byte 0x\(hex(byte)) isn't valid UTF-8 here: save the file as UTF-8"
        if byte >= 0xA0 {
            let letter = Unicode.Scalar(byte)
            message =
                "the byte 0x\(hex(byte)) isn't valid UTF-8 (it may be a Latin-1 \"\(letter)\"): save the file as UTF-8"
        }
        return EncodingFault(diagnostic: Diagnostic("invalid-utf8", message, at: file.range(ofByte: offset)))
    }

    fileprivate static func notUTF16(_ file: SourceFile, at offset: Int) -> EncodingFault {
        let message = "the file begins with a UTF-16 byte-order mark but isn't valid UTF-16 here: save it as UTF-8"
        return EncodingFault(diagnostic: Diagnostic("invalid-utf8", message, at: file.range(ofByte: offset)))
    }

    fileprivate static func forbidden(_ scalar: Unicode.Scalar, at range: SourceRange) -> EncodingFault {
        if scalar == "\0" {
            let message =
                "a NUL byte: this is no text file, or it is UTF-16 without a byte-order mark; save it as UTF-8"
            return EncodingFault(diagnostic: Diagnostic("nul-byte", message, at: range))
        }
        let message = "the invisible character U+\(hex(scalar.value)) isn't allowed in YAML: delete it"
        return EncodingFault(diagnostic: Diagnostic("control-character", message, at: range))
    }
}

extension SourceFile {
    /// The place of one byte.
    fileprivate func range(ofByte offset: Int) -> SourceRange {
        let start = SourceLines(self).position(ofByte: offset)
        let end = SourcePosition(line: start.line, column: start.column + 1)
        return SourceRange(file: path, start: start, end: end)
    }
}

extension Unicode.Scalar {
    /// Whether YAML 1.1 lets it stand in a file.
    var isYAMLPrintable: Bool {
        switch value {
        case 0x20...0x7E, 0x09, 0x0A, 0x0D, 0x85, 0xA0...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD: true
        default: value >= 0x10000
        }
    }
}

/// At least as many hexadecimal digits as the type is usually written with.
private func hex(_ value: some BinaryInteger) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, (value is UInt8 ? 2 : 4) - digits.count)) + digits
}
