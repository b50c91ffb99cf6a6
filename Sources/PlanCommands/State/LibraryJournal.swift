import CalendarDiff
import Publishing

/// What pushes wrote into an athlete's library, line by line.
///
/// It lies apart from the journal of the calendar: `plan undo` takes back what was written there and nothing else.
struct LibraryJournal: Sendable {
    let folder: PlanFolder
    let athlete: String

    private var file: String { folder.libraryJournalFile(athlete: athlete) }

    /// Writes down that a push begins and returns its id; a disk that takes no line ends the command before any write.
    func begin(_ changes: ChangeSet, _ context: CommandContext) throws -> String {
        let known = Journal(text: String(decoding: context.files.read(file) ?? [], as: UTF8.self))
        let id = known.freshID(secondsSinceEpoch: context.now())
        do {
            try folder.ignoreTheRest(context.files)
            try append([.begin(id, at: Journal.moment(context.now()), command: "push", changes)], context.files)
        } catch {
            throw context.failure(.failed, "can't keep the journal: \(error); no workout was written")
        }
        return id
    }

    /// Writes down each change before it is sent, and what became of it.
    func recorder(of run: String, _ files: Files) -> RunRecorder {
        RunRecorder(apply: run) { try append($0, files) }
    }

    /// Writes down how a push ended.
    func end(_ run: String, status: Int, _ report: inout ApplyReport, _ files: Files) {
        do {
            try append([.end(run, status: status)], files)
        } catch {
            report.warnings.append("the end of the push could not be written down: \(error)")
        }
    }

    private func append(_ lines: [JournalLine], _ files: Files) throws {
        try files.append(file, Array(try lines.map { try $0.json() }.joined().utf8))
    }
}
