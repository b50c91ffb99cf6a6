/// Reads XML the way files are, not the way they should be.
///
/// Bare ampersands, attributes without quotes, end tags that are missing or too many and text around the root are read
/// past with a warning. It goes through the text once and keeps its own stack.
struct XMLReader {
    let text: FileText
    let scalars: [UInt32]
    var place = 0
    var findings: FileFindings
    /// The root, once it is complete.
    private(set) var root: XMLElement?
    private var open: [XMLElement] = []
    private var elements = 0

    private static let deepest = 64
    private static let mostElements = 200_000
    private static let mostAttributes = 100

    /// Whether the text begins like XML that may be a workout: `<?` or `<!`, or a tag with a `<workout` near it.
    ///
    /// Workout text may begin with a tag too, since the service shows some HTML.
    static func isPresent(in text: FileText) -> Bool {
        guard let first = text.scalars.firstIndex(where: { !$0.isXMLBlank }), text.scalars[first] == 0x3C,
            first + 1 < text.scalars.count
        else { return false }
        let next = text.scalars[first + 1]
        if [0x3F, 0x21].contains(next) { return true }
        guard next.isNameStart || next == 0x2F else { return false }
        let near = text.scalars[first...].prefix(4_000)
        return near.indices.contains { index in
            near[index...].prefix(8).elementsEqual("<workout".unicodeScalars, by: { $0 | 0x20 == $1.value | 0x20 })
        }
    }

    /// The root element of a text; nil after an error.
    static func read(_ text: FileText, _ findings: inout FileFindings) -> XMLElement? {
        var reader = XMLReader(text: text, findings: findings)
        reader.read()
        findings = reader.findings
        return reader.root
    }

    private init(text: FileText, findings: FileFindings) {
        self.text = text
        scalars = text.scalars
        self.findings = findings
    }

    private mutating func read() {
        while place < scalars.count, !findings.hasErrors {
            if scalars[place] == 0x3C { readMarkup() } else { readText() }
        }
        guard !findings.hasErrors else { return }
        if let last = open.last {
            findings.warn(.looseXML, "the file ends inside <\(last.name)>", at: text.range(last.tag))
            while !open.isEmpty { close(isClosed: false) }
        }
        if root == nil { findings.fault(.brokenXML, "there is no element in this file", at: findings.start) }
    }

    private mutating func readMarkup() {
        if follows("<!--") {
            skip(past: "-->", from: 4)
        } else if follows("<![CDATA[") {
            let start = place + 9
            skip(past: "]]>", from: 9)
            if let last = open.indices.last { open[last].text += text.string(start..<max(start, place - 3)) }
        } else if follows("<?") {
            skip(past: "?>", from: 2)
        } else if follows("<!") {
            skipDeclaration()
        } else if follows("</") {
            readEndTag()
        } else if place + 1 < scalars.count, scalars[place + 1].isNameStart {
            readStartTag()
        } else {
            findings.warn(.looseXML, "a bare `<` was taken as text", at: text.range(place..<place + 1))
            if let last = open.indices.last { open[last].text += "<" }
            place += 1
        }
    }

    private mutating func readText() {
        let start = place
        while place < scalars.count, scalars[place] != 0x3C { place += 1 }
        guard let last = open.indices.last else {
            if scalars[start..<place].contains(where: { !$0.isXMLBlank }) {
                findings.warn(.looseXML, "text outside the root element was left out", at: text.range(start..<place))
            }
            return
        }
        open[last].text += decoded(start..<place)
    }

    /// Passes what ends in `mark`; without it the rest of the file.
    private mutating func skip(past mark: StaticString, from offset: Int) {
        let start = place
        place += offset
        while place < scalars.count {
            if follows(mark) {
                place += mark.utf8CodeUnitCount
                return
            }
            place += 1
        }
        findings.fault(.brokenXML, "this has no end: `\(mark)` is missing", at: text.range(start..<start + offset))
    }

    /// Passes `<!DOCTYPE …>` with what stands in its brackets.
    private mutating func skipDeclaration() {
        var depth = 0
        while place < scalars.count {
            switch scalars[place] {
            case 0x5B: depth += 1
            case 0x5D: depth -= 1
            case 0x3E where depth <= 0:
                place += 1
                return
            default: break
            }
            place += 1
        }
    }

    private func follows(_ mark: StaticString) -> Bool {
        guard place + mark.utf8CodeUnitCount <= scalars.count else { return false }
        return (0..<mark.utf8CodeUnitCount).allSatisfy { scalars[place + $0] == UInt32(mark.utf8Start[$0]) }
    }
}

