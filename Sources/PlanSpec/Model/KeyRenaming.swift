/// Keys that the author renamed: their events are updated, not replaced.
public struct KeyRenaming: Hashable, Sendable {
    /// The old key; `*` stands for any characters.
    public var from: String
    /// The new key, with as many `*`, which stand for the same characters in order.
    public var to: String

    /// A renaming.
    public init(from: String, to: String) {
        self.from = from
        self.to = to
    }
}
