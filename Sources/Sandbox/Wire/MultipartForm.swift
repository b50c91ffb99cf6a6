/// A form in parts, as browsers and programs upload files.
struct MultipartForm {
    /// One part of it.
    struct Part: Hashable {
        /// The field.
        var name: String
        /// The file's name, where it is one.
        var filename: String?
        /// What it holds.
        var bytes: [UInt8]
    }

    /// The parts in their order.
    private(set) var parts: [Part] = []

    /// Reads a body of a media type, or gives nil where that is no form in parts.
    init?(_ body: [UInt8], contentType: String) {
        guard contentType.lowercased().hasPrefix("multipart/form-data"),
            let boundary = MultipartForm.parameter("boundary", of: contentType), !boundary.isEmpty
        else { return nil }
        let line = Array("--\(boundary)".utf8)
        for piece in MultipartForm.pieces(of: body, between: line) {
            if let part = MultipartForm.part(piece) { parts.append(part) }
        }
    }

    private static func pieces(of body: [UInt8], between line: [UInt8]) -> [ArraySlice<UInt8>] {
        var pieces: [ArraySlice<UInt8>] = []
        var start: Int?
        var at = 0
        while let found = body[at...].firstRange(of: line) {
            if let start { pieces.append(body[start..<found.lowerBound]) }
            start = found.upperBound
            at = found.upperBound
        }
        return pieces
    }

    /// A part from what stands between two boundaries: line end, headers, empty line, content, line end.
    private static func part(_ piece: ArraySlice<UInt8>) -> Part? {
        guard let blank = piece.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
        let headers = String(decoding: piece[..<blank.lowerBound], as: UTF8.self)
        let disposition = headers.split(separator: "\r\n")
            .first { $0.lowercased().hasPrefix("content-disposition:") }
        guard let disposition, let name = parameter("name", of: String(disposition)) else { return nil }
        var content = piece[blank.upperBound...]
        if content.suffix(2).elementsEqual("\r\n".utf8) { content = content.dropLast(2) }
        return Part(name: name, filename: parameter("filename", of: String(disposition)), bytes: Array(content))
    }

    /// A parameter of a header, in quotes or without.
    private static func parameter(_ name: String, of header: String) -> String? {
        for piece in header.split(separator: ";").dropFirst() {
            let sides = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard sides.count == 2, sides[0].filter({ $0 != " " }).lowercased() == name else { continue }
            return String(sides[1].filter { $0 != "\"" })
        }
        return nil
    }
}

extension Call {
    /// The file of a form's part named `file`.
    func file() throws(ServiceError) -> (name: String, bytes: [UInt8]) {
        guard let contentType, let form = MultipartForm(body, contentType: contentType),
            let part = form.parts.first(where: { $0.name == "file" })
        else { throw .invalid("Expected a multipart form with a part named file") }
        return (part.filename ?? "", part.bytes)
    }
}