extension XMLReader {
    private mutating func readStartTag() {
        let start = place
        place += 1
        var element = XMLElement(name: name(), tag: start..<place, attributes: [])
        let isEmpty = readAttributes(of: &element)
        element.tag = start..<place
        guard !findings.hasErrors else { return }
        elements += 1
        if elements > Self.mostElements || open.count >= Self.deepest || element.attributes.count > Self.mostAttributes
        {
            findings.fault(
                .fileTooLarge, "no workout has so many elements, levels or attributes", at: text.range(element.tag))
            return
        }
        open.append(element)
        if isEmpty { close(isClosed: true) }
    }

    /// Reads the attributes up to `>`; the answer tells whether the tag ends in `/>`.
    private mutating func readAttributes(of element: inout XMLElement) -> Bool {
        while place < scalars.count {
            let scalar = scalars[place]
            if scalar.isXMLBlank {
                place += 1
            } else if scalar == 0x3E {
                place += 1
                return false
            } else if scalar == 0x2F {
                place += 1
                if place < scalars.count, scalars[place] == 0x3E {
                    place += 1
                    return true
                }
            } else if scalar == 0x3C {
                findings.warn(.looseXML, "the tag before this has no `>`", at: text.range(place..<place + 1))
                return false
            } else {
                readAttribute(of: &element)
                if findings.hasErrors { return false }
            }
        }
        findings.fault(.brokenXML, "the file ends inside this tag", at: text.range(element.tag))
        return false
    }

    private mutating func readAttribute(of element: inout XMLElement) {
        let start = place
        let key = name().lowercased()
        skipBlanks()
        guard place < scalars.count, scalars[place] == 0x3D, !key.isEmpty else {
            if key.isEmpty { place = max(place, start + 1) }
            findings.warn(.looseXML, "a word without a value was left out of the tag", at: text.range(start..<place))
            return
        }
        place += 1
        skipBlanks()
        guard let range = attributeValue() else { return }
        if element.attributes.count > Self.mostAttributes { return }
        if element.attributes.contains(where: { $0.key == key }) {
            findings.warn(.looseXML, "the attribute stands here twice; the first one counts", at: text.range(range))
        } else {
            element.attributes.append(XMLAttribute(key: key, value: decoded(range), range: range))
        }
    }

    /// The place of a value, in quotes or up to the next blank.
    private mutating func attributeValue() -> Range<Int>? {
        guard place < scalars.count else { return nil }
        let quote = scalars[place]
        let start = place + 1
        if quote == 0x22 || quote == 0x27 {
            place = start
            while place < scalars.count, scalars[place] != quote { place += 1 }
            if place == scalars.count {
                findings.fault(.brokenXML, "this quote is never closed", at: text.range(start - 1..<start))
                return nil
            }
            place += 1
            return start..<place - 1
        }
        while place < scalars.count, !scalars[place].isXMLBlank, scalars[place] != 0x3E, scalars[place] != 0x3C {
            if scalars[place] == 0x2F, place + 1 < scalars.count, scalars[place + 1] == 0x3E { break }
            place += 1
        }
        findings.warn(.looseXML, "the value has no quotes", at: text.range(start - 1..<place))
        return start - 1..<place
    }

    private mutating func readEndTag() {
        let start = place
        place += 2
        let name = name()
        while place < scalars.count, scalars[place] != 0x3E, scalars[place] != 0x3C { place += 1 }
        if place < scalars.count, scalars[place] == 0x3E { place += 1 }
        guard let match = open.lastIndex(where: { $0.key == name.lowercased() }) else {
            findings.warn(.looseXML, "</\(name)> closes nothing", at: text.range(start..<place))
            return
        }
        while open.count > match + 1 {
            let inner = open[open.count - 1]
            findings.warn(.looseXML, "<\(inner.name)> is not closed", at: text.range(inner.tag))
            close(isClosed: true)
        }
        close(isClosed: true)
    }

    /// Puts the innermost open element into the one around it.
    private mutating func close(isClosed: Bool) {
        guard var element = open.popLast() else { return }
        element.isClosed = isClosed
        if let last = open.indices.last {
            open[last].text += element.text
            open[last].children.append(element)
        } else if root == nil {
            root = element
        } else {
            findings.warn(.looseXML, "a second root element was left out", at: text.range(element.tag))
        }
    }

    private mutating func skipBlanks() {
        while place < scalars.count, scalars[place].isXMLBlank { place += 1 }
    }

    private mutating func name() -> String {
        let start = place
        while place < scalars.count, scalars[place].isNamePart { place += 1 }
        return text.string(start..<place)
    }
}

extension UInt32 {
    fileprivate var isNameStart: Bool {
        let letter = self | 0x20
        return (0x61...0x7A).contains(letter) && self < 0x80 || self == 0x5F || self > 0xBF && self != 0xFEFF
    }

    /// Whether a name goes on; everything does but blanks and the signs that end it.
    fileprivate var isNamePart: Bool {
        !isXMLBlank && ![0x3C, 0x3E, 0x2F, 0x3D, 0x22, 0x27].contains(self)
    }
}
