/// An event as it stands on the calendar.
public struct LiveEvent: Hashable, Sendable {
    /// The service's number of the event.
    public var id: Int
    /// The text by which its writer knows it again.
    public var externalID: String?
    /// What it says.
    public var content: EventContent
    /// Whether the athlete may not change it.
    public var lock = false
    /// Its labels.
    public var tags: [String] = []
    /// Whether it stands for its whole week.
    public var forWeek = false
    /// What people set and no plan manages, as JSON by the service's names.
    public var unmanaged: [String: String] = [:]
    /// Whether an activity completed it.
    public var paired = false
    /// The activity that completed it, where the service says so.
    public var pairedActivityID: String?
    /// Entries of the parsed workout, blocks and their steps each counted once; nil where the service parsed none.
    public var stepCount: Int?
    /// Whether the answer says what the service parsed, be it nothing.
    public var tellsDocument = true

    /// A live event; the rest is set afterwards.
    public init(id: Int, externalID: String? = nil, content: EventContent) {
        self.id = id
        self.externalID = externalID
        self.content = content
    }
}
