/// A body with fields that it only carries along.
struct WholeEventBody: Encodable {
    let body: EventBody

    func encode(to encoder: any Encoder) throws {
        try body.encode(to: encoder)
        var container = encoder.container(keyedBy: FieldName.self)
        for (name, value) in body.unmanaged { try container.encode(value, forKey: FieldName(name)) }
    }
}
