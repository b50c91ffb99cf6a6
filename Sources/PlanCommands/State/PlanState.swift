import CalendarDiff
import Publishing

/// What `.plan/` remembers of one plan on one athlete's calendar.
struct PlanState: Sendable {
    let folder: PlanFolder
    let athlete: String
    let plan: String
    /// What is remembered; nil where there is no state file yet.
    let memory: Memory?
    /// The state file as it was read.
    let bytes: [UInt8]?

    var file: String { folder.stateFile(athlete: athlete, plan: plan) }

    /// Reads the state file; one that is broken or not about this plan and athlete ends the command.
    static func load(
        _ folder: PlanFolder, athlete: String, plan: String, _ context: CommandContext
    ) throws -> PlanState {
        let file = folder.stateFile(athlete: athlete, plan: plan)
        guard let bytes = context.files.read(file) else {
            if context.files.exists(file) { throw context.failure(.failed, "the state file \(file) can't be read") }
            return PlanState(folder: folder, athlete: athlete, plan: plan, memory: nil, bytes: nil)
        }
        do {
            let memory = try Memory(json: String(decoding: bytes, as: UTF8.self), plan: plan, athlete: athlete)
            return PlanState(folder: folder, athlete: athlete, plan: plan, memory: memory, bytes: bytes)
        } catch {
            throw context.failure(.failed, "\(file) \(error.sentence); nothing was written")
        }
    }

    /// The same without looking at what the file says.
    static func unread(_ folder: PlanFolder, athlete: String, plan: String) -> PlanState {
        PlanState(folder: folder, athlete: athlete, plan: plan, memory: nil, bytes: nil)
    }

    /// Whether the file is still as it was read.
    func isCurrent(_ files: Files) -> Bool {
        files.read(file) == bytes
    }

    func save(_ memory: Memory, _ files: Files) throws {
        try folder.ignoreTheRest(files)
        try files.save(file, Array(try memory.json(plan: plan, athlete: athlete).utf8))
    }

    /// All runs that the journal knows.
    func journal(_ files: Files) -> Journal {
        Journal(text: String(decoding: files.read(folder.journalFile(athlete: athlete)) ?? [], as: UTF8.self))
    }

    /// Adds lines to the journal; they are safe when this returns.
    func append(_ lines: [JournalLine], _ files: Files) throws {
        let text = try lines.map { try $0.json() }.joined()
        try files.append(folder.journalFile(athlete: athlete), Array(text.utf8))
    }

    // MARK: Alone on this machine

    /// Seconds that a run waits for another one.
    static let patience = 60

    /// Keeps other runs for this athlete away until the lock is let go; the plans of one athlete share a journal.
    ///
    /// A process that dies lets go of it by dying, so there is never a lock to remove by hand.
    func lock(_ context: CommandContext) async throws -> FileLock {
        let file = folder.lockFile(athlete: athlete)
        do {
            for round in 0..<(PlanState.patience * 5) {
                if let lock = try context.files.lock(file) { return lock }
                if round == 0 { context.console.say("\(holder(context)) writes to this calendar just now; waiting\n") }
                try await Task.sleep(for: .milliseconds(200))
            }
        } catch {
            throw context.failure(.failed, "can't lock \(file): \(error); nothing was written")
        }
        throw context.failure(.failed, "\(holder(context)) still writes to this calendar; nothing was written")
    }

    /// The lock without waiting; nil where another run has it or it can't be had.
    func lockIfFree(_ context: CommandContext) -> FileLock? {
        try? context.files.lock(folder.lockFile(athlete: athlete))
    }

    private func holder(_ context: CommandContext) -> String {
        let text = String(decoding: context.files.read(folder.lockFile(athlete: athlete)) ?? [], as: UTF8.self)
        guard let number = text.split(separator: " ").first else { return "another process" }
        return "process \(number)"
    }
}

extension Memory.ReadingError {
    /// What is wrong with the file and the way out, after its name.
    fileprivate var sentence: String {
        switch self {
        case .unknownVersion(let version): "was written by a newer program (version \(version)); update this one"
        case .foreign(let there, let expected):
            "is the state of \(there), not of \(expected); put the right file back,"
                + " or remove it and run plan state rebuild"
        case .malformed(let what):
            "is no state file (\(what)); take it from git again, or run plan state rebuild"
        }
    }
}
