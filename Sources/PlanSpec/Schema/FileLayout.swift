public import YAML

extension FileKind {
    /// The order of keys in such a file: that of the decoder's tables.
    public var keyOrder: KeyOrder {
        switch self {
        case .plan: Self.planOrder
        case .templates: Self.templatesOrder
        case .roster: Self.rosterOrder
        case .changes: .asWritten
        }
    }

    private static let planOrder = Shape.map(PlanKeys.table).keyOrder
    private static let rosterOrder = Shape.map(RosterKeys.table).keyOrder
    private static let templatesOrder = Shape.map(TemplateFileKeys.table).keyOrder
}

extension Shape {
    /// The order of the keys of all maps that a value has.
    fileprivate var keyOrder: KeyOrder {
        switch self {
        case .scalar: .asWritten
        case .list(let item, _): .list(item.keyOrder)
        case .either(let shapes): .either(shapes.map(\.keyOrder))
        case .map(let table), .change(let table), .part(let table):
            .map(table.fields.map { ($0.key, $0.shape?.keyOrder ?? .asWritten) })
        case .keyed(_, let item): .keyed(item.keyOrder)
        }
    }
}
