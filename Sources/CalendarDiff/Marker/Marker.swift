/// What `external_id` says about an event of ours: `tp1:<plan>:<key>:<hashes>`.
///
/// It names the owner, the key and, as four hashes, what was last applied. It travels in the same request as the
/// content, so no crash can part them, and it stays with the event wherever the athlete moves it.
///
/// A hash covers the fields of its group that the plan set at that time, the others counting as empty. Whether a field
/// was set is not stored: whoever asks for the base tries the admissible combinations (`BaseSearch`).
public struct Marker: Hashable, Sendable {
    /// The plan that owns the event.
    public var plan: String
    /// The key, or its short form.
    public var identifier: String
    /// Hashes of what was last applied, by group.
    public var hashes: GroupHashes

    /// The most characters that we trust the service to keep.
    public static let maximumLength = 64

    private static let prefix = "tp1"
    private static let hashDigits = 5

    /// The marker of a key with what is about to be applied.
    public init(plan: String, key: String, hashes: GroupHashes) {
        self.plan = plan
        identifier = Marker.identifier(plan: plan, key: key)
        self.hashes = hashes
    }

    /// Reads a marker, or gives nil for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 4, parts[0] == Marker.prefix, !parts[1].isEmpty, !parts[2].isEmpty,
            let hashes = GroupHashes(parts[3])
        else { return nil }
        plan = String(parts[1])
        identifier = String(parts[2])
        self.hashes = hashes
    }

    /// The text for `external_id`.
    public var text: String { "\(Marker.prefix):\(plan):\(identifier):\(hashes.text)" }

    /// The key as the marker holds it: itself, or `~` and 13 base32 digits of its 64-bit FNV-1a hash where the marker
    /// would be too long or could not be read back.
    ///
    /// A short form is its own short form, since a key that left the plan is known by nothing else.
    public static func identifier(plan: String, key: String) -> String {
        if key.utf8.count == 14, key.utf8.first == 0x7E { return key }
        let room = maximumLength - prefix.utf8.count - plan.utf8.count - 3 - hashDigits * FieldGroup.allCases.count
        let isPlain = key.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x3A } && key.utf8.first != 0x7E
        if isPlain && !key.isEmpty && key.utf8.count <= room { return key }
        return "~" + Base32.encode(ContentHash.of(key), count: 13)
    }
}

/// One hash of 25 bits for each group of fields.
public struct GroupHashes: Hashable, Sendable {
    private var date: UInt32 = 0
    private var name: UInt32 = 0
    private var content: UInt32 = 0
    private var load: UInt32 = 0

    /// The hashes of the whole content.
    public init(of event: EventContent) {
        for group in FieldGroup.allCases {
            self[group] = GroupHashes.hash(group.fields.map(event.normal))
        }
    }

    /// Reads the 20 base32 digits of a marker.
    init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 20 else { return nil }
        for (index, group) in FieldGroup.allCases.enumerated() {
            guard let number = Base32.decode(bytes[(5 * index)..<(5 * index + 5)]) else { return nil }
            self[group] = UInt32(truncatingIfNeeded: number)
        }
    }

    /// The hash of a group.
    public subscript(group: FieldGroup) -> UInt32 {
        get {
            switch group {
            case .date: date
            case .name: name
            case .content: content
            case .load: load
            }
        }
        set {
            switch group {
            case .date: date = newValue
            case .name: name = newValue
            case .content: content = newValue
            case .load: load = newValue
            }
        }
    }

    /// The 20 digits of the marker.
    var text: String {
        FieldGroup.allCases.map { Base32.encode(UInt64(self[$0]), count: 5) }.joined()
    }

    /// The hash of a group's fields in normal form.
    static func hash(_ values: [String]) -> UInt32 {
        var hash = ContentHash()
        for value in values {
            hash.add(value)
            hash.endPiece()
        }
        return hash.folded
    }
}
