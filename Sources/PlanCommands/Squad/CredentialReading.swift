import PlanSpec

extension RosterAthlete {
    /// The environment in which this athlete's key stands where every command looks for it.
    ///
    /// The nearest word holds: the athlete's own credential, `INTERVALS_API_KEY_<ATHLETE>`, the roster's credential, and
    /// at last the key or token that the environment has for everybody.
    func environment(_ context: CommandContext) throws -> [String: String] {
        var environment = context.environment
        guard !context.isSandboxed else { return environment }
        let own = environment[keyVariable].flatMap { $0.isEmpty ? nil : $0 }
        let key = try credential.map { try $0.key(context) } ?? own ?? sharedCredential.map { try $0.key(context) }
        if let key {
            environment["INTERVALS_API_KEY"] = key
            environment["INTERVALS_ACCESS_TOKEN"] = nil
        }
        return environment
    }

    /// The variable that may hold this athlete's key, such as `INTERVALS_API_KEY_I101`.
    private var keyVariable: String {
        "INTERVALS_API_KEY_" + String(id.value.uppercased().map { $0 == "-" ? "_" : $0 })
    }
}

extension CredentialSource {
    /// The key without blanks and line ends around it; it is told to nobody.
    func key(_ context: CommandContext) throws -> String {
        let key = trimmed(try text(context))
        if key.isEmpty { throw context.failure(.usage, "\(title) gives no key") }
        if key.contains(where: \.isNewline) {
            throw context.failure(.usage, "\(title) gives several lines; a key is one")
        }
        return key
    }

    private func text(_ context: CommandContext) throws -> String {
        switch self {
        case .environment(let name):
            guard let key = context.environment[name] else { throw context.failure(.usage, "\(title) isn't set") }
            return key
        case .command(let words):
            do {
                return String(decoding: try context.runProgram(words), as: UTF8.self)
            } catch {
                throw context.failure(.usage, "\(title) failed: \(error)")
            }
        case .file(let path):
            guard let bytes = context.files.read(path) else {
                throw context.failure(.usage, "\(title) doesn't exist or can't be read")
            }
            if let mode = context.files.mode(path), mode & 0o077 != 0 {
                throw context.failure(
                    .usage,
                    "\(title) may be read by others (mode \(String(mode & 0o777, radix: 8)));"
                        + " run chmod 600 \(path), and think of the key as known")
            }
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    /// What the source is called in messages.
    private var title: String {
        switch self {
        case .environment(let name): "the variable \(name)"
        case .command(let words): "the credential command \(words.first ?? "")"
        case .file(let path): "the key file \(path)"
        }
    }
}

private func trimmed(_ text: String) -> String {
    let start = text.drop { $0.isWhitespace }
    return String(start.dropLast(start.reversed().prefix { $0.isWhitespace }.count))
}
