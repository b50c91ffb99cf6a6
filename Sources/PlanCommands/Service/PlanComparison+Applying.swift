import CalendarDiff
import IntervalsICU
import Publishing

extension PlanComparison {
    /// How far a run may go without asking again.
    struct Consent: Sendable {
        /// Whether somebody looked at exactly these changes.
        var isForTheseChanges = false
        /// The command, as the journal tells it.
        var command = "apply"
        /// The run that is taken back.
        var undoes: String?
    }

    /// Performs the change set: alone on this machine, written down before it is sent, remembered afterwards.
    ///
    /// Throws `CommandFailure` where the journal or the state cannot be written; nothing was sent then.
    func apply(
        _ context: CommandContext, isInterrupted: @escaping @Sendable () -> Bool
    ) async throws -> ApplyReport {
        try await apply(Consent(), context, isInterrupted: isInterrupted, progress: { _ in })
    }

    /// The same, with what somebody agreed to and a way to tell how far it has come.
    func apply(
        _ consent: Consent, _ context: CommandContext, isInterrupted: @escaping @Sendable () -> Bool,
        progress: @escaping @Sendable (Publisher.Progress) -> Void
    ) async throws -> ApplyReport {
        guard !changes.isRefused, !changes.changes.isEmpty else {
            return try await finish(await publisher.apply(changes), consent, context)
        }
        guard mayWrite else {
            throw context.failure(
                .failed, "this key may read the calendar of \(changes.athlete) but not write to it; nothing was written"
            )
        }
        var lock: FileLock? = try await state.lock(context)
        defer { withExtendedLifetime(lock) {} }
        guard state.isCurrent(context.files) else {
            // The comparison made anew takes the lock for itself.
            lock = nil
            return try await applyAgain(consent, context, isInterrupted: isInterrupted, progress: progress)
        }
        let id = state.journal(context.files).freshID(secondsSinceEpoch: context.now())
        let memory = state.memory ?? Memory()
        do {
            try state.folder.ignoreTheRest(context.files)
            try state.append(
                [
                    .begin(
                        id, at: Journal.moment(context.now()), command: consent.command, undoes: consent.undoes, changes
                    )
                ], context.files)
            try state.save(memory.intending(changes), context.files)
        } catch {
            throw context.failure(.failed, "can't keep journal and state: \(error); nothing was written")
        }
        let (state, files) = (state, context.files)
        var report = await publisher.apply(
            changes, live: live, planned: planned,
            recorder: RunRecorder(apply: id) { try state.append($0, files) }, putReplaces: knowsReplacement(context),
            isInterrupted: isInterrupted, progress: progress)
        report.applyID = id
        return try await finish(report, consent, context)
    }

    /// Another run of this machine wrote since the calendar was read: what it left is compared anew.
    private func applyAgain(
        _ consent: Consent, _ context: CommandContext, isInterrupted: @escaping @Sendable () -> Bool,
        progress: @escaping @Sendable (Publisher.Progress) -> Void
    ) async throws -> ApplyReport {
        let fresh = try await again()
        guard !consent.isForTheseChanges || fresh.changes.changes.isEmpty || fresh.changes.digest == changes.digest
        else {
            throw context.failure(.stale, "another run published meanwhile; look at the changes again")
        }
        return try await fresh.apply(consent, context, isInterrupted: isInterrupted, progress: progress)
    }

    /// Remembers how it went. A state that cannot be saved now costs a veto, not the calendar: it is said, no more.
    private func finish(
        _ report: ApplyReport, _ consent: Consent, _ context: CommandContext
    ) async throws -> ApplyReport {
        var report = report
        guard !report.changes.isRefused else { return report }
        let before = state.memory ?? Memory()
        var memory = before.after(report, live: live, desired: consent.command == "apply" ? desired : [])
        let wroteAll = report.changes.changes.allSatisfy { $0.result == .done }
        if let undone = consent.undoes.flatMap({ state.journal(context.files).apply($0) }), wroteAll,
            undone.begin.generation.map({ $0 + 1 }) ?? 1 == before.generation
        {
            memory.takeBackGeneration()
        }
        do {
            if let id = report.applyID { try state.append([.end(id, status: report.exitStatus)], context.files) }
            if report.applyID != nil {
                try state.save(memory, context.files)
            } else if memory != before, state.memory != nil || !memory.records.isEmpty {
                try note(memory, context)
            }
            if report.putReplaces, !knowsReplacement(context) { try noteReplacement(context) }
        } catch {
            report.warnings.append("the state could not be saved (\(error)); plan state rebuild makes it anew")
        }
        return report
    }

    /// Keeps what a run learnt that wrote nothing, unless another run is at it: then that one knows better.
    private func note(_ memory: Memory, _ context: CommandContext) throws {
        guard let lock = state.lockIfFree(context) else { return }
        defer { withExtendedLifetime(lock) {} }
        if state.isCurrent(context.files) { try state.save(memory, context.files) }
    }

    private func knowsReplacement(_ context: CommandContext) -> Bool {
        Capabilities.read(state.folder, context.files).putReplaces
    }

    private func noteReplacement(_ context: CommandContext) throws {
        var known = Capabilities.read(state.folder, context.files)
        known.putReplaces = true
        try known.save(state.folder, context.files)
    }
}
