import IntervalsICU

/// Where `.plan/` keeps what belongs to one service.
///
/// The real service has `.plan/` itself, whose `state/` goes into git; any other service, such as a sandbox, has a
/// folder of its own, so that trying something out leaves no trace in what is shared.
struct PlanFolder: Sendable {
    /// `.plan/`.
    let top: String
    /// The service's part of it.
    let root: String

    init(_ options: ServiceOptions, planFile: String, _ context: CommandContext) {
        self.init(top: ServiceConnection.stateFolder(options, planFile: planFile), options, context)
    }

    init(top: String, _ options: ServiceOptions, _ context: CommandContext) {
        self.top = top
        if options.sandbox {
            root = path("sandbox", in: top)
        } else {
            let base = ServiceConnection.baseURL(options, context)
            let host = PlanFolder.host(of: base)
            root = host == PlanFolder.host(of: IntervalsClient.defaultBaseURL) ? top : path("hosts/\(host)", in: top)
        }
    }

    /// Host and port as a name for a folder: `127.0.0.1-8080`.
    static func host(of base: String) -> String {
        let isPlain = base.lowercased().hasPrefix("http://")
        let rest = base.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first ?? ""
        var authority = rest.lowercased()
        if let at = authority.lastIndex(of: "@") { authority = String(authority[authority.index(after: at)...]) }
        let tail = authority.split(separator: "]").last ?? ""
        if !tail.contains(":") || authority.hasSuffix("]") { authority += isPlain ? ":80" : ":443" }
        return String(authority.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") ? $0 : "-" })
    }

    func stateFile(athlete: String, plan: String) -> String {
        path("state/\(PlanFolder.name(athlete))/\(plan).json", in: root)
    }

    func journalFile(athlete: String) -> String {
        path("log/\(PlanFolder.name(athlete)).jsonl", in: root)
    }

    /// The journal of what was pushed into the library.
    func libraryJournalFile(athlete: String) -> String {
        path("library/\(PlanFolder.name(athlete)).jsonl", in: root)
    }

    func lockFile(athlete: String) -> String {
        path("lock/\(PlanFolder.name(athlete)).lock", in: root)
    }

    /// What is known of how the service behaves.
    var capabilitiesFile: String { path("cache/capabilities.json", in: root) }

    /// Leaves only `state/` to git.
    func ignoreTheRest(_ files: Files) throws {
        let ignore = path(".gitignore", in: top)
        if !files.exists(ignore) { try files.save(ignore, Array(Example.ignoredState.utf8)) }
    }

    /// An id as the name of a file: a service that names athletes oddly gets no path of its choice.
    static func name(_ id: String) -> String {
        let text = String(id.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") ? $0 : "_" })
        return text.isEmpty ? "_" : text
    }
}
