/// An element of an XML file, with its place.
struct XMLElement {
    /// The name as it was written.
    var name: String
    /// The start tag.
    var tag: Range<Int>
    /// The attributes in order.
    var attributes: [XMLAttribute]
    /// The elements inside.
    var children: [XMLElement] = []
    /// The text inside, that of the elements in it included.
    var text = ""
    /// Whether its end tag was found.
    var isClosed = false

    /// Names are compared without regard to case, since files differ in it.
    var key: String { name.lowercased() }

    /// The first attribute of one of the names, which are in small letters.
    func attribute(_ names: String...) -> XMLAttribute? {
        for name in names {
            if let found = attributes.first(where: { $0.key == name }) { return found }
        }
        return nil
    }

    /// The first child of one of the names, which are in small letters.
    func child(_ names: String...) -> XMLElement? {
        for name in names {
            if let found = children.first(where: { $0.key == name }) { return found }
        }
        return nil
    }
}

/// An attribute of an XML element.
struct XMLAttribute {
    /// The name in small letters.
    var key: String
    /// The value with its references replaced.
    var value: String
    /// The value's place, without its quotes.
    var range: Range<Int>
}
