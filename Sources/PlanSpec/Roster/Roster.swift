public import Diagnostics

/// The athletes of a coach, and what each of them trains by.
public struct Roster: Sendable {
    /// The path of the roster file.
    public var file: String
    /// Its id.
    public var id: Located<String>
    /// The athletes in the order of the file.
    public var athletes: [RosterAthlete]
}

/// One athlete of a roster.
public struct RosterAthlete: Sendable {
    /// The service's id, such as `i101`.
    public var id: Located<String>
    /// What people call the athlete.
    public var name: String?
    /// The groups that the athlete belongs to.
    public var groups: [String]
    /// The path of the plan file, reached as the roster's own path is.
    public var plan: Located<String>
    /// Where the key comes from, where the athlete has an own one.
    public var credential: CredentialSource?
    /// Where the roster's key comes from, if it says so.
    public var sharedCredential: CredentialSource?
    /// What the athlete's plan says otherwise than the file.
    public var variant: PlanVariant

    /// The name with the id, or the id alone.
    public var title: String { name.map { "\($0) (\(id.value))" } ?? id.value }
}

/// Where a key to the service comes from; never the key itself.
public enum CredentialSource: Hashable, Sendable {
    /// A variable of the environment.
    case environment(String)
    /// A program and its arguments, run without a shell; what it prints is the key.
    case command([String])
    /// A file that only its owner may read.
    case file(String)
}

/// What was read from a roster file, the plans that it names excluded.
public struct RosterReading: Sendable {
    /// The roster; nil where an error left too little.
    public var roster: Roster?
    /// Every fault, in the order of the file.
    public var diagnostics: [Diagnostic]
}
